import {type NoKeys, type OutcomeBase, outcomeKind} from './outcome.ts';

export type MarkDoneSpec = OutcomeBase<'markDone'>;

export const markDone = outcomeKind<MarkDoneSpec, NoKeys>({
  kind: 'markDone',
  doc: '`markDone`: the agent says it is done, and the source never confirms it. After `confirmWithin` of its process it goes back into distribution, with its age.',
  keys: {},
  comesBack: true,
  leadsTo: ['awaiting confirmation', 'queued', 'assigned'],
  read: () => ({spans: {}}),
});
