import type {AttributeValue} from '../../model/moves.ts';
import type {LintContext} from '../context.ts';
import type {FindingKind, Found} from '../finding.ts';
import {cellsMatched, seenOf} from '../items.ts';
import {short} from '../words.ts';

export const impossibleRow: FindingKind = {
  code: 'impossible-row',
  title: 'No item that any source brings has the values a row of the decision table asks for',
  severity: 'warning',
  doc: 'What sources bring is known where their attributes are constants, shares or distributions: a row that asks for a value, a range or a combination that none of them brings does nothing. Logs may bring anything, and are not judged. The example is the item that comes nearest.',
  find(context) {
    const {rows, scenario, problems} = context;
    if (rows === null) return [];
    return scenario.routing.segmentation.rules.flatMap((_, row) => {
      const path = ['routing', 'segmentation', 'rules', row];
      const at = scenario.located.locate(path);
      // A text that no source brings has been told with the nearest that there is.
      const isTold = problems.some(
        (one) => one.check === 'segmentation' && one.at.file === at.file && one.at.line === at.line,
      );
      return rows.matching[row].length > 0 || rows.items.length === 0 || isTold ? [] : [impossible(context, row)];
    });
  },
};

function impossible({rows, scenario}: LintContext, row: number): Found {
  const {columns, rules} = scenario.routing.segmentation;
  const missed = (rows?.items ?? []).map((item) => {
    const values = seenOf(item);
    const failing = cellsMatched(scenario.routing.segmentation, row, values).flatMap((matches, column) =>
      matches === false ? [column] : [],
    );
    return {values, failing};
  });
  const nearest = missed.reduce(
    (best, each, item) => (each.failing.length < missed[best].failing.length ? item : best),
    0,
  );
  const {values, failing} = missed[nearest];
  const [column = 0] = failing;
  const name = columns[column] ?? '';
  const alone = failing.length === 1;
  return {
    path: ['routing', 'segmentation', 'rules', row],
    message: `row ${row + 1} never matches: no source brings ${
      alone ? `such an item with ${name} ${rules[row].cells[column]}` : 'items with its values'
    }; the nearest has ${name} ${textOf(values.get(name) ?? null)}`,
    ...(rows && {counterExample: rows.example(nearest)}),
    suggestion: `change the row, or the ${name} that sources bring`,
  };
}

const textOf = (value: AttributeValue): string =>
  value === null ? 'missing' : typeof value === 'number' ? short(value) : value;
