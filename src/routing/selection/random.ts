import {alike, type Criterion} from './criterion.ts';

/** Drawn by the engine, by item and attempt, so that nothing else takes the draw. */
export const random: Criterion = {
  key: 'random',
  doc: 'Any of them, by the item’s own draw.',
  looksAt: 'agent',
  rankOfLoad: alike,
  rankOfLevel: alike,
};
