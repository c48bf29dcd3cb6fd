import {agents} from '../../charts/agents.ts';
import {fairness} from '../../charts/fairness.ts';
import {occupancy} from '../../charts/occupancy.ts';
import {personalBacklog} from '../../charts/personalBacklog.ts';
import {fairnessTable} from '../../tables/fairness.ts';
import {groupsTable} from '../../tables/groups.ts';
import {takenByTable} from '../../tables/takenBy.ts';
import {chart, section, table} from './section.ts';

export const work = section({
  key: 'work',
  title: 'Who did the work',
  parts: [
    table(groupsTable),
    chart(agents),
    chart(occupancy),
    chart(personalBacklog),
    table(takenByTable),
    chart(fairness),
    table(fairnessTable),
  ],
});
