/** Scenarios whose truth is known are run, what they did is given to init as a log, and the truth is found again. */
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {parseTable} from '../../src/csv/table.ts';
import {openRows, writeFiles} from '../../src/files/index.ts';
import {fitOf} from '../../src/fitting/index.ts';
import {findingsIn} from '../../src/importers/findings.ts';
import {lawText, sharesText} from '../../src/importers/generated/lawText.ts';
import {streamsOf} from '../../src/importers/generated/streams.ts';
import {type Fitted, twinOf} from '../../src/importers/generated/twin.ts';
import {twinFiles} from '../../src/importers/generated/twinText.ts';
import {filesOf} from '../../src/importers/init.ts';
import {typed} from '../cli/program.ts';

const dir = mkdtempSync(join(tmpdir(), 'preroute-generated-'));
afterAll(() => rmSync(dir, {recursive: true, force: true}));

const TRUTH = `timezone: UTC
from: 2026-03-02
to: 2026-06-08
replications: 1
seed: 7
demand:
  - source: sales
    channel: voice
    arrivals:
      perInterval: {interval: 30m, from: '09:00', counts: {mon-fri: [6, 10, 14, 14, 10, 8, 6, 6], sat: [4, 6, 6, 4]}}
      busyness: {gamma: {cv: 0.2}, sharedBy: all}
    attributes: {priority_class: {gold: 20%, plain: 80%}}
    handleTime: {gamma: {mean: 240s, cv: 0.6}}
    patience: {exponential: {mean: 150s}}
    redial: {share: 40%, after: {exponential: {mean: 8m}}, atMost: 2}
  - source: billing
    channel: voice
    arrivals:
      perInterval: {interval: 30m, from: '09:00', counts: {mon-fri: [3, 5, 7, 7, 5, 4, 3, 3], sat: [2, 2, 2, 2]}}
      busyness: {gamma: {cv: 0.2}, sharedBy: all}
    attributes: {priority_class: {gold: 70%, plain: 30%}}
    handleTime: {mixture: [{share: 30%, lognormal: {mean: 20s, cv: 0.4}}, {share: 70%, lognormal: {mean: 400s, cv: 0.7}}]}
    patience: {weibull: {scale: 200s, shape: 1.8}}
  - source: nightly
    channel: workitem
    arrivals: {batch: {every: 1d, at: '06:00', on: mon-fri, size: 30}}
    attributes: {priority_class: plain}
    handleTime: 60s
routing:
  segmentation: {columns: [source, priority_class], rules: [
    {if: ['"sales"', '"gold"'], then: sales gold}, {if: ['"sales"', '-'], then: sales plain},
    {if: ['"billing"', '"gold"'], then: billing gold}, {if: ['"billing"', '-'], then: billing plain}], otherwise: nightly plain}
  processes: {sales gold: {}, sales plain: {}, billing gold: {}, billing plain: {}, nightly plain: {}}
workforce: [{group: team, agents: 3}]
`;

/** What a run did, as the export of an ACD would have it. */
async function logOf(yaml: string): Promise<string> {
  writeFileSync(join(dir, 'truth.yaml'), yaml);
  const out = join(dir, 'truth');
  const {code} = await typed('run', join(dir, 'truth.yaml'), '--items', '--charts', 'none', '--out', out);
  expect(code).toBe(0);
  const {header, rows} = parseTable(readFileSync(join(out, 'items.csv'), 'utf8'), 'items.csv');
  const start = Date.parse('2026-03-02T00:00:00Z');
  const instant = (seconds: string) =>
    seconds === '' ? '' : new Date(start + 1000 * Math.round(Number(seconds))).toISOString().slice(0, 19);
  const lines = rows.map(({cells}) => {
    const cell = (name: string) => cells[header.indexOf(name)] ?? '';
    const [, priority] = cell('process').split(' ');
    const times = ['arrived_s', 'answered_s', 'ended_s'].map((name) => instant(cell(name)));
    return [
      ...times,
      cell('source'),
      cell('channel'),
      priority,
      cell('agent'),
      `C${cell('source')}${cell('number')}`,
    ].join(',');
  });
  const path = join(dir, 'log.csv');
  writeFileSync(
    path,
    ['received_at,answered_at,ended_at,queue,channel,priority,agent,customer', ...lines, ''].join('\n'),
  );
  return path;
}

function near(fitted: Fitted | null | undefined, mean: number, tolerance: number) {
  expect(Math.abs((fitted?.fit.law.mean ?? 0) / mean - 1)).toBeLessThan(tolerance);
}

