import {gamma} from '../../random/distributions/gamma.ts';
import {streamOf} from '../../random/streams.ts';
import type {BusynessSpec} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import type {Rates} from './stretch.ts';

/**
 * Rates times one factor a local day, gamma of mean 1: counts are more variable than Poisson and a busy morning foretells
 * a busy afternoon (A. Avramidis, A. Deslauriers, P. L'Ecuyer, Modeling daily arrivals to a telephone call center, 2004).
 * The factor is drawn by the name that shares it and the date, so it is the same for whoever asks, in any order.
 */
export function* busy(rates: Rates, {cv, sharedBy}: BusynessSpec, source: string, context: FeedContext): Rates {
  if (cv === 0) {
    yield* rates;
    return;
  }
  const shared = sharedBy === '' ? ['source', source] : ['shared', sharedBy];
  let index = 0;
  let factor = Number.NaN;
  for (const {fromMs, toMs, perMs} of rates) {
    for (let at = fromMs; at < toMs; ) {
      while (context.dayAt(index).endMs <= at) {
        index++;
        factor = Number.NaN;
      }
      const day = context.dayAt(index);
      if (Number.isNaN(factor)) {
        const stream = streamOf(context.seed, 'replication', context.replication, 'busyness', ...shared, day.date);
        factor = gamma.sampler({shape: 1 / (cv * cv), scale: cv * cv}, stream, [], [])();
      }
      const end = Math.min(toMs, day.endMs);
      yield {fromMs: at, toMs: end, perMs: perMs * factor};
      at = end;
    }
  }
}
