import type {Piece} from '../../model/curves.ts';
import {endOf} from './piecewise.ts';
import {priorityOf} from './priorityOf.ts';

/** A stretch of ages, half-open, and who is first in it; 0: equal. */
export interface Lead {
  readonly fromMs: number;
  readonly toMs: number;
  /** 1: the first curve is higher, -1: the second, 0: neither. */
  readonly first: 1 | 0 | -1;
}

/** Priorities this close are equal. */
const TIE = 1e-9;

/**
 * Who outranks whom: two items of two curves, the second arriving `laterMs` after the first, compared at every age of
 * the first from `laterMs` (or 0) up to `untilMs`, both ages in whole ms of the same clock. The ends of the stretches
 * inside are the crossovers.
 */
export function crossovers(
  first: readonly Piece[],
  second: readonly Piece[],
  untilMs: number,
  laterMs = 0,
): readonly Lead[] {
  const start = Math.max(0, laterMs);
  const gap = (ageMs: number) => priorityOf(first, ageMs) - priorityOf(second, ageMs - laterMs);
  const cuts = [...changes(first, 0, untilMs), ...changes(second, laterMs, untilMs), start, untilMs];
  const ages = [...new Set(cuts)].filter((age) => age >= start && age <= untilMs).sort((a, b) => a - b);
  const leads: Lead[] = [];
  for (let i = 0; i + 1 < ages.length; i++) {
    for (const [fromMs, toMs] of cutWhereSignChanges(ages[i], ages[i + 1], gap)) {
      const lead = signOf(gap(fromMs));
      const last = leads.at(-1);
      if (last?.first === lead) leads[leads.length - 1] = {...last, toMs};
      else leads.push({fromMs, toMs, first: lead});
    }
  }
  return leads;
}

/**
 * Ages of an item of `curve`, up to `untilMs`, at which it is outranked by an item whose priority is `priority`: for a
 * work item within two hours of due, the calls it overtakes.
 */
export function outranked(curve: readonly Piece[], priority: number, untilMs: number): readonly Lead[] {
  const level: readonly Piece[] = [{fromMs: 0, value: priority, slopePerMs: 0, periodMs: 0}];
  return crossovers(level, curve, untilMs).filter((lead) => lead.first === 1);
}

const signOf = (gap: number) => (gap > TIE ? 1 : gap < -TIE ? -1 : 0);

/** Ticks and ends of pieces of a curve that starts `laterMs` later. */
function changes(pieces: readonly Piece[], laterMs: number, untilMs: number): number[] {
  return pieces.flatMap(({fromMs, periodMs, slopePerMs}, index) => {
    const from = fromMs + laterMs;
    const end = Math.min(untilMs, endOf(pieces, index) + laterMs);
    if (periodMs === 0 || slopePerMs === 0) return [from];
    const ticks = Math.max(0, Math.ceil((end - from) / periodMs));
    return Array.from({length: ticks}, (_, tick) => from + tick * periodMs);
  });
}

/** Between two changes both curves glide: the gap is a straight line, its sign changes at most once, through a tie. */
function cutWhereSignChanges(fromMs: number, toMs: number, gap: (age: number) => number): [number, number][] {
  const cuts = [fromMs];
  let age = fromMs;
  while (signOf(gap(age)) !== signOf(gap(toMs - 1))) {
    age = firstOther(age, toMs - 1, gap);
    cuts.push(age);
  }
  return cuts.map((cut, index) => [cut, cuts[index + 1] ?? toMs]);
}

/** First whole ms in (low, high] whose sign is not that of `low`, by halving. */
function firstOther(low: number, high: number, gap: (age: number) => number): number {
  const sign = signOf(gap(low));
  let [same, other] = [low, high];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (signOf(gap(middle)) === sign) same = middle;
    else other = middle;
  }
  return other;
}
