import type {PendingRow} from '../../model/life.ts';
import type {PendingSpec} from '../../scenario/handling/pending.ts';
import type {OutcomeContext} from './outcome.ts';

export const pending = (
  {closeAfterMs, clock, opens, resume, waitForAgentMs}: PendingSpec,
  {span, sourceOf}: OutcomeContext,
): PendingRow => ({
  kind: 'pending',
  replySpan: span('pending reply'),
  closeAfterMs,
  stops: clock === 'stopped',
  opens: opens.map(({name}) => sourceOf(name)),
  sameAgent: resume === 'sameAgent',
  waitForAgentMs,
});
