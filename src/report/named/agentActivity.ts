import {lastDay} from './activity.ts';
import {items, type NamedReport, seconds, text} from './report.ts';
import {localSecond} from './time.ts';
import {assignmentsOf, handleMsOf, meanSeconds} from './told.ts';

export const agentActivity: NamedReport = {
  key: 'agent-activity',
  title: 'Agent activity',
  doc: 'A row an agent: the last 24 hours before the end of the horizon, as a wallboard would show them then.',
  columns: [
    text('agent', 'Name of the agent.'),
    text('group', 'His group.'),
    items('accepted', 'Assignments that began.'),
    items('handled', 'Assignments whose handling was over.'),
    items('in_hand', 'Items in his hands at the end.'),
    seconds('mean_handle_s', 'Handle time of those handled, wrap-up included.'),
    seconds('longest_handle_s', 'The longest of them.'),
    text('last_accepted', 'Local time at which he last accepted anything; empty: nothing in these hours.'),
  ],
  *rows(told) {
    const {names, roster} = told.model;
    const window = lastDay(told);
    const rows = names.agents.map(() => ({
      accepted: 0,
      handled: 0,
      inHand: 0,
      sumMs: 0,
      longestMs: 0,
      lastMs: Number.NaN,
    }));
    for (const each of assignmentsOf(told)) {
      const row = rows[each.agent];
      if (window.has(each.fromMs)) {
        row.accepted++;
        row.lastMs = each.fromMs;
      }
      if (each.fromMs < window.toMs && !(each.handledMs < window.toMs)) row.inHand++;
      if (!window.has(each.handledMs)) continue;
      row.handled++;
      row.sumMs += handleMsOf(each);
      row.longestMs = Math.max(row.longestMs, handleMsOf(each));
    }
    for (const [agent, {accepted, handled, inHand, sumMs, longestMs, lastMs}] of rows.entries())
      yield [
        names.agents[agent],
        names.groups[roster.group[agent]],
        accepted,
        handled,
        inHand,
        meanSeconds(sumMs, handled),
        handled > 0 ? longestMs / 1000 : null,
        localSecond(told, lastMs),
      ];
  },
};
