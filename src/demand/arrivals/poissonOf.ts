import type {BusynessSpec} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import {sourceStream} from '../draws.ts';
import {busy} from '../rates/busyness.ts';
import {PoissonArrivals} from '../rates/poisson.ts';
import {type Rates, whileOpen, within} from '../rates/stretch.ts';

/** What every kind of rates may have besides. */
interface RateOptions {
  readonly during?: string;
  readonly busyness?: BusynessSpec;
}

/** Poisson arrivals of these rates within the horizon, while the calendar is open, times the busyness of the day. */
export function poissonOf(rates: Rates, options: RateOptions, source: string, context: FeedContext): PoissonArrivals {
  let cut = within(rates, context.untilMs);
  if (options.during !== undefined) {
    const clock = context.clocks.get(options.during);
    if (clock === undefined) throw new Error(`no calendar is called ${options.during}`);
    cut = whileOpen(cut, clock);
  }
  if (options.busyness !== undefined) cut = busy(cut, options.busyness, source, context);
  return new PoissonArrivals(cut, sourceStream(context, source, 'arrivals'));
}
