import {parseDuration} from '../../language/duration.ts';
import type {Measure} from '../../measure/measures.ts';

/** By how much a metric may be worse than in the baseline: the larger of a share of its value and a fixed amount. */
export interface Margin {
  readonly share: number;
  readonly amount: number;
}

type Unit = Measure['unit'];

/** One point of a share; 5 % of anything else, of times at least a second. */
export function defaultMargin(unit: Unit): Margin {
  if (unit === 'ratio') return {share: 0, amount: 0.01};
  return {share: 0.05, amount: unit === 'seconds' ? 1 : 0};
}

/**
 * `2%` is points of a share and a part of the baseline's value of anything else; `10s` is a time, `3` a number.
 * Null where the text is none of what the unit has.
 */
export function parseMargin(text: string, unit: Unit): Margin | null {
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim());
  if (percent) {
    const share = Number(percent[1]) / 100;
    return unit === 'ratio' ? {share: 0, amount: share} : {share, amount: 0};
  }
  if (unit === 'ratio') return null;
  if (unit === 'seconds') {
    const ms = parseDuration(text.trim());
    return ms === null ? null : {share: 0, amount: ms / 1000};
  }
  return /^\d+(\.\d+)?$/.test(text.trim()) ? {share: 0, amount: Number(text)} : null;
}

/** What `parseMargin` takes, in words. */
export function marginForms(unit: Unit): string {
  if (unit === 'ratio') return 'points such as 2%';
  return unit === 'seconds' ? 'a share such as 5% or a time such as 10s' : 'a share such as 5% or a number';
}

export const allowedBy = ({share, amount}: Margin, baseline: number): number =>
  Math.max(share * Math.abs(baseline), amount);
