import type {Check} from './draft.ts';
import {known} from './known.ts';

/** Shifts, capacity rules and skills that groups name exist. */
export const groupNames: Check = ({scenario, reading, complete}) => {
  const shifts = reading.names('shifts');
  const skills = new Set(
    scenario.workforce.flatMap((group) => [
      ...Object.keys(group.skills),
      ...group.agents.flatMap((block) => (block.kind === 'headCount' ? [] : Object.keys(block.skills ?? {}))),
      ...group.agents.flatMap((block) =>
        block.kind === 'presence' ? block.spells.flatMap(({skills: held}) => Object.keys(held ?? {})) : [],
      ),
    ]),
  );
  const told = new Set<string>();
  for (const group of scenario.workforce) {
    const path = reading.pathOf(group);
    const place = path.join('.');
    if (told.has(place)) continue;
    told.add(place);
    const isRoster = reading.node([...path, 'roster']) !== undefined;
    for (const block of isRoster ? [] : group.agents)
      if (block.kind === 'shift' && block.shift !== null)
        known(
          reading,
          reading.node([...path, 'shift']) ? [...path, 'shift'] : [...path, 'agents', block.shift],
          'shift',
          block.shift,
          shifts,
        );
    const between = reading.node([...path, 'between']);
    for (const shift of between?.kind === 'map' ? between.entries.keys() : [])
      known(reading, [...path, 'between', shift], 'shift', shift, shifts);
    if (group.capacity !== undefined && reading.node([...path, 'capacity']))
      known(reading, [...path, 'capacity'], 'capacity rule', group.capacity, reading.names('routing', 'capacity'));
    if (group.speed.kind === 'bySkill' && complete.workforce && reading.node([...path, 'speed']))
      known(reading, [...path, 'speed', 'skill'], 'skill', group.speed.skill, skills);
  }
};
