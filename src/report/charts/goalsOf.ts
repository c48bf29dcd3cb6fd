import type {GoalResult, Results} from '../../measure/results.ts';

/** Goals of a metric that ask something of this process and channel (or of everything) over the whole horizon. */
export function flowGoals(results: Results, metric: string, process: string, channel: string): GoalResult[] {
  return results.goals.filter(({of = {}, ...goal}) => {
    if (goal.metric !== metric || of.group !== undefined || of.source !== undefined || of.attribute !== undefined)
      return false;
    return (of.process ?? process) === process && (of.channel ?? channel) === channel;
  });
}

export function groupGoals(results: Results, metric: string, group: string): GoalResult[] {
  return results.goals.filter((goal) => goal.metric === metric && (goal.of?.group ?? group) === group);
}
