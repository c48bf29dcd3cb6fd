import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {amount, percent} from '../quantities.ts';
import {left, right, type Table} from './table.ts';

/** What rang and was not answered, and what was interrupted; null where neither ever happened. */
export function offersTable({flow}: Results): Table | null {
  const rows = Object.entries(flow.process).map(([process, values]) => ({
    process,
    answered: values.answered?.value ?? 0,
    missed: values.missedOffers?.value ?? 0,
    interruptions: values.interruptions?.value ?? 0,
  }));
  if (!rows.some(({missed, interruptions}) => missed > 0 || interruptions > 0)) return null;
  return {
    key: 'offers',
    title: 'Offers, no answers and interruptions',
    columns: [
      left('process', 26),
      right('answered', 12),
      right('no answer', 12),
      right('share', 10),
      right('interruptions', 16),
    ],
    rows: rows.map(({process, answered, missed, interruptions}) => [
      printable(process),
      amount(answered),
      amount(missed),
      percent(answered + missed > 0 ? missed / (answered + missed) : null),
      amount(interruptions),
    ]),
    note: 'No answer: it rang at an agent in vain, and went to another. Share: of first answers and no answers together. Interruptions: handling was paused for more urgent work.',
  };
}
