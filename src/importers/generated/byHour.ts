import {type Fit, fitOf, type Observations} from '../../fitting/index.ts';
import type {LogDays} from './days.ts';

/** A law for each part of the day, each from a full hour on. */
export type Hours = readonly {readonly fromMs: number; readonly fit: Fit}[];

const HOUR_MS = 3_600_000;
/** Observations from which a part of the day may have a law of its own, and parts at most. */
const LEAST = 300;
const MOST_PARTS = 8;

/**
 * Laws by hour of arrival, where the time of day matters: hours in a row go together until they have enough, and the
 * parts' laws, of the family that fits the whole, must have a lower BIC than one law for all. Null otherwise.
 */
export function hoursOf(
  {values, arrivedMs}: Observations & {readonly arrivedMs: readonly number[]},
  whole: Fit,
  days: LogDays,
): Hours | null {
  if (values.length < 2 * LEAST || whole.candidates.length === 0) return null;
  const byHour = Array.from({length: 24}, (): number[] => []);
  for (const [i, value] of values.entries())
    byHour[Math.floor(days.momentOf(arrivedMs[i]).localMs / HOUR_MS)].push(value);
  const parts = partsOf(byHour, Math.max(LEAST, values.length / MOST_PARTS));
  if (parts.length < 2) return null;
  const fits = parts.map((part) => ({fromMs: part.fromMs, fit: fitOf(part, [whole.name])}));
  const known = fits.flatMap(({fromMs, fit}) => (fit === null || fit.candidates.length === 0 ? [] : [{fromMs, fit}]));
  const bic = known.reduce((sum, {fit}) => sum + fit.bic, 0);
  return known.length === parts.length && bic < whole.bic ? known : null;
}

function partsOf(byHour: readonly (readonly number[])[], least: number) {
  const parts: {fromMs: number; values: number[]}[] = [];
  for (const [hour, values] of byHour.entries()) {
    const open = parts.at(-1);
    if (open === undefined || open.values.length >= least) {
      if (values.length > 0 || open === undefined) parts.push({fromMs: hour * HOUR_MS, values: [...values]});
    } else open.values.push(...values);
  }
  const last = parts.at(-1);
  if (last && last.values.length < least && parts.length > 1) {
    parts.pop();
    parts.at(-1)?.values.push(...last.values);
  }
  return parts;
}
