import {feelOf} from '../../routing/segmentation/index.ts';
import {agentNames} from './agents.ts';
import type {Check} from './draft.ts';
import {known} from './known.ts';

/** Whom items are handed to exists. */
export const handedToNames: Check = ({scenario, reading, complete}) => {
  for (const source of scenario.demand)
    for (const outcome of source.handling ?? []) {
      if (outcome.kind !== 'transfer') continue;
      const path = [...reading.pathOf(outcome), 'to'];
      const {process, group, agent} = outcome.to;
      if (process !== undefined)
        known(reading, [...path, 'process'], 'process', process, reading.names('routing', 'processes'));
      if (!complete.workforce) continue;
      const groups = scenario.workforce.map(({name}) => name);
      if (group !== undefined) known(reading, [...path, 'group'], 'group', group, groups);
      if (agent !== undefined) known(reading, [...path, 'agent'], 'agent', agent, agentNames(scenario));
    }
};

/** Reclassifying is not for leads, and changes something that segmentation, a credit or an initial priority looks at. */
export const reclassifying: Check = ({scenario, reading}) => {
  const {columns, rules} = scenario.routing.segmentation;
  const cells = rules.flatMap((rule) => rule.cells.map(feelOf));
  const priorities = Object.values(scenario.routing.priorities);
  const looked = new Set([
    ...columns,
    ...priorities.flatMap(({credit, initialFrom}) => [credit?.attribute ?? [], initialFrom?.attribute ?? []].flat()),
  ]);
  for (const source of scenario.demand)
    for (const outcome of source.handling ?? []) {
      if (outcome.kind !== 'reclassify') continue;
      if (source.lead)
        reading.error(
          [...reading.pathOf(outcome), 'then'],
          'expected another outcome: leads are not reclassified',
          'then: transfer',
        );
      for (const name of Object.keys(outcome.set))
        if (!looked.has(name) && !cells.some((cell) => cell.includes(name)))
          reading.warn(
            [...reading.pathOf(outcome), 'set', name],
            `no rule looks at ${name}: it changes nothing`,
            columns.length > 0 ? `segmentation looks at ${columns.join(', ')}` : undefined,
            true,
          );
    }
};
