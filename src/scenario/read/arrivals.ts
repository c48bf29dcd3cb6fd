import type {Path} from '../../language/problem.ts';
import {type ArrivalsSpec, type BusynessSpec, WEEKDAYS} from '../scenario.ts';
import type {ArrivalsWritten, StepsWritten, WaveWritten} from '../schema/arrivals.ts';
import {distributionAt} from './distribution.ts';
import type {Reading} from './reading.ts';
import {readWeekTable} from './weekTable.ts';

const DAY_MS = 86_400_000;
/** What repeats more often is a rate. */
const SHORTEST_MS = 60_000;
const COUNTS = {column: 'count', lists: 'counts'};

/** How a generated source's items arrive; null where it cannot be read, which is reported. */
export function readArrivals(
  reading: Reading,
  path: Path,
  source: string,
  written: ArrivalsWritten,
): ArrivalsSpec | null {
  if ('perInterval' in written) {
    const table = readWeekTable(reading, [...path, 'perInterval'], written.perInterval, COUNTS, false);
    if (table === null) return null;
    const rows = table.rows.map(({value, ...row}) => ({...row, count: value}));
    return {kind: 'perInterval', widthMs: table.widthMs, rows, ...busynessOf(source, written.busyness)};
  }
  if ('at' in written) return {kind: 'at', atMs: written.at};
  if ('batch' in written) {
    const size = distributionAt(reading, [...path, 'batch', 'size'], written.batch.size);
    const {every, at, on} = written.batch;
    if (every < SHORTEST_MS) reading.error([...path, 'batch', 'every'], 'expected at least 1m between batches');
    return size && {kind: 'batch', everyMs: every, atMs: at, weekdays: on ?? WEEKDAYS, size};
  }
  if (typeof written.perHour !== 'number') return stepsOf(reading, path, source, written as StepsWritten);
  return waveOf(reading, path, source, written as WaveWritten);
}

function stepsOf(reading: Reading, path: Path, source: string, written: StepsWritten): ArrivalsSpec {
  const {perHour, repeat, during, busyness} = written;
  const repeatMs = repeat === 'daily' ? DAY_MS : repeat === 'weekly' ? 7 * DAY_MS : (repeat ?? Number.NaN);
  const steps = perHour.map(([fromMs, rate]) => ({fromMs, perHour: rate}));
  for (const [i, step] of steps.entries()) {
    const at = [...path, 'perHour', i, 0];
    if (i > 0 && step.fromMs <= (steps[i - 1]?.fromMs ?? 0))
      reading.error(at, 'expected an instant after the one before it');
    if (step.fromMs >= repeatMs) reading.error(at, 'expected an instant before the rates repeat');
  }
  if (repeatMs < SHORTEST_MS) reading.error([...path, 'repeat'], 'expected a period of at least 1m');
  return {kind: 'steps', steps, repeatMs, ...(during && {during}), ...busynessOf(source, busyness)};
}

function waveOf(reading: Reading, path: Path, source: string, written: WaveWritten): ArrivalsSpec {
  const {perHour, swing = 0, period = DAY_MS, peak = DAY_MS / 2, during, busyness} = written;
  if (period <= 0) reading.error([...path, 'period'], 'expected a period above 0s');
  return {
    kind: 'perHour',
    rate: perHour,
    swing,
    periodMs: period,
    peakMs: peak,
    ...(during && {during}),
    ...busynessOf(source, busyness),
  };
}

function busynessOf(
  source: string,
  written: {readonly gamma: {readonly cv: number}; readonly sharedBy?: string | undefined} | undefined,
): {busyness?: BusynessSpec} {
  if (written === undefined) return {};
  return {busyness: {cv: written.gamma.cv, sharedBy: written.sharedBy ?? `source ${source}`}};
}
