import {CONFIDENCE, looksOf, ratioEstimate} from '../../statistics/index.ts';
import {type FactsStore, Study, type Variant} from '../study/study.ts';
import {baselineClaims} from './baselineClaims.ts';
import {ratiosOfKept, rounded, type ScenarioBaseline} from './baselineFile.ts';
import type {Claim, Judged, Verdict} from './claim.ts';
import {goalClaims} from './goalClaims.ts';
import {countOf, intervalOf, intervalOfDifference} from './interval.ts';
import {type Evidence, judge} from './judge.ts';
import type {Margin} from './margin.ts';
import {Sample} from './sample.ts';

export const MAX_REPLICATIONS = 320;
/** The first look is at the replications that the scenario asks for, but no fewer than these. */
const FEWEST = 10;

export interface CheckRequest {
  readonly scenarios: readonly ScenarioToCheck[];
  /** Default 320. */
  readonly maxReplications?: number | undefined;
  /** Of metrics that are not to be worse than in the baseline, by metric. */
  readonly margins?: ReadonlyMap<string, Margin> | undefined;
}

export interface ScenarioToCheck {
  /** As it is shown. */
  readonly file: string;
  readonly variant: Variant;
  /** Absent: its goals alone are checked. It must be comparable: see `incomparable`. */
  readonly baseline?: ScenarioBaseline | undefined;
  /** What has been changed since the baseline, in words. */
  readonly changes?: readonly string[] | undefined;
}

export interface CheckHooks {
  /** Threads at most, this one counted. */
  readonly workers: number;
  readonly signal?: AbortSignal | undefined;
  /** Aborts when the time allowed is over: what is undecided then stays so. */
  readonly timeUp?: AbortSignal | undefined;
  /** As for `Study`. */
  readonly threadsFrom?: number;
  readonly store?: FactsStore | undefined;
  /** Replications of the scenario that are done, of those of the look it is at, and the share of the next. */
  readonly onProgress?: (file: string, done: number, of: number, share: number) => void;
}

export interface ScenarioChecked {
  readonly file: string;
  readonly name: string;
  readonly seed: string;
  readonly hash: string;
  /** That were run and counted. */
  readonly replications: number;
  readonly judged: readonly Judged[];
  readonly changes: readonly string[];
}

export interface Checked {
  /** Broken where anything is, else undecided where anything is, else kept. */
  readonly verdict: Verdict;
  readonly confidence: number;
  readonly maxReplications: number;
  readonly stopped: boolean;
  readonly scenarios: readonly ScenarioChecked[];
}

/**
 * Whether scenarios keep what is claimed of them: their goals, and that they are not worse than a baseline. Each claim
 * is wrongly called kept or broken with probability 5 % at most, over all its looks; the numbers of replications double
 * from the scenario's own to `maxReplications`. The same request gives the same answer on any machine and any number of
 * threads; the two signals can only leave more undecided. Errors of the simulation are thrown.
 */
export async function check(request: CheckRequest, hooks: CheckHooks): Promise<Checked> {
  const {signal, timeUp, workers, threadsFrom, store, onProgress} = hooks;
  const {maxReplications = MAX_REPLICATIONS, margins = new Map()} = request;
  const signals = [signal, timeUp].filter((one) => one !== undefined);
  const scenarios: ScenarioChecked[] = [];
  let [before, report] = [0, (_done: number, _share: number) => {}];
  const study = new Study({
    workers,
    store,
    ...(signals.length > 0 && {signal: AbortSignal.any(signals)}),
    ...(threadsFrom !== undefined && {threadsFrom}),
    onProgress: (done, share) => report(done - before, share),
  });
  const stopped = () => (signal?.aborted ? 'stopped' : 'time');
  try {
    for (const {file, variant, baseline, changes = []} of request.scenarios) {
      const {scenario, hash} = variant.loaded;
      const sample = new Sample(variant);
      const firstLook = Math.max(scenario.replications, FEWEST);
      const claims = claimsOf(sample, variant, {baseline, margins, firstLook, maxReplications});
      const runTo = async (replications: number) => {
        const first = sample.replications;
        report = (done, share) => onProgress?.(file, first + done, replications, share);
        const came = !study.stopped && (await sample.growTo(replications, study));
        before += sample.replications - first;
        return came ? 'there' : stopped();
      };
      const judged = await judge(claims, CONFIDENCE, runTo, (claim, replications, confidence) =>
        evidenceOf(claim, sample, baseline, replications, confidence),
      );
      const {name, seed} = scenario;
      scenarios.push({file, name, seed, hash, replications: sample.replications, judged, changes});
    }
  } finally {
    await study.close();
  }
  const verdict = worst(scenarios.flatMap(({judged}) => judged.map((one) => one.verdict)));
  return {verdict, confidence: CONFIDENCE, maxReplications, stopped: signal?.aborted ?? false, scenarios};
}

interface ClaimsAsked {
  readonly baseline: ScenarioBaseline | undefined;
  readonly margins: ReadonlyMap<string, Margin>;
  readonly firstLook: number;
  readonly maxReplications: number;
}

function claimsOf(sample: Sample, {loaded}: Variant, asked: ClaimsAsked): Claim[] {
  const {baseline, ...others} = asked;
  const {measures} = sample.measures;
  const looks = looksOf(asked.firstLook, asked.maxReplications);
  return [
    ...goalClaims(loaded.scenario.goals, measures, looks),
    ...(baseline ? baselineClaims(measures, {baseline, ...others}) : []),
  ];
}

function evidenceOf(
  {kind, measure}: Claim,
  sample: Sample,
  baseline: ScenarioBaseline | undefined,
  replications: number,
  confidence: number,
): Evidence {
  const ratios = sample.ratiosOf(measure.key, replications);
  const count = countOf(measure, ratios);
  if (kind === 'goal')
    return {
      interval: intervalOf(measure, ratios, confidence, sample.measures.pooledQuantile(measure)),
      ...{count, beside: null},
    };
  const kept = baseline?.measures[measure.key];
  if (kept === undefined) throw new Error(`the baseline has no ${measure.key}`);
  const before = ratiosOfKept(kept).slice(0, replications);
  const after = ratios.map(([above, below]) => [rounded(above), rounded(below)] as const);
  const [now, was] = [ratioEstimate(after).value, ratioEstimate(before).value];
  const beside = now === null || was === null ? null : {now, before: was};
  return {interval: intervalOfDifference(after, before, confidence), count, beside};
}

export function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('broken')) return 'broken';
  return verdicts.includes('undecided') ? 'undecided' : 'kept';
}
