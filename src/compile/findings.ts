import type {Problem} from '../language/problem.ts';
import {capacityFindings} from '../routing/capacity/findings.ts';
import {distributionFindings, type Reachable} from '../routing/eligibility/findings.ts';
import {type Finding, under} from '../routing/finding.ts';
import {tableFindings} from '../routing/segmentation/tableFindings.ts';
import type {Scenario} from '../scenario/scenario.ts';
import {type People, peopleOf} from '../workforce/people.ts';
import {channelNames, channelsOf} from './channels.ts';
import {type Plan, planOf} from './plan.ts';
import {attributeTypes, possibleValues} from './possibleValues.ts';
import {processesFindings} from './processFindings.ts';
import {servedFindings} from './servedFindings.ts';
import {skillNames} from './targets.ts';

/** Findings with their places in the files. */
export function problemsOf(scenario: Scenario, findings: readonly Finding[]): Problem[] {
  return findings.map(({severity, path, message, hint}) => ({
    severity,
    at: scenario.located.locate(path),
    path: path.join('.'),
    message,
    ...(hint === undefined ? {} : {hint}),
  }));
}

/**
 * Everything wrong or doubtful about routing that needs the whole scenario to be seen, paths from its root. Names of
 * processes, priorities, distributions and capacity rules must exist.
 */
export const routingFindings = (scenario: Scenario, people: People = peopleOf(scenario)): Finding[] =>
  planFindings(scenario, planOf(scenario, people));

/** As `routingFindings`, for a plan already made. */
export function planFindings(scenario: Scenario, plan: Plan): Finding[] {
  const found = [
    ...segmentationFindings(scenario),
    ...distributionsFindings(scenario, plan.people),
    ...capacitiesFindings(scenario),
    ...processesFindings(scenario),
  ];
  // What nobody serves is news only where nothing else explains it.
  return found.some(({severity}) => severity === 'error') ? found : [...found, ...servedFindings(scenario, plan)];
}

export function segmentationFindings(scenario: Scenario): Finding[] {
  const {segmentation} = scenario.routing;
  const spaces = scenario.demand.flatMap((source) =>
    channelsOf(source.channel).map((channel) =>
      segmentation.columns.map((column) => possibleValues(source, channel, column)),
    ),
  );
  return under(['routing', 'segmentation'], tableFindings(segmentation, {types: attributeTypes(scenario), spaces}));
}

export function distributionsFindings(scenario: Scenario, people: People): Finding[] {
  const reachable = reachableOf(scenario, people);
  return Object.values(scenario.routing.distribution).flatMap((rule) =>
    under(['routing', 'distribution', rule.name], distributionFindings(rule, reachable)),
  );
}

/** Who is there, as targets see it. */
export function reachableOf(scenario: Scenario, people: People): Reachable {
  return {
    skills: skillNames(scenario, people),
    groups: people.groups,
    agents: people.agents.map(({name, group, skillsets}) => ({name, group: people.groups[group] ?? '', skillsets})),
  };
}

export function capacitiesFindings(scenario: Scenario): Finding[] {
  const channels = channelNames(scenario);
  return Object.values(scenario.routing.capacity).flatMap((rule) =>
    under(['routing', 'capacity', rule.name], capacityFindings(rule, channels)),
  );
}
