import {hasLeads} from '../../demand/items/leads.ts';
import type {Leads} from '../../model/leads.ts';
import {CONVERTED} from '../../scenario/read/leads.ts';
import type {Scenario} from '../../scenario/scenario.ts';

/** Undefined where nothing is. */
export function leadsOf({demand}: Scenario): Leads | undefined {
  if (!demand.some(hasLeads)) return undefined;
  const names = demand.map(({lead, dispositions = []}) => [
    ...dispositions.map(({name}) => name),
    ...(lead?.conversion ? [CONVERTED] : []),
  ]);
  const all = [...new Set(names.flat())];
  return {
    conversion: demand.map(({lead}) => lead?.conversion ?? null),
    dispositions: all,
    noted: names.map((ofSource) => ofSource.map((name) => all.indexOf(name))),
  };
}
