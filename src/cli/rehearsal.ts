import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import type {Rehearsal} from '../experiment/index.ts';
import {printable} from '../language/show.ts';
import type {ItemLog} from '../measure/itemLog.ts';
import type {Results} from '../measure/results.ts';
import type {OutputFile} from '../report/formats/outputFile.ts';
import type {Surroundings} from './command.ts';
import {EXIT, type ExitCode} from './exitCodes.ts';
import {type Interrupt, onInterrupt} from './interrupt.ts';
import {JOURNAL_FILES, type JournalValues, journalPlan, writeJournal} from './journal.ts';
import type {LoadedScenario, LoadRequest} from './load.ts';
import {type Logged, reportedItems} from './logged.ts';
import {openFolder, outputFolder} from './outputFolder.ts';
import {PICTURES, type Picture} from './pictures.ts';
import {startProgress} from './progress.ts';
import {remote} from './remote.ts';
import {RunClock} from './runClock.ts';
import {loaded, requestOf} from './scenarioOptions.ts';
import {stopped} from './stopped.ts';
import type {Terminal} from './terminal.ts';
import {version} from './version.ts';
import {withScenarioWarnings} from './warnings.ts';

export interface RunValues extends LoadRequest, JournalValues {
  readonly out?: string | undefined;
  readonly workers?: number | undefined;
  readonly json?: boolean | undefined;
  readonly charts?: ReadonlySet<Picture> | undefined;
  readonly items?: boolean | undefined;
}

/**
 * The whole of `preroute run`: read, rehearse, say what came of it, report. With `--json` the document alone goes to
 * stdout, and files are written only where `--out` says so. The folder is tried before the work begins. Stopped with
 * Ctrl-C, the report is of the replications that are complete, and says so.
 */
export async function rehearseAndReport(values: RunValues, surroundings: Surroundings): Promise<ExitCode> {
  const interrupt = onInterrupt(() => surroundings.terminal.err('Stopped at once.\n'));
  try {
    return await rehearseUntil(interrupt, values, surroundings);
  } finally {
    interrupt.release();
  }
}

async function rehearseUntil(interrupt: Interrupt, values: RunValues, {terminal, typed}: Surroundings) {
  const signal = interrupt.next();
  const clock = new RunClock(typed);
  const scenario = await loaded(values);
  const {seed, replications: asked} = scenario.scenario;
  const workers = values.workers ?? availableParallelism();
  const journal = await journalPlan(values, scenario);
  const out = values.json && values.out === undefined ? null : (values.out ?? outputFolder(values.file));
  const folder = out === null ? null : await openFolder(out);
  const told = journal && folder ? await writeJournal(journal, scenario, folder.dir, signal, terminal) : 0;
  if (told === null) return stopped(terminal, 'the journal is not complete; nothing is reported');
  const log = values.items ? await newLog() : undefined;
  const {
    results: found,
    complete,
    stopped: early,
    first,
  } = await rehearsed(scenario, values, {workers, signal}, log, terminal);
  const count = `${complete} of ${asked} replications are complete`;
  if (found === null) return stopped(terminal, `${count}; nothing is reported`);
  const results = await completed(found, scenario);
  const drawing = interrupt.next();
  await tell(results, values, terminal);
  if (folder) {
    const files = await reportFiles(results, scenario, values, log && first ? {log, people: first} : null, {
      typed,
      signal: drawing,
    });
    await folder.put([...files, clock.record({seed, workers, asked, complete})], journal ? JOURNAL_FILES : []);
    if (!values.json)
      terminal.out(whereText(folder.dir, values.charts) + (journal ? journalText(folder.dir, told) : ''));
  }
  if (drawing.aborted) return stopped(terminal, `${count} and reported; charts not drawn by then are left out`);
  return early ? stopped(terminal, `${count}${folder ? ' and reported' : ''}`) : EXIT.good;
}

/** Results with what the scenario itself says: its doubts and its priority curves. */
async function completed(results: Results, {scenario, warnings}: LoadedScenario): Promise<Results> {
  const {priorityCurvesOf} = await import('../compile/priorityCurves.ts');
  return {...withScenarioWarnings(results, warnings), curves: priorityCurvesOf(scenario)};
}

async function newLog(): Promise<ItemLog> {
  const {ItemLog} = await import('../measure/itemLog.ts');
  return new ItemLog();
}

async function rehearsed(
  scenario: LoadedScenario,
  values: RunValues,
  hooks: {readonly workers: number; readonly signal: AbortSignal},
  log: ItemLog | undefined,
  terminal: Terminal,
): Promise<Rehearsal> {
  const {rehearse} = await import('../experiment/index.ts');
  const progress = await startProgress(scenario.scenario.replications, terminal);
  try {
    return await rehearse(
      {loaded: scenario, remote: remote('load', requestOf(values)), version: version(), log},
      {...hooks, onReplication: (complete) => progress.at(complete, 0), onProgress: progress.at},
    );
  } finally {
    progress.stop();
  }
}

async function reportFiles(
  results: Results,
  scenario: LoadedScenario,
  values: RunValues,
  logged: Logged | null,
  {typed, signal}: {readonly typed: readonly string[]; readonly signal: AbortSignal},
): Promise<OutputFile[]> {
  const [{report}, {commandText}, {pageScript}] = await Promise.all([
    import('../report/report.ts'),
    import('../report/commandText.ts'),
    import('../files/index.ts'),
  ]);
  const items = await reportedItems(logged, scenario);
  const files = await report(results, values.charts ?? new Set(PICTURES), {
    signal,
    script: pageScript(),
    command: commandText(typed),
    named: items.named,
  });
  return [...files, ...items.files];
}

async function tell(results: Results, values: RunValues, terminal: Terminal): Promise<void> {
  if (values.json) {
    const {summaryJson} = await import('../report/formats/summaryJson.ts');
    terminal.out(summaryJson(results));
    return;
  }
  const {textSummary} = await import('../report/text/summary.ts');
  terminal.out(textSummary(results, terminal.outStyle));
}

function journalText(dir: string, events: number): string {
  const count = events === 1 ? 'one event' : `${events.toLocaleString('en')} events`;
  const what = events === 0 ? 'Journal, empty: nothing happens in that time' : `Journal of ${count}`;
  return `${what}: ${printable(join(dir, 'journal.txt'))}\n`;
}

/** Where the report is; a path is never broken or cut, so that it can be copied. */
function whereText(dir: string, charts: RunValues['charts']): string {
  const what = charts?.size === 0 ? 'Page and tables:' : 'Charts, page and tables:';
  return `\n${what} ${printable(join(dir, 'report.html'))} and beside it\n`;
}
