import type {ParkRow} from '../../model/life.ts';
import type {ParkSpec} from '../../scenario/handling/park.ts';
import type {OutcomeContext} from './outcome.ts';

export const park = (spec: ParkSpec, {span}: OutcomeContext): ParkRow => ({
  kind: 'park',
  forSpan: span('park for'),
  left: spec.left ?? Number.NaN,
  first: spec.resumed === 'first',
  returnAfterMs: spec.returnAfterMs,
  toColleague: spec.returnTo === 'colleague',
});
