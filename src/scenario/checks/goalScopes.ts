import {channelNames} from '../../compile/channels.ts';
import {attributeNames} from './attributes.ts';
import type {Check} from './draft.ts';
import {known} from './known.ts';

/** What goals are asked of exists: processes, channels, sources, groups, attributes. */
export const goalScopes: Check = (draft) => {
  const {scenario, reading, complete} = draft;
  const names = {
    process: reading.names('routing', 'processes'),
    channel: complete.demand ? channelNames(scenario) : null,
    source: sourceNames(draft),
    group: complete.workforce ? scenario.workforce.map((group) => group.name) : null,
  };
  for (const goal of scenario.goals) {
    const at = [...reading.pathOf(goal), goal.metric];
    for (const kind of ['process', 'channel', 'source', 'group'] as const) {
      const name = goal.of[kind];
      const all = names[kind];
      if (name !== undefined && all !== null) known(reading, [...at, kind], kind, name, all);
    }
    const {attribute} = goal.of;
    if (attribute)
      known(reading, [...at, 'attribute', attribute.name], 'attribute', attribute.name, attributeNames(draft));
  }
};

function sourceNames({reading}: Parameters<Check>[0]): string[] {
  const demand = reading.node(['demand']);
  const items = demand?.kind === 'list' ? demand.items : [];
  return items.flatMap((item) => {
    const name = item.kind === 'map' ? item.entries.get('source')?.value : undefined;
    return name?.kind === 'scalar' ? [String(name.value)] : [];
  });
}
