import type {Results} from '../../measure/results.ts';
import {amount, span} from '../quantities.ts';
import {scopeRows} from './scopes.ts';
import {left, right, type Table} from './table.ts';

/** How long items waited, and how many were unfinished. */
export function waitsTable(results: Results): Table {
  return {
    key: 'waits',
    title: 'Waits and backlog',
    columns: [
      left('process', 19),
      left('channel', 9),
      right('mean', 8),
      right('50%', 8),
      right('90%', 8),
      right('95%', 8),
      right('backlog\nat end', 10),
      right('backlog\npeak', 10),
    ],
    rows: scopeRows(results).map(({name, channel, values}) => [
      name,
      channel,
      span(values.wait?.value ?? null),
      span(values.waitQuantile50?.value ?? null),
      span(values.waitQuantile90?.value ?? null),
      span(values.waitQuantile95?.value ?? null),
      amount(values.backlogAtEnd?.value ?? null),
      amount(values.backlogPeak?.value ?? null),
    ]),
    note: 'Waits: to answer or to hanging up, of items that came to either. Backlog: items not finished.',
  };
}
