import type {Law} from '../family.ts';

/** A part below this share is no part: a few cases that happen to be alike. */
const SHARE_LEAST = 0.02;

/** The law of a case that follows the first law with a probability, else the second. */
export function mixed(share: number, first: Law | null, second: Law | null): Law | null {
  if (first === null || second === null || !(share >= SHARE_LEAST && share <= 1 - SHARE_LEAST)) return null;
  const both = (of: (law: Law) => number) => share * of(first) + (1 - share) * of(second);
  const mean = both((law) => law.mean);
  return {
    above: (x) => both((law) => law.above(x)),
    between: (from, to) => both((law) => law.between(from, to)),
    mean,
    sd: Math.sqrt(Math.max(0, both((law) => law.sd ** 2 + law.mean ** 2) - mean * mean)),
    parts: [
      ...first.parts.map((part) => ({...part, share: share * part.share})),
      ...second.parts.map((part) => ({...part, share: (1 - share) * part.share})),
    ],
  };
}

export const logistic = (x: number) => 1 / (1 + Math.exp(-x));
