import type {ComesBackRow} from '../../model/life.ts';
import type {OutcomeContext} from './outcome.ts';

export const comesBack = (_spec: unknown, {span}: OutcomeContext): ComesBackRow => ({
  kind: 'comesBack',
  afterSpan: span('comesBack after'),
});
