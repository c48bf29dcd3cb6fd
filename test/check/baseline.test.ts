import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {baselineText, readBaseline} from '../../src/experiment/index.ts';
import {InputError} from '../../src/language/problem.ts';
import {baseline, check, DESK, folderOf, read} from './desk.ts';

const folder = folderOf({'desk.yaml': DESK});
const file = join(folder, 'desk.yaml');
const kept = join(folder, 'kept.json');
const against = (...words: string[]) => check(file, '--baseline', kept, '--max-replications', '20', ...words);

beforeAll(async () => {
  const {code, out, err} = await baseline(file, '--out', kept, '--replications', '20');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/kept\.json: what a scenario comes to, \d+ kB\n$/);
});

describe('beside a baseline', () => {
  test('of the same, all differences are exactly zero', async () => {
    const {code, out} = await against('--format', 'json');
    expect(code).toBe(0);
    const claims: {kind: string; value: number; interval: [number, number]; verdict: string}[] =
      JSON.parse(out).scenarios[0].claims;
    const compared = claims.filter(({kind}) => kind === 'baseline');
    expect(compared.length).toBeGreaterThan(4);
    for (const {value, interval, verdict} of compared) expect([value, ...interval, verdict]).toEqual([0, 0, 0, 'kept']);
  });

  test('a routing that breaks a promise exits 1, names it, and says what was changed', async () => {
    const worse = ['--set', 'routing.priorities.low.fixed=20'];
    const {code, out} = await against(...worse, '--margin', 'serviceLevel=0.1%');
    expect(code).toBe(1);
    expect(out).toMatch(/^broken {5}.*of calls not more than .* the baseline$/m);
    expect(out).toMatch(/was \d\d\.\d%: -[\d.]+ points \(-[\d.]+ points to -[\d.]+ points\)/);
    expect(out).toContain('Changed since the baseline:\n  ');
    expect(out.slice(out.indexOf('Changed since'))).toContain('20');
    expect(out).toContain(
      `--baseline ${kept} --margin serviceLevel=0.1% --max-replications 20 --set routing.priorities.low.fixed=20`,
    );
    const margins = ['serviceLevel=60%', 'wait=10m', 'abandonment=50%', 'slaAttainment=50%'];
    const wide = await against(...worse, ...margins.flatMap((margin) => ['--margin', margin]));
    expect(wide.code).toBe(0);
  });

  test.each([
    ['demand', ['--set', 'demand.line.arrivals.perHour=21'], 'expected the demand of the baseline, found another'],
    ['seed', ['--seed', '6'], 'expected the seed 5 of the baseline, found 6'],
    ['horizon', ['--set', 'to=2026-03-02T05:00'], 'horizon and settings of the baseline'],
  ])('another %s cannot be compared: 2', async (_, words, said) => {
    const {code, err, out} = await against(...words);
    expect([code, out]).toEqual([2, '']);
    expect(err.replace(/\s+/g, ' ')).toContain(said);
    expect(err).toContain('preroute baseline --accept');
  });

  test('other words for the same are the same', async () => {
    const words = join(folder, 'words.yaml');
    writeFileSync(words, `# The same\n${DESK.replace('mean: 3m', 'mean: 180s')}`);
    const path = join(folder, 'words.json');
    writeFileSync(path, read(kept).replace('"desk.yaml": {', '"words.yaml": {'));
    expect((await check(words, '--baseline', path, '--max-replications', '20')).code).toBe(0);
  });

  test('a log that has other rows is another demand', async () => {
    const log = 'id,at,took\n1,2026-03-02T00:10:00Z,60\n2,2026-03-02T00:11:00Z,60\n';
    const replay = DESK.replace(
      '{ source: line, channel: voice, arrivals: { perHour: 20 }, handleTime: { exponential: { mean: 3m } } }',
      '{ source: line, channel: voice, replay: { file: log.csv, columns: { id: id, arrived: at } }, handleTime: 1m }',
    );
    const of = folderOf({'desk.yaml': replay, 'log.csv': log});
    const path = join(of, 'b.json');
    expect((await baseline(join(of, 'desk.yaml'), '--out', path, '--replications', '10')).code).toBe(0);
    writeFileSync(join(of, 'log.csv'), log.replace('00:11', '00:12'));
    const {code, err} = await check(join(of, 'desk.yaml'), '--baseline', path);
    expect(code).toBe(2);
    expect(err).toContain('demand of the baseline');
  });

  test('a scenario it lacks, one that is gone, and another results version are all said', async () => {
    const other = join(folder, 'other.yaml');
    writeFileSync(other, DESK);
    const lacking = await check(other, '--baseline', kept);
    expect(lacking.err.replace(/\s+/g, ' ')).toContain('found none at other.yaml');
    const older = join(folder, 'older.json');
    writeFileSync(older, read(kept).replace(/"results": \d+/, '"results": 0'));
    const {code, err} = await check(file, '--baseline', older);
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, ' ')).toMatch(/expected a baseline of results version \d+, found 0/);
  });
});

describe('the file', () => {
  test('is rewritten only when asked, and says what moved', async () => {
    const path = join(folder, 'moving.json');
    writeFileSync(path, read(kept));
    const refused = await baseline(file, '--out', path, '--replications', '20');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--accept');
    expect(read(path)).toBe(read(kept));
    const moved = await baseline(
      file,
      '--out',
      path,
      '--replications',
      '20',
      '--accept',
      '--set',
      'workforce.0.agents=4',
      '--margin',
      'wait=5s',
    );
    expect(moved.code).toBe(0);
    expect(moved.out).toMatch(/^desk\.yaml\n {2}changed: workforce\n/);
    expect(moved.out).toMatch(/^ {2}.*: .* is now .*$/m);
    expect(readBaseline(read(path), path).margins).toEqual({wait: '5s'});
    const same = await baseline(
      file,
      '--out',
      path,
      '--replications',
      '20',
      '--accept',
      '--set',
      'workforce.0.agents=4',
    );
    expect(same.out).toContain('desk.yaml\n  nothing moved\n');
  });

  test('comes back as it was written, a line a measure', () => {
    const text = read(kept);
    expect(baselineText(readBaseline(text, kept))).toBe(text);
    expect(text.split('\n').filter((line) => line.includes('"unit"')).length).toBeGreaterThan(50);
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, 2000), 'found what is no JSON'],
    [
      'in conflict',
      (text: string) => text.replace(' "version"', '<<<<<<< HEAD\n "version"'),
      'a merge that has a conflict',
    ],
    ['of another form', (text: string) => text.replace('"baseline": 1', '"baseline": 9'), 'form 1, found form 9'],
    [
      'with a measure cut short',
      (text: string) => text.replace(/"of":\[[^,]*,/, '"of":['),
      'expected 20 numbers, found 19',
    ],
    ['of another kind', () => '{"name": "x"}', 'expected a baseline'],
    ['empty', () => '', 'found what is no JSON'],
  ])('that is %s is said to be wrong', (_, spoilt, said) => {
    const read_ = () => readBaseline(spoilt(read(kept)), 'b.json');
    expect(read_).toThrow(InputError);
    expect(read_).toThrow(said);
  });

  test('that is not there, too', async () => {
    const {code, err} = await check(file, '--baseline', join(folder, 'gone.json'));
    expect(code).toBe(2);
    expect(err).toContain('found no file');
  });
});
