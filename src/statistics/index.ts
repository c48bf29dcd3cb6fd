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
