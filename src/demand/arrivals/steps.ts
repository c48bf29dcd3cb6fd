import {type RateStep, stepsOnce, stepsRepeated} from '../rates/steps.ts';
import {generated, type SpecOf} from './kind.ts';
import {poissonOf} from './poissonOf.ts';

const HOUR_MS = 3_600_000;

/**
 * Rates from instants on. Once: counted from the start of the scenario, nothing before the first. Repeated by whole days:
 * in local time from midnight of the first day (a week: from Monday); by another period: from the start of the scenario.
 */
export const steps = generated('steps', (spec, source, context) => {
  const rates = Number.isNaN(spec.repeatMs)
    ? stepsOnce(rateSteps(spec))
    : stepsRepeated(rateSteps(spec), spec.repeatMs, context);
  return poissonOf(rates, spec, source, context);
});

/** Of two steps at one instant the later written counts. */
function rateSteps(spec: SpecOf<'steps'>): RateStep[] {
  const rates = new Map(spec.steps.map(({fromMs, perHour}) => [fromMs, perHour / HOUR_MS]));
  return [...rates].map(([fromMs, perMs]) => ({fromMs, perMs})).sort((a, b) => a.fromMs - b.fromMs);
}
