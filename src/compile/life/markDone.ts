import type {CompleteRow, MarkDoneRow} from '../../model/life.ts';
import {complete} from './complete.ts';
import type {OutcomeContext} from './outcome.ts';

/** Where nobody can mark it done by accident it is done when the source says so. */
export const markDone = (spec: unknown, context: OutcomeContext): CompleteRow | MarkDoneRow =>
  context.source.markDone === 'disabled' ? complete(spec, context) : {kind: 'markDone'};
