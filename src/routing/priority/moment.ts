import {parseDuration} from '../../language/duration.ts';
import {z} from '../../language/schema.ts';

/** An age on the process's clock: ms plus a share of the time allowed. `due-2h` is the whole share less two hours. */
export interface Moment {
  readonly ms: number;
  readonly share: number;
}

const EXPECTED = 'expected an age such as 0, 2d, 50%, due-2h, due or due+1d';

/** Ms of an age; NaN where it depends on a due date and there is none. Shares are rounded to whole milliseconds. */
export function resolved(moment: Moment, allowedMs: number | null): number {
  if (moment.share === 0) return moment.ms;
  return allowedMs === null ? Number.NaN : Math.round(moment.share * allowedMs) + moment.ms;
}

/** `due-2h`, `50%`, `2d`; null where the text is no age. */
export function parseMoment(text: string): Moment | null {
  const compact = text.replaceAll(' ', '');
  if (compact === '0') return {ms: 0, share: 0};
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(compact);
  if (percent) return {ms: 0, share: Number(percent[1]) / 100};
  const around = /^due(?:([+-])(.+))?$/.exec(compact);
  const ms = parseDuration(around ? (around[2] ?? '0s') : compact);
  if (ms === null) return null;
  return around ? {ms: around[1] === '-' ? -ms || 0 : ms, share: 1} : {ms, share: 0};
}

export const momentSchema = z
  .union([z.string(), z.literal(0)], {
    error: ({input}) =>
      typeof input === 'number'
        ? `${EXPECTED}, found the bare number ${input}: write ${input}s or ${input}h`
        : EXPECTED,
  })
  .transform((written, context): Moment => {
    const moment = parseMoment(String(written));
    if (moment) return moment;
    context.addIssue({code: 'custom', message: `${EXPECTED}, found ${JSON.stringify(written)}`});
    return z.NEVER;
  })
  .describe(
    'An age on the process’s clock: `2d`; a share of the time allowed: `50%`; or around due: `due-2h`, `due`, `due+1d`.',
  );

/**
 * Starts in the order they are written, a later one taking over from those it comes before: what is in force at an age
 * is the last written whose start has been reached. Those that depend on a due date where there is none never start.
 */
export function inForce<Row extends {readonly at: Moment}>(
  rows: readonly Row[],
  allowedMs: number | null,
): {readonly row: Row; readonly fromMs: number}[] {
  let next = Number.POSITIVE_INFINITY;
  const kept: {row: Row; fromMs: number}[] = [];
  for (const row of [...rows].reverse()) {
    const fromMs = resolved(row.at, allowedMs);
    if (!(fromMs < next)) continue;
    kept.unshift({row, fromMs});
    next = fromMs;
  }
  return kept;
}
