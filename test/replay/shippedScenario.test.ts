import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {expect, test} from 'vitest';
import {compile} from '../../src/compile/index.ts';
import {parseTable} from '../../src/csv/table.ts';
import {rehearse} from '../../src/experiment/index.ts';
import {openRows, textFiles} from '../../src/files/index.ts';
import {readScenario} from '../../src/scenario/read.ts';

const FOLDER = resolve(import.meta.dirname, '../../scenarios/replay');
/** Tables as they read, without the blanks that line them up. */
const README = readFileSync(resolve(FOLDER, 'README.md'), 'utf8').replace(/ +/g, ' ');

async function rehearsed(...set: string[]) {
  const read = readScenario(resolve(FOLDER, 'scenario.yaml'), {files: textFiles(), parseTable, set, replications: 2});
  const compiled = compile(read.scenario);
  expect([...read.warnings, ...compiled.warnings, ...compiled.problems]).toEqual([]);
  const loaded = {scenario: read.scenario, compiled, hash: read.hash, openRows};
  const {results} = await rehearse({loaded, remote: null, version: '0'}, {workers: 1});
  if (results === null) throw new Error('expected results');
  return results;
}

/** A row of the table of expected numbers, as the README would print these results. */
function rowOf(process: string, results: Awaited<ReturnType<typeof rehearsed>>): string {
  const value = (metric: string) => results.flow.process[process]?.[metric]?.value ?? Number.NaN;
  const percent = (metric: string) => `${Number((100 * value(metric)).toFixed(1))} %`;
  const seconds = Math.round(value('wait'));
  const wait = seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const promise = {
    calls: () => `${percent('serviceLevel')} within 20 s`,
    chats: () => `${percent('serviceLevel')} within 60 s`,
    cases: () => `${percent('slaAttainment')} in time`,
  }[process];
  const count = (metric: string) => value(metric).toLocaleString('en');
  return `| ${process} | ${count('offered')} | ${count('answered')} | ${percent('abandonment')} | ${promise?.()} | ${wait} |`;
}

test('scenarios/replay comes to the numbers of its README, which are those of its log', async () => {
  const results = await rehearsed();
  for (const process of ['calls', 'chats', 'cases']) expect(README).toContain(rowOf(process, results));
  const total = results.recorded?.rows[0];
  expect(total?.simulated).toEqual(total?.recorded);
  expect(results.warnings.map(({count, examples}) => [count, examples])).toEqual([
    [
      3,
      [
        'line 302: no arrival',
        'line 802: channel "Fax" is not in the table of values',
        'line 1502: handle time "-60" is negative',
      ],
    ],
  ]);
});

test('what its README says of changed rules is so, within a point', async () => {
  const rows = README.split('\n').filter((line) => line.includes('--set '));
  expect(rows).toHaveLength(2);
  for (const row of rows) {
    const set = /--set ([^`]+)`/.exec(row)?.[1] ?? '';
    const {flow} = await rehearsed(set);
    const simulated = ['calls', 'chats'].map((process) => flow.process[process]?.serviceLevel?.value ?? Number.NaN);
    const told = [...row.matchAll(/([\d.]+) %/g)].map(([, percent]) => Number(percent) / 100);
    expect(told).toHaveLength(2);
    told.forEach((share, i) => {
      expect(Math.abs(share - (simulated[i] ?? Number.NaN)), row).toBeLessThan(0.01);
    });
  }
});
