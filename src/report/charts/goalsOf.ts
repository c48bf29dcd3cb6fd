import type {GoalResult, Results} from '../../measure/results.ts';

/** What a metric drawn by interval is judged by, where a goal may name another limit. */
type Limit = 'answerWithinSeconds' | 'slaSeconds';

/**
 * Goals of a metric that ask something of this process and channel (or of everything) over the whole horizon, by the
 * limit that the process promises: what another limit asks cannot be read off the same line.
 */
export function flowGoals(
  results: Results,
  metric: string,
  limit: Limit,
  process: string,
  channel: string,
): GoalResult[] {
  const promised = results.promises?.[process]?.[limit] ?? null;
  return results.goals.filter(({of = {}, ...goal}) => {
    if (goal.withinSeconds !== undefined && goal.withinSeconds !== promised) return false;
    if (goal.metric !== metric || of.group !== undefined || of.source !== undefined || of.attribute !== undefined)
      return false;
    return (of.process ?? process) === process && (of.channel ?? channel) === channel;
  });
}

export function groupGoals(results: Results, metric: string, group: string): GoalResult[] {
  return results.goals.filter((goal) => goal.metric === metric && (goal.of?.group ?? group) === group);
}
