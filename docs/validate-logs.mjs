// Replays two real logs and keeps what was simulated beside what happened in docs/validation/logs.json, and its charts in
// docs/images: `npm run validate -- --logs`, which makes docs/validation.md of it. The logs are no part of the repository;
// without them at ../shared/data it says so and ends, and what is kept stands.
//   --from=folder   another build than dist/
//   --into=folder   instead of docs/
import {execFileSync} from 'node:child_process';
import {copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {orderTable} from './validate/order.mjs';
import {byDay, byHour, byProcess, totals} from './validate/tables.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const DATA = resolve(ROOT, '../shared/data');
const BANK = join(DATA, 'bank-1999-02/calls.tsv');
const VANAD = join(DATA, 'vanad-2014-10-week/calls.csv');
const option = (name, otherwise) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const [built, into] = [option('from', 'dist'), resolve(option('into', join(ROOT, 'docs')))];

/** What is replayed, and how `preroute init` is asked. */
const RUNS = {
  vanad: {log: VANAD, options: ['--zone', 'Europe/Amsterdam']},
  first: {log: BANK, options: ['--zone', 'Asia/Jerusalem', '--credit', 'none']},
  bank: {log: BANK, options: ['--zone', 'Asia/Jerusalem', '--credit', '2=90s']},
  classes: {log: BANK, options: ['--zone', 'Asia/Jerusalem', '--credit', '1=90s', '--credit', '2=3m']},
};
/** Charts taken from a run's report: theirs and ours. */
const CHARTS = {'recorded-by-hour': 'by-hour', 'recorded-by-process': 'by-process', 'recorded-by-interval': 'by-time'};

const missing = [BANK, VANAD].filter((path) => !existsSync(path));
if (missing.length > 0) {
  console.log(`No logs to replay: ${missing.join(' and ')} not found. what is kept stands.`);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'preroute-logs-'));
  const results = Object.fromEntries(Object.keys(RUNS).map((name) => [name, replayed(name, folder)]));
  const tables = {
    totals: totals([
      ['VANAD', results.vanad],
      ['bank, first come, first served', results.first],
      ['bank, 90 s for class 2', results.bank],
      ['bank, 90 s a class', results.classes],
    ]),
    'vanad by queue': byProcess(results.vanad, 100),
    'vanad by hour': byHour(results.vanad),
    'vanad by day': byDay(results.vanad),
    order: orderTable(readFileSync(BANK, 'utf8')),
    'bank by type': byProcess(results.bank, 100, [
      ['first come', results.first],
      ['90 s for class 2', results.bank],
      ['90 s a class', results.classes],
    ]),
    'bank by hour': byHour(results.bank),
  };
  for (const part of ['validation', 'images']) mkdirSync(join(into, part), {recursive: true});
  const version = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
  writeFileSync(
    join(into, 'validation/logs.json'),
    `${JSON.stringify({version, node: process.version, tables}, null, 1)}\n`,
  );
  for (const name of ['vanad', 'bank'])
    for (const [chart, ours] of Object.entries(CHARTS))
      copyFileSync(
        join(folder, name, 'report/charts', `${chart}.svg`),
        join(into, 'images', `validation-${name}-${ours}.svg`),
      );
  rmSync(folder, {recursive: true});
  console.log(`written: ${join(into, 'validation/logs.json')} and pictures`);
}

/** A fresh folder, `preroute init` and `preroute run`: the summary. */
function replayed(name, folder) {
  const {log, options} = RUNS[name];
  const scenario = join(folder, name);
  console.log(`replaying ${name}`);
  const preroute = (...args) =>
    execFileSync(process.execPath, [resolve(ROOT, built, 'cli/main.js'), ...args], {stdio: 'ignore'});
  preroute('init', log, ...options, '--out', scenario);
  preroute('run', join(scenario, 'scenario.yaml'), '--charts', 'svg', '--out', join(scenario, 'report'));
  return JSON.parse(readFileSync(join(scenario, 'report/summary.json'), 'utf8'));
}
