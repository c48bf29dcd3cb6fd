export {type Burst, burstsIn} from './batches.ts';
export {type DayCount, type DayVariation, dayVariationOf, isShared, type Unusual, unusualDays} from './dayVariation.ts';
export type {Law, LawPart} from './family.ts';
export {type Candidate, type Fit, fitOf} from './fit.ts';
export {type SurvivalStep, shareAboveIn, survivalOf} from './productLimit.ts';
export {type Redials, redialsIn} from './redials.ts';
export type {Observations} from './sample.ts';
