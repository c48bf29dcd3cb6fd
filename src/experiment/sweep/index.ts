export type {Axis, Standing, SweepNumber, SweepPoint, SweepResults} from './outcome.ts';
export {type PointAsked, type SweepHooks, type SweepRequest, sweep} from './sweep.ts';
