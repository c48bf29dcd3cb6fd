import type {Names} from '../model/model.ts';
import type {Outcome} from '../routing/segmentation/spec.ts';
import type {Scenario} from '../scenario/scenario.ts';
import type {People} from '../workforce/people.ts';
import {openingOf} from './channels.ts';

export function namesOf(
  scenario: Scenario,
  people: People,
  channels: readonly string[],
  skills: readonly string[],
  targets: Names['targets'],
): Names {
  const {segmentation, processes} = scenario.routing;
  return {
    sources: scenario.demand.map(({name}) => name),
    channels,
    processes: Object.keys(processes),
    groups: people.groups,
    agents: people.agents.map(({name}) => name),
    skills,
    reasons: people.reasons,
    targets,
    rules: [
      ...segmentation.rules.map(({text}) => text),
      ...(segmentation.otherwise ? [`otherwise ${outcomeText(segmentation.otherwise)}`] : []),
      ...scenario.demand.flatMap((source) => (openingOf(source) ? [`work order ${source.name}`] : [])),
    ],
  };
}

const outcomeText = ({process, agent, group}: Outcome) =>
  [process, agent === undefined ? '' : `agent ${agent}`, group === undefined ? '' : `group ${group}`]
    .filter(Boolean)
    .join(', ');
