import type {Measure} from '../../measure/measures.ts';
import {
  binomialOfAll,
  binomialOfNone,
  pairedDifference,
  type Ratio,
  ratioEstimate,
  studentHalfWidth,
} from '../../statistics/index.ts';
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
 * Interval of one measure over replications, or null with nothing to judge. Student's for a mean, the delta method's
 * for a ratio; a share that never varies (all met or none) has the exact binomial one of as many cases as there were.
 * `pooled`: the value of a quantile over all items, around which lies the interval of the replications' own.
 */
export function intervalOf(
  measure: Measure,
  ratios: readonly Ratio[],
  confidence: number,
  pooled: number | null,
): Interval | null {
  const {value, halfWidth} = ratioEstimate(ratios, confidence);
  if (value === null) return null;
  if (measure.params.quantile !== undefined && !measure.onDays && pooled !== null) {
    const own = ratios.flatMap(([above, below]) => (below > 0 ? [above / below] : []));
    return around(pooled, studentHalfWidth(own, confidence));
  }
  if (measure.unit !== 'ratio' || (value > 0 && value < 1)) return around(value, halfWidth);
  const ends = value >= 1 ? binomialOfAll : binomialOfNone;
  return {value, ...ends(countOf(measure, ratios), confidence), exact: true};
}

/** Of the difference to the baseline, replication by replication. */
export function intervalOfDifference(
  after: readonly Ratio[],
  before: readonly Ratio[],
  confidence: number,
): Interval | null {
  const {value, halfWidth} = pairedDifference(after, before, confidence);
  return value === null ? null : around(value, halfWidth);
}

/** One replication says nothing about the next: its interval has no ends. */
function around(value: number, halfWidth: number | null): Interval {
  const reach = halfWidth ?? Infinity;
  return {value, low: value - reach, high: value + reach, exact: false};
}
