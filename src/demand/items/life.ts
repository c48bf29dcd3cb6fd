import type {LifeDraws} from '../../model/life.ts';
import {spansOf} from '../../scenario/handling/index.ts';
import type {SourceSpec} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import {sourceDraws} from '../draws.ts';
import {drawn, type ItemDuration} from './duration.ts';
import {hasLeads, leadDraws} from './leads.ts';

/** What happens to items after their arrival: all keyed by item, redial and visit. */
export function lifeOf(
  source: SourceSpec,
  {handle, wrapUp}: {readonly handle: ItemDuration; readonly wrapUp: ItemDuration},
  context: FeedContext,
): LifeDraws {
  const {name, handling = []} = source;
  const outcomes = sourceDraws(context, name, 'outcome');
  let total = 0;
  const upTo = handling.map(({share}) => {
    total += share;
    return total;
  });
  const spans = spansOf(source).map((span) => ({...span, draws: sourceDraws(context, name, 'life', span.name)}));
  return {
    outcome(number, redial, visit) {
      if (upTo.length === 0) return 0;
      const at = outcomes.uniformOf3(number, redial, visit);
      let i = 0;
      while (i < upTo.length && at >= upTo[i]) i++;
      return i;
    },
    handleMs: (number, redial, visit, arrivedMs) => handle.visit(number, redial, visit, arrivedMs),
    wrapUpMs: (number, redial, visit, arrivedMs) => wrapUp.visit(number, redial, visit, arrivedMs),
    ...(hasLeads(source) && {lead: leadDraws(source, context)}),
    spanMs: (number, redial, visit, span) => drawn(spans[span].spec, spans[span].draws, number, redial, visit),
  };
}
