import {STATUS_NAMES} from '../../model/life.ts';
import type {MilestoneSpec, Scenario, SourceSpec} from '../scenario.ts';
import {assignments} from './assignments.ts';
import type {Check} from './draft.ts';
import {isStatusReached, whyStageUnreached} from './reached.ts';

/** A milestone is about something that items of its process come to. */
export const milestonesReached: Check = ({scenario, reading}) => {
  for (const {name: process, milestones = []} of Object.values(scenario.routing.processes)) {
    const sources = sourcesOf(scenario, process);
    if (sources.length === 0) continue;
    for (const one of milestones)
      for (const key of ['when', 'starts'] as const) {
        if (isReached(scenario, sources, one[key])) continue;
        const never = key === 'when' ? 'is never met' : 'never starts';
        reading.error(
          [...reading.pathOf(one), key],
          `expected a status or stage that items of ${process} come to, found ${one[key]}: ${one.name} ${never}`,
          `nothing that becomes of items of ${sources.map(({name}) => name).join(', ')} leads there`,
        );
      }
  }
};

/** Stages that nothing at all reaches are told of by themselves. */
function isReached(scenario: Scenario, sources: readonly SourceSpec[], point: MilestoneSpec['when']): boolean {
  const stage = scenario.stages.find(({name}) => name === point);
  if (stage)
    return (
      whyStageUnreached(scenario, sources, stage) === null ||
      whyStageUnreached(scenario, scenario.demand, stage) !== null
    );
  const status = STATUS_NAMES.find((name) => name === point);
  return status === undefined || isStatusReached(scenario, sources, status);
}

const sourcesOf = (scenario: Scenario, process: string): SourceSpec[] => [
  ...new Set(assignments(scenario).flatMap((one) => (one.process === process ? one.source : []))),
];
