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
  const {code} = await typed('run', scenario, '--out', run, '--items', '--replications', '2', '--charts', 'json');
  expect(code).toBe(0);
  written = readFileSync(join(run, 'report.html'), 'utf8');
});

test('the page is made again, byte for byte, of what the run left', async () => {
  rmSync(join(run, 'report.html'));
  const {code, out, err} = await typed('report', run);
  expect([code, err, out]).toEqual([0, '', `The page, made again: ${join(run, 'report.html')}\n`]);
  expect(readFileSync(join(run, 'report.html'), 'utf8') === written).toBe(true);
  expect(written).toContain('<dt>Command</dt><dd>preroute run staffed-day/scenario.yaml --replications 2</dd>');
  expect(written).toContain('id="report-task-detail"');
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

test('a chart by itself: listed, found by any spelling, in its format, size and colours', async () => {
  const {out} = await typed('chart', run, '--list');
  expect(out).toMatch(/^service-level +Service level by interval of arrival\n/);
  expect(out).not.toContain('leads');
  const svg = await drawn('serviceLevelByInterval', 'svg', '--width', '1000');
  expect(svg).toMatch(/^<svg[^>]* width="1000" height="\d{3}"/);
  expect(svg).toContain('#0063a6');
  const dark = await drawn('Service level', 'svg', '--theme', 'dark');
  expect(dark).toContain('fill="#14181d"');
  expect(dark).not.toContain('#0063a6');
  const grey = await drawn('service-level', 'svg', '--theme', 'print');
  expect(grey.match(/#([0-9a-f]{2})(?!\1\1)[0-9a-f]{4}/g)).toBe(null);
  const spec = JSON.parse(await drawn('service-level', 'json'));
  expect(spec.title.text).toBe('Service level by interval of arrival');
  await drawn('service-level', 'png', '--width', '300');
  expect(readFileSync(at('chart.png')).readUInt32BE(16)).toBe(300);
});

async function drawn(name: string, format: string, ...more: string[]): Promise<string> {
  const file = at(`chart.${format}`);
  expect(await typed('chart', run, name, '--out', file, ...more)).toMatchObject({code: 0, err: ''});
  return readFileSync(file, 'utf8');
}

test.each([
  [['servicelevl'], 'There is no chart servicelevl. Did you mean service-level?'],
  [['leads'], 'This run has nothing for leads'],
  [[], 'Expected the name of a chart'],
  [['waits', 'backlog'], 'Expected one chart, found backlog as well.'],
  [['waits', '--format', 'gif'], '--format expects svg, png, json, found "gif".'],
  [['waits', '--theme', 'night'], '--theme expects light, dark, print'],
  [['waits', '--format', 'json', '--width', '9'], '--width is of a picture'],
  [['waits', '--width', '1000000'], '--width expects at most 20000 pixels'],
])('preroute chart RUN %j is answered with a sentence', async (words, sentence) => {
  const {code, out, err} = await typed('chart', run, ...words);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(sentence);
});
