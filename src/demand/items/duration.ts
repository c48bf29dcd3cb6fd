import type {DistributionSpec} from '../../random/distribution.ts';
import type {KeyedDraws} from '../../random/keyed.ts';
import {fillSampler, sampler} from '../../random/sampler.ts';
import type {Varying} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import {sourceDraws, sourceStream} from '../draws.ts';
import type {LocalTime} from '../localStretches.ts';
import {valueAt} from './varying.ts';

/** One duration that items of a source bring: handle time, wrap-up or patience; whole ms, half up. */
export interface ItemDuration {
  /** For the `count` items from number `first` on. */
  fill(out: Float64Array, arrivedMs: Float64Array, first: number, count: number): void;
  /** For attempt 1, 2, … of item `number` to call again, at an instant: the same in any order. */
  again(number: number, attempt: number, atMs: number): number;
  /** For visit 1, 2, … of an item (a redial of it) after its first, which arrived at an instant: the same in any order. */
  visit(number: number, redial: number, visit: number, arrivedMs: number): number;
}

/** Not drawn: always `value`. */
const always = (value: number): ItemDuration => ({
  fill: (out, _, __, count) => {
    out.fill(value, 0, count);
  },
  again: () => value,
  visit: () => value,
});

/**
 * Draws of one purpose. A distribution that is the same all day is drawn from the source's stream, item after item. One
 * that differs by interval of arrival is drawn by the item's number: item 17 keeps its luck whatever the other
 * intervals say, and where two intervals differ only in scale, its place in either is the same.
 */
export function itemDuration(
  spec: Varying<DistributionSpec> | undefined,
  absent: number,
  purpose: string,
  source: string,
  context: FeedContext,
  local: LocalTime,
): ItemDuration {
  if (spec === undefined) return always(absent);
  const redials = sourceDraws(context, source, 'redial', purpose);
  let made: KeyedDraws | undefined;
  const visits = () => {
    made ??= sourceDraws(context, source, 'visit', purpose);
    return made;
  };
  if ('byInterval' in spec) {
    const specAt = valueAt(spec, local);
    const draws = sourceDraws(context, source, purpose);
    return {
      fill(out, arrivedMs, first, count) {
        for (let i = 0; i < count; i++) out[i] = drawn(specAt(arrivedMs[i]), draws, first + i, 0);
      },
      again: (number, attempt, atMs) => drawn(specAt(atMs), redials, number, attempt),
      visit: (number, redial, visit, arrivedMs) => drawn(specAt(arrivedMs), visits(), number, redial, visit),
    };
  }
  const fillNext = fillSampler(spec.fixed, sourceStream(context, source, purpose));
  return {
    fill(out, _, __, count) {
      fillNext(out, count);
      for (let i = 0; i < count; i++) out[i] = Math.floor(out[i] + 0.5);
    },
    again: (number, attempt) => drawn(spec.fixed, redials, number, attempt),
    visit: (number, redial, visit) => drawn(spec.fixed, visits(), number, redial, visit),
  };
}

/** A sampler may keep a draw for the next time, so each key takes a new one. */
export function drawn(spec: DistributionSpec, draws: KeyedDraws, ...key: number[]): number {
  return Math.floor(sampler(spec, draws.at(...key))() + 0.5);
}
