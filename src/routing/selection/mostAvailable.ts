import {alike, type Criterion} from './criterion.ts';

/** Room left is a property of the load state. */
export const mostAvailable: Criterion = {
  key: 'most-available',
  doc: 'The one with the most units free, or places where his rule has no units.',
  looksAt: 'load',
  rankOfLoad: ({free}) => -free,
  rankOfLevel: alike,
};
