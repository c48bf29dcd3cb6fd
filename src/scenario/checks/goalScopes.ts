import {channelNames, channelsOf} from '../../compile/channels.ts';
import {possibleValues} from '../../compile/possibleValues.ts';
import type {Path} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import type {GoalSpec} from '../scenario.ts';
import {attributeNames} from './attributes.ts';
import type {Check, Draft} from './draft.ts';
import {hintOf, known} from './known.ts';

/** What goals are asked of exists: processes, channels, sources, groups, attributes. */
export const goalScopes: Check = (draft) => {
  const {scenario, reading, complete} = draft;
  const names = {
    process: reading.names('routing', 'processes'),
    channel: complete.demand ? channelNames(scenario) : null,
    source: [...sourceNames(draft), ...scenario.demand.map(({name}) => name)],
    group: complete.workforce ? scenario.workforce.map((group) => group.name) : null,
  };
  for (const goal of scenario.goals) {
    const at = [...reading.pathOf(goal), goal.metric];
    for (const kind of ['process', 'channel', 'source', 'group'] as const) {
      const name = goal.of[kind];
      const all = names[kind];
      if (name !== undefined && all !== null) known(reading, [...at, kind], kind, name, all);
    }
    checkMilestone(draft, goal, [...at, 'milestone']);
    const {attribute} = goal.of;
    if (!attribute) continue;
    const path = [...at, 'attribute', attribute.name];
    known(reading, path, 'attribute', attribute.name, attributeNames(draft));
    if (complete.demand) checkValue(draft, path, attribute);
  }
};

/** A milestone of the process that is named, or of any. */
function checkMilestone({scenario, reading, complete}: Draft, {params, of}: GoalSpec, path: Path): void {
  if (params.milestone === undefined || !complete.routing) return;
  const processes = Object.values(scenario.routing.processes).filter(
    ({name}) => of.process === undefined || name === of.process,
  );
  const names = processes.flatMap(({milestones = []}) => milestones.map(({name}) => name));
  known(reading, path, 'milestone', params.milestone, names);
}

/** A value that no item can have: nothing will ever be judged. */
function checkValue({scenario, reading}: Draft, path: Path, {name, value}: {name: string; value: string}): void {
  const possible = scenario.demand.flatMap((source) =>
    channelsOf(source.channel).map((channel) => possibleValues(source, channel, name)),
  );
  if (possible.includes(null)) return;
  const values = [...new Set(possible.flatMap((some) => some ?? []))].filter((one) => one !== null).map(String);
  if (values.length === 0 || values.includes(value)) return;
  reading.warn(path, `no source brings items with ${name} ${shown(value)}`, hintOf('value', value, values));
}

function sourceNames({reading}: Parameters<Check>[0]): string[] {
  const demand = reading.node(['demand']);
  const items = demand?.kind === 'list' ? demand.items : [];
  return items.flatMap((item) => {
    const name = item.kind === 'map' ? item.entries.get('source')?.value : undefined;
    return name?.kind === 'scalar' ? [String(name.value)] : [];
  });
}
