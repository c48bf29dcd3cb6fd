import {DAY_MS} from '../../calendar/index.ts';
import {WEEKDAYS} from '../../scenario/scenario.ts';
import {type RateStep, stepsOfWeek} from '../rates/steps.ts';
import type {SpecOf} from './kind.ts';
import {rated} from './rated.ts';

/** Mean counts of intervals of the local week, Poisson inside; no row, no arrivals. */
export const perInterval = rated<SpecOf<'perInterval'>>('perInterval', (spec, context) => ({
  rates: stepsOfWeek(weekSteps(spec), context),
  keep: null,
}));

/** A row holds for its width, or until the next one begins. */
function weekSteps({widthMs, rows}: SpecOf<'perInterval'>): RateStep[] {
  const starts = new Map<number, number>();
  for (const {weekdays, fromMs, count} of rows)
    for (const weekday of weekdays) starts.set(WEEKDAYS.indexOf(weekday) * DAY_MS + fromMs, count / widthMs);
  const steps = [...starts].map(([fromMs, perMs]) => ({fromMs, perMs})).sort((a, b) => a.fromMs - b.fromMs);
  return steps.flatMap((step, i) => {
    const endMs = step.fromMs + widthMs;
    return i + 1 < steps.length && steps[i + 1].fromMs <= endMs ? [step] : [step, {fromMs: endMs, perMs: 0}];
  });
}
