import {shadowedBy} from '../../routing/segmentation/index.ts';
import type {FindingKind} from '../finding.ts';
import {listed, numbered} from '../words.ts';

export const shadowedRow: FindingKind = {
  code: 'shadowed-row',
  title: 'A row of the decision table never matches: rows before it take all its items',
  severity: 'warning',
  doc: 'The first row that matches decides. Everything this row could match is taken by an earlier one, or by several between them, so that it does nothing. Rows for special items stand before those for general ones.',
  covers: ['segmentation'],
  find({scenario, rows}) {
    if (rows === null) return [];
    const table = scenario.routing.segmentation;
    return table.rules.flatMap((_, row) => {
      const [item] = rows.matching[row];
      if (item === undefined || rows.reaching[row].length > 0) return [];
      const by = shadowedBy(table, row);
      const takers = [...new Set(rows.matching[row].map((each) => rows.rowsOf(each)[0] ?? 0))].sort((a, b) => a - b);
      const whole = by !== undefined && !rows.undecided.has(by);
      const taker = whole ? `row ${by + 1} matches` : `${numbered('row', takers)} between them match`;
      const only = whole || takers.length > 1 ? taker : `row ${(takers[0] ?? 0) + 1} takes`;
      return [
        {
          path: ['routing', 'segmentation', 'rules', row],
          message: `row ${row + 1} never matches: ${only} everything of it that the sources bring`,
          counterExample: rows.example(item),
          suggestion: `put it before ${listed([`row ${(whole ? by : (takers[0] ?? 0)) + 1}`])}, or leave it out`,
        },
      ];
    });
  },
};
