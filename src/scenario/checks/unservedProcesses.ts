import {peopleOf} from '../../workforce/index.ts';
import {assignments} from './assignments.ts';
import type {Check} from './draft.ts';
import {Reach} from './reach.ts';

/** Processes some of whose items no agent could ever take: none in the targets, or none with room for the channel. */
export const unservedProcesses: Check = ({scenario, reading}) => {
  const people = peopleOf(scenario);
  if (people.agents.length === 0) {
    reading.warn(['workforce'], 'there are no agents at all: nothing will be answered', 'agents: 10');
    return;
  }
  const reach = new Reach(scenario, people);
  const told = new Set<string>();
  for (const {process, channel} of assignments(scenario)) {
    if (told.has(`${process} ${channel}`) || reach.of(process, channel).length > 0) continue;
    told.add(`${process} ${channel}`);
    const nobody = reach.inTargets(process).length === 0;
    reading.warn(
      ['routing', 'processes', process],
      nobody
        ? `no agent is in the targets of ${process}: its items will never be answered`
        : `no agent in the targets of ${process} has room for ${channel}: such items will never be answered`,
      nobody ? undefined : `add ${channel} to the capacity rule of one of its groups`,
      true,
    );
  }
};
