import type {GoalSpec} from '../scenario/scenario.ts';
import {METRICS} from './metrics/index.ts';
import type {Scope} from './scope.ts';

/** What goals need of a replication beyond what is always tallied. Distinct values, in order of the goals. */
export interface Asked {
  /** Answer limits other than the processes' own. */
  readonly answerLimitsMs: readonly number[];
  /** Allowed times from arrival on the clock of the process, in place of due dates. */
  readonly allowedMs: readonly number[];
  /** Instants at which the backlog is read. */
  readonly instantsMs: readonly number[];
  /** Scopes whose backlog peak is asked, beside those always kept. */
  readonly peaks: readonly Scope[];
  /** Whether anything is judged by local day, and scopes whose wait quantiles are. */
  readonly days: boolean;
  readonly dayWaits: readonly Scope[];
}

export const NOTHING_ASKED: Asked = {
  answerLimitsMs: [],
  allowedMs: [],
  instantsMs: [],
  peaks: [],
  days: false,
  dayWaits: [],
};

/** What these goals need. A goal on a metric that does not exist asks for nothing. */
export function askedBy(goals: readonly GoalSpec[]): Asked {
  const limitOf = (goal: GoalSpec) => METRICS.find((metric) => metric.key === goal.metric)?.limits;
  const within = (limits: 'answer' | 'completion') =>
    distinct(goals.filter((goal) => limitOf(goal) === limits).flatMap(({params}) => params.withinMs ?? []));
  const byDay = goals.filter((goal) => goal.onDays !== undefined);
  return {
    answerLimitsMs: within('answer'),
    allowedMs: within('completion'),
    instantsMs: distinct(goals.flatMap(({params: {at}}) => (typeof at === 'object' ? at.ms : []))).sort(
      (a, b) => a - b,
    ),
    peaks: goals.filter(({params}) => params.at === 'peak').map(({of}) => of),
    days: byDay.length > 0,
    dayWaits: byDay.filter(({params}) => params.quantile !== undefined).map(({of}) => of),
  };
}
const distinct = (values: readonly number[]): number[] => [...new Set(values)];
