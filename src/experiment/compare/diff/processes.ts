import type {ProcessSpec} from '../../../scenario/scenario.ts';
import {type Change, namedChanges} from './change.ts';
import {differences} from './values.ts';

/** What keys of a process are called; its priority is told by its curve. */
const WORDS = {
  name: null,
  priority: null,
  slaMs: 'SLA',
  answerWithinMs: 'answer within',
  distribute: 'distributed as',
  confirmWithinMs: 'confirm within',
};

/** Promises, clocks, opening, how they are distributed and pulled. */
export function processChanges(
  before: Readonly<Record<string, ProcessSpec>>,
  after: Readonly<Record<string, ProcessSpec>>,
): Change[] {
  return namedChanges('processes', 'process', before, after, (a, b) => differences(a, b, WORDS));
}
