import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {amount} from '../quantities.ts';
import {left, right, type Table} from './table.ts';

/** How often each rule of segmentation matched. */
export function rulesTable(results: Results): Table | null {
  if (results.rules.length === 0) return null;
  return {
    key: 'rules',
    title: 'Segmentation: hits by rule',
    columns: [left('rule', 44), left('process', 24), right('hits', 12)],
    rows: results.rules.map((row) => [printable(row.rule), printable(row.process), amount(row.hits)]),
    note: 'Hits over all replications. The first rule that matches decides.',
  };
}
