export {type AgainstRequest, type BothLives, explainAgainst} from './against.ts';
export {
  type DifferenceRequest,
  type DifferenceSide,
  type Differing,
  type FirstDifference,
  firstDifference,
} from './difference/firstDifference.ts';
export type {KeptAgent, Whereabouts} from './difference/probe.ts';
export {type Explained, type ExplainRequest, explain} from './explain.ts';
export type * from './story/story.ts';
export type {ItemKey} from './watch/itemWatch.ts';
export {type Worst, type WorstRequest, worst} from './worst.ts';
