import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {opening} from '../../src/cli/openFile.ts';
import {SCENARIOS, typed} from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'preroute-report-'));
const at = (...path: string[]) => join(folder, ...path);
const run = at('run');
let written: string;

beforeAll(async () => {
  const scenario = join(SCENARIOS, 'staffed-day/scenario.yaml');
  const {code} = await typed('run', scenario, '--out', run, '--replications', '2', '--charts', 'json');
  expect(code).toBe(0);
  written = readFileSync(join(run, 'report.html'), 'utf8');
});

test('the page is made again, byte for byte, of what the run left', async () => {
  rmSync(join(run, 'report.html'));
  const {code, out, err} = await typed('report', run);
  expect([code, err, out]).toEqual([0, '', `Page: ${join(run, 'report.html')}\n`]);
  expect(readFileSync(join(run, 'report.html'), 'utf8') === written).toBe(true);
  expect(written).toContain('<dt>Command</dt><dd>preroute run staffed-day/scenario.yaml --replications 2</dd>');
});

test('a folder without results is told of, with what is missing', async () => {
  expect(await typed('report', at('nowhere'))).toMatchObject({
    code: 2,
    err: expect.stringMatching(/nowhere.*expected the folder of a run, found no summary\.json in it/s),
  });
  cpSync(run, at('half'), {recursive: true});
  rmSync(at('half/series.json'));
  expect((await typed('report', at('half'))).err).toMatch(/found no series\.json in it/);
});

test('what is no result is told of, both files at once', async () => {
  cpSync(run, at('wrong'), {recursive: true});
  writeFileSync(at('wrong/summary.json'), '{"schema": 2, "scenario": {}, "goals": []}');
  writeFileSync(at('wrong/series.json'), 'no JSON');
  const {code, err} = await typed('report', at('wrong'));
  expect(code).toBe(2);
  expect(err).toMatch(/summary\.json.*another version of Preroute/s);
  expect(err).toMatch(/series\.json.*something else/s);
});

test('a page is opened by what the machine opens pages with', () => {
  expect(opening('a/report.html', 'linux')).toEqual(['xdg-open', join(process.cwd(), 'a/report.html')]);
  expect(opening('/a b.html', 'darwin')).toEqual(['open', '/a b.html']);
  expect(opening('/a.html', 'win32').slice(0, 4)).toEqual(['cmd', '/c', 'start', '']);
});
