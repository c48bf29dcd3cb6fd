import type {Model} from '../../model/model.ts';
import {targetStride} from '../fields.ts';
import {DEALS, DEALS_STRIDE, LEAD_AGES_MS, MISSED_DEALS, MISSED_DEALS_STRIDE} from '../life/leadBook.ts';
import type {Deals, LeadResults} from '../results.ts';
import type {Replication} from './replication.ts';
import {sumRows} from './scopeTally.ts';

/** Who won what of leads, and at what age; undefined where the scenario has none. Means per replication. */
export function leadResults(replications: readonly Replication[], model: Model): LeadResults | undefined {
  const leads = model.life?.leads;
  if (leads === undefined) return undefined;
  const means = (column: string) =>
    sumRows(replications.map(({facts}) => facts.columns[column])).map((sum) => sum / replications.length);
  const {processes, groups, targets} = model.names;
  const rowsOf = <Named>(
    column: string,
    width: number,
    named: (process: string, k: number, index: number) => Named,
  ) => {
    const rows = means(column);
    return processes.flatMap((process, index) =>
      Array.from({length: width}, (_, k) => k).flatMap((k) => {
        const deals = dealsAt(rows, index * width + k);
        return deals.contacts > 0 ? [{...named(process, k, index), ...deals}] : [];
      }),
    );
  };
  const missed = means('leadsMissed');
  const noted = means('noted');
  return {
    byGroup: rowsOf('leadsByGroup', groups.length, (process, k) => ({process, group: groups[k]})),
    byTarget: rowsOf('leadsByTarget', targetStride(model), (process, k, index) => ({
      process,
      target: k === 0 ? 'preferred agent' : (targets[index][k - 1] ?? ''),
    })),
    byAge: rowsOf('leadsByAge', LEAD_AGES_MS.length, (process, k) => ({
      process,
      fromSeconds: LEAD_AGES_MS[k] / 1000,
      toSeconds: k + 1 < LEAD_AGES_MS.length ? LEAD_AGES_MS[k + 1] / 1000 : null,
    })),
    notContacted: processes.flatMap((process, index) => {
      const at = index * MISSED_DEALS_STRIDE;
      const count = missed[at + MISSED_DEALS.leads];
      return count > 0 ? [{process, leads: count, valueLost: missed[at + MISSED_DEALS.lost]}] : [];
    }),
    dispositions: processes.flatMap((process, index) =>
      leads.dispositions.flatMap((disposition, k) => {
        const items = noted[index * leads.dispositions.length + k];
        return items > 0 ? [{process, disposition, items}] : [];
      }),
    ),
  };
}

function dealsAt(rows: Float64Array, row: number): Deals {
  const at = (field: number) => rows[row * DEALS_STRIDE + field];
  return {
    contacts: at(DEALS.contacts),
    conversions: at(DEALS.conversions),
    valueWon: at(DEALS.won),
    valueLost: at(DEALS.lost),
  };
}
