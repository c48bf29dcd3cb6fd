import {formatLocal} from '../calendar/index.ts';
import {askedBy} from '../measure/asked.ts';
import type {Facts} from '../measure/facts.ts';
import {Folding} from '../measure/fold.ts';
import type {ItemLog} from '../measure/itemLog.ts';
import type {Results} from '../measure/results.ts';
import type {Loaded, Remote} from './loaded.ts';
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
  readonly signal?: AbortSignal;
  /** Threads at most; 1: this one. */
  readonly workers: number;
}

export interface Rehearsal {
  /** Of the complete replications; null where not even the first was. */
  readonly results: Results | null;
  readonly complete: number;
  /** Asked to stop before all were complete. */
  readonly stopped: boolean;
}

/** Arrivals that all later replications must bring together before threads are worth starting. */
const WORTH_THREADS = 200_000;

/**
 * All replications of a scenario, folded in their order: the same results for any number of workers. The first runs
 * in this thread; the others too, unless there is enough to do for threads. Stopped by the signal, the results are of
 * the replications 0 to n - 1 that are complete.
 */
export async function rehearse(request: RehearsalRequest, hooks: RehearsalHooks): Promise<Rehearsal> {
  const {loaded, remote, version, log} = request;
  const {scenario, compiled, hash} = loaded;
  const total = scenario.replications;
  const {signal, workers} = hooks;
  const folding = new Folding({
    model: compiled.model,
    scenario,
    asked: askedBy(scenario.goals),
    hash,
    version,
    localTime: (ms) => formatLocal(scenario.fromEpochMs + ms, scenario.zone),
  });
  const add = (facts: Facts) => {
    folding.add(facts);
    hooks.onReplication?.(folding.count, total);
  };
  /** Lets what else is due in this thread happen: signals, a progress bar. False: asked to stop. */
  const breathe = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return signal?.aborted !== true;
  };
  const runHere = async (from: number, to: number, itemLog?: ItemLog) => {
    for (let replication = from; replication < to; replication++) {
      const facts = (await breathe())
        ? await runReplicationInTurns(loaded, replication, breathe, {log: itemLog})
        : null;
      if (facts === null) return;
      arrivals = facts.columns.balance[0];
      add(facts);
    }
  };
  let arrivals = 0;
  await runHere(0, Math.min(1, total), log);
  const isWorthThreads = remote !== null && workers > 1 && arrivals * (total - 1) >= WORTH_THREADS;
  if (folding.count === 1 && isWorthThreads) await runOnThreads(remote, 1, total, workers, add, signal);
  else if (folding.count === 1) await runHere(1, total);
  return {
    results: folding.count > 0 ? folding.results() : null,
    complete: folding.count,
    stopped: folding.count < total,
  };
}
