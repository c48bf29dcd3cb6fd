import {sourceStream} from '../draws.ts';
import {LocalTime} from '../localStretches.ts';
import {Thinned} from '../rates/thinned.ts';
import {generated} from './kind.ts';
import {poissonOf} from './poissonOf.ts';

const HOUR_MS = 3_600_000;

/**
 * A constant rate, or one that swings as a cosine by `swing` of itself, greatest at local time `peakMs` and every
 * `periodMs` from there (local days of 24 hours, so that a daily peak keeps its time of day when clocks change).
 */
export const perHour = generated('perHour', (spec, source, context) => {
  const {rate, swing, periodMs, peakMs} = spec;
  const greatest = (rate * (1 + swing)) / HOUR_MS;
  const rates = greatest > 0 ? [{fromMs: 0, toMs: Infinity, perMs: greatest}] : [];
  const candidates = poissonOf(rates, spec, source, context);
  if (swing === 0) return candidates;
  const local = new LocalTime((index) => context.dayAt(index));
  const keep = (atMs: number) => {
    const phase = (2 * Math.PI * (local.sinceFirstMidnight(atMs) - peakMs)) / periodMs;
    return (1 + swing * Math.cos(phase)) / (1 + swing);
  };
  return new Thinned(candidates, keep, sourceStream(context, source, 'arrivals kept'));
});
