import {alike, type Criterion} from './criterion.ts';

/** Items in hand are a property of the load state. */
export const leastActive: Criterion = {
  key: 'least-active',
  doc: 'The one with the fewest items in hand.',
  looksAt: 'load',
  rankOfLoad: ({active}) => active,
  rankOfLevel: alike,
};
