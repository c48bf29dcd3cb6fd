import {availableParallelism} from 'node:os';
import type {SweepResults, Variant} from '../experiment/index.ts';
import type {Surroundings} from './command.ts';
import {EXIT, type ExitCode} from './exitCodes.ts';
import {type Interrupt, onInterrupt} from './interrupt.ts';
import {type KeptFacts, keptFacts} from './keptFacts.ts';
import type {LoadRequest} from './load.ts';
import {outputFolder} from './outputFolder.ts';
import {PICTURES, type Picture} from './pictures.ts';
import {startProgress} from './progress.ts';
import {remote} from './remote.ts';
import {loaded, requestOf} from './scenarioOptions.ts';
import {stopped} from './stopped.ts';
import type {Terminal} from './terminal.ts';
import {UsageError} from './usage.ts';
import {placesOf, type Varied} from './vary.ts';
import {version} from './version.ts';

export interface SweepValues extends LoadRequest {
  readonly vary?: readonly Varied[] | undefined;
  readonly together?: boolean | undefined;
  readonly out?: string | undefined;
  readonly workers?: number | undefined;
  readonly json?: boolean | undefined;
  readonly charts?: ReadonlySet<Picture> | undefined;
  readonly resume?: boolean | undefined;
}

/** The whole of `preroute sweep`: every point, say what came of it, write table and chart. */
export async function sweepAndReport(values: SweepValues, surroundings: Surroundings): Promise<ExitCode> {
  const interrupt = onInterrupt(() => surroundings.terminal.err('Stopped at once.\n'));
  try {
    return await sweepUntil(interrupt, values, surroundings.terminal);
  } finally {
    interrupt.release();
  }
}

async function sweepUntil(interrupt: Interrupt, values: SweepValues, terminal: Terminal): Promise<ExitCode> {
  const signal = interrupt.next();
  const axes = values.vary ?? [];
  if (axes.length === 0)
    throw new UsageError('Expected what varies: --vary and path=values, such as workforce.seniors.agents=8,10,12.');
  const {prepareDirectory, writeFiles} = await import('../files/index.ts');
  const dir = values.out ?? `${outputFolder(values.file)}-swept`;
  const sides = await variantsOf(values, axes);
  prepareDirectory(dir);
  const kept = await keptFacts(dir, values.resume ?? false, version());
  const results = await swept(values, axes, sides, {signal, kept}, terminal);
  if (results === null) return stopped(terminal, 'not one point is complete; --resume goes on from there');
  const [{sweepFiles, sweepJson}, {sweepText}] = await Promise.all([
    import('../report/sweep/files.ts'),
    import('../report/sweep/text.ts'),
  ]);
  writeFiles(dir, await sweepFiles(results, values.charts ?? new Set(PICTURES), interrupt.next()));
  if (values.json) terminal.out(sweepJson(results));
  else terminal.out(sweepText(results, terminal.outStyle, [`Tables and chart: ${dir}`]));
  if (results.points.length === results.asked) return EXIT.good;
  return stopped(terminal, `${results.points.length} of ${results.asked} points are complete; --resume goes on`);
}

interface Sides {
  readonly current: Variant;
  readonly points: readonly {readonly at: readonly string[]; readonly variant: Variant}[];
}

/** The scenario as it is, and with the values of each point set. */
async function variantsOf(values: SweepValues, axes: readonly Varied[]): Promise<Sides> {
  const request = requestOf(values);
  const places = placesOf(axes, values.together ?? false);
  const current = await variantOf('as it is', request);
  const points = [];
  for (const at of places) {
    const set = [...(request.set ?? []), ...axes.map(({path}, axis) => `${path}=${at[axis]}`)];
    points.push({at, variant: await variantOf(at.join(', '), {...request, set})});
  }
  return {current, points};
}

async function variantOf(name: string, request: LoadRequest): Promise<Variant> {
  return {name, loaded: await loaded(request), remote: remote('load', request)};
}

async function swept(
  {together, workers}: SweepValues,
  axes: readonly Varied[],
  {current, points}: Sides,
  {signal, kept}: {readonly signal: AbortSignal; readonly kept: KeptFacts},
  terminal: Terminal,
): Promise<SweepResults | null> {
  const {sweep} = await import('../experiment/index.ts');
  const progress = await startProgress(current.loaded.scenario.replications * (1 + points.length), terminal);
  try {
    return await sweep(
      {axes, together: together ?? false, current, points, version: version()},
      {workers: workers ?? availableParallelism(), signal, store: kept.store, onProgress: progress.at},
    );
  } finally {
    progress.stop();
  }
}
