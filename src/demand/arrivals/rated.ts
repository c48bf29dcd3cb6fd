import type {BusynessSpec} from '../../scenario/scenario.ts';
import type {Timetable} from '../context.ts';
import {sourceStream} from '../draws.ts';
import {busy} from '../rates/busyness.ts';
import {expectedOf} from '../rates/expected.ts';
import {PoissonArrivals} from '../rates/poisson.ts';
import {type Rates, whileOpen, within} from '../rates/stretch.ts';
import {Thinned} from '../rates/thinned.ts';
import {type ArrivalsKind, generated, type SpecOf} from './kind.ts';

/** What every kind of rates may have besides. */
interface RateOptions {
  readonly during?: string;
  readonly busyness?: BusynessSpec;
}

type RatedSpec = SpecOf<'perInterval' | 'perHour' | 'steps'>;

/** Rates of a source, and, where they glide, the share of them that holds at an instant. */
export interface Rated {
  readonly rates: Rates;
  readonly keep: ((atMs: number) => number) | null;
}

/** A kind that says at which rates its items arrive: Poisson, within the horizon, while the calendar is open. */
export function rated<Spec extends RatedSpec>(
  kind: Spec['kind'],
  ratedOf: (spec: Spec, context: Timetable) => Rated,
): ArrivalsKind {
  return generated<Spec>(
    kind,
    (spec, source, context) => {
      const {rates, keep} = ratedOf(spec, context);
      const open = cut(rates, spec, context);
      const busied = spec.busyness === undefined ? open : busy(open, spec.busyness, source, context);
      const candidates = new PoissonArrivals(busied, sourceStream(context, source, 'arrivals'));
      return keep === null ? candidates : new Thinned(candidates, keep, sourceStream(context, source, 'arrivals kept'));
    },
    (spec, context, edgesMs) => {
      const {rates, keep} = ratedOf(spec, context);
      return expectedOf(cut(rates, spec, context), edgesMs, keep);
    },
  );
}

function cut(rates: Rates, {during}: RateOptions, context: Timetable): Rates {
  const inside = within(rates, context.untilMs);
  if (during === undefined) return inside;
  const clock = context.clocks.get(during);
  if (clock === undefined) throw new Error(`no calendar is called ${during}`);
  return whileOpen(inside, clock);
}
