import type {Problem} from '../language/problem.ts';
import type {Reachable} from '../routing/eligibility/findings.ts';
import {error, type Finding, warning} from '../routing/finding.ts';
import {hasTop} from '../routing/priority/index.ts';
import type {Scenario} from '../scenario/scenario.ts';
import type {People} from '../workforce/people.ts';
import {priorityFor} from './curves.ts';
import {skillNames} from './targets.ts';
import {unseenFindings} from './unseen.ts';

/** Findings with their places in the files. */
export function problemsOf(scenario: Scenario, findings: readonly Finding[]): Problem[] {
  return findings.map(({severity, path, message, hint, check}) => ({
    severity,
    at: scenario.located.locate(path),
    path: path.join('.'),
    message,
    ...(hint === undefined ? {} : {hint}),
    ...(check === undefined ? {} : {check}),
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

/**
 * What only compiling sees, paths from the root of the scenario. Names, expressions, tables and capacity rules are
 * checked where the scenario is read, by the functions of src/routing.
 */
export const compileFindings = (scenario: Scenario): Finding[] => [
  ...boundsFindings(scenario),
  ...foundBy('afterHold', afterHoldFindings(scenario)),
  ...foundBy('unseen', unseenFindings(scenario)),
];

const foundBy = (check: string, findings: readonly Finding[]): Finding[] =>
  findings.map((finding) => ({...finding, check}));

/** Bounds that have nothing to replace. */
function boundsFindings(scenario: Scenario): Finding[] {
  return Object.values(scenario.routing.processes).flatMap((process) => {
    const {use, to} = process.priority;
    if (to === undefined || hasTop(priorityFor(scenario, process))) return [];
    return [
      error(
        ['routing', 'processes', process.name, 'priority', 'to'],
        `expected no \`to\`: the priority ${use} has no top that it could replace`,
        `leave it out, or give ${use} a value that grows`,
      ),
    ];
  });
}

/** When a hold ends, one way of asking serves everybody. */
function afterHoldFindings({routing, workforce}: Scenario): Finding[] {
  const used = new Set(workforce.map(({capacity}) => capacity));
  const holding = Object.values(routing.capacity).filter((rule) => rule.holdBackFor.length > 0 && used.has(rule.name));
  if (new Set(holding.map(({afterHold}) => afterHold)).size < 2) return [];
  return holding
    .filter(({afterHold}) => afterHold === 'items')
    .map(({name}) =>
      warning(
        ['routing', 'capacity', name, 'afterHold'],
        'afterHold is agents in another capacity rule, and one way serves all: agents are asked in turn',
        'give all rules with holdBackFor the same afterHold',
      ),
    );
}
