export {correlation} from './correlation.ts';
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
export {rareShare} from './exactBinomial.ts';
export {gini, lorenz} from './gini.ts';
export {holm} from './holm.ts';
export {pairedDifference} from './pairedDifference.ts';
export {PairedRatioSums} from './pairedRatioSums.ts';
export {confidenceAt, looksOf} from './repeatedLooks.ts';
export {type Ends, skewedDifference, skewedRatio} from './skewedInterval.ts';
