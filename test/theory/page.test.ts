/** The page is made of what is kept, and of nothing else. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {pageOf} from '../../docs/validate/page.ts';
import type {CaseResult, ComparedFigure} from '../reference/caseRun.ts';
import {runCase} from '../reference/caseRun.ts';
import {Store} from '../reference/store.ts';
import {casesOf} from './trials.ts';

const root = join(import.meta.dirname, '../..');
const cases = casesOf(root);
const caseOf = (id: string) => {
  const found = cases.get(id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
};
const into = mkdtempSync(join(tmpdir(), 'validation-'));
afterAll(() => rmSync(into, {recursive: true}));

const stamp = {code: 'abc', version: '0.1.0', node: 'v20'};
const page = () => pageOf({root, into, models: ['EB1', 'S9a'].map(caseOf), trials: []});

test('a case that was run is kept, and its figures stand on the page', () => {
  const store = new Store(join(into, 'validation'), 'reference');
  const result = runCase(caseOf('EB1'), 0.004);
  expect(result.replications).toBe(20);
  expect(result.figures.map(({key}) => key)).toEqual(['c1.p_abandon', 'g.A.occupancy']);
  store.put({...result, stamp});
  expect(new Store(join(into, 'validation'), 'reference').get('EB1')).toEqual({...result, stamp});
  const text = page();
  for (const {value} of result.figures) expect(text).toContain(`| 0.5 | ${Number(value.toPrecision(6))} ± `);
  expect(text).toContain('2 figures (of 1 models with exact values, 0 of an independent simulator): **none differs**');
  expect(text).toContain('Erlang 1917');
  expect(text).not.toContain('S9a Two sites');
});

test('what differs is said first; what is off by next to nothing has words of its own', () => {
  const figure = (key: string, value: number, p: number): ComparedFigure => ({
    ...{key, expected: 1, expectedHalfWidth: 0.0001, value, halfWidth: 0.0001, degrees: 78, p},
    t: (value - 1) / 0.00007,
  });
  const wrong: CaseResult = {
    ...{id: 'S9a', scale: 1, replications: 40, items: 1000, cpuSeconds: 1, missing: ['a.x: no figure x']},
    figures: [figure('a.wait', 1.1, 1e-12), figure('b.wait', 1.001, 1e-10), figure('a.asa', 1.00001, 0.5)],
    joint: {p: 0.0001, flips: 9999},
  };
  new Store(join(into, 'validation'), 'reference').put({...wrong, stamp});
  const text = page();
  expect(text).toMatch(/\*\*1 differ\*\*; 1 off by less than 0\.5 %/);
  expect(text).toMatch(/\| a\.wait \| 1 ± 0\.0001 \| 1\.1 ± 0\.0001 \| [\d.]+ \| \*\*differs\*\* \|/);
  expect(text).toContain('| off by less than 0.5 % |');
  expect(text).toContain('Left out: a.x: no figure x.');
});
