import type {AgentCriterion} from '../../model/selection.ts';
import {bestSkilled} from './bestSkilled.ts';
import type {Criterion, LoadState} from './criterion.ts';
import {leastActive} from './leastActive.ts';
import {leastOccupied} from './leastOccupied.ts';
import {longestIdle} from './longestIdle.ts';
import {mostAvailable} from './mostAvailable.ts';
import {random} from './random.ts';

export type {Criterion, LoadState};

/** Every way of choosing an agent for an item. */
export const AGENT_CRITERIA: readonly Criterion[] = [
  longestIdle,
  leastActive,
  mostAvailable,
  leastOccupied,
  bestSkilled,
  random,
];

export function criterionOf(key: AgentCriterion): Criterion {
  const criterion = AGENT_CRITERIA.find((candidate) => candidate.key === key);
  if (!criterion) throw new Error(`no criterion ${key}`);
  return criterion;
}
