import type {CompleteRow} from '../../model/life.ts';
import {CONFIRMED} from '../../scenario/handling/index.ts';
import type {OutcomeContext} from './outcome.ts';

export const complete = (_spec: unknown, {span, source}: OutcomeContext): CompleteRow => ({
  kind: 'complete',
  confirmedSpan: span(CONFIRMED),
  ...(source.markDone === 'disabled' && {stays: true}),
});
