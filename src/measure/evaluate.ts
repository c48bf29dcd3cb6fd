import {NOTHING, ratioEstimate, studentHalfWidth} from '../statistics/index.ts';
import type {Asked} from './asked.ts';
import {pooled, type ScopeTally} from './fold/scopeTally.ts';
import type {Metric, MetricParams, Ratio, Variant} from './metric.ts';
import {METRICS} from './metrics/index.ts';
import type {Estimate, MetricDefinition, MetricValues} from './results.ts';

/** One metric over one tally a replication. Quantiles are of the pooled items, their half width of the replications' own. */
export function evaluate(metric: Metric, params: MetricParams, tallies: readonly ScopeTally[], asked: Asked): Estimate {
  const ratios = tallies.map((tally) => metric.of(tally, params));
  if (params.quantile === undefined) return ratioEstimate(ratios);
  const judged = ratios.filter(isJudged);
  if (judged.length === 0) return NOTHING;
  const [numerator, denominator] = metric.of(pooled(tallies, asked), params);
  return {
    value: numerator / denominator,
    halfWidth: studentHalfWidth(judged.map(([above, below]) => above / below)),
  };
}

export const isJudged = ([numerator, denominator]: Ratio): boolean => denominator > 0 && !Number.isNaN(numerator);

/** As metrics stand in every result: themselves, or their variants. */
export interface Shown extends Variant {
  readonly metric: Metric;
}
export const SHOWN: readonly Shown[] = METRICS.flatMap((metric) =>
  (metric.shown ?? [{key: metric.key, label: metric.label, definition: metric.definition, params: {}}]).map(
    (variant) => ({...variant, metric}),
  ),
);
const isOfAgents = ({metric}: Shown) => metric.scopes.includes('group');
export const OF_ITEMS = SHOWN.filter((shown) => !isOfAgents(shown));
export const OF_AGENTS = SHOWN.filter(isOfAgents);

export function valuesOf(shown: readonly Shown[], tallies: readonly ScopeTally[], asked: Asked): MetricValues {
  return Object.fromEntries(shown.map(({key, metric, params}) => [key, evaluate(metric, params, tallies, asked)]));
}

/** Definitions of every metric, by the keys that stand in results and goals. */
export function definitions(): Readonly<Record<string, MetricDefinition>> {
  const all = [...SHOWN, ...METRICS.map((metric) => ({...metric, metric}))];
  return Object.fromEntries(
    all.map(({key, label, definition, metric}) => [
      key,
      {key, label, unit: metric.unit, definition, better: metric.better},
    ]),
  );
}
