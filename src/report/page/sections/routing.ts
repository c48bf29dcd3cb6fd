import {priorityCurves} from '../../charts/priorityCurves.ts';
import {routingFlow} from '../../charts/routingFlow.ts';
import {leadTargetsTable} from '../../tables/leads.ts';
import {offersTable} from '../../tables/offers.ts';
import {rulesTable} from '../../tables/rules.ts';
import {targetsTable} from '../../tables/targets.ts';
import {chart, section, table} from './section.ts';

export const routing = section({
  key: 'routing',
  title: 'The routing at work',
  parts: [
    chart(routingFlow),
    chart(priorityCurves),
    table(targetsTable),
    table(leadTargetsTable),
    table(offersTable),
    table(rulesTable),
  ],
});
