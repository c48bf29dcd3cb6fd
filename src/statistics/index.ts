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
export {holm} from './holm.ts';
export {pairedDifference} from './pairedDifference.ts';
export {PairedRatioSums} from './pairedRatioSums.ts';
export {confidenceAtEach, looksOf} from './repeatedLooks.ts';
