import type {LeadDraws} from '../../model/leads.ts';
import type {SourceSpec} from '../../scenario/scenario.ts';
import type {FeedContext} from '../context.ts';
import {sourceDraws} from '../draws.ts';

/** Whether anything is won or noted of a source's items. */
export const hasLeads = ({lead, dispositions = []}: SourceSpec): boolean =>
  (lead?.conversion ?? null) !== null || dispositions.length > 0;

/** Luck of contacts, and what is noted of items that do not convert. */
export function leadDraws({name, dispositions = []}: SourceSpec, context: FeedContext): LeadDraws {
  const luck = sourceDraws(context, name, 'life', 'conversion');
  const noted = sourceDraws(context, name, 'life', 'disposition');
  return {
    luck: (number, redial, visit) => luck.uniform(number, redial, visit),
    disposition(number, redial, visit) {
      if (dispositions.length === 0) return -1;
      let left = noted.uniform(number, redial, visit);
      return dispositions.findIndex(({share}) => {
        left -= share;
        return left < 0;
      });
    },
  };
}
