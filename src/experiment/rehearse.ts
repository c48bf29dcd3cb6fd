import {askedBy} from '../measure/asked.ts';
import {type FirstReplication, firstReplicationOf} from '../measure/firstReplication.ts';
import {Folding} from '../measure/fold.ts';
import type {ItemLog} from '../measure/itemLog.ts';
import type {Results} from '../measure/results.ts';
import type {Loaded, Remote} from './loaded.ts';
import {localTimeOf} from './localTime.ts';
import {ReplicationQueue} from './replicationQueue.ts';
import {runReplicationInTurns} from './runReplication.ts';
import {runOnThreads} from './threads.ts';

export interface RehearsalRequest {
  readonly loaded: Loaded;
  /** How worker threads load the same scenario; null: everything runs in this thread. */
  readonly remote: Remote | null;
  /** Of this program, for the results. */
  readonly version: string;
  /** Takes the items of the first replication. */
  readonly log?: ItemLog | undefined;
}

export interface RehearsalHooks {
  /** After each replication that is complete: how many are, of how many. */
  readonly onReplication?: (complete: number, total: number) => void;
  /** Now and then in between: how many are complete, and the share done of the one this thread is at. */
  readonly onProgress?: (complete: number, share: number) => void;
  readonly signal?: AbortSignal;
  /** Threads at most, this one counted. */
  readonly workers: number;
  /** Arrivals still to be simulated from which on other threads are started; 0: at once. */
  readonly threadsFrom?: number;
}

export interface Rehearsal {
  /** Of the complete replications; null where not even the first was. */
  readonly results: Results | null;
  readonly complete: number;
  /** Asked to stop before all were complete. */
  readonly stopped: boolean;
  /** What the log of items does not say of the first replication; null without a log. */
  readonly first: FirstReplication | null;
}

/**
 * Arrivals still to be simulated that are worth starting threads for: half a second or more of work. A thread loads the
 * program and the scenario again and compiles its own hot code, which takes nearly as long.
 */
const WORTH_THREADS = 80_000;

/**
 * All replications of a scenario, folded in their order: the same results for any number of workers. This thread
 * begins; others join it where there is enough to do. Stopped by the signal, the results are of the replications
 * 0 to n - 1 that are complete. Errors of the simulation are thrown.
 */
export async function rehearse(request: RehearsalRequest, hooks: RehearsalHooks): Promise<Rehearsal> {
  const {loaded, remote, version, log} = request;
  const {scenario, compiled, hash} = loaded;
  const {signal, workers, threadsFrom = WORTH_THREADS} = hooks;
  const asked = askedBy(scenario.goals);
  const folding = new Folding({
    model: compiled.model,
    scenario,
    asked,
    hash,
    version,
    localTime: localTimeOf(loaded),
  });
  let first: FirstReplication | null = null;
  const queue = new ReplicationQueue(scenario.replications, (facts) => {
    if (log !== undefined && facts.replication === 0) first = firstReplicationOf(facts, compiled.model, asked);
    folding.add(facts);
    hooks.onReplication?.(folding.count, queue.total);
  });
  const helpers: Promise<void>[] = [];
  /** Lets what else is due in this thread happen: signals, a progress bar, other threads. False: asked to stop. */
  const breathe = async (arrivalsEach: number, share: number) => {
    hooks.onProgress?.(folding.count, share);
    await new Promise((resolve) => setImmediate(resolve));
    if (remote !== null && workers > 1 && helpers.length === 0 && arrivalsEach * queue.left >= threadsFrom)
      helpers.push(runOnThreads(remote, Math.min(workers - 1, queue.left), queue, signal));
    // an error of theirs is thrown below, when this thread has stopped too
    helpers.at(-1)?.catch(() => {});
    return !queue.closed;
  };
  if (signal?.aborted) queue.close();
  signal?.addEventListener('abort', () => queue.close(), {once: true});
  try {
    for (let replication = queue.take(); replication !== null; replication = queue.take()) {
      const facts = await runReplicationInTurns(loaded, replication, breathe, replication === 0 ? {log} : {});
      if (facts !== null) queue.deliver(facts);
    }
  } finally {
    await Promise.all(helpers);
  }
  return {
    results: folding.count > 0 ? folding.results() : null,
    complete: folding.count,
    stopped: folding.count < queue.total,
    first,
  };
}
