import {askedBy} from '../../measure/asked.ts';
import {SHOWN} from '../../measure/evaluate.ts';
import type {Facts} from '../../measure/facts.ts';
import {goalRatios, metricOf} from '../../measure/fold/goals.ts';
import {Replication} from '../../measure/fold/replication.ts';
import {EVERYTHING} from '../../measure/scope.ts';
import {type Estimate, pairedDifference, type Ratio, ratioEstimate} from '../../statistics/index.ts';
import {HEADLINES} from '../compare/headlines.ts';
import type {Loaded} from '../loaded.ts';
import {limitOf, slackOf} from '../staff/standing.ts';
import {type FactsStore, Study, type Variant} from '../study/study.ts';
import type {Axis, Standing, SweepNumber, SweepPoint, SweepResults} from './outcome.ts';

/** A point of a sweep: its place on the axes, and the scenario there. */
export interface PointAsked {
  readonly at: readonly string[];
  readonly variant: Variant;
}

export interface SweepRequest {
  readonly axes: readonly Axis[];
  readonly together: boolean;
  readonly current: Variant;
  readonly points: readonly PointAsked[];
  /** Of this program, for the results. */
  readonly version: string;
}

export interface SweepHooks {
  /** Threads at most, this one counted. */
  readonly workers: number;
  readonly signal?: AbortSignal | undefined;
  readonly store?: FactsStore | undefined;
  /** Replications done of all points, and the share done of another. */
  readonly onProgress?: ((done: number, share: number) => void) | undefined;
}

/**
 * Every point with the replications of the scenario, each replication with the same random numbers at every point, so
 * that differences are of what was varied. Stopped by the signal, the points that are complete come back; null where
 * not even the scenario as it is was. Errors of the simulation are thrown.
 */
export async function sweep(request: SweepRequest, hooks: SweepHooks): Promise<SweepResults | null> {
  const {axes, together, current, points, version} = request;
  const {scenario, hash} = current.loaded;
  const variants = [current, ...points.map(({variant}) => variant)];
  const jobs = variants.flatMap((variant) =>
    Array.from({length: scenario.replications}, (_, replication) => ({variant, replication})),
  );
  const study = new Study(hooks);
  const found = await study
    .run(jobs, (facts, {variant}) => numbersOf(variant.loaded, facts))
    .finally(() => study.close());
  const ofVariant = variants.map((_, index) => {
    const ratios = found.slice(index * scenario.replications, (index + 1) * scenario.replications);
    return ratios.every((it) => it !== null) ? ratios : null;
  });
  const [now, ...others] = ofVariant;
  if (!now) return null;
  const numbers = numbersTold(current.loaded);
  const used = [...numbers.keys()].filter(
    (index) => numbers[index].isGoal || ofVariant.some((it) => it && estimateOf(it, index).value !== null),
  );
  const toldOf = ({loaded}: Variant, ratios: readonly (readonly Ratio[])[]) => ({
    values: used.map((index) => estimateOf(ratios, index)),
    limits: used
      .map((index) => loaded.scenario.goals[index] && limitOf(loaded.scenario.goals[index]).value)
      .map(orNull),
    standing: standingOf(loaded, ratios),
  });
  return {
    scenario: {name: scenario.name, hash, seed: scenario.seed, version},
    replications: scenario.replications,
    axes,
    together,
    numbers: used.map((index) => numbers[index]),
    current: toldOf(current, now),
    points: points.flatMap(({at, variant}, index): SweepPoint[] => {
      const ratios = others[index];
      if (!ratios) return [];
      const differences = used.map((it) => pairedDifference(column(ratios, it), column(now, it)));
      return [{at, ...toldOf(variant, ratios), differences}];
    }),
    asked: points.length,
  };
}

const orNull = (limit: number | undefined): number | null => limit ?? null;

/** Headlines as they stand in every result. */
const TOLD = HEADLINES.flatMap(({metric}) => SHOWN.filter(({key}) => key === metric));

function numbersOf({scenario, compiled: {model}}: Loaded, facts: Facts): Ratio[] {
  const replication = new Replication(facts, model, askedBy(scenario.goals));
  const tally = replication.tallyOf(EVERYTHING);
  return [...goalRatios(scenario.goals, replication), ...TOLD.map(({metric, params}) => metric.of(tally, params))];
}

function numbersTold({scenario}: Loaded): SweepNumber[] {
  const goals = scenario.goals.map((goal, index): SweepNumber => {
    const {unit, better} = metricOf(goal);
    const byDay = goal.onDays === undefined ? {unit, better} : ({unit: 'ratio', better: 'higher'} as const);
    return {key: `goal ${index + 1}`, label: goal.text, ...byDay, isGoal: true};
  });
  return [...goals, ...TOLD.map(({key, label, metric: {unit, better}}) => ({key, label, unit, better, isGoal: false}))];
}

const column = (replications: readonly (readonly Ratio[])[], index: number): Ratio[] =>
  replications.map((ratios) => ratios[index]);

const estimateOf = (replications: readonly (readonly Ratio[])[], index: number): Estimate =>
  ratioEstimate(column(replications, index));

function standingOf({scenario: {goals}}: Loaded, ratios: readonly (readonly Ratio[])[]): Standing {
  if (goals.length === 0) return 'none';
  const slacks = goals.map((goal, index) => slackOf(goal, column(ratios, index)));
  if (slacks.some(({value, halfWidth}) => value + (halfWidth ?? 0) < 0)) return 'missed';
  return slacks.every(({value, halfWidth}) => value - (halfWidth ?? 0) >= 0) ? 'met' : 'undecided';
}
