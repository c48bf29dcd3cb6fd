import {openingOf} from '../../compile/channels.ts';
import {handedOn, sentOn} from '../../compile/routes.ts';
import type {Path} from '../../language/problem.ts';
import type {Check, Draft} from './draft.ts';

/** Definitions that nothing uses. */
export const unused: Check = (draft) => {
  const {scenario} = draft;
  const processes = Object.values(scenario.routing.processes);
  const {rules, otherwise} = scenario.routing.segmentation;
  const opened = scenario.demand.flatMap((source) => openingOf(source) ?? []);
  const outcomes = [...rules.map(({then}) => then), ...(otherwise ? [otherwise] : []), ...opened].map(
    ({process}) => process,
  );
  const during = scenario.demand.flatMap(({arrivals}) => ('during' in arrivals ? (arrivals.during ?? []) : []));
  const blocks = scenario.workforce.flatMap((group) => group.agents);
  const between = scenario.workforce.flatMap((group) => Object.keys(group.between ?? {}));
  tell(draft, ['calendars'], 'calendar', [
    ...during,
    ...processes.flatMap(({clock, open}) => [clock ?? [], open ?? []].flat()),
    ...processes.flatMap(({milestones = []}) => milestones.flatMap(({clock}) => clock ?? [])),
  ]);
  tell(draft, ['shifts'], 'shift', [
    ...blocks.flatMap((block) => (block.kind === 'shift' ? (block.shift ?? []) : [])),
    ...between,
  ]);
  tell(draft, ['routing', 'processes'], 'process', [
    ...outcomes,
    ...scenario.demand.flatMap((source) => handedOn(source).flatMap(({process}) => process ?? [])),
    ...processes.flatMap(sentOn),
  ]);
  tell(
    draft,
    ['routing', 'priorities'],
    'priority',
    processes.map(({priority}) => priority.use),
  );
  tell(
    draft,
    ['routing', 'distribution'],
    'distribution',
    processes.map(({distribute}) => distribute),
  );
  tell(
    draft,
    ['routing', 'capacity'],
    'capacity rule',
    scenario.workforce.flatMap(({capacity}) => capacity ?? []),
  );
};

function tell({reading}: Draft, path: Path, noun: string, used: Iterable<string>): void {
  const names = new Set(used);
  for (const name of reading.names(...path))
    if (!names.has(name))
      reading.warn([...path, name], `nothing uses the ${noun} ${name}`, 'use it or leave it out', true);
}
