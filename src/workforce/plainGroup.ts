import type {GroupSpec} from '../scenario/scenario.ts';

/** A group that says nothing but its name: no agents yet, one item at a time, full speed, always ready, answers at once. */
export function plainGroup(name: string): GroupSpec {
  return {
    name,
    agents: [],
    skills: {},
    speed: {kind: 'fixed', factor: 1},
    shrinkage: {share: 0, spellMs: 900_000, reason: 'Shrinkage'},
    absence: 0,
    offers: {answerIn: null, noAnswer: 0, ringFor: null, thenNotReady: null, whileRinging: 'takesOthers'},
  };
}
