export type {Law, LawPart} from './family.ts';
export {type Candidate, type Fit, fitOf} from './fit.ts';
export {type SurvivalStep, shareAboveIn, survivalOf} from './productLimit.ts';
export type {Observations} from './sample.ts';
