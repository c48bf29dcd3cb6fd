import {type RateStep, stepsOnce, stepsRepeated} from '../rates/steps.ts';
import type {SpecOf} from './kind.ts';
import {rated} from './rated.ts';

const HOUR_MS = 3_600_000;

/**
 * Rates from instants on. Once: counted from the start of the scenario, nothing before the first. Repeated by whole days:
 * in local time from midnight of the first day (a week: from Monday); by another period: from the start of the scenario.
 */
export const steps = rated<SpecOf<'steps'>>('steps', (spec, context) => ({
  rates: Number.isNaN(spec.repeatMs)
    ? stepsOnce(rateSteps(spec))
    : stepsRepeated(rateSteps(spec), spec.repeatMs, context),
  keep: null,
}));

/** Of two steps at one instant the later written counts. */
function rateSteps(spec: SpecOf<'steps'>): RateStep[] {
  const rates = new Map(spec.steps.map(({fromMs, perHour}) => [fromMs, perHour / HOUR_MS]));
  return [...rates].map(([fromMs, perMs]) => ({fromMs, perMs})).sort((a, b) => a.fromMs - b.fromMs);
}
