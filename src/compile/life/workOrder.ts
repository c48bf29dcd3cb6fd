import type {WorkOrderRow} from '../../model/life.ts';
import {CONFIRMED} from '../../scenario/handling/index.ts';
import type {WorkOrderSpec} from '../../scenario/handling/workOrder.ts';
import type {OutcomeContext} from './outcome.ts';

export const workOrder = (
  {opens, waits, resume, waitForAgentMs, finish}: WorkOrderSpec,
  {source, span, sourceOf}: OutcomeContext,
): WorkOrderRow => ({
  kind: 'workOrder',
  opens: opens.map(({name}) => sourceOf(name)),
  waits,
  sameAgent: resume === 'sameAgent',
  waitForAgentMs,
  finish,
  finishSpan: finish === 'span' ? span('workOrder finish') : -1,
  completeAt: (source.handling ?? []).length,
  confirmedSpan: span(CONFIRMED),
});
