import type {FactsStore, Variant} from '../study/study.ts';
import {Study} from '../study/study.ts';
import {requireComparable} from './comparable.ts';
import type {Comparison, Impact, Precision} from './comparison.ts';
import {changesOf} from './diff/changes.ts';
import type {ChangedItem} from './hands.ts';
import {handsOf} from './handsOf.ts';
import {goalImpacts, impactOf} from './impact.ts';
import {PairedRuns} from './pairedRuns.ts';
import {PRECISION, widestOf} from './precision.ts';

export interface CompareRequest {
  /** The scenario as it is, then what could stand in its place. Names differ. */
  readonly current: Variant;
  readonly candidates: readonly Variant[];
  /** Of this program, for the results. */
  readonly version: string;
  readonly precision?: Precision;
  /** Default 320. */
  readonly maxReplications?: number;
}

export interface CompareHooks {
  /** Threads at most, this one counted. */
  readonly workers: number;
  readonly signal?: AbortSignal | undefined;
  /** Keeps what was run, so that a comparison that was stopped goes on where it was. */
  readonly store?: FactsStore | undefined;
  /** Replications of all variants that are done, the share done of another, and how many it will take by what is known. */
  readonly onProgress?: (done: number, share: number, expected: number) => void;
  /** Arrivals still to be simulated from which on other threads are started; 0: at once. */
  readonly threadsFrom?: number;
}

export interface Compared {
  /** Null where not even one replication of all variants is complete. */
  readonly comparison: Comparison | null;
  /** By candidate: items of the first replication that fared differently. */
  readonly changed: readonly (readonly ChangedItem[])[];
}

const FIRST_ROUND = 10;
const MOST_REPLICATIONS = 320;

/**
 * A scenario and its candidates on the same arrivals with the same people, as far as they do not differ in these. There
 * are as many replications as it takes until every difference that goals or headlines ask is known to the precision
 * asked: ten at first, then half as many more each time. It stops on the width of intervals and never on what they say,
 * so that they cover as they should. Throws InputError where a candidate is of another time; errors of the simulation
 * are thrown.
 */
export async function compare(request: CompareRequest, hooks: CompareHooks): Promise<Compared> {
  const {current, candidates, version, precision = PRECISION, maxReplications = MOST_REPLICATIONS} = request;
  requireComparable(current, candidates);
  const variants = [current, ...candidates];
  const runs = new PairedRuns(variants, version);
  let expected = Math.min(FIRST_ROUND, maxReplications);
  const {onProgress, ...threads} = hooks;
  const study = new Study({
    ...threads,
    onProgress: (done, share) => onProgress?.(done, share, expected * variants.length),
  });
  let by: Comparison['stopped']['by'] = 'precision';
  try {
    for (let total = expected; ; total = Math.min(maxReplications, Math.ceil(1.5 * total))) {
      const jobs = Array.from({length: total - runs.count}, (_, k) => runs.count + k).flatMap((replication) =>
        variants.map((variant) => ({variant, replication})),
      );
      await study.run(jobs, (facts, {variant}) => runs.deliver(variant, facts));
      if (study.stopped) by = 'interrupt';
      const times = study.stopped ? 0 : (widestOf(impactsOf(runs), precision)?.timesAsked ?? 0);
      if (study.stopped || (times <= 1 && total > 1)) break;
      if (total >= maxReplications) {
        by = 'max-replications';
        break;
      }
      expected = Math.min(maxReplications, Math.max(Math.ceil(1.5 * total), Math.ceil(total * times ** 2)));
    }
  } finally {
    await study.close();
  }
  if (runs.count === 0) return {comparison: null, changed: []};
  return comparisonOf(runs, by, precision, request);
}

const impactsOf = (runs: PairedRuns): {readonly name: string; readonly impact: readonly Impact[]}[] =>
  impactOf(runs).impacts.map((impact, k) => ({name: runs.candidates[k].variant.name, impact}));

function comparisonOf(
  runs: PairedRuns,
  by: Comparison['stopped']['by'],
  precision: Precision,
  request: CompareRequest,
): Compared {
  const {current} = request;
  const {judged, impacts} = impactOf(runs);
  const results = runs.current.results();
  const hands = handsOf(current, request.candidates);
  return {
    comparison: {
      schema: 1,
      scenario: {name: results.scenario.name, hash: current.loaded.hash},
      version: results.version,
      seed: results.seed,
      replications: runs.count,
      horizon: results.horizon,
      precision,
      stopped: {by, widest: widestOf(impactsOf(runs), precision)},
      judged,
      current: {name: current.name, hash: current.loaded.hash, waits: results.waits},
      candidates: runs.candidates.map((side, k) => ({
        name: side.variant.name,
        hash: side.variant.loaded.hash,
        changes: changesOf(current.loaded.scenario, side.variant.loaded.scenario),
        goals: goalImpacts(runs.current, side, impacts[k]),
        impact: impacts[k],
        intervals: runs.intervals[k].results(),
        waits: side.results().waits,
        hands: hands[k].hands,
      })),
      metrics: results.metrics,
    },
    changed: hands.map((each) => each.changed),
  };
}
