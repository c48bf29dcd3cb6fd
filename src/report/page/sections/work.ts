import {agents} from '../../charts/agents.ts';
import {occupancy} from '../../charts/occupancy.ts';
import {personalBacklog} from '../../charts/personalBacklog.ts';
import {groupsTable} from '../../tables/groups.ts';
import {takenByTable} from '../../tables/takenBy.ts';
import {chart, section, table} from './section.ts';

export const work = section({
  key: 'work',
  title: 'Who did the work',
  parts: [table(groupsTable), chart(agents), chart(occupancy), chart(personalBacklog), table(takenByTable)],
});
