import type {Claim, Limit} from '../../src/experiment/check/claim.ts';
import type {Measure} from '../../src/measure/measures.ts';

/** A measure of everything, a share of items unless said otherwise. */
export const measureOf = (rest: Partial<Measure> = {}): Measure => ({
  key: 'serviceLevel',
  metric: 'serviceLevel',
  label: 'Service level',
  unit: 'ratio',
  better: 'higher',
  params: {},
  scope: {},
  goals: [0],
  onDays: false,
  ...rest,
});

export const atLeast = (value: number): Limit => ({kind: 'atLeast', value});
export const atMost = (value: number): Limit => ({kind: 'atMost', value});

export const claimOf = (limit: Limit, looks: readonly number[], rest: Partial<Claim> = {}): Claim => ({
  kind: 'goal',
  text: 'service level at least so much',
  measure: measureOf(),
  limit,
  goal: 0,
  looks,
  ...rest,
});
