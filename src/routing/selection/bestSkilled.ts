import {alike, type Criterion} from './criterion.ts';

/** Levels are a property of the profile, for each stage of each route. */
export const bestSkilled: Criterion = {
  key: 'best-skilled',
  doc: 'The one with the highest levels, added up, of the skills that the open target names.',
  looksAt: 'profile',
  rankOfLoad: alike,
  rankOfLevel: (level) => -level,
};
