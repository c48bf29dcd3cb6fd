import {agentNames} from './agents.ts';
import type {Check} from './draft.ts';
import {known} from './known.ts';

/** Groups and agents that sources draw preferred agents from exist. */
export const preferredNames: Check = ({scenario, reading, complete}) => {
  if (!complete.workforce) return;
  const names = [...scenario.workforce.map((group) => group.name), ...agentNames(scenario)];
  for (const source of scenario.demand) {
    const path = [...reading.pathOf(source), 'preferredAgent', 'from'];
    const written = reading.node(path);
    for (const name of source.preferredAgent?.agents ?? []) {
      const index =
        written?.kind === 'list'
          ? written.items.findIndex((item) => item.kind === 'scalar' && String(item.value) === name)
          : -1;
      known(reading, index < 0 ? path : [...path, index], 'group or agent', name, names);
    }
  }
};
