/** Traces worked by hand, played again whenever the page is written: it takes no time. */
import {join} from 'node:path';
import {goldenTraces} from '../../test/reference/cases.ts';
import {loadedOf} from '../../test/reference/loaded.ts';
import {expectedOf, inOrder, traceOf} from '../../test/reference/trace.ts';
import {table} from './table.ts';

export function tracesPart(root: string): string[] {
  const rows = goldenTraces(join(root, 'test/reference')).map((trace) => {
    const expected = inOrder(expectedOf(trace));
    const told = inOrder(traceOf(loadedOf(trace.sim)));
    const agrees = told.length === expected.length && told.every((line, i) => line === expected[i]);
    return [trace.id, trace.rule, `${expected.length}`, agrees ? 'every event agrees' : '**differs**'];
  });
  return [
    '## Worked by hand',
    '',
    `${rows.length} models of a few items whose events were worked out on paper: who comes, rings, starts, ends, hangs up, and when.`,
    'Numbers are seconds; `A#0` is the first agent of group A. `npm test` plays them too, and changes in one thing, which must be noticed.',
    '',
    table(['trace', 'what it is about', 'events', 'verdict'], rows, [2]),
    '',
  ];
}
