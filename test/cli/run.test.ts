import {spawn} from 'node:child_process';
import {chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {homedir, tmpdir} from 'node:os';
import {join} from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {type Outcome, PROGRAM, preroute, SCENARIOS, typed} from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'preroute-run-'));
const scenario = join(folder, 'quick-start/scenario.yaml');
const at = (...path: string[]) => join(folder, ...path);
const filesUnder = (path: string) =>
  readdirSync(at(path), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(at(path).length + 1))
    .sort();
const NO_CHARTS = ['--charts', 'none', '--replications', '2'];

/** One run as a process of its own, with everything, and one here: the other tests look at what these left. */
let first: Outcome;
let second: Outcome;
beforeAll(async () => {
  cpSync(join(SCENARIOS, 'quick-start'), at('quick-start'), {recursive: true});
  const asked = ['--replications', '3', '--items'];
  first = await preroute(['run', 'quick-start/scenario.yaml', '--workers', '2', ...asked], folder);
  second = await typed('run', scenario, '--out', at('second'), '--workers', '1', ...asked);
});

test('a run prints its summary and leaves the report in reports/<scenario>', () => {
  const {code, out, err} = first;
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/\n\nCharts, page and tables: reports\/quick-start\/report.html and beside it\n$/);
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(out).toMatch(/Balance: created/);
  expect(out).not.toContain('\u001b');
  const files = filesUnder('reports/quick-start');
  for (const file of ['summary.json', 'intervals.csv', 'groups.csv', 'agents.csv', 'report.html', 'run.json'])
    expect(files).toContain(file);
  const charts = files.filter((file) => file.startsWith('charts/'));
  expect(charts.length).toBeGreaterThanOrEqual(12);
  expect(charts.length % 3).toBe(0);
  const record = JSON.parse(readFileSync(at('reports/quick-start/run.json'), 'utf8'));
  expect(record.replications).toEqual({asked: 3, complete: 3});
  expect(record.command.slice(0, 2)).toEqual(['run', 'quick-start/scenario.yaml']);
});

test('the same run from elsewhere, with another number of workers, gives the same bytes but for run.json', () => {
  expect(second.out.replace(at('second'), 'reports/quick-start')).toBe(first.out);
  const files = filesUnder('second').filter((file) => file !== 'run.json');
  expect(filesUnder('reports/quick-start').filter((file) => file !== 'run.json')).toEqual(files);
  expect(files.length).toBeGreaterThan(12);
  const differ = files.filter(
    (file) => !readFileSync(at('reports/quick-start', file)).equals(readFileSync(at('second', file))),
  );
  expect(differ).toEqual([]);
});

test('nothing but run.json tells of machine, time, workers or absolute paths', () => {
  const texts = filesUnder('second').filter((file) => !file.endsWith('.png') && file !== 'run.json');
  expect(texts.length).toBeGreaterThan(10);
  const telling = new RegExp(
    [folder, tmpdir(), homedir(), process.version, 'workers']
      .filter((word) => word.length > 2)
      .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|'),
  );
  for (const file of texts) expect(telling.exec(readFileSync(at('second', file), 'utf8')), file).toBeNull();
});

test('what an earlier run left in the folder goes, what else is there stays', async () => {
  writeFileSync(at('second/notes.txt'), 'mine');
  writeFileSync(at('second/charts/backlog.svg.orig'), 'mine');
  const {code} = await typed('run', scenario, '--out', at('second'), ...NO_CHARTS);
  expect(code).toBe(0);
  expect(filesUnder('second')).toEqual([
    'agents.csv',
    'charts/backlog.svg.orig',
    'groups.csv',
    'intervals.csv',
    'notes.txt',
    'report.html',
    'run.json',
    'series.json',
    'summary.json',
  ]);
  mkdirSync(at('own/charts'), {recursive: true});
  writeFileSync(at('own/charts/waits.png'), 'of somebody else');
  await typed('run', scenario, '--out', at('own'), ...NO_CHARTS);
  expect(filesUnder('own')).toContain('charts/waits.png'); // no run.json was there: not a report of ours
});

test('--json prints the document alone, and writes nothing unless told where', async () => {
  const {code, out, err} = await typed('run', scenario, '--json', '--replications', '2', '--seed', 'x');
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({schema: 1, replications: 2, seed: 'x'});
  const told = await typed('run', scenario, '--json', '--out', at('told'), ...NO_CHARTS, '--seed', 'x');
  expect(told).toEqual({code: 0, out, err: ''});
  expect(readFileSync(at('told/summary.json'), 'utf8')).toBe(out);
  expect(existsSync(at('told/charts'))).toBe(false);
});

