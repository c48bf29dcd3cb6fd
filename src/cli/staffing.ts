import {availableParallelism} from 'node:os';
import {basename, dirname, relative, resolve} from 'node:path';
import type {StaffResults} from '../experiment/index.ts';
import {printable} from '../language/show.ts';
import {amount, span} from '../report/quantities.ts';
import type {Surroundings} from './command.ts';
import {EXIT, type ExitCode} from './exitCodes.ts';
import {type Interrupt, onInterrupt} from './interrupt.ts';
import type {LoadedScenario, LoadRequest} from './load.ts';
import {outputFolder} from './outputFolder.ts';
import {PICTURES, type Picture} from './pictures.ts';
import {remote} from './remote.ts';
import type {RestaffRequest} from './restaff.ts';
import {loaded, requestOf} from './scenarioOptions.ts';
import type {Terminal} from './terminal.ts';
import {type KeptTrials, keptTrials} from './trialFile.ts';
import {version} from './version.ts';

export interface StaffValues extends LoadRequest {
  readonly out?: string | undefined;
  readonly workers?: number | undefined;
  readonly json?: boolean | undefined;
  readonly charts?: ReadonlySet<Picture> | undefined;
  readonly apply?: string | undefined;
  readonly resume?: boolean | undefined;
}

/** The whole of `preroute staff`: search, say what came of it, write the files and, where asked, the workforce. */
export async function staffAndReport(values: StaffValues, surroundings: Surroundings): Promise<ExitCode> {
  const interrupt = onInterrupt(() => surroundings.terminal.err('Stopped at once.\n'));
  try {
    return await staffUntil(interrupt, values, surroundings.terminal);
  } finally {
    interrupt.release();
  }
}

async function staffUntil(interrupt: Interrupt, values: StaffValues, terminal: Terminal): Promise<ExitCode> {
  const signal = interrupt.next();
  const scenario = await loaded(values);
  const [{prepareDirectory, writeFiles}, {staffFiles}, {staffText}, {staffJson}] = await Promise.all([
    import('../files/index.ts'),
    import('../report/staff/files.ts'),
    import('../report/staff/text.ts'),
    import('../report/staff/files.ts'),
  ]);
  const dir = values.out ?? `${outputFolder(values.file)}-staffed`;
  prepareDirectory(dir);
  const store = await keptTrials(dir, scenario, version(), values.resume ?? false);
  if (values.resume) terminal.err(`Going on with ${amount(store.found)} replications of ${printable(dir)}.\n`);
  const results = await searched(scenario, values, {signal, store}, terminal);
  await store.write();
  const drawing = interrupt.next();
  writeFiles(dir, await staffFiles(results, values.charts ?? new Set(PICTURES), drawing));
  const applied = values.apply === undefined ? [] : await applyTo(values.apply, scenario, values, results);
  if (values.json) terminal.out(staffJson(results));
  else terminal.out(staffText(results, terminal.outStyle, [`Tables and chart: ${dir}`, ...applied]));
  return results.ending === 'stopped' ? EXIT.interrupted : results.ending === 'met' ? EXIT.good : EXIT.finding;
}

async function searched(
  scenario: LoadedScenario,
  values: StaffValues,
  {signal, store}: {readonly signal: AbortSignal; readonly store: KeptTrials},
  terminal: Terminal,
): Promise<StaffResults> {
  const {staff} = await import('../experiment/index.ts');
  const base = requestOf(values);
  const progress = searchProgress(terminal);
  try {
    return await staff(
      {
        loaded: scenario,
        remoteOf: (plan) => remote('restaff', {base, plan} satisfies RestaffRequest),
        version: version(),
      },
      {workers: values.workers ?? availableParallelism(), signal, store, onProgress: progress.at},
    );
  } finally {
    progress.stop();
  }
}

/** Seconds between two lines where nobody watches. */
const LINE_EVERY = 10;

/** What the search is at: one line that is written over where somebody watches, a line now and then where not. */
function searchProgress({watched, err}: Terminal) {
  const started = Date.now();
  let said = started;
  const clear = () => err('\r\u001b[K');
  return {
    at(simulations: number, phase: string, cost: number | null) {
      const now = Date.now();
      if (!watched && now - said < LINE_EVERY * 1000) return;
      said = now;
      const best = cost === null ? '' : `, cheapest so far ${amount(cost)}`;
      const text = `${phase}: ${amount(simulations)} replications after ${span((now - started) / 1000)}${best}`;
      if (watched) clear();
      err(watched ? text : `${text}\n`);
    },
    stop() {
      if (watched) clear();
    },
  };
}

/** Writes the workforce with the staffing found; says what it did, and what was there before. */
async function applyTo(
  file: string,
  scenario: LoadedScenario,
  values: StaffValues,
  results: StaffResults,
): Promise<string[]> {
  if (results.staffing === null) return [`Nothing to write to ${file}.`];
  const [{textFiles, writeFiles}, {parseTable}, {workforceText}, {withStaffing}] = await Promise.all([
    import('../files/index.ts'),
    import('../csv/table.ts'),
    import('../scenario/workforceText.ts'),
    import('../experiment/index.ts'),
  ]);
  const files = textFiles();
  const replaced = files.exists(file);
  const dir = dirname(resolve(file));
  const {workforce} = withStaffing(scenario.scenario, results.posts, {staffing: results.staffing});
  const {file: entry, ...swaps} = requestOf(values);
  const text = workforceText(entry, {files, parseTable, ...swaps}, workforce, (base, written) =>
    relative(dir, resolve(files.resolve(base, written))).replaceAll('\\', '/'),
  );
  writeFiles(dir, [{path: basename(file), content: text}]);
  return [replaced ? `Workforce written to ${file}; what was there is replaced.` : `Workforce written to ${file}.`];
}
