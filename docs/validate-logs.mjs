// Replays two real logs and writes what was simulated beside what happened into docs/validation.md and docs/images:
// `npm run validate:logs`. The logs are no part of the repository; without them at ../shared/data it says so and ends.
//   --from=folder   another build than dist/
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
const PAGE = join(ROOT, 'docs/validation.md');
const built = process.argv.find((word) => word.startsWith('--from='))?.slice('--from='.length) ?? 'dist';

/** What is replayed, and how `preroute init` is asked. */
const RUNS = {
  vanad: {log: VANAD, options: ['--zone', 'Europe/Amsterdam']},
  first: {log: BANK, options: ['--zone', 'Asia/Jerusalem']},
  bank: {log: BANK, options: ['--zone', 'Asia/Jerusalem', '--credit', '2=90s']},
  classes: {log: BANK, options: ['--zone', 'Asia/Jerusalem', '--credit', '1=90s', '--credit', '2=3m']},
};
/** Charts taken from a run's report: theirs and ours. */
const CHARTS = {'recorded-by-hour': 'by-hour', 'recorded-by-process': 'by-process', 'recorded-by-interval': 'by-time'};

const missing = [BANK, VANAD].filter((path) => !existsSync(path));
if (missing.length > 0) {
  console.log(`No logs to replay: ${missing.join(' and ')} not found. docs/validation.md stays as it is.`);
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
  writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8'), tables));
  mkdirSync(join(ROOT, 'docs/images'), {recursive: true});
  for (const name of ['vanad', 'bank'])
    for (const [chart, ours] of Object.entries(CHARTS))
      copyFileSync(
        join(folder, name, 'report/charts', `${chart}.svg`),
        join(ROOT, 'docs/images', `validation-${name}-${ours}.svg`),
      );
  rmSync(folder, {recursive: true});
  console.log('written: docs/validation.md, docs/images/validation-*');
}

/** A fresh folder, `preroute init` and `preroute run`: the summary. */
function replayed(name, folder) {
  const {log, options} = RUNS[name];
  const scenario = join(folder, name);
  const preroute = (...args) =>
    execFileSync(process.execPath, [resolve(ROOT, built, 'cli/main.js'), ...args], {stdio: 'ignore'});
  preroute('init', log, ...options, '--out', scenario);
  preroute('run', join(scenario, 'scenario.yaml'), '--charts', 'svg', '--out', join(scenario, 'report'));
  return JSON.parse(readFileSync(join(scenario, 'report/summary.json'), 'utf8'));
}

/** The page with every table in the place that has its name. */
function withTables(page, tables) {
  let text = page;
  for (const [name, table] of Object.entries(tables)) {
    const place = new RegExp(`(<!-- table: ${name} -->\n)[\\s\\S]*?(<!-- end -->)`);
    if (!place.test(text)) throw new Error(`docs/validation.md has no place for the table ${name}`);
    text = text.replace(place, (_, before, after) => `${before}\n${table}\n\n${after}`);
  }
  return text;
}
