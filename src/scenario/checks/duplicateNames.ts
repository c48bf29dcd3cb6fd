import {shown} from '../../language/show.ts';
import {agentNames} from './agents.ts';
import type {Check} from './draft.ts';

/** Sources, groups and agents have names of their own. */
export const duplicateNames: Check = ({scenario, reading, complete}) => {
  for (const [part, key] of [
    ['demand', 'source'],
    ['workforce', 'group'],
  ] as const) {
    const list = reading.node([part]);
    const seen = new Map<string, number>();
    for (const [i, item] of (list?.kind === 'list' ? list.items : []).entries()) {
      const name = item.kind === 'map' ? item.entries.get(key)?.value : undefined;
      if (name?.kind !== 'scalar' || name.value === null) continue;
      const text = String(name.value);
      const before = seen.get(text);
      if (before === undefined) seen.set(text, i);
      else {
        const line = reading.place([part, before, key]).line;
        reading.error(
          [part, i, key],
          `expected each ${key} once, found ${shown(text)} a second time`,
          `the first is in line ${line}`,
        );
      }
    }
  }
  if (!complete.workforce) return;
  const seen = new Set<string>();
  for (const name of agentNames(scenario)) {
    if (seen.has(name))
      reading.error(
        ['workforce'],
        `expected each agent once, found ${shown(name)} twice`,
        'an agent stands in one roster, or one presence file, once',
      );
    seen.add(name);
  }
};
