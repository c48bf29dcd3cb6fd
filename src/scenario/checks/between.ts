import type {Check} from './draft.ts';

/** What `staff` may choose from: a range that is one, of agents that can be counted, named as they are. */
export const between: Check = ({scenario, reading}) => {
  for (const group of scenario.workforce) {
    if (group.between === undefined) continue;
    const path = [...reading.pathOf(group), 'between'];
    const written = reading.node(path);
    for (const [shift, [least, most]] of Object.entries(group.between))
      if (least > most)
        reading.error(
          written?.kind === 'map' ? [...path, shift] : path,
          `expected the least before the most, found ${least} and ${most}`,
          `write [ ${most}, ${least} ]`,
        );
    const kinds = new Set(group.agents.map(({kind}) => kind));
    if (kinds.has('presence'))
      reading.error(path, 'expected agents that are counted beside `between`, found presence by name', 'give `agents`');
    if (kinds.has('headCount') && written?.kind === 'map')
      reading.error(path, 'expected one range for all intervals of `onDuty`, found ranges by shift', 'write [ 0, 12 ]');
    const shifts = group.agents.flatMap((block) => (block.kind === 'shift' ? (block.shift ?? []) : []));
    const [first] = shifts;
    if (first !== undefined && written?.kind === 'list' && '' in group.between)
      reading.error(path, 'expected a range for each shift, found one for all', `write { ${first}: [ 4, 12 ] }`);
  }
};
