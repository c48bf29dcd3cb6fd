import {leads} from '../../charts/leads.ts';
import {milestones} from '../../charts/milestones.ts';
import {stageFlow} from '../../charts/stageFlow.ts';
import {stageTime} from '../../charts/stageTime.ts';
import {dispositionsTable} from '../../tables/leads.ts';
import {milestoneDaysTable, milestonesTable} from '../../tables/milestones.ts';
import {flowsTable, processFlowsTable, stagesTable} from '../../tables/stages.ts';
import {chart, section, table} from './section.ts';

export const life = section({
  key: 'life',
  title: 'The life of items',
  parts: [
    chart(stageFlow),
    chart(stageTime),
    table(stagesTable),
    table(flowsTable),
    table(processFlowsTable),
    chart(milestones),
    table(milestonesTable),
    table(milestoneDaysTable),
    chart(leads),
    table(dispositionsTable),
  ],
});
