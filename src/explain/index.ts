export {
  type DifferenceRequest,
  type DifferenceSide,
  type Differing,
  type FirstDifference,
  firstDifference,
} from './difference/firstDifference.ts';
export type {KeptAgent, Whereabouts} from './difference/probe.ts';
