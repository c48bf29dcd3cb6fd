import type {Given} from './form.ts';

/**
 * Where a process's bounds put a scheme. A scheme is a shape; `{use: gold, from: 500, to: 2000}` stretches its value
 * axis so that its low end (the initial value; of points the lowest) comes to `from` and its top (`atSla`, else `max`;
 * of points the highest) to `to`. Everything of the scheme that is a value or an increment goes with it, the overdue
 * ones too, so the shape over time stays: it is at its top at the same age. A bound not given stays where the scheme
 * has it. A scheme without a top moves as a whole to `from`, its increments as they are, and `to` becomes its `max`.
 * Values that items bring themselves are not moved.
 */
export interface Placed {
  /** Where a value of the scheme comes to, and by what increments are multiplied. */
  valueOf(value: number): number;
  readonly factor: number;
  /** The top, or the limit that `to` sets; undefined: none. */
  readonly top: number | undefined;
}

export function placed(low: number, top: number | undefined, given: Given): Placed {
  const from = given.from ?? low;
  const to = given.to ?? top;
  const factor = top === undefined || to === undefined || top === low ? 1 : (to - from) / (top - low);
  return {factor, top: to, valueOf: (value) => from + (value - low) * factor};
}
