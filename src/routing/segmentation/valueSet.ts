/** Numbers between two limits; `low` and `high` may be infinite. */
export interface Interval {
  readonly low: number;
  readonly lowOpen: boolean;
  readonly high: number;
  readonly highOpen: boolean;
}

/** The values a cell matches: maybe the missing one, some texts (those listed, or all but those), some numbers. */
export interface ValueSet {
  readonly missing: boolean;
  readonly texts: {readonly inside: boolean; readonly listed: ReadonlySet<string>};
  /** Ascending and disjoint. */
  readonly numbers: readonly Interval[];
}

type Value = string | number | null;

const NO_TEXT = {inside: true, listed: new Set<string>()};
export const EVERYTHING: ValueSet = {
  missing: true,
  texts: {inside: false, listed: new Set()},
  numbers: [{low: -Infinity, lowOpen: false, high: Infinity, highOpen: false}],
};
export const NOTHING: ValueSet = {missing: false, texts: NO_TEXT, numbers: []};
export const MISSING: ValueSet = {...NOTHING, missing: true};
export const textSet = (text: string): ValueSet => ({...NOTHING, texts: {inside: true, listed: new Set([text])}});
export const numberSet = (interval: Interval): ValueSet => ({
  ...NOTHING,
  numbers: isEmpty(interval) ? [] : [interval],
});

const isEmpty = ({low, lowOpen, high, highOpen}: Interval) => low > high || (low === high && (lowOpen || highOpen));

export function holds(set: ValueSet, value: Value): boolean {
  if (value === null) return set.missing;
  if (typeof value === 'string') return set.texts.listed.has(value) === set.texts.inside;
  return set.numbers.some((interval) => inside(interval, value));
}

const inside = ({low, lowOpen, high, highOpen}: Interval, value: number) =>
  (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);

export function complement(set: ValueSet): ValueSet {
  return {
    missing: !set.missing,
    texts: {inside: !set.texts.inside, listed: set.texts.listed},
    numbers: gapsOf(set.numbers),
  };
}

function gapsOf(intervals: readonly Interval[]): Interval[] {
  const gaps: Interval[] = [];
  let low = -Infinity;
  let lowOpen = false;
  for (const interval of intervals) {
    gaps.push({low, lowOpen, high: interval.low, highOpen: !interval.lowOpen});
    low = interval.high;
    lowOpen = !interval.highOpen;
  }
  gaps.push({low, lowOpen, high: Infinity, highOpen: false});
  return gaps.filter((gap) => !isEmpty(gap) && gap.low !== Infinity && gap.high !== -Infinity);
}

export function union(a: ValueSet, b: ValueSet): ValueSet {
  return complement(intersection(complement(a), complement(b)));
}

export function intersection(a: ValueSet, b: ValueSet): ValueSet {
  return {
    missing: a.missing && b.missing,
    texts: textsInBoth(a.texts, b.texts),
    numbers: a.numbers.flatMap((left) =>
      b.numbers.map((right) => overlap(left, right)).filter((both) => !isEmpty(both)),
    ),
  };
}

function textsInBoth(a: ValueSet['texts'], b: ValueSet['texts']): ValueSet['texts'] {
  if (!a.inside && !b.inside) return {inside: false, listed: new Set([...a.listed, ...b.listed])};
  const [listing, other] = a.inside ? [a, b] : [b, a];
  return {inside: true, listed: new Set([...listing.listed].filter((text) => other.listed.has(text) === other.inside))};
}

function overlap(a: Interval, b: Interval): Interval {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return {
    low,
    lowOpen: (a.low === low && a.lowOpen) || (b.low === low && b.lowOpen),
    high,
    highOpen: (a.high === high && a.highOpen) || (b.high === high && b.highOpen),
  };
}

export const isNothing = ({missing, texts, numbers}: ValueSet): boolean =>
  !missing && texts.inside && texts.listed.size === 0 && numbers.length === 0;

export const isEverything = (set: ValueSet): boolean => isNothing(complement(set));

/** Whether every value of `a` is in `b`. */
export const isSubset = (a: ValueSet, b: ValueSet): boolean => isNothing(intersection(a, complement(b)));
