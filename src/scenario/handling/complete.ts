import {type NoKeys, type OutcomeBase, outcomeKind} from './outcome.ts';

export type CompleteSpec = OutcomeBase<'complete'>;

export const complete = outcomeKind<CompleteSpec, NoKeys>({
  kind: 'complete',
  doc: '`complete`: it is done.',
  keys: {},
  comesBack: false,
  leadsTo: ['completed'],
  read: () => ({spans: {}}),
});
