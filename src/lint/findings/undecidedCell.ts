import {valuesOf} from '../../routing/segmentation/cell.ts';
import type {FindingKind} from '../finding.ts';

export const undecidedCell: FindingKind = {
  code: 'undecided-cell',
  title: 'A cell in FEEL that lint does not decide',
  severity: 'note',
  doc: 'Words, numbers, comparisons, ranges, lists and `not(…)` are decided for all values at once. Other FEEL is evaluated item by item when it runs: whether such a row is shadowed, or takes what later rows are for, is not judged rather than guessed.',
  find({scenario, rows}) {
    const {columns, rules} = scenario.routing.segmentation;
    const found = rules.flatMap(({cells}, row) =>
      cells.flatMap((cell, column) =>
        valuesOf(cell) === null
          ? [
              {
                path: ['routing', 'segmentation', 'rules', row],
                message: `row ${row + 1}: \`${cell}\` for ${columns[column]} is decided item by item; what it hides of later rows is not judged`,
              },
            ]
          : [],
      ),
    );
    if (rows !== null || rules.length === 0) return found;
    return [
      ...found,
      {
        path: ['routing', 'segmentation'],
        message: 'the table tells more kinds of items apart than can be tried: rows are not judged against each other',
      },
    ];
  },
};
