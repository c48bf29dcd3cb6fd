/** The long runs: every case and scenario of the reference that the language can say, judged, as a page. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Estimate} from '../../src/measure/results.ts';
import {type ExactCase, type Models, modelsOf, type SimulatedCase} from './cases.ts';
import {CannotSay, scenarioOf} from './convert.ts';
import {figureOf} from './figures.ts';
import {type Judged, judgeExact, judgeSimulated} from './judge.ts';
import {loadedOf} from './loaded.ts';
import {type Combination, keysOf, Measurement} from './measurement.ts';
import type {Sim} from './sim.ts';

export interface ValidateOptions {
  readonly models: Models;
  /** Ids; absent: all. */
  readonly only: readonly string[] | null;
  /** Length of the runs, 1 as the reference states it. */
  readonly scale: number;
  /** Where the page is written; null: nowhere. */
  readonly page: string | null;
  readonly say: (line: string) => void;
}

export interface Row extends Judged {
  readonly id: string;
  readonly key: string;
  readonly expected: number;
  /** 95 % half width of the reference; 0: exact. */
  readonly expectedHalfWidth: number;
  readonly value: number | null;
  readonly halfWidth: number | null;
}

export interface Outcome {
  readonly id: string;
  readonly what: string;
  readonly source: string;
  readonly replications: number;
  readonly rows: readonly Row[];
  readonly skipped: readonly string[];
}

export function validate({models, only, scale, page, say}: ValidateOptions): readonly Outcome[] {
  const wanted = ({id}: {readonly id: string}) => only === null || only.includes(id);
  const outcomes: Outcome[] = [];
  const take = (outcome: Outcome) => {
    outcomes.push(outcome);
    say(lineOf(outcome));
  };
  for (const it of models.exact.filter(wanted)) take(exactOutcome(it, scale));
  for (const it of models.simulated.filter(wanted)) take(simulatedOutcome(it, scale));
  if (page !== null) writeFileSync(page, pageOf(outcomes, scale));
  return outcomes;
}

/** Steady models are shortened, terminating ones repeated less often; never fewer than 10 times. */
function lengthOf(sim: Sim, scale: number): {readonly replications: number; readonly share: number} {
  if (sim.mode === 'steady') return {replications: sim.replications, share: scale};
  return {replications: Math.max(10, Math.round(sim.replications * scale)), share: 1};
}

/** Waits of a centre busier than this may be known to 5 % only. */
const BUSY = 0.92;
/** A steady run too short to say is made longer by doubling its replications, up to so many times. */
const LONGEST = 8;

function exactOutcome(it: ExactCase, scale: number): Outcome {
  const {id, family: what, source, sim, expected, combos} = it;
  const busy = Object.entries(expected).some(([key, value]) => key.endsWith('.occupancy') && value > BUSY);
  const isWait = (key: string) => /\.(wait|asa|queue_total)$/.test(key);
  return outcomeOf({id, what, source, sim, keys: Object.keys(expected), combos, scale}, (run) => {
    const rowOf = (key: string, exact: number, estimate: Estimate, mayBeWide: boolean): Row => {
      const judged = judgeExact(estimate, exact, run.measurement.replications, mayBeWide);
      return {id, key, expected: exact, expectedHalfWidth: 0, ...estimate, ...judged};
    };
    return [
      ...Object.entries(expected).map(([key, value]) =>
        rowOf(key, value * (isCount(key) ? run.share : 1), run.of(key), busy && isWait(key)),
      ),
      ...combos.map((combo) => rowOf(combo.name, combo.value, run.measurement.combined(combo), busy)),
    ];
  });
}

function simulatedOutcome(it: SimulatedCase, scale: number): Outcome {
  const {id, title: what, sim, expected} = it;
  return outcomeOf({id, what, source: '', sim, keys: Object.keys(expected), combos: [], scale}, (run) =>
    Object.entries(expected).map(([key, {mean, ci95}]) => {
      const share = isCount(key) ? run.share : 1;
      const reference = {mean: mean * share, ci95: ci95 * share};
      const estimate = run.of(key);
      const judged = judgeSimulated(estimate, reference, run.measurement.replications);
      return {id, key, expected: reference.mean, expectedHalfWidth: reference.ci95, ...estimate, ...judged};
    }),
  );
}

/** Counts of a replication grow with its length. */
const isCount = (key: string): boolean => /\.(offered|rejected)$/.test(key);

interface Asked {
  readonly id: string;
  readonly what: string;
  /** Of exact values; empty: simulated. */
  readonly source: string;
  readonly sim: Sim;
  readonly keys: readonly string[];
  readonly combos: readonly Combination[];
  readonly scale: number;
}
interface Ran {
  readonly measurement: Measurement;
  readonly share: number;
  readonly of: (key: string) => Estimate;
}

function outcomeOf({id, what, source, sim, keys, combos, scale}: Asked, rowsOf: (run: Ran) => readonly Row[]): Outcome {
  const {replications, share} = lengthOf(sim, scale);
  try {
    const measurement = new Measurement(loadedOf(sim, share, id), sim, [...keys, ...keysOf(combos)]);
    const of = (key: string) => measurement.estimate(key) ?? {value: null, halfWidth: null};
    let rows: readonly Row[] = [];
    for (let times = 1; times <= LONGEST; times *= 2) {
      measurement.runTo(replications * times);
      rows = rowsOf({measurement, share, of}).filter(({verdict}) => verdict !== 'not measured');
      if (scale < 1 || sim.mode === 'terminating' || rows.every(({verdict}) => verdict !== 'wide')) break;
    }
    return {id, what, source, replications: measurement.replications, rows, skipped: missing(keys, sim)};
  } catch (error) {
    if (!(error instanceof CannotSay)) throw error;
    return {id, what, source, replications: 0, rows: [], skipped: error.reasons};
  }
}

