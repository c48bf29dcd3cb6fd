import type {Measure} from '../../measure/measures.ts';
import {type Ratio, rareShare, skewedDifference, skewedRatio} from '../../statistics/index.ts';
import type {Interval} from './claim.ts';

/** Shares of items or of days: what is counted in them are cases that went one way or the other. */
const isShareOfCases = ({unit, scope, onDays}: Measure): boolean =>
  onDays || (unit === 'ratio' && scope.group === undefined);

/** Items or days judged; replications where neither is counted. */
export function countOf(measure: Measure, ratios: readonly Ratio[]): number {
  const cases = ratios.reduce((sum, [, denominator]) => sum + denominator, 0);
  return isShareOfCases(measure) ? cases : ratios.filter(([, denominator]) => denominator > 0).length;
}

/**
 * Interval of one measure over replications, or null with nothing to judge: Student's for a mean, the delta method's for
 * a ratio, each reaching further where replications are skewed. Of a share with few cases on one side it is never
 * narrower than the exact binomial one of as many cases; a share that never varies has that alone. `pooled`: the value
 * of a quantile over all items, around which lies the interval of the replications' own.
 */
export function intervalOf(
  measure: Measure,
  ratios: readonly Ratio[],
  confidence: number,
  pooled: number | null,
): Interval | null {
  const isQuantile = measure.params.quantile !== undefined && !measure.onDays && pooled !== null;
  // a replication without items has no quantile; to a ratio of sums it adds nothing, which counts
  const found = skewedRatio(isQuantile ? ratios.filter(([, denominator]) => denominator > 0) : ratios, confidence);
  if (found === null) return null;
  if (isQuantile) {
    const [low, high] = [found.low, found.high].map((end) => pooled + (end - found.value));
    return {value: pooled, low, high, exact: false};
  }
  if (measure.unit !== 'ratio') return {...found, exact: false};
  const {value, low, high} = found;
  const cases = countOf(measure, ratios);
  const exact =
    isShareOfCases(measure) || value <= 0 || value >= 1
      ? rareShare(Math.round(value * cases), cases, confidence)
      : null;
  if (exact === null) return {...found, exact: false};
  if (value <= 0 || value >= 1) return {value, ...exact, exact: true};
  return {value, low: Math.min(low, exact.low), high: Math.max(high, exact.high), exact: false};
}

/** Of the difference to the baseline, replication by replication. */
export function intervalOfDifference(
  after: readonly Ratio[],
  before: readonly Ratio[],
  confidence: number,
): Interval | null {
  const found = skewedDifference(after, before, confidence);
  return found && {...found, exact: false};
}
