import type {GoalSpec, ProcessSpec} from '../scenario.ts';
import type {Check, Draft} from './draft.ts';

/** Goals that nothing in the scenario could ever be judged by: no limit to answer within, nothing ever due. */
export const goalsToJudge: Check = (draft) => {
  const {scenario, reading} = draft;
  for (const goal of scenario.goals) {
    if (goal.params.withinMs !== undefined) continue;
    const processes = Object.values(scenario.routing.processes).filter(
      ({name}) => goal.of.process === undefined || goal.of.process === name,
    );
    if (processes.length === 0) continue;
    const path = [...reading.pathOf(goal), goal.metric];
    if (goal.metric.startsWith('serviceLevel') && !processes.some(isPromised))
      reading.warn(
        path,
        'nothing to judge this goal by: no `answerWithin` in its processes',
        'add answerWithin: 20s to the process, or within: 20s to the goal',
      );
    if (goal.metric === 'slaAttainment' && !processes.some((process) => isDue(process, draft)))
      reading.warn(
        path,
        'nothing to judge this goal by: no `sla` in its processes',
        'add sla: 8h to the process, or within: 8h to the goal',
      );
    checkDays(draft, goal);
  }
};

const isPromised = ({answerWithinMs}: ProcessSpec): boolean => answerWithinMs !== undefined;

function isDue({slaMs}: ProcessSpec, {scenario}: Draft): boolean {
  return (
    slaMs !== undefined || scenario.demand.some(({arrivals}) => 'replay' in arrivals && arrivals.replay.columns.due)
  );
}

function checkDays({reading}: Draft, goal: GoalSpec): void {
  if (goal.onDays !== undefined && goal.params.at !== undefined && goal.params.at !== 'peak')
    reading.warn(
      [...reading.pathOf(goal), 'onDays'],
      'a value at one instant is not judged day by day',
      'leave out onDays, or write at: peak',
    );
}
