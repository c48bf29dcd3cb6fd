import {alike, type Criterion} from './criterion.ts';

/** Buckets of agents alike are lists by last change, so only their heads are asked. */
export const longestIdle: Criterion = {
  key: 'longest-idle',
  doc: 'The one whose hands have been as they are for longest: since he came or was ready again, or an item was given to him or left him.',
  looksAt: 'agent',
  rankOfLoad: alike,
  rankOfLevel: alike,
};
