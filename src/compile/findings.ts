import type {Problem} from '../language/problem.ts';
import {capacityFindings} from '../routing/capacity/findings.ts';
import {distributionFindings, type Reachable} from '../routing/eligibility/findings.ts';
import {type Finding, under} from '../routing/finding.ts';
import type {Scenario} from '../scenario/scenario.ts';
import type {People} from '../workforce/people.ts';
import {channelNames} from './channels.ts';
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

/** Who is there, as targets see it. */
export function reachableOf(scenario: Scenario, people: People): Reachable {
  return {
    skills: skillNames(scenario, people),
    groups: people.groups,
    agents: people.agents.map(({name, group, skillsets}) => ({name, group: people.groups[group] ?? '', skillsets})),
  };
}

/** Everything wrong or doubtful about routing that needs the whole scenario to be seen. */
export function routingFindings(scenario: Scenario, people: People): Finding[] {
  return [...distributionsFindings(scenario, people), ...capacitiesFindings(scenario)];
}

export function distributionsFindings(scenario: Scenario, people: People): Finding[] {
  const reachable = reachableOf(scenario, people);
  return Object.values(scenario.routing.distribution).flatMap((rule) =>
    under(['routing', 'distribution', rule.name], distributionFindings(rule, reachable)),
  );
}

export function capacitiesFindings(scenario: Scenario): Finding[] {
  const channels = channelNames(scenario);
  return Object.values(scenario.routing.capacity).flatMap((rule) =>
    under(['routing', 'capacity', rule.name], capacityFindings(rule, channels)),
  );
}
