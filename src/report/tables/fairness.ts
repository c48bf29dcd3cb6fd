import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {amount, NOTHING, percent} from '../quantities.ts';
import {left, right, type Table} from './table.ts';

const MOST_ROWS = 40;

/** How evenly work came to agents alike in skill; the most uneven first. */
export function fairnessTable({fairness = []}: Results): Table | null {
  if (fairness.length === 0) return null;
  const rows = [...fairness].sort((a, b) => (b.offers.gini ?? 0) - (a.offers.gini ?? 0));
  const more = rows.length - MOST_ROWS;
  return {
    key: 'fairness',
    title: 'How evenly work came to agents alike in skill',
    columns: [
      left('agents', 34),
      right('how many', 9),
      right('offers an hour', 15),
      right('Gini', 8),
      right('load', 14),
      right('Gini', 8),
    ],
    rows: rows
      .slice(0, MOST_ROWS)
      .map(({group, agent, agents, offers, load}) => [
        `${printable(group)}: ${printable(agent)} and alike`,
        amount(agents),
        `${amount(offers.least)} to ${amount(offers.most)}`,
        giniText(offers.gini),
        `${percent(load.least)} to ${percent(load.most)}`,
        giniText(load.gini),
      ]),
    note: `Alike: of one group, with the same skills. Offers: answered or not, per hour on duty; load: busy ÷ (busy + ready). From the least to the most of them; Gini 0: all alike${more > 0 ? `. ${more} more are not shown` : ''}.`,
  };
}

const giniText = (value: number | null): string => (value === null ? NOTHING : value.toFixed(3));
