import {expect, test} from 'vitest';
import {documents, FORMATS} from '../../src/report/formats/index.ts';
import {runJson} from '../../src/report/formats/runJson.ts';
import {summaryJson} from '../../src/report/formats/summaryJson.ts';
import {tableOf} from './csv.ts';
import {fixture, HOSTILE} from './fixture.ts';

const content = (path: string) => String(documents(fixture).find((file) => file.path === path)?.content);

test('the same results give the same bytes', () => {
  expect(FORMATS.length).toBeGreaterThan(3);
  expect(documents(structuredClone(fixture))).toEqual(documents(fixture));
});

test('summary.json has its version, the definition of every metric, and no number that JSON lacks', () => {
  const summary = JSON.parse(content('summary.json'));
  expect(summary.schema).toBe(1);
  expect(summary.flow.total.serviceLevel).toEqual({value: 0.846, halfWidth: 0.011});
  for (const key of Object.keys(summary.flow.total)) expect(summary.metrics[key].definition).toMatch(/\.$/);
  const odd = {...fixture, balance: {...fixture.balance, held: Number.NaN}};
  expect(JSON.parse(String(documents(odd)[0]?.content)).balance.held).toBeNull();
});

test('intervals.csv has a line for each interval, process and channel', () => {
  const [header = [], ...rows] = tableOf(content('intervals.csv'));
  expect(header.slice(0, 4)).toEqual(['start', 'process', 'channel', 'offered']);
  expect(rows).toHaveLength(96 * 4);
  expect(rows.every((row) => row.length === header.length)).toBe(true);
  const at = (name: string, row: readonly string[]) => row[header.indexOf(name)];
  const row = rows.find((each) => each[0] === '2026-03-02T10:30' && each[1] === 'calls') ?? [];
  expect(at('offered', row)).toBe(String(fixture.intervals.rows[0]?.offered[21]));
  expect(at('service_level_half_width', row)).toBe(String(fixture.intervals.rows[0]?.serviceLevel[21]?.halfWidth));
  expect(at('sla_attainment', row)).toBe('');
});

test('groups.csv and agents.csv are whole', () => {
  expect(tableOf(content('groups.csv'))).toHaveLength(1 + 96 * 3);
  expect(tableOf(content('agents.csv'))).toHaveLength(1 + 3);
});

test('milestones.csv has a line for each milestone, then one for each day of its targets', () => {
  const [header = [], ...rows] = tableOf(content('milestones.csv'));
  expect(rows.every((row) => row.length === header.length)).toBe(true);
  expect(rows.map((row) => row.slice(1, 7))).toEqual([
    ['first response', '', '65', '60.5', '3.5', '1'],
    ['first response', '2026-03-02', '64', '60.5', '3.5', '0'],
    ['first response', '2026-03-03', '1', '0', '0', '1'],
    ['resolution', '', '65', '40', '21', '4'],
    ['resolution', '2026-03-02', '61', '40', '21', '0'],
    ['resolution', '2026-03-03', '4', '0', '0', '4'],
    ['a\\u{1b}[31m stage & <b>more</b>', '', '2', '0', '2', '0'],
    ['a\\u{1b}[31m stage & <b>more</b>', '2026-03-02', '2', '0', '2', '0'],
    ['a\\u{1b}[31m stage & <b>more</b>', '2026-03-03', '0', '0', '0', '0'],
    ['never', '', '0', '0', '0', '0'],
  ]);
});

test('no cell is a formula, and no name brings a control character', () => {
  for (const path of ['intervals.csv', 'groups.csv', 'agents.csv', 'milestones.csv']) {
    const cells = tableOf(content(path)).flat();
    expect(cells.filter((cell) => /^[=+@\t\r]|^-(?!\d)/.test(cell))).toEqual([]);
    expect(content(path).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  }
  expect(content('intervals.csv')).toContain(`"'${HOSTILE.slice(0, 8).replaceAll('"', '""')}`);
  expect(content('agents.csv')).toContain(`"'+Ann, ""the"" O\u2019Neil"`);
});

test('run.json alone knows when, where and how long', () => {
  const run = {
    version: '0.1.0',
    command: ['run', 'scenario.yaml'],
    started: '2026-11-21T10:00:00.000Z',
    durationSeconds: 1.5,
    machine: {platform: 'linux', processors: 2, node: 'v20'},
    workers: 2,
    seed: '2026',
    replications: {asked: 20, complete: 20},
  };
  expect(JSON.parse(runJson(run))).toEqual({schema: 1, ...run});
  for (const file of documents(fixture)) expect(String(file.content)).not.toMatch(/durationSeconds|workers|processors/);
});

test('summary.json is harmless in a terminal and reads back the same', () => {
  const name = 'a\u009b31m\u202e\u2028\u{e0041}\u0007 שלום';
  const text = summaryJson({...fixture, scenario: {...fixture.scenario, name}});
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u);
  expect(text).toContain('שלום');
  expect(JSON.parse(text).scenario.name).toBe(name);
});
