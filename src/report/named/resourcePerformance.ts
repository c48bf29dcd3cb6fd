import type {AgentRow} from '../../measure/results.ts';
import {items, type NamedReport, number, ratio, seconds, text} from './report.ts';
import {assignmentsOf, handleMsOf, share} from './told.ts';

export const resourcePerformance: NamedReport = {
  key: 'resource-performance',
  title: 'Resource performance',
  doc: 'A row a group, then a row an agent. Assignments that began and time that passed between warm-up and cool-down.',
  columns: [
    text('by', '`group` or `agent`.'),
    text('name', 'Name of the group or agent.'),
    text('group', 'Group of the agent.'),
    items('accepted', 'Assignments that began.'),
    items('handled', 'Of these, those that were over at the end; handle times are theirs.'),
    seconds('shortest_handle_s', 'Shortest handle time: handling and wrap-up of one assignment.'),
    seconds('mean_handle_s', 'Mean handle time.'),
    seconds('longest_handle_s', 'Longest handle time.'),
    seconds('sd_handle_s', 'Standard deviation of handle times, dividing by their number less one.'),
    number('variation', 'Standard deviation ÷ mean.'),
    ratio('occupancy', 'Busy ÷ (busy + ready).'),
    ratio('utilization', 'Busy ÷ paid; of groups only, for it is they that are paid for by interval.'),
    seconds('on_duty_s', 'Time on duty: ready, busy, ringing, resting and not ready.'),
    seconds('ready_s', 'Ready and without an item.'),
    seconds('busy_s', 'With at least one item, wrap-up included.'),
    seconds('ringing_s', 'Being offered an item, and without another.'),
    seconds('resting_s', 'On breaks and otherwise away as planned or by shrinkage.'),
    seconds('not_ready_s', 'Not ready after an offer that was not answered.'),
    seconds('overtime_s', 'Handling after the end of duty; not part of it.'),
  ],
  *rows(told) {
    const {agents, groups} = told.people;
    const handling = agents.map(() => new Handling());
    for (const each of assignmentsOf(told))
      if (each.fromMs >= told.people.countedFromMs && each.fromMs < told.people.countedToMs)
        handling[each.agent].add(handleMsOf(each) / 1000);
    for (const {group, occupancy, utilization} of groups) {
      const members = agents.flatMap((agent, index) => (agent.group === group ? [index] : []));
      const all = Handling.joined(members.map((index) => handling[index]));
      const time = timesOf(members.map((index) => agents[index]));
      yield ['group', group, group, ...all.cells, occupancy, utilization, ...time];
    }
    for (const [index, agent] of agents.entries())
      yield [
        'agent',
        agent.agent,
        agent.group,
        ...handling[index].cells,
        share(agent.busySeconds, agent.busySeconds + agent.readySeconds),
        null,
        ...timesOf([agent]),
      ];
  },
};

const STATES = [
  'onDutySeconds',
  'readySeconds',
  'busySeconds',
  'ringingSeconds',
  'restingSeconds',
  'notReadySeconds',
  'overtimeSeconds',
] as const satisfies readonly (keyof AgentRow)[];

const timesOf = (agents: readonly AgentRow[]): number[] =>
  STATES.map((state) => Math.round(agents.reduce((sum, agent) => sum + agent[state], 0) * 1000) / 1000);

/** Handle times in seconds; mean and spread as they come, by Welford's recurrence, and joined by that of Chan et al. */
class Handling {
  private accepted = 0;
  private handled = 0;
  private mean = 0;
  private squares = 0;
  private shortest = Infinity;
  private longest = -Infinity;

  /** NaN: not over. */
  add(handle: number): void {
    this.accepted++;
    if (Number.isNaN(handle)) return;
    this.handled++;
    const off = handle - this.mean;
    this.mean += off / this.handled;
    this.squares += off * (handle - this.mean);
    this.shortest = Math.min(this.shortest, handle);
    this.longest = Math.max(this.longest, handle);
  }

  static joined(parts: readonly Handling[]): Handling {
    const all = new Handling();
    for (const part of parts) {
      const handled = all.handled + part.handled;
      const apart = part.mean - all.mean;
      all.squares += part.squares + (handled > 0 ? (apart ** 2 * all.handled * part.handled) / handled : 0);
      all.mean += handled > 0 ? (apart * part.handled) / handled : 0;
      all.handled = handled;
      all.accepted += part.accepted;
      all.shortest = Math.min(all.shortest, part.shortest);
      all.longest = Math.max(all.longest, part.longest);
    }
    return all;
  }

  get cells(): (number | null)[] {
    const {accepted, handled, shortest, mean, longest, squares} = this;
    if (handled === 0) return [accepted, 0, null, null, null, null, null];
    const deviation = handled > 1 ? Math.sqrt(squares / (handled - 1)) : null;
    return [accepted, handled, shortest, mean, longest, deviation, deviation === null ? null : share(deviation, mean)];
  }
}
