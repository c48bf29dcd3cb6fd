export {type Compared, type CompareHooks, type CompareRequest, compare} from './compare.ts';
export type {
  ComparedCandidate,
  Comparison,
  GoalImpact,
  Impact,
  IntervalDifference,
  Precision,
  Verdict,
} from './comparison.ts';
export {type Change, changesOf, type Part as ChangedPart} from './diff/changes.ts';
export type {ChangedItem, Fate, Hands} from './hands.ts';
export {PRECISION} from './precision.ts';
