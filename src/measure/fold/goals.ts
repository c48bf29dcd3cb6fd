import type {GoalSpec} from '../../scenario/scenario.ts';
import {ratioEstimate} from '../../statistics/index.ts';
import type {Asked} from '../asked.ts';
import {evaluate, isJudged} from '../evaluate.ts';
import type {Metric, Ratio} from '../metric.ts';
import {METRICS} from '../metrics/index.ts';
import type {Estimate, GoalResult} from '../results.ts';
import type {Replication} from './replication.ts';
import type {ScopeTally} from './scopeTally.ts';

type Limit = GoalSpec['limit'];

/** Judges the scenario's goals: those by day as replications come, the others over all of them. */
export class Goals {
  private readonly goals: readonly GoalSpec[];
  private readonly asked: Asked;
  /** Per goal by day, per replication: days that met it, days judged. */
  private readonly days: readonly Ratio[][];

  constructor(goals: readonly GoalSpec[], asked: Asked) {
    this.goals = goals;
    this.asked = asked;
    this.days = goals.map(() => []);
  }

  add(replication: Replication): void {
    this.goals.forEach((goal, index) => {
      if (goal.onDays !== undefined) this.days[index].push(judgedDays(goal, replication));
    });
  }

  /** `tallies` of a goal's scope, one a replication. */
  results(talliesOf: (goal: GoalSpec) => readonly ScopeTally[]): GoalResult[] {
    return this.goals.map((goal, index) => {
      const {text, metric, of, limit, params} = goal;
      const onDays = goal.onDays ?? null;
      const within = params.withinMs === undefined ? {} : {withinSeconds: params.withinMs / 1000};
      const judgement = onDays === null ? this.whole(goal, talliesOf(goal)) : this.byDay(onDays, this.days[index]);
      return {text, metric, of, ...within, limit, onDays, ...judgement};
    });
  }

  private byDay(share: number, days: readonly Ratio[]) {
    const judged = days.reduce((sum, [, count]) => sum + count, 0);
    const estimate = ratioEstimate(days);
    return {estimate, judged, verdict: verdictOf(estimate, {kind: 'atLeast', value: share}, judged)};
  }

  private whole(goal: GoalSpec, tallies: readonly ScopeTally[]) {
    const metric = metricOf(goal);
    const estimate = evaluate(metric, goal.params, tallies, this.asked);
    const judged = tallies.reduce((sum, tally) => sum + judgedIn(metric, goal, tally), 0);
    return {estimate, judged, verdict: verdictOf(estimate, goal.limit, judged)};
  }
}

/** What one replication says of each goal: its metric over the goal's scope, or the days that met it and those judged. */
export function goalRatios(goals: readonly GoalSpec[], replication: Replication): Ratio[] {
  return goals.map((goal) =>
    goal.onDays === undefined
      ? metricOf(goal).of(replication.tallyOf(goal.of), goal.params)
      : judgedDays(goal, replication),
  );
}

/** Local days of a replication that met a goal's limit, and those with something to judge. */
export function judgedDays(goal: GoalSpec, replication: Replication): Ratio {
  const metric = metricOf(goal);
  let [met, judged] = [0, 0];
  for (let day = 0; day < replication.model.reporting.dayStartsMs.length; day++) {
    const tally = replication.dayTallyOf(goal.of, day);
    if (tally === null || !hasSubject(metric, tally)) continue;
    const ratio = metric.of(tally, goal.params);
    if (!isJudged(ratio)) continue;
    judged++;
    if (isOnGoodSide(ratio[0] / ratio[1], goal.limit)) met++;
  }
  return [met, judged];
}

/** Items that a tally gives a goal to judge; replications for goals about agents. */
export function judgedIn(metric: Metric, goal: GoalSpec, tally: ScopeTally): number {
  if (!hasSubject(metric, tally)) return 0;
  const [, denominator] = metric.of(tally, goal.params);
  if (metric.scopes.includes('group')) return denominator > 0 ? 1 : 0;
  if (goal.params.quantile !== undefined) return tally.answered + tally.abandoned;
  return metric.unit === 'ratio' || metric.unit === 'seconds' ? denominator : tally.offered + tally.rejected;
}

/** A backlog of nothing is small, but it says nothing: there must have been items. */
function hasSubject(metric: Metric, tally: ScopeTally): boolean {
  if (metric.scopes.includes('group')) return tally.onDutyMs + tally.paidMs > 0;
  if (metric.unit === 'ratio') return true;
  return tally.offered + tally.rejected + tally.backlog('end') > 0 || tally.backlog('peak') > 0;
}

/** The limit itself is good; the last bits of an interval's end do not decide. */
export function isOnGoodSide(value: number, {kind, value: limit}: Limit): boolean {
  const slack = 1e-12 * Math.max(1, Math.abs(limit));
  return kind === 'atLeast' ? value >= limit - slack : value <= limit + slack;
}

/** By the whole interval; where there is none (one replication) by the value alone. */
export function verdictOf({value, halfWidth}: Estimate, limit: Limit, judged: number): GoalResult['verdict'] {
  if (value === null || judged === 0) return 'nothing to judge';
  const reach = halfWidth ?? 0;
  const [low, high] = [isOnGoodSide(value - reach, limit), isOnGoodSide(value + reach, limit)];
  if (low && high) return 'met';
  return low || high ? 'undecided' : 'missed';
}

export function metricOf(goal: GoalSpec): Metric {
  const metric = METRICS.find(({key}) => key === goal.metric);
  if (metric === undefined) throw new Error(`a goal names the metric ${goal.metric}, which does not exist`);
  return metric;
}
