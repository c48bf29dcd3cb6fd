import {alike, type Criterion} from './criterion.ts';

/** Moves with time for everybody: the able agents are asked one by one. */
export const leastOccupied: Criterion = {
  key: 'least-occupied',
  doc: 'The one with the smallest share of his time on duty spent busy so far.',
  looksAt: 'agent',
  rankOfLoad: alike,
  rankOfLevel: alike,
};
