/** What came in on one day. */
export interface DayCount {
  /** Days that are alike say the same: their weekday. */
  readonly kind: string;
  readonly count: number;
}

/** How a day differs from those like it: nothing at all came in, far less, far more. */
export type Unusual = 'nothing' | 'less' | 'more';

/** Days like it, itself counted, from which a day can be called unusual. */
const FEWEST_ALIKE = 3;
/** Robust standard deviations away (B. Iglewicz and D. Hoaglin, How to detect and handle outliers, 1993). */
const FAR = 3.5;
/** A spread below this share of the median is chance among few days. */
const LEAST_SPREAD = 0.1;
/** The median absolute deviation times this is the standard deviation of a normal distribution. */
const MAD_TO_SD = 1.4826;

/** Which days are far from the median of those like them, in spreads by the median absolute deviation; null: as usual. */
export function unusualDays(days: readonly DayCount[]): (Unusual | null)[] {
  const alike = byKind(days);
  return days.map(({kind, count}) => {
    const counts = (alike.get(kind) ?? []).map((day) => day.count);
    const usual = median(counts);
    if (counts.length < FEWEST_ALIKE || usual === 0) return null;
    if (count === 0) return 'nothing';
    const spread = Math.max(
      MAD_TO_SD * median(counts.map((other) => Math.abs(other - usual))),
      Math.sqrt(usual),
      LEAST_SPREAD * usual,
    );
    if (Math.abs(count - usual) <= FAR * spread) return null;
    return count < usual ? 'less' : 'more';
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How much whole days vary beyond chance. */
export interface DayVariation {
  /** Coefficient of variation of a day's factor; 0 where chance alone explains the days. */
  readonly cv: number;
  /** Its 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** Days that say something: all but one of each kind. */
  readonly degrees: number;
}

const Z95 = 1.96;
const MOST_CHANCE = 1.645;

/**
 * The variation of a day's factor on Poisson counts, by moments: the variance among days alike is the mean plus
 * cv² · mean². Null where no two days are alike. Below what chance alone shows in one log of twenty it is 0.
 */
export function dayVariationOf(days: readonly DayCount[]): DayVariation | null {
  let [excess, squares, chance, spread, degrees] = [0, 0, 0, 0, 0];
  for (const alike of byKind(days).values()) {
    const n = alike.length;
    if (n < 2) continue;
    const mean = alike.reduce((sum, {count}) => sum + count, 0) / n;
    const variance = alike.reduce((sum, {count}) => sum + (count - mean) ** 2, 0) / (n - 1);
    excess += (n - 1) * (variance - mean);
    squares += (n - 1) * Math.max(0, mean * mean - variance / n);
    chance += 2 * (n - 1) * mean * mean;
    spread += 2 * (n - 1) * variance * variance;
    degrees += n - 1;
  }
  if (degrees === 0 || squares === 0) return null;
  const square = excess / squares;
  // The spread is pooled: that of a single kind of day is known too badly to weigh itself.
  const error = Math.sqrt(Math.max(spread, chance)) / squares;
  const root = (value: number) => Math.sqrt(Math.max(0, value));
  const isChance = excess < MOST_CHANCE * Math.sqrt(chance);
  return {
    cv: isChance ? 0 : root(square),
    low: isChance ? 0 : root(square - Z95 * error),
    high: root(square + Z95 * error),
    degrees,
  };
}

/**
 * Whether days are busy for all sources together: the covariance between sources is at least half of what they vary by
 * themselves, both beyond Poisson chance. `days`: of each source, the same days in the same order.
 */
export function isShared(sources: readonly (readonly DayCount[])[]): boolean {
  const [first] = sources;
  if (first === undefined || sources.length < 2) return true;
  const total = first.map(({kind}, i) => ({
    kind,
    count: sources.reduce((sum, days) => sum + (days[i]?.count ?? 0), 0),
  }));
  const [whole, own] = [moments(total), sources.map(moments)];
  const ownExcess = own.reduce((sum, {excess}) => sum + excess, 0);
  const ownSquares = own.reduce((sum, {squares}) => sum + squares, 0);
  if (whole.squares <= ownSquares || ownExcess <= 0) return true;
  return (whole.excess - ownExcess) / (whole.squares - ownSquares) >= (0.5 * ownExcess) / ownSquares;
}

function moments(days: readonly DayCount[]) {
  let [excess, squares] = [0, 0];
  for (const alike of byKind(days).values()) {
    const mean = alike.reduce((sum, {count}) => sum + count, 0) / alike.length;
    excess += alike.reduce((sum, {count}) => sum + (count - mean) ** 2, 0) - (alike.length - 1) * mean;
    squares += (alike.length - 1) * mean * mean;
  }
  return {excess, squares};
}

function byKind(days: readonly DayCount[]): Map<string, DayCount[]> {
  const groups = new Map<string, DayCount[]>();
  for (const day of days) {
    const group = groups.get(day.kind);
    if (group) group.push(day);
    else groups.set(day.kind, [day]);
  }
  return groups;
}
