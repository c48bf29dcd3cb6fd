import {type Measure, ratiosOf} from '../../measure/measures.ts';
import type {GoalResult} from '../../measure/results.ts';
import {type Scope, scopeKey} from '../../measure/scope.ts';
import {type Estimate, holm, NOTHING, pairedDifference, type Ratio, ratioEstimate} from '../../statistics/index.ts';
import type {GoalImpact, Impact, Verdict} from './comparison.ts';
import {HEADLINES} from './headlines.ts';
import type {PairedRuns, Side} from './pairedRuns.ts';

/** A number under both, and how its difference is told where it is shown to be one. */
interface Pair {
  readonly measure: Measure;
  readonly current: Estimate;
  readonly candidate: Estimate;
  readonly difference: Estimate;
  /** Equal in every replication. */
  readonly identical: boolean;
  /** Of both sides, by replication. */
  readonly ratios: readonly (readonly Ratio[])[];
}

/** Every number that is told of a candidate: what goals ask, and the headlines of every scope. */
export function pairsOf(current: Side, candidate: Side): Pair[] {
  const known = new Map<string, Measure>();
  for (const {measures} of [current.measures, candidate.measures])
    for (const measure of measures)
      if (!known.has(measure.key) || measure.goals.length > 0) known.set(measure.key, measure);
  const told = [...known.values()].filter(isTold);
  const goalsFirst = [...told.filter(({goals}) => goals.length > 0), ...told.filter(({goals}) => goals.length === 0)];
  const pairs = goalsFirst
    .map((measure) => pairOf(measure, current, candidate))
    .filter((pair) => pair.measure.goals.length > 0 || isThere(pair));
  return onceEach(pairs);
}

/** A process that all items of a channel come to, or a single group, says nothing that was not said: it is left out. */
function onceEach(pairs: readonly Pair[]): Pair[] {
  const kinds = new Map<string, string>();
  return pairs.filter(({measure: {metric, goals, scope}, ratios}) => {
    const numbers = JSON.stringify([metric, ratios]);
    const first = kinds.get(numbers) ?? kindOf(scope);
    kinds.set(numbers, first);
    return goals.length > 0 || first === kindOf(scope);
  });
}
const kindOf = (scope: Scope): string => [...Object.keys(scope), scope.attribute?.name ?? ''].join();

/** Never observed, or nothing in every replication of both: nobody needs to be told. */
function isThere({current, candidate, identical}: Pair): boolean {
  return [current, candidate].some(({value}) => value !== null && !(identical && value === 0));
}

function isTold({metric, goals, scope}: Measure): boolean {
  if (goals.length > 0) return true;
  return scope.source === undefined && HEADLINES.some((headline) => headline.metric === metric);
}

function pairOf(measure: Measure, current: Side, candidate: Side): Pair {
  const [before, after] = [current, candidate].map(({ratios}) => ratiosOf(ratios, measure.key));
  const own = (side: Side, estimate: Estimate): Estimate => {
    const pooled = side.measures.pooledQuantile(measure);
    return pooled === null || estimate.value === null ? estimate : {...estimate, value: pooled};
  };
  const estimates = [own(current, ratioEstimate(before)), own(candidate, ratioEstimate(after))];
  const [a, b] = estimates.map(({value}) => value);
  const paired = pairedDifference(after, before);
  return {
    measure,
    current: estimates[0],
    candidate: estimates[1],
    difference: a === null || b === null ? NOTHING : {value: b - a, halfWidth: paired.halfWidth},
    ratios: [before, after],
    identical: before.every(([n, d], k) => n === after[k][0] && d === after[k][1]),
  };
}

/** What is told of every candidate, judged together: Holm's correction is for all differences shown. */
export function impactOf(runs: PairedRuns): {readonly judged: number; readonly impacts: readonly Impact[][]} {
  const pairs = runs.candidates.map((side) => pairsOf(runs.current, side));
  const all = pairs.flat();
  const shown = holm(
    all.map(({difference}) => difference),
    runs.count,
  );
  let next = 0;
  const impacts = pairs.map((own) =>
    own.map((pair): Impact => {
      const {identical: _, ratios: __, ...estimates} = pair;
      return {...estimates, verdict: verdictOf(pair, shown[next++])};
    }),
  );
  const judged = all.filter(({difference, identical}) => difference.halfWidth !== null && !identical).length;
  return {judged, impacts: impacts.map(sorted)};
}

function verdictOf({measure, difference, identical}: Pair, shown: boolean): Verdict {
  if (difference.value === null) return 'nothing to judge';
  if (identical) return 'identical';
  if (!shown) return 'no difference shown';
  if (measure.better === 'neither') return 'different';
  return difference.value > 0 === (measure.better === 'higher') ? 'better' : 'worse';
}

/** What goals ask, in their order; then what is shown to differ, first of scopes that goals name, the most certain first. */
function sorted(impacts: readonly Impact[]): Impact[] {
  const named = new Set(impacts.flatMap(({measure}) => (measure.goals.length > 0 ? [scopeKey(measure.scope)] : [])));
  const rank = ({measure, verdict}: Impact): number[] => [
    measure.goals[0] ?? Infinity,
    SHOWN.has(verdict) ? 0 : 1,
    named.has(scopeKey(measure.scope)) ? 0 : 1,
  ];
  const certainty = ({verdict, difference: {value, halfWidth}}: Impact): number =>
    SHOWN.has(verdict) ? Math.abs(value ?? 0) / (halfWidth ?? Infinity) : 0;
  return impacts.toSorted((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    const k = x.findIndex((value, index) => value !== y[index]);
    return k >= 0 ? (x[k] < y[k] ? -1 : 1) : certainty(b) - certainty(a) || 0;
  });
}
const SHOWN: ReadonlySet<Verdict> = new Set(['better', 'worse', 'different']);

/** Goals of the scenario, then those that only the candidate has. */
export function goalImpacts(current: Side, candidate: Side, impacts: readonly Impact[]): GoalImpact[] {
  const [before, after] = [current, candidate].map((side) => judgedGoals(side));
  const texts = [...new Set([...before.keys(), ...after.keys()])];
  return texts.flatMap((text) => {
    const [own, other] = [before.get(text), after.get(text)];
    const goal = own ?? other;
    const impact = impacts.find(({measure}) => measure.key === goal?.key);
    if (goal === undefined || impact === undefined) return [];
    const {limit, onDays} = goal.result;
    const verdicts = {currentVerdict: own?.result.verdict ?? null, candidateVerdict: other?.result.verdict ?? null};
    return [{...impact, text, limit, onDays, ...verdicts}];
  });
}

function judgedGoals(side: Side): Map<string, {readonly key: string; readonly result: GoalResult}> {
  const {measures} = side.measures;
  return new Map(
    side
      .results()
      .goals.map((result, index) => [
        result.text,
        {key: measures.find(({goals}) => goals.includes(index))?.key ?? '', result},
      ]),
  );
}