test('--items writes a line an item of the first replication', async () => {
  await typed('run', scenario, '--out', at('one'), '--charts', 'none', '--replications', '1');
  const items = readFileSync(at('reports/quick-start/items.csv'), 'utf8');
  const [header = '', ...lines] = items.trimEnd().split('\n');
  const {balance} = JSON.parse(readFileSync(at('one/summary.json'), 'utf8'));
  expect(lines).toHaveLength(balance.created);
  const column = (name: string, line: string) => line.split(',')[header.split(',').indexOf(name)];
  expect(lines.filter((line) => column('outcome', line) === 'completed')).toHaveLength(balance.completed);
  expect(lines.filter((line) => column('outcome', line) === 'abandoned')).toHaveLength(balance.abandoned);
  const served = lines.find((line) => column('outcome', line) === 'completed') ?? '';
  const arrived = Number(column('arrived_s', served));
  expect(column('arrived', served)).toBe(`2026-03-02T${new Date(arrived * 1000).toISOString().slice(11, 19)}`);
  expect(Number(column('answered_s', served))).toBeGreaterThanOrEqual(arrived);
  expect(column('agent', served)).not.toBe('');
});

test('a scenario that is wrong: all problems on stderr, nothing on stdout, code 2', async () => {
  const text = readFileSync(scenario, 'utf8');
  writeFileSync(at('wrong.yaml'), `${text.replace('replications:', 'replicatons:')}\nnonsense: 1\n`);
  for (const command of ['run', 'validate']) {
    const {code, out, err} = await typed(command, at('wrong.yaml'));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('replicatons');
    expect(err).toContain('nonsense');
    expect(err).toMatch(/wrong\.yaml:\d+:\d+/);
    expect(err).not.toMatch(/\n\s+at |node_modules/);
  }
  expect(existsSync('reports/wrong')).toBe(false);
});

test('a file that is not there is one clear problem', async () => {
  const {code, err} = await typed('run', at('quick-start/scenari.yaml'));
  expect(code).toBe(2);
  expect(err).toContain('scenari.yaml');
  expect(err).not.toMatch(/ENOENT|\n\s+at /);
});

test.each(['a file', 'a folder nobody may write to'])(
  'an output folder that is %s is found before the work',
  async (what) => {
    const path = at(`out-${what.length}`);
    if (what === 'a file') writeFileSync(path, '');
    else {
      mkdirSync(path);
      chmodSync(path, 0o500);
      if (process.getuid?.() === 0) return; // root may write everywhere
    }
    const {code, out, err} = await typed('run', scenario, '--out', path);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('expected a place to write to');
  },
);

test('validate says that it is valid; schema is JSON', async () => {
  expect(await typed('validate', scenario)).toEqual({code: 0, out: `${scenario} is valid.\n`, err: ''});
  const {code, out} = await typed('schema');
  expect(code).toBe(0);
  expect(JSON.parse(out).properties).toHaveProperty('demand');
});

test('a reader that goes away early is no error, and the report is written all the same', async () => {
  const {code, err} = await new Promise<Outcome>((done) => {
    const words = `"${PROGRAM}" run quick-start/scenario.yaml --out piped --charts none --replications 2`;
    const child = spawn('/bin/sh', ['-c', `"${process.execPath}" ${words} | head -c 10`], {cwd: folder});
    let err = '';
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.on('close', (code) => done({code, out: '', err}));
  });
  expect([code, err]).toEqual([0, '']);
  expect(existsSync(at('piped/run.json'))).toBe(true);
});

test('Ctrl-C stops the run, reports what is complete, and says so with code 130', async () => {
  const words = ['run', scenario, '--out', at('stopped'), '--replications', '100000', '--charts', 'none'];
  const run = typed(...words, '--workers', '1');
  const handlers = process.listenerCount('SIGINT');
  while (!existsSync(at('stopped'))) await new Promise((done) => setTimeout(done, 5));
  await new Promise((done) => setTimeout(done, 1000));
  process.emit('SIGINT');
  const {code, err} = await run;
  expect(code).toBe(130);
  expect(err).toMatch(/^Stopped: [1-9]\d* of 100000 replications are complete and reported\.\n$/);
  const {replications} = JSON.parse(readFileSync(at('stopped/run.json'), 'utf8'));
  expect(replications.complete).toBe(Number(/\d+/.exec(err)?.[0]));
  expect(process.listenerCount('SIGINT')).toBe(handlers - 1);
});

test('Ctrl-C before anything is complete leaves nothing but says so', async () => {
  const run = typed('run', scenario, '--out', at('early'), ...NO_CHARTS);
  process.emit('SIGINT');
  expect(await run).toEqual({
    code: 130,
    out: '',
    err: 'Stopped: 0 of 2 replications are complete; nothing is reported.\n',
  });
  expect(filesUnder('early')).toEqual([]);
});