test('rates, busyness, joint attributes, batches, handle times and patience of a known centre are found again', async () => {
  const path = await logOf(TRUTH);
  const findings = findingsIn({path, writtenPath: 'log.csv', name: 'again', zone: 'UTC', openRows});
  const twin = twinOf(findings);
  const of = (name: string) => {
    const source = twin.sources.find((one) => one.name === name);
    if (!source) throw new Error(`expected ${name} among ${twin.sources.map((one) => one.name)}`);
    return source;
  };
  const [sales, billing, nightly] = [of('sales'), of('billing'), of('nightly')];

  // 14 weeks of five days with a factor of cv 0.2: its mean is known to 2.4 %, each rate to Poisson chance besides.
  const truth = [6, 10, 14, 14, 10, 8, 6, 6];
  const ten = sales.rates.filter(({weekday, fromMs}) => weekday === 'wed' && fromMs >= 9 * 3_600_000);
  expect(ten).toHaveLength(8);
  for (const [i, {mean}] of ten.entries()) {
    const error = Math.sqrt(truth[i] / 14 + (0.2 * truth[i]) ** 2 / 14);
    expect(Math.abs(mean - truth[i])).toBeLessThan(3.5 * error);
  }
  if (twin.busyness?.kind !== 'shared') throw new Error('expected days that are busy for all');
  expect(twin.busyness.variation.low).toBeLessThan(0.2);
  expect(twin.busyness.variation.high).toBeGreaterThan(0.2);
  expect(twin.busyness.variation.low).toBeGreaterThan(0.1);

  const shareOfGold = ({stream}: typeof sales) => (stream.drawn?.counts.get('gold') ?? 0) / stream.arrivedMs.length;
  expect(shareOfGold(sales)).toBeCloseTo(0.2, 1);
  expect(shareOfGold(billing)).toBeCloseTo(0.7, 1);
  expect(nightly.batches).toMatchObject([{localMs: 6 * 3_600_000, weekdays: ['mon', 'tue', 'wed', 'thu', 'fri']}]);
  expect(new Set(nightly.batches[0]?.sizes)).toEqual(new Set([30]));
  expect(nightly.rates).toEqual([]);

  // About 4700 and 2400 answered: standard errors 0.9 % and 2 %; 950 and 300 hung up: 3.2 % and some 4 %.
  expect(sales.handleTime?.fit.name).toBe('gamma');
  near(sales.handleTime, 240_000, 0.03);
  expect(sales.handleTime?.byHour).toBeNull();
  expect(billing.handleTime?.fit.name).toBe('mixture of two lognormals');
  near(billing.handleTime, 286_000, 0.06);
  expect(nightly.handleTime?.fit).toMatchObject({name: 'constant', law: {mean: 60_000}});
  near(sales.patience, 150_000, 0.11);
  for (const waited of [50_000, 100_000, 150_000])
    expect(
      Math.abs((billing.patience?.fit.law.above(waited) ?? 0) - Math.exp(-((waited / 200_000) ** 1.8))),
    ).toBeLessThan(0.06);

  // Some 1000 hung up; the third attempt of a caller is his last, and after an hour nobody looks: 0.3 points of 40.
  expect(Math.abs((sales.redial?.seen.share ?? 0) - 0.38)).toBeLessThan(0.05);
  expect(Math.abs((sales.redial?.after.law.mean ?? 0) / 480_000 - 1)).toBeLessThan(0.15);
  expect(sales.redial?.seen.mostAttempts).toBe(2);
  expect(billing.redial).toBeNull();

  const folder = join(dir, 'twin');
  const files = twinFiles(findings, twin);
  expect(files.map((file) => file.path).slice(0, 2)).toEqual(['generated.yaml', 'generated.md']);
  writeFiles(folder, [...filesOf(findings), ...files]);
  const ran = await typed(
    'run',
    join(folder, 'generated.yaml'),
    '--replications',
    '1',
    '--charts',
    'none',
    '--out',
    join(dir, 'again'),
  );
  expect(ran.code).toBe(0);
  const {created} = JSON.parse(readFileSync(join(dir, 'again/summary.json'), 'utf8')).balance ?? {};
  expect(Math.abs(created / findings.facts.items - 1)).toBeLessThan(0.1);
});

const VANAD = resolve(import.meta.dirname, '../../../shared/data/vanad-2014-10-week/calls.csv');
const real = test.skipIf(!existsSync(VANAD));
if (!existsSync(VANAD)) console.warn('skipped: the real logs are not at ../shared/data');

real('the patience of the week is within 10 % of Kaplan and Meier counted apart from this program', () => {
  const {logs} = findingsIn({path: VANAD, writtenPath: 'calls.csv', name: 'week', zone: 'UTC', openRows});
  const streams = logs.flatMap((log) => streamsOf(openRows(VANAD, null), log));
  const {header, rows} = parseTable(readFileSync(VANAD, 'utf8'), 'calls.csv');
  const cell = (cells: readonly string[], name: string) => cells[header.indexOf(name)] ?? '';
  const seconds = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`) / 1000;
  let compared = 0;
  for (const queue of ['30175', '30172', '30560']) {
    const waits = rows
      .filter(({cells}) => cell(cells, 'queue_name') === queue)
      .map(({cells}) => {
        const [from, answered] = [seconds(cell(cells, 'date_received')), cell(cells, 'answered')];
        return {hungUp: answered === '', waited: seconds(answered || cell(cells, 'hangup')) - from};
      });
    const stream = streams.find(({fixed}) => fixed.queue_name === queue);
    const fit = stream && fitOf({values: stream.waitMs, isWhole: stream.isAbandoned});
    // Second by second: of those still there, the share that hangs up. Compared while at least 100 are left.
    let above = 1;
    for (let second = 0; second <= 240; second++) {
      const left = waits.filter(({waited}) => waited >= second).length;
      if (left < 100) break;
      above *= 1 - waits.filter(({waited, hungUp}) => hungUp && waited === second).length / left;
      if (second % 30 !== 0 || second === 0 || !fit) continue;
      const said = (1 - fit.zeroShare) * fit.law.above(1000 * (second + 0.5));
      expect(Math.abs(said / above - 1)).toBeLessThan(0.1);
      // The share that has hung up by then is what a what-if asks for, and the harder of the two.
      if (second >= 60) expect(Math.abs((1 - said) / (1 - above) - 1)).toBeLessThan(0.25);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(9);
});

test('a law is written as the language says it', () => {
  const text = (values: readonly number[]) => {
    const fit = fitOf({values});
    return fit && lawText(fit);
  };
  expect(text([0, 0])).toBe('0s');
  expect(text([90_000, 90_000])).toBe('1m30s');
  expect(text(Array.from({length: 40}, (_, i) => 1000 * (i + 1)))).toMatch(/^\{(weibull|gamma|lognormal): \{/);
  expect(sharesText([1 / 3, 1 / 3, 1 / 3])).toEqual(['33.34%', '33.33%', '33.33%']);
});
