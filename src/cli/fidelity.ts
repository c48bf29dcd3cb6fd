import {availableParallelism} from 'node:os';
import {join, resolve} from 'node:path';
import type {Calibration} from '../experiment/index.ts';
import type {Findings} from '../importers/index.ts';
import {printable} from '../language/show.ts';
import type {RecordedComparison, Results} from '../measure/results.ts';
import {remote} from './remote.ts';
import type {Terminal} from './terminal.ts';
import {version} from './version.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** What the free numbers may be: wrap-up from nothing to far above what was measured, breaks, times the patience fitted. */
const WRAP_UP_ABOVE_S = 60;
/** Thousands of pairs of contacts measure wrap-up to a few percent; what they do not show makes it ten. */
const WRAP_UP_SPREAD = 0.1;
const BREAKS = [5, 7.5, 10, 15, 20].map((minutes) => minutes * MINUTE_MS);
const PATIENCE = [0.5, 0.7, 0.85, 1, 1.2, 1.5, 2];

/** The findings with wrap-up, breaks and patience fitted to every other day of the logs. */
export async function calibratedTo(
  findings: Findings,
  out: string,
  terminal: Terminal,
): Promise<{readonly findings: Findings; readonly calibration: Calibration}> {
  const [{calibrate}, {filesOf, freeNumbersOf, withFreeNumbers}] = await Promise.all([
    import('../experiment/index.ts'),
    import('../importers/index.ts'),
  ]);
  const {wrapUpMs, breakMs, patience} = freeNumbersOf(findings);
  const seconds = Math.ceil(wrapUpMs / SECOND_MS) + WRAP_UP_ABOVE_S;
  const free = [
    {name: 'wrap-up, s', values: Array.from({length: seconds}, (_, i) => i), spread: WRAP_UP_SPREAD, offset: 1},
    {name: 'break, min', values: BREAKS.map((ms) => ms / MINUTE_MS), spread: 0.3},
    {name: 'times the patience', values: PATIENCE, spread: 0.3},
  ];
  const withNumbers = (numbers: Readonly<Record<string, number>>) =>
    withFreeNumbers(findings, {
      wrapUpMs: (numbers['wrap-up, s'] ?? 0) * SECOND_MS,
      breakMs: (numbers['break, min'] ?? 0) * MINUTE_MS,
      patience: numbers['times the patience'] ?? 1,
    });
  const start = {
    'wrap-up, s': wrapUpMs / SECOND_MS,
    'break, min': breakMs / MINUTE_MS,
    'times the patience': patience,
  };
  let simulations = 0;
  const calibration = await calibrate(start, free, (numbers) => {
    terminal.err(`Calibrating: simulation ${++simulations}\n`);
    return simulated(filesOf(withNumbers(numbers)), out);
  });
  return {findings: withNumbers(calibration.after), calibration};
}

/** What one replication makes of a scenario that is not on the disk yet, beside what was recorded. */
async function simulated(
  files: readonly {readonly path: string; readonly content: unknown}[],
  out: string,
): Promise<RecordedComparison> {
  const [{readScenario}, {compile}, {parseTable}, {openRows, textFiles}, {rehearse}] = await Promise.all([
    import('../scenario/read.ts'),
    import('../compile/index.ts'),
    import('../csv/table.ts'),
    import('../files/index.ts'),
    import('../experiment/index.ts'),
  ]);
  const texts = new Map(files.map(({path, content}) => [resolve(out, path), String(content)]));
  const disk = textFiles();
  const overlay = {
    ...disk,
    read: (path: string) => texts.get(resolve(path)) ?? disk.read(path),
    exists: (path: string) => texts.has(resolve(path)) || disk.exists(path),
  };
  const {scenario, hash} = readScenario(join(out, 'scenario.yaml'), {files: overlay, parseTable, replications: 1});
  const loaded = {scenario, compiled: compile(scenario), hash, openRows};
  const {results} = await rehearse({loaded, remote: null, version: version()}, {workers: 1});
  return recordedIn(results);
}

/** Simulates the scenario that init wrote, says how near it is to what was recorded, and writes the page. */
export async function reportFidelity(out: string, calibration: Calibration | null, terminal: Terminal): Promise<void> {
  const file = join(out, 'scenario.yaml');
  const [{load}, {doubtsOf, nearnessOf, rehearse, validityOf}, {fidelityFiles}, {fidelityText}, {writeFiles}] =
    await Promise.all([
      import('./load.ts'),
      import('../experiment/index.ts'),
      import('../report/fidelity/files.ts'),
      import('../report/fidelity/text.ts'),
      import('../files/index.ts'),
    ]);
  const {results} = await rehearse(
    {loaded: load({file}), remote: remote('load', {file}), version: version()},
    {workers: availableParallelism()},
  );
  const recorded = recordedIn(results);
  if (results === null) return;
  const nearness = calibration?.judged.after ?? nearnessOf(recorded.byDay);
  const report = {
    results,
    nearness,
    validity: validityOf(nearness),
    doubts: doubtsOf(recorded, nearnessOf(recorded.byDay)),
    calibration,
  };
  writeFiles(out, await fidelityFiles(report));
  terminal.out(`\n${fidelityText(report, terminal.outStyle)}\nPage: ${printable(join(out, 'fidelity.html'))}\n`);
}

/** A log that says neither waits nor outcomes cannot be compared with. */
function recordedIn(results: Results | null): RecordedComparison {
  return results?.recorded ?? {sentence: '', rows: [], byInterval: [], byDay: [], byHourOfDay: []};
}
