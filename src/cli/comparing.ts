import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import type {Compared, Precision, Variant} from '../experiment/index.ts';
import {printable} from '../language/show.ts';
import type {OutputFile} from '../report/formats/outputFile.ts';
import {CURRENT, candidatesOf, requestWith} from './candidates.ts';
import type {Surroundings} from './command.ts';
import {EXIT, type ExitCode} from './exitCodes.ts';
import {type Interrupt, onInterrupt} from './interrupt.ts';
import {type KeptFacts, keptFacts} from './keptFacts.ts';
import type {LoadRequest} from './load.ts';
import {openFolder, outputFolder, type ReportFolder} from './outputFolder.ts';
import {PICTURES, type Picture} from './pictures.ts';
import {startProgress} from './progress.ts';
import {remote} from './remote.ts';
import {RunClock} from './runClock.ts';
import {loaded, requestOf} from './scenarioOptions.ts';
import {stopped} from './stopped.ts';
import type {Terminal} from './terminal.ts';
import {UsageError} from './usage.ts';
import {version} from './version.ts';

export interface CompareValues extends LoadRequest {
  readonly out?: string | undefined;
  readonly workers?: number | undefined;
  readonly json?: boolean | undefined;
  readonly charts?: ReadonlySet<Picture> | undefined;
  readonly resume?: boolean | undefined;
  readonly precision?: Precision | undefined;
  readonly 'max-replications'?: number | undefined;
}

/**
 * The whole of `preroute compare`. With `--json` the document alone goes to stdout, and files are written only where
 * `--out` says so. Stopped with Ctrl-C, the report is of the replications that are complete, and `--resume` goes on.
 */
export async function compareAndReport(values: CompareValues, surroundings: Surroundings): Promise<ExitCode> {
  const interrupt = onInterrupt(() => surroundings.terminal.err('Stopped at once.\n'));
  try {
    return await compareUntil(interrupt, values, surroundings);
  } finally {
    interrupt.release();
  }
}

async function compareUntil(
  interrupt: Interrupt,
  values: CompareValues,
  {terminal, typed}: Surroundings,
): Promise<ExitCode> {
  const signal = interrupt.next();
  const clock = new RunClock(typed);
  const variants = await variantsOf(values, typed);
  const [current, ...candidates] = variants;
  const workers = values.workers ?? availableParallelism();
  const out = values.json && values.out === undefined ? null : (values.out ?? `${outputFolder(values.file)}-compared`);
  const folder = out === null ? null : await openFolder(out);
  const kept = folder && (await keptFacts(folder.dir, values.resume ?? false, version()));
  const {comparison, changed} = await compared({current, candidates}, values, {workers, signal}, kept, terminal);
  const remark = kept?.remark() ?? '';
  if (remark !== '') terminal.err(`${remark}.\n`);
  if (comparison === null) return stopped(terminal, 'not one replication of all is complete; nothing is reported');
  const drawing = interrupt.next();
  const difference = await firstDifferences(variants, drawing);
  if (values.json) {
    const {comparisonJson} = await import('../report/compare/files.ts');
    terminal.out(comparisonJson(comparison));
  } else {
    const {comparisonText} = await import('../report/compare/text.ts');
    terminal.out(comparisonText(comparison, terminal.outStyle, difference));
  }
  if (folder) {
    const [{comparisonReport}, {pageScript}] = await Promise.all([
      import('../report/compare/report.ts'),
      import('../files/index.ts'),
    ]);
    const files = await comparisonReport(
      {comparison, changed, difference, script: pageScript()},
      values.charts ?? new Set(PICTURES),
      drawing,
    );
    const extent = {seed: comparison.seed, workers, asked: comparison.replications, complete: comparison.replications};
    await write(folder, [...files, clock.record(extent)], values, terminal);
  }
  if (comparison.stopped.by !== 'interrupt') return EXIT.good;
  return stopped(
    terminal,
    `${comparison.replications} replications of each are complete${folder ? ' and reported; --resume goes on from there' : ''}`,
  );
}

async function write(folder: ReportFolder, files: readonly OutputFile[], {json}: CompareValues, terminal: Terminal) {
  await folder.put(files);
  if (!json) terminal.out(`\nCharts, page and tables: ${printable(join(folder.dir, 'compare.html'))} and beside it\n`);
}

/** The scenario and its candidates as the line says, of one seed. */
async function variantsOf(values: CompareValues, typed: readonly string[]): Promise<[Variant, ...Variant[]]> {
  const {set, candidates} = candidatesOf(typed);
  if (candidates.length === 0)
    throw new UsageError('Expected a candidate: --with and a file whose parts stand in place of the scenario\u2019s.');
  const request = {...requestOf(values), with: undefined, set};
  const current = await variantOf(CURRENT, request);
  const seed = current.loaded.scenario.seed;
  const others: Variant[] = [];
  for (const candidate of candidates)
    others.push(await variantOf(candidate.name, {...requestWith(request, candidate), seed}));
  return [current, ...others];
}

async function variantOf(name: string, request: LoadRequest): Promise<Variant> {
  return {name, loaded: await loaded(request), remote: remote('load', requestOf(request))};
}

async function compared(
  sides: {readonly current: Variant; readonly candidates: readonly Variant[]},
  {precision, 'max-replications': maxReplications}: CompareValues,
  hooks: {readonly workers: number; readonly signal: AbortSignal},
  kept: KeptFacts | null,
  terminal: Terminal,
): Promise<Compared> {
  const {compare} = await import('../experiment/index.ts');
  const progress = await startProgress(10 * (1 + sides.candidates.length), terminal);
  try {
    return await compare(
      {...sides, version: version(), ...(precision && {precision}), ...(maxReplications && {maxReplications})},
      {...hooks, store: kept?.store, onProgress: (done, share, expected) => progress.at(done, share, expected)},
    );
  } finally {
    progress.stop();
  }
}

/** The first decision of the first replication that each candidate takes differently, in words. */
async function firstDifferences(
  [current, ...candidates]: readonly Variant[],
  signal: AbortSignal,
): Promise<string[][]> {
  const [{firstDifference}, {differenceText}] = await Promise.all([
    import('../explain/index.ts'),
    import('../report/explain/difference.ts'),
  ]);
  const texts: string[][] = [];
  for (const candidate of candidates) {
    const request = {current: current.loaded, candidate: candidate.loaded, replication: 0};
    const {difference} = await firstDifference(request, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return !signal.aborted;
    });
    texts.push(difference === null ? [] : differenceText(difference, [current.name, candidate.name]));
  }
  return texts;
}
