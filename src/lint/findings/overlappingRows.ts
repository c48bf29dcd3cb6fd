import type {LintContext} from '../context.ts';
import type {FindingKind, Found} from '../finding.ts';
import {numbered} from '../words.ts';

export const overlappingRows: FindingKind = {
  code: 'overlapping-rows',
  title: 'Rows of the decision table that some item matches both, and neither is the special case of the other',
  severity: 'note',
  doc: 'The earlier row takes what both match. That is how tables are written where one row is a special case of the other; where each also matches items of its own, and they lead to different processes, their order decides, and is worth a look. The example is an item that both match.',
  find(context) {
    const {rows, scenario} = context;
    if (rows === null) return [];
    return scenario.routing.segmentation.rules.flatMap((_, row) => crossing(context, row));
  },
};

/** A row and all later ones that cross it, in one finding. */
function crossing({rows, scenario}: LintContext, row: number): Found[] {
  if (rows === null || rows.undecided.has(row)) return [];
  const {rules} = scenario.routing.segmentation;
  const own = new Set(rows.matching[row]);
  const reached = new Set(rows.reaching[row]);
  let example: number | undefined;
  const crossed = rules.flatMap(({then}, later) => {
    if (later <= row || rows.undecided.has(later) || JSON.stringify(then) === JSON.stringify(rules[row].then))
      return [];
    const common = rows.matching[later].filter((item) => reached.has(item));
    const inside = rows.matching[later].every((item) => own.has(item));
    const shared = new Set(rows.matching[later]);
    const contains = [...own].every((item) => shared.has(item));
    if (common.length === 0 || inside || contains) return [];
    example ??= common[0];
    return [later];
  });
  if (example === undefined) return [];
  return [
    {
      path: ['routing', 'segmentation', 'rules', row],
      message: `row ${row + 1} also takes items that ${numbered('row', crossed)} ${crossed.length === 1 ? 'matches' : 'match'}`,
      counterExample: rows.example(example),
      suggestion: 'leave it so if the earlier row is to decide; else change their order, or narrow one of them',
    },
  ];
}
