/** A metric that a comparison tells of every scope it can be asked of. */
export interface Headline {
  /** As in every result. */
  readonly metric: string;
  /** Of the whole centre, known to the precision asked before a comparison ends. */
  readonly awaited: boolean;
}

const awaited = (metric: string): Headline => ({metric, awaited: true});
const told = (metric: string): Headline => ({metric, awaited: false});

/**
 * In the order they are told. What is awaited are shares and means of all items or agents; peaks, backlogs, tails and
 * rare outcomes are told with the interval they have: waiting for 2 % of half an item would never end.
 */
export const HEADLINES: readonly Headline[] = [
  awaited('serviceLevel'),
  awaited('slaAttainment'),
  awaited('abandonment'),
  awaited('wait'),
  told('waitQuantile90'),
  told('finishTime'),
  told('milestoneAttainment'),
  told('completed'),
  told('rejected'),
  told('missedOffers'),
  told('backlogAtEnd'),
  told('conversionRate'),
  told('valueWon'),
  awaited('occupancy'),
  told('utilization'),
  told('overtime'),
  awaited('paidHours'),
  awaited('cost'),
];
