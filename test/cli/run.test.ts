import {spawn} from 'node:child_process';
import {chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {PROGRAM, preroute, SCENARIOS} from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'preroute-run-'));
const scenario = 'quick-start/scenario.yaml';
const run = (...words: string[]) => preroute(words, folder);
const filesUnder = (path: string) =>
  readdirSync(join(folder, path), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, path).length + 1))
    .sort();

beforeAll(() => cpSync(join(SCENARIOS, 'quick-start'), join(folder, 'quick-start'), {recursive: true}));

test('a run prints its summary and leaves the report in reports/<scenario>', async () => {
  const {code, out, err} = await run('run', scenario);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('reports/quick-start/report.html');
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(out).toMatch(/Balance: created/);
  const files = filesUnder('reports/quick-start');
  for (const file of ['summary.json', 'intervals.csv', 'groups.csv', 'agents.csv', 'report.html', 'run.json'])
    expect(files).toContain(file);
  const charts = files.filter((file) => file.startsWith('charts/'));
  expect(charts.length).toBeGreaterThanOrEqual(12);
  expect(charts.length % 3).toBe(0);
  const record = JSON.parse(readFileSync(join(folder, 'reports/quick-start/run.json'), 'utf8'));
  expect(record.replications.complete).toBe(record.replications.asked);
  expect(record.command).toEqual(['run', scenario]);
});

test('a second run, on more threads and from elsewhere, gives the same bytes but for run.json', async () => {
  await run('run', scenario, '--out', 'first', '--workers', '1', '--replications', '3');
  await run('run', join(folder, scenario), '--out', 'second', '--workers', '2', '--replications', '3');
  const files = filesUnder('first').filter((file) => file !== 'run.json');
  expect(filesUnder('second').filter((file) => file !== 'run.json')).toEqual(files);
  expect(files.length).toBeGreaterThan(12);
  const differ = files.filter(
    (file) => !readFileSync(join(folder, 'first', file)).equals(readFileSync(join(folder, 'second', file))),
  );
  expect(differ).toEqual([]);
  for (const file of files) expect(readFileSync(join(folder, 'second', file)).includes(folder), file).toBe(false);
});

test('--json prints the document alone, and writes nothing unless told where', async () => {
  const {code, out, err} = await run('run', scenario, '--json', '--replications', '2', '--seed', 'x');
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({schema: 1, replications: 2, seed: 'x'});
  const told = await run(
    'run',
    scenario,
    '--json',
    '--out',
    'told',
    '--charts',
    'none',
    '--replications',
    '2',
    '--seed',
    'x',
  );
  expect(told).toEqual({code: 0, out, err: ''});
  expect(readFileSync(join(folder, 'told/summary.json'), 'utf8')).toBe(out);
  expect(existsSync(join(folder, 'told/charts'))).toBe(false);
});

test('--items writes a line an item of the first replication', async () => {
  const {code} = await run('run', scenario, '--out', 'items', '--items', '--charts', 'none', '--replications', '1');
  expect(code).toBe(0);
  const [header = '', ...lines] = readFileSync(join(folder, 'items/items.csv'), 'utf8').trimEnd().split('\n');
  const {balance} = JSON.parse(readFileSync(join(folder, 'items/summary.json'), 'utf8'));
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
  const text = readFileSync(join(folder, scenario), 'utf8');
  writeFileSync(join(folder, 'wrong.yaml'), `${text.replace('replications:', 'replicatons:')}\nnonsense: 1\n`);
  for (const command of ['run', 'validate']) {
    const {code, out, err} = await run(command, 'wrong.yaml');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('replicatons');
    expect(err).toContain('nonsense');
    expect(err).toMatch(/wrong\.yaml:\d+:\d+/);
    expect(err).not.toMatch(/\n\s+at |node_modules/);
  }
  expect(existsSync(join(folder, 'reports/wrong'))).toBe(false);
});

test('a file that is not there is one clear problem', async () => {
  const {code, err} = await run('run', 'quick-start/scenari.yaml');
  expect(code).toBe(2);
  expect(err).toContain('scenari.yaml');
  expect(err).not.toMatch(/ENOENT|\n\s+at /);
});

test.each(['a file', 'a folder nobody may write to'])(
  'an output folder that is %s is found before the work',
  async (what) => {
    const path = join(folder, `out-${what.length}`);
    if (what === 'a file') writeFileSync(path, '');
    else {
      mkdirSync(path);
      chmodSync(path, 0o500);
      if (process.getuid?.() === 0) return; // root may write everywhere
    }
    const {code, out, err} = await run('run', scenario, '--out', path);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('expected a place to write to');
  },
);

test('validate says that it is valid; schema is JSON', async () => {
  expect(await run('validate', scenario)).toEqual({code: 0, out: `${scenario} is valid.\n`, err: ''});
  const {code, out} = await run('schema');
  expect(code).toBe(0);
  expect(JSON.parse(out).properties).toHaveProperty('demand');
});

test('a reader that goes away early ends the program quietly', async () => {
  const {code, err} = await new Promise<{code: number | null; err: string}>((done) => {
    const child = spawn('/bin/sh', ['-c', `"${process.execPath}" "${PROGRAM}" schema | head -c 10`], {cwd: folder});
    let err = '';
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.on('close', (code) => done({code, err}));
  });
  expect([code, err]).toEqual([0, '']);
});

test('Ctrl-C stops the run, reports what is complete, and says so with code 130', async () => {
  const {code, err} = await new Promise<{code: number | null; err: string}>((done) => {
    const words = [
      PROGRAM,
      'run',
      scenario,
      '--replications',
      '100000',
      '--charts',
      'none',
      '--workers',
      '1',
      '--out',
      'stopped',
    ];
    const child = spawn(process.execPath, words, {cwd: folder});
    let err = '';
    child.stderr.on('data', (data) => {
      err += data;
    });
    const waiting = setInterval(() => {
      if (!existsSync(join(folder, 'stopped/run.json'))) return;
      clearInterval(waiting);
      setTimeout(() => child.kill('SIGINT'), 700);
    }, 20);
    child.on('close', (code) => done({code, err}));
  });
  expect(code).toBe(130);
  expect(err).toMatch(/^Stopped: \d+ of 100000 replications are complete/);
  const {replications} = JSON.parse(readFileSync(join(folder, 'stopped/run.json'), 'utf8'));
  expect(replications.complete).toBe(Number(/\d+/.exec(err)?.[0]));
});

test('NO_COLOR and a pipe: no escape reaches the output', async () => {
  const {out} = await preroute(['run', scenario, '--charts', 'none', '--replications', '2'], folder, {NO_COLOR: '1'});
  expect(out).not.toContain('\u001b');
});
