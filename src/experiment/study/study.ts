import type {Facts} from '../../measure/facts.ts';
import type {Loaded, Remote} from '../loaded.ts';
import {runReplicationInTurns} from '../runReplication.ts';
import {Threads} from '../threads.ts';

/** A scenario as one side of a comparison, one point of a sweep, one staffing tried. */
export interface Variant {
  readonly name: string;
  readonly loaded: Loaded;
  /** How worker threads load the same; null: the jobs it stands among run in this thread only. */
  readonly remote: Remote | null;
}

/** One replication of one variant. Equal numbers of replication draw equal numbers in every variant. */
export interface Job {
  readonly variant: Variant;
  /** From 0. */
  readonly replication: number;
}

/** Keeps what was run, so that a study that was stopped goes on where it was. */
export interface FactsStore {
  get(job: Job): Facts | null;
  put(job: Job, facts: Facts): void;
}

export interface StudyOptions {
  /** Threads at most, this one counted. */
  readonly workers: number;
  readonly signal?: AbortSignal | undefined;
  readonly store?: FactsStore | undefined;
  /** Now and then: jobs that are done since the study began, and the share done of the one this thread is at. */
  readonly onProgress?: ((done: number, share: number) => void) | undefined;
  /** Arrivals still to be simulated from which on other threads are started; 0: at once. */
  readonly threadsFrom?: number;
}

/** No study tells where waiting came from, and to find out costs time. */
const OPTIONS = {waitParts: false};

/** As for a single rehearsal: half a second of work or more is worth the start of threads. */
const WORTH_THREADS = 80_000;

/**
 * Runs replications of many variants, round after round, on the threads it has; those stay alive between rounds, so
 * `close` it. What comes out does not depend on the number of threads.
 */
export class Study {
  private readonly options: StudyOptions;
  private readonly threadsFrom: number;
  private threads: Threads | null = null;
  private done = 0;

  constructor(options: StudyOptions) {
    this.options = options;
    this.threadsFrom = options.threadsFrom ?? WORTH_THREADS;
  }

  get stopped(): boolean {
    return this.options.signal?.aborted ?? false;
  }

  /**
   * What `take` makes of the facts of each job, in the order of the jobs; it is called as they come, and the facts are
   * let go. Null where the signal came first. Errors of the simulation are thrown.
   */
  async run<T>(jobs: readonly Job[], take: (facts: Facts, job: Job) => T): Promise<(T | null)[]> {
    const {signal, store} = this.options;
    const taken: (T | null)[] = jobs.map(() => null);
    const deliver = (index: number, facts: Facts) => {
      taken[index] = take(facts, jobs[index]);
      this.done++;
      this.options.onProgress?.(this.done, 0);
    };
    const open: number[] = [];
    for (const [index, job] of jobs.entries()) {
      const kept = store?.get(job) ?? null;
      if (kept === null) open.push(index);
      else deliver(index, kept);
    }
    const shared = jobs.every(({variant}) => variant.remote !== null);
    let next = 0;
    const takeNext = () => (this.stopped || next >= open.length ? null : open[next++]);
    const finish = (index: number, facts: Facts) => {
      store?.put(jobs[index], facts);
      deliver(index, facts);
    };
    let others: Promise<void> | null = null;
    const breathe = async (arrivalsEach: number, share: number) => {
      this.options.onProgress?.(this.done, share);
      await new Promise((resolve) => setImmediate(resolve));
      const left = open.length - next;
      if (others === null && shared && left > 0 && arrivalsEach * left >= this.threadsFrom) {
        others = this.others(jobs, takeNext, finish);
        // an error of theirs is thrown below, when this thread has stopped too
        others.catch(() => {});
      }
      return !this.stopped;
    };
    try {
      for (let index = takeNext(); index !== null; index = takeNext()) {
        const {variant, replication} = jobs[index];
        const facts = await runReplicationInTurns(variant.loaded, replication, breathe, OPTIONS);
        if (facts !== null) finish(index, facts);
      }
    } finally {
      next = open.length;
      await others;
    }
    if (signal?.aborted) await this.close();
    return taken;
  }

  async close(): Promise<void> {
    await this.threads?.close();
    this.threads = null;
  }

  private async others(
    jobs: readonly Job[],
    takeNext: () => number | null,
    finish: (index: number, facts: Facts) => void,
  ): Promise<void> {
    const count = this.options.workers - 1;
    if (count < 1) return;
    this.threads ??= await Threads.start(count);
    const threads = this.threads;
    const {signal} = this.options;
    const work = async () => {
      for (let index = takeNext(); index !== null; index = takeNext()) {
        const {variant, replication} = jobs[index];
        if (variant.remote === null) throw new Error(`${variant.name} cannot be loaded by other threads`);
        finish(index, await threads.run({remote: variant.remote, replication, ...OPTIONS}, signal));
      }
    };
    try {
      await Promise.all(Array.from({length: count}, work));
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  }
}