const missing = (keys: readonly string[], sim: Sim): string[] =>
  keys.flatMap((key) => {
    const found = figureOf(key, sim);
    return 'missing' in found ? [`${key}: ${found.missing}`] : [];
  });

function lineOf({id, what, rows, skipped}: Outcome): string {
  const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  const off = rows
    .filter(({verdict, errors}) => verdict === 'differs' || Math.abs(errors ?? 0) > 3)
    .map(({key, value, expected, errors}) => `${key} ${shown(value)} for ${shown(expected)} (${errors?.toFixed(1)})`);
  return [
    `${id} ${what}: ${count('agrees')} agree, ${count('wide')} wide, ${count('differs')} differ`,
    ...off.map((text) => `  ${text}`),
    ...skipped.map((text) => `  skipped ${text}`),
  ].join('\n');
}

const shown = (value: number | null): string => (value === null ? '' : String(Number(value.toPrecision(6))));

function pageOf(outcomes: readonly Outcome[], scale: number): string {
  const rows = outcomes.flatMap((outcome) => outcome.rows);
  const of = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  const varying = rows.filter(({halfWidth, expectedHalfWidth}) => (halfWidth ?? 0) > 0 || expectedHalfWidth > 0);
  const judged = varying.flatMap(({errors}) => (errors === null ? [] : [Math.abs(errors)]));
  const within = (z: number) => `${((100 * judged.filter((e) => e <= z).length) / judged.length).toFixed(1)} %`;
  return [
    '# Preroute against exact values and an independent simulator',
    '',
    'Written by `npm run validate`; do not edit. The models and their values are in `test/reference`, what they mean in',
    'its README. Every model is converted to a scenario, and read, compiled and run as any other.',
    '',
    `${rows.length} figures: ${of('agrees')} agree, ${of('differs')} differ, ${of('wide')} agree within an interval wider than 2 % of the value (5 %: waits of busy centres).`,
    `Of the differences ${within(1)} are within one standard error, ${within(2)} within two, ${within(3)} within three`,
    `(a perfect simulator: some 68, 95 and 99.7 %; the figures of a model depend on each other).${scale === 1 ? '' : ` Runs of ${scale} of the length stated.`}`,
    '',
    '| case | of | figures | agree | differ | wide | largest difference, in standard errors |',
    '|---|---|--:|--:|--:|--:|--:|',
    ...outcomes.map((outcome) => summaryLine(outcome)),
    '',
    ...skippedLines(outcomes),
    '## Figure by figure',
    '',
    'Seconds, shares, items. An interval is 95 %. Exact values have none.',
    '',
    '| case | figure | expected | Preroute | standard errors | verdict |',
    '|---|---|--:|--:|--:|---|',
    ...rows.map(rowLine),
    '',
    '## Sources of the exact values',
    '',
    ...outcomes.filter(({source}) => source !== '').map(({id, source}) => `- ${id}: ${source.trim()}`),
    '',
  ].join('\n');
}

function summaryLine({id, what, rows}: Outcome): string {
  const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  const worst = Math.max(0, ...rows.map(({errors}) => Math.abs(errors ?? 0)));
  if (rows.length === 0) return `| ${id} | ${what} | skipped | | | | |`;
  return `| ${id} | ${what} | ${rows.length} | ${count('agrees')} | ${count('differs')} | ${count('wide')} | ${worst.toFixed(1)} |`;
}

function skippedLines(outcomes: readonly Outcome[]): string[] {
  const skipped = outcomes.flatMap(({id, skipped: why}) => why.map((reason) => `- ${id}: ${reason}`));
  return skipped.length === 0 ? [] : ['## Left out, and why', '', ...skipped, ''];
}

function rowLine({id, key, expected, expectedHalfWidth, value, halfWidth, errors, verdict}: Row): string {
  const half = (width: number | null) => (width === null || width === 0 ? '' : ` ± ${Number(width.toPrecision(2))}`);
  const off = errors === null ? '' : errors.toFixed(2);
  return `| ${id} | ${key} | ${shown(expected)}${half(expectedHalfWidth)} | ${shown(value)}${half(halfWidth)} | ${off} | ${verdict} |`;
}

/**
 * `npm run validate -- --only EC1,EA1 --scale 0.1 --no-page`; `--write EC1` prints a model's scenario instead;
 * `--from file.json` takes the models of another file.
 */
export function main(words: readonly string[], root: string): number {
  const after = (word: string) => (words.includes(word) ? words[words.indexOf(word) + 1] : undefined);
  const own = ['cases.json', 'scenarios.json', 'golden_traces.json'].map((file) => join(root, 'test/reference', file));
  const from = after('--from');
  const models = modelsOf(from === undefined ? own : [from]);
  const written = after('--write')?.split(',');
  if (written) {
    for (const {id, sim} of models.all.filter((it) => written.includes(it.id))) console.log(scenarioOf(sim, id));
    return 0;
  }
  const only = after('--only')?.split(',') ?? null;
  const whole = only === null && from === undefined && !words.includes('--no-page');
  const outcomes = validate({
    models,
    only,
    scale: Number(after('--scale') ?? 1),
    page: whole ? join(root, 'docs/validation-reference.md') : null,
    say: (line) => console.log(line),
  });
  return outcomes.some(({rows}) => rows.some(({verdict}) => verdict === 'differs')) ? 1 : 0;
}
