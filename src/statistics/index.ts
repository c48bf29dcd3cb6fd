export {
  CONFIDENCE,
  type Estimate,
  halfWidthOf,
  NOTHING,
  type Ratio,
  RatioSums,
  ratioEstimate,
  studentEstimate,
  studentHalfWidth,
} from './estimate.ts';
export {binomialOfAll, binomialOfNone} from './exactBinomial.ts';
export {pairedDifference} from './pairedDifference.ts';
export {confidenceAtEach, looksOf} from './repeatedLooks.ts';
