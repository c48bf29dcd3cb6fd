import {nearest} from '../language/nearest.ts';
import {shown} from '../language/show.ts';
import {error, type Finding, warning} from '../routing/finding.ts';
import {hasTop, needsDue} from '../routing/priority/index.ts';
import type {Outcome} from '../routing/segmentation/spec.ts';
import type {ProcessSpec, Scenario, SourceSpec} from '../scenario/scenario.ts';
import {peopleOf} from '../workforce/people.ts';
import {bringsPreferred, channelsOf, logOf} from './channels.ts';
import {priorityFor} from './curves.ts';
import {outcomesFor} from './routes.ts';

/** What is wrong or doubtful with processes: unused, bounds without a place, shares of a time that is not given. */
export function processesFindings(scenario: Scenario): Finding[] {
  const sources = sourcesByProcess(scenario);
  return [
    ...directFindings(scenario),
    ...Object.values(scenario.routing.processes).flatMap((process) => {
      const from = sources.get(process.name);
      if (!from)
        return [
          warning(
            pathOf(process),
            `no item can come to the process ${process.name}`,
            'let a rule lead to it, or leave it out',
          ),
        ];
      return [...boundsFindings(scenario, process), ...dueFindings(scenario, process, [...from])];
    }),
  ];
}

const pathOf = ({name}: ProcessSpec) => ['routing', 'processes', name];

/** Sources whose items may come to each process. */
function sourcesByProcess(scenario: Scenario): Map<string, Set<SourceSpec>> {
  const found = new Map<string, Set<SourceSpec>>();
  for (const source of scenario.demand)
    for (const channel of channelsOf(source.channel))
      for (const {outcome} of outcomesFor(scenario, source, channel))
        found.set(outcome.process, (found.get(outcome.process) ?? new Set()).add(source));
  return found;
}

function boundsFindings(scenario: Scenario, process: ProcessSpec): Finding[] {
  const {use, to} = process.priority;
  if (to === undefined || hasTop(priorityFor(scenario, process))) return [];
  return [
    error(
      [...pathOf(process), 'priority', 'to'],
      `expected no \`to\`: the priority ${use} has no top that it could replace`,
    ),
  ];
}

/** Shares of the time allowed where nothing is ever due. */
function dueFindings(scenario: Scenario, process: ProcessSpec, sources: readonly SourceSpec[]): Finding[] {
  if (process.slaMs !== undefined || sources.some((source) => logOf(source)?.columns.due)) return [];
  const hint = `give ${process.name} an sla, as in sla: 8h`;
  const {targets, preferredAgent} = scenario.routing.distribution[process.distribute] ?? {
    targets: [],
    preferredAgent: null,
  };
  const distribution = ['routing', 'distribution', process.distribute];
  const priority = needsDue(priorityFor(scenario, process)).filter((key) => key !== 'overdue');
  return [
    ...priority
      .slice(0, 1)
      .map((key) =>
        error(
          [...pathOf(process), 'priority'],
          `expected an sla: \`${key}\` of the priority ${process.priority.use} counts on one, and ${process.name} has none`,
          hint,
        ),
      ),
    ...targets.flatMap((target, index) =>
      (target.for?.share ?? 0) > 0
        ? [
            error(
              [...distribution, 'targets', index, 'for'],
              `expected a time such as 30s: ${process.name} has no sla to take a share of`,
              hint,
            ),
          ]
        : [],
    ),
    ...((preferredAgent?.for.share ?? 0) > 0 && sources.some(bringsPreferred)
      ? [
          error(
            [...distribution, 'preferredAgent'],
            `expected a time such as 30s: ${process.name} has no sla to take a share of`,
            hint,
          ),
        ]
      : []),
  ];
}

/** Agents and groups that rows assign to directly. */
function directFindings(scenario: Scenario): Finding[] {
  const {rules, otherwise} = scenario.routing.segmentation;
  const outcomes = [
    ...rules.map((rule, index) => ({outcome: rule.then, path: ['rules', index, 'then']})),
    ...(otherwise ? [{outcome: otherwise, path: ['otherwise']}] : []),
  ].filter(({outcome}) => outcome.agent !== undefined || outcome.group !== undefined);
  if (outcomes.length === 0) return [];
  const people = peopleOf(scenario);
  const agents = people.agents.map(({name}) => name);
  return outcomes.flatMap(({outcome, path}) =>
    nameFindings(outcome, agents, people.groups).map((finding) => ({
      ...finding,
      path: ['routing', 'segmentation', ...path, ...finding.path],
    })),
  );
}

function nameFindings({agent, group}: Outcome, agents: readonly string[], groups: readonly string[]): Finding[] {
  const check = (key: string, name: string | undefined, known: readonly string[]) => {
    if (name === undefined || known.includes(name)) return [];
    const near = nearest(name, known);
    return [
      error(
        [key],
        `expected ${key === 'agent' ? 'an agent' : 'a group'} of the workforce, found ${shown(name)}`,
        near && `did you mean ${near}?`,
      ),
    ];
  };
  return [...check('agent', agent, agents), ...check('group', group, groups)];
}
