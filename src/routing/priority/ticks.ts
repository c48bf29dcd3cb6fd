import {duration, keys, z} from '../../language/schema.ts';
import type {Piece} from '../../model/curves.ts';
import {inForce, type Moment, momentSchema} from './moment.ts';
import {endOf, steady, stepping} from './piecewise.ts';
import {priorityOf} from './priorityOf.ts';

/** When priority is restated: every so often, from a moment on with a period of its own. */
export type Schedule = readonly {readonly at: Moment; readonly everyMs: number}[];

const entry = keys({
  from: momentSchema.optional().describe('From when on this period holds. Default: from the start.'),
  every: duration
    .refine((ms) => ms > 0, {error: 'expected a period longer than 0'})
    .describe('Time between two ticks on the process’s clock, counted from `from`.'),
}).transform(({from, every}) => ({at: from ?? {ms: 0, share: 0}, everyMs: every}));

export const scheduleSchema = z
  .union([z.array(entry).min(1), entry.transform((one) => [one])])
  .describe(
    'When priority is read anew; between two ticks it does not move. There is always a tick at `from` and at due.',
  );

/** A stretch of ticks: at `fromMs` (unless it is 0) and then at every full period; `everyMs` 0: none until the next. */
export interface Stretch {
  readonly fromMs: number;
  readonly everyMs: number;
}

/**
 * A schedule laid over ages from 0 on. Every stretch but the first begins with a tick. The due instant is a tick; off
 * the grid it is one more, and the grid goes on as it was.
 */
export function stretchesOf(schedule: Schedule, allowedMs: number | null): Stretch[] {
  const starts = inForce(schedule, allowedMs).map(({row, fromMs}) => ({fromMs, everyMs: row.everyMs}));
  const laid = starts.flatMap((stretch, index) => {
    const end = starts[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
    return withDue(startingAtZero(stretch, end), end, allowedMs);
  });
  const first = laid[0]?.fromMs ?? Number.POSITIVE_INFINITY;
  if (first <= 0) return laid;
  return [...withDue([{fromMs: 0, everyMs: 0}], first, allowedMs), ...laid];
}

function startingAtZero({fromMs, everyMs}: Stretch, end: number): Stretch[] {
  if (fromMs >= 0) return [{fromMs, everyMs}];
  if (end <= 0) return [];
  const tick = fromMs + Math.ceil(-fromMs / everyMs) * everyMs;
  if (tick === 0) return [{fromMs: 0, everyMs}];
  return tick < end
    ? [
        {fromMs: 0, everyMs: 0},
        {fromMs: tick, everyMs},
      ]
    : [{fromMs: 0, everyMs: 0}];
}

/** The stretches of one period that ends at `end`, cut at the due instant if it falls inside. */
function withDue(stretches: readonly Stretch[], end: number, due: number | null): Stretch[] {
  if (due === null || due <= 0) return [...stretches];
  return stretches.flatMap((stretch, index) => {
    const until = stretches[index + 1]?.fromMs ?? end;
    const {fromMs, everyMs} = stretch;
    if (due <= fromMs || due >= until) return [stretch];
    if (everyMs === 0) return [stretch, {fromMs: due, everyMs: 0}];
    const next = fromMs + Math.ceil((due - fromMs) / everyMs) * everyMs;
    if (next === due) return [stretch];
    return [stretch, {fromMs: due, everyMs: 0}, ...(next < until ? [{fromMs: next, everyMs}] : [])];
  });
}

/** Number of ticks of a stretch after its start and before `end`. */
export const ticksInside = ({fromMs, everyMs}: Stretch, end: number): number =>
  everyMs === 0 ? 0 : Math.ceil((end - fromMs) / everyMs) - 1;

/** A curve of gliding and steady pieces as it shows when it is read at ticks only. */
export function readAt(stretches: readonly Stretch[], curve: readonly Piece[]): Piece[] {
  return stretches.flatMap((stretch, index) => {
    const end = stretches[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
    const starts = curve.map((piece) => firstTick(stretch, piece.fromMs)).filter((tick) => tick < end);
    return [...new Set(starts)].map((tick) => readingFrom(tick, stretch.everyMs, curve));
  });
}

/** First tick of a stretch at or after an age; its start where the age is below; Infinity where there is none. */
function firstTick({fromMs, everyMs}: Stretch, ageMs: number): number {
  if (ageMs <= fromMs) return fromMs;
  return everyMs === 0 ? Number.POSITIVE_INFINITY : fromMs + Math.ceil((ageMs - fromMs) / everyMs) * everyMs;
}

function readingFrom(tick: number, everyMs: number, curve: readonly Piece[]): Piece {
  const value = priorityOf(curve, tick);
  const index = curve.findIndex((piece, at) => tick >= piece.fromMs && tick < endOf(curve, at));
  const slope = curve[index]?.slopePerMs ?? 0;
  return everyMs === 0 ? steady(tick, value) : stepping(tick, value, slope * everyMs, everyMs);
}
