import type {Model} from '../../model/model.ts';
import {BIN_FIELD, BIN_STRIDE} from '../life/binBook.ts';
import type {PersonalBacklog} from '../results.ts';
import type {Replication} from './replication.ts';
import {sumRows} from './scopeTally.ts';

/** What agents have of their own besides what is in hand; undefined where nothing is parked or put into inboxes. */
export function personalBacklog(replications: readonly Replication[], model: Model): PersonalBacklog | undefined {
  const {roster, names, reporting, horizon} = model;
  const totals = sumRows(replications.map(({facts}) => facts.columns.bins ?? []));
  if (totals.length === 0) return undefined;
  const count = replications.length;
  const countedMs = replications.reduce(
    (sum, {countFromMs, countToMs}) => sum + Math.max(0, countToMs - countFromMs),
    0,
  );
  const byInterval = sumRows(replications.map(({facts}) => facts.columns.binsByInterval ?? []));
  const groups = roster.groupCount;
  const endMs = Math.min(horizon.untilMs, Math.max(...replications.map((one) => one.endMs)));
  const intervals = Math.max(0, Math.ceil(endMs / reporting.intervalMs));
  const meanIn = (group: number, kind: number) =>
    Array.from({length: intervals}, (_, interval) => {
      const lasts = Math.min(endMs, (interval + 1) * reporting.intervalMs) - interval * reporting.intervalMs;
      return (byInterval[((interval + 1) * groups + group) * 2 + kind] ?? 0) / lasts / count;
    });
  return {
    agents: names.agents.map((agent, index) => {
      const of = (field: number) => totals[index * BIN_STRIDE + field];
      return {
        agent,
        parked: of(BIN_FIELD.parked) / count,
        workbinItems: countedMs > 0 ? of(BIN_FIELD.workbinMs) / countedMs : 0,
        workbinAtEnd: of(BIN_FIELD.workbin) / count,
        assigned: of(BIN_FIELD.assigned) / count,
        inboxItems: countedMs > 0 ? of(BIN_FIELD.inboxMs) / countedMs : 0,
        inboxAtEnd: of(BIN_FIELD.inbox) / count,
      };
    }),
    groups: names.groups.map((group, index) => ({
      group,
      workbinItems: meanIn(index, BIN_FIELD.workbinMs),
      inboxItems: meanIn(index, BIN_FIELD.inboxMs),
    })),
  };
}
