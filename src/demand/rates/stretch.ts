import type {Clock} from '../../model/clock.ts';

/** A stretch of time with one rate of arrivals, above 0. Rates are ascending, disjoint runs of these; they may be endless. */
export interface RateStretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly perMs: number;
}
export type Rates = Iterable<RateStretch>;

/** Only while a clock is open. */
export function* whileOpen(rates: Rates, clock: Clock): Rates {
  if (clock.open === null) {
    yield* rates;
    return;
  }
  const {fromMs: opens, toMs: closes} = clock.open;
  let i = 0;
  for (const {fromMs, toMs, perMs} of rates) {
    while (i < opens.length && closes[i] <= fromMs) i++;
    while (i < opens.length && opens[i] < toMs) {
      yield {fromMs: Math.max(fromMs, opens[i]), toMs: Math.min(toMs, closes[i]), perMs};
      if (closes[i] > toMs) break;
      i++;
    }
    if (i === opens.length) return;
  }
}

/** From 0 up to `untilMs`. */
export function* within(rates: Rates, untilMs: number): Rates {
  for (const {fromMs, toMs, perMs} of rates) {
    if (fromMs >= untilMs) return;
    if (toMs > 0) yield {fromMs: Math.max(0, fromMs), toMs: Math.min(toMs, untilMs), perMs};
  }
}
