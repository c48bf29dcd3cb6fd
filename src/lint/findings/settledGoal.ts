import type {GoalSpec} from '../../scenario/scenario.ts';
import type {LintContext} from '../context.ts';
import type {FindingKind} from '../finding.ts';

export const settledGoal: FindingKind = {
  code: 'settled-goal',
  title: 'A goal that is decided before anything runs',
  severity: 'warning',
  doc: 'It is about a process that no item comes to, a group without agents, or the abandonment of customers who never hang up: it has no value, or always the same, and so proves nothing.',
  find(context) {
    return context.scenario.goals.flatMap((goal, index) => {
      const why = settled(context, goal);
      return why === null
        ? []
        : [
            {
              path: ['goals', index],
              message: `the goal ${goal.text} is decided already: ${why}`,
              suggestion: 'leave it out, or ask it of what can vary',
            },
          ];
    });
  },
};

function settled({served, scenario, plan}: LintContext, {of, metric}: GoalSpec): string | null {
  if (of.group !== undefined) {
    const group = plan.people.groups.indexOf(of.group);
    return plan.people.agents.some((agent) => agent.group === group) ? null : `nobody is in the group ${of.group}`;
  }
  const asked = served.filter(
    ({process, channels, sources}) =>
      (of.process === undefined || process === of.process) &&
      (of.channel === undefined || channels.includes(of.channel)) &&
      (of.source === undefined || sources.some(({name}) => name === of.source)),
  );
  if (asked.length === 0) return `no item comes to ${of.process ?? of.channel ?? of.source ?? 'it'}`;
  if (metric !== 'abandonment') return null;
  const sources = asked.flatMap((one) => one.sources).filter(({name}) => of.source === undefined || name === of.source);
  const leave = sources.some(
    ({patience, arrivals}) =>
      patience !== undefined || ('replay' in arrivals && arrivals.replay.columns.patience !== null),
  );
  return leave || scenario.demand.length === 0 ? null : 'its customers have no patience, and so never hang up';
}
