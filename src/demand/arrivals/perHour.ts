import {LocalTime} from '../localStretches.ts';
import type {SpecOf} from './kind.ts';
import {rated} from './rated.ts';

const HOUR_MS = 3_600_000;

/**
 * A constant rate, or one that swings as a cosine by `swing` of itself, greatest at local time `peakMs` and every
 * `periodMs` from there (local days of 24 hours, so that a daily peak keeps its time of day when clocks change).
 */
export const perHour = rated<SpecOf<'perHour'>>('perHour', ({rate, swing, periodMs, peakMs}, context) => {
  const greatest = (rate * (1 + swing)) / HOUR_MS;
  const rates = greatest > 0 ? [{fromMs: 0, toMs: Infinity, perMs: greatest}] : [];
  if (swing === 0) return {rates, keep: null};
  const local = new LocalTime((index) => context.dayAt(index));
  const keep = (atMs: number) => {
    const phase = (2 * Math.PI * (local.sinceFirstMidnight(atMs) - peakMs)) / periodMs;
    return (1 + swing * Math.cos(phase)) / (1 + swing);
  };
  return {rates, keep};
});
