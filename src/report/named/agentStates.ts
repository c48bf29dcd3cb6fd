import {agents, type NamedReport, text} from './report.ts';

export const agentStates: NamedReport = {
  key: 'agent-states',
  title: 'Agent states over the day',
  doc: 'A row an interval and group in which anybody was on duty: how many of its agents were in each state on average, warm-up included.',
  columns: [
    text('start', 'Start of the interval, local time.'),
    text('group', 'Name of the group.'),
    agents('ready', 'Ready and without an item.'),
    agents('busy', 'With at least one item, wrap-up included.'),
    agents('ringing', 'Being offered an item, and without another.'),
    agents('resting', 'On breaks and otherwise away as planned or by shrinkage.'),
    agents('not_ready', 'Not ready after an offer that was not answered.'),
    agents('overtime', 'Still handling after the end of duty.'),
  ],
  *rows({people: {states}, model, localTime}) {
    const intervals = Math.max(0, ...states.map((each) => each.agents.length));
    for (let interval = 0; interval < intervals; interval++) {
      const start = localTime(interval * model.reporting.intervalMs);
      for (const {group, agents: of} of states) {
        const {ready, busy, ringing, resting, notReady, overtime} = of[interval];
        const cells = [ready, busy, ringing, resting, notReady, overtime];
        if (cells.some((count) => count > 0)) yield [start, group, ...cells];
      }
    }
  },
};
