import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import type {Rehearsal} from '../experiment/index.ts';
import {printable} from '../language/show.ts';
import type {ItemLog} from '../measure/itemLog.ts';
import type {Results} from '../measure/results.ts';
import type {OutputFile} from '../report/formats/outputFile.ts';
import type {Surroundings} from './command.ts';
import {EXIT, type ExitCode} from './exitCodes.ts';
import {onInterrupt} from './interrupt.ts';
import type {LoadedScenario, LoadRequest} from './load.ts';
import {outputFolder} from './outputFolder.ts';
import {PICTURES, type Picture} from './pictures.ts';
import {startProgress} from './progress.ts';
import {RunClock} from './runClock.ts';
import {loaded, requestOf} from './scenarioOptions.ts';
import type {Terminal} from './terminal.ts';
import {version} from './version.ts';
import {withScenarioWarnings} from './warnings.ts';

export interface RunValues extends LoadRequest {
  readonly out?: string | undefined;
  readonly workers?: number | undefined;
  readonly json?: boolean | undefined;
  readonly charts?: ReadonlySet<Picture> | undefined;
  readonly items?: boolean | undefined;
}

/**
 * The whole of `preroute run`: read, rehearse, report. With `--json` the document alone goes to stdout, and files are
 * written only where `--out` says so. The folder is tried before the work begins. Stopped with Ctrl-C, the report is
 * of the replications that are complete, and says so.
 */
export async function rehearseAndReport(values: RunValues, {terminal, typed}: Surroundings): Promise<ExitCode> {
  const interrupt = onInterrupt();
  const clock = new RunClock(typed);
  const scenario = await loaded(values);
  const asked = scenario.scenario.replications;
  const workers = values.workers ?? availableParallelism();
  const out = values.json && values.out === undefined ? null : (values.out ?? outputFolder(values.file));
  const write = await writerInto(out);
  const record = (complete: number) => clock.record({seed: scenario.scenario.seed, workers, asked, complete});
  write([record(0)]);
  const log = values.items ? await newLog() : undefined;
  const {
    results: found,
    complete,
    stopped,
  } = await rehearsed(scenario, values, {workers, signal: interrupt.signal}, log, terminal);
  interrupt.release();
  const results = found && (await completed(found, scenario));
  if (results) {
    if (out !== null) write(await reportFiles(results, scenario, values, log));
    await tell(results, values, out, terminal);
  }
  write([record(complete)]);
  if (!stopped) return EXIT.good;
  terminal.err(`Stopped: ${complete} of ${asked} replications are complete${results ? ' and reported' : ''}.\n`);
  return EXIT.interrupted;
}

/** Results with what the scenario itself says: its doubts and its priority curves. */
async function completed(results: Results, {scenario, warnings}: LoadedScenario): Promise<Results> {
  const {priorityCurvesOf} = await import('../compile/priorityCurves.ts');
  return {...withScenarioWarnings(results, warnings), curves: priorityCurvesOf(scenario)};
}

/** Whatever is to be written goes through here; null where nothing is. */
async function writerInto(out: string | null): Promise<(files: readonly OutputFile[]) => void> {
  if (out === null) return () => {};
  const {writeFiles} = await import('../files/index.ts');
  return (files) => writeFiles(out, files);
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
  const remote = {
    module: new URL(`./load${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url).href,
    request: requestOf(values),
  };
  const progress = startProgress(scenario.scenario.replications, terminal);
  try {
    return await rehearse(
      {loaded: scenario, remote, version: version(), log},
      {...hooks, onReplication: (complete) => progress.done(complete)},
    );
  } finally {
    progress.stop();
  }
}

async function reportFiles(
  results: Results,
  scenario: LoadedScenario,
  values: RunValues,
  log: ItemLog | undefined,
): Promise<OutputFile[]> {
  const {report} = await import('../report/report.ts');
  const files = await report(results, values.charts ?? new Set(PICTURES));
  if (!log) return files;
  const [{itemsCsv}, {externalIdsOf}] = await Promise.all([
    import('../report/formats/itemsCsv.ts'),
    import('../experiment/index.ts'),
  ]);
  const {names, reporting} = scenario.compiled.model;
  const content = itemsCsv(log, names, reporting.classes, results, externalIdsOf(scenario));
  return [...files, {path: 'items.csv', content}];
}

async function tell(results: Results, values: RunValues, out: string | null, terminal: Terminal): Promise<void> {
  if (values.json) {
    const {summaryJson} = await import('../report/formats/summaryJson.ts');
    terminal.out(summaryJson(results));
    return;
  }
  const {textSummary} = await import('../report/text/summary.ts');
  const what = values.charts?.size === 0 ? 'Page and tables' : 'Charts, page and tables';
  const where = out === null ? [] : [`${what}: ${printable(join(out, 'report.html'))} and beside it`];
  terminal.out(textSummary(results, terminal.outStyle, where));
}
