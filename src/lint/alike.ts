import type {Found} from './finding.ts';
import {listed} from './words.ts';

/** What is found of one process, for as many as it is the same of. */
export interface OfProcess {
  readonly process: string;
  /** Equal where it is the same but for the process. */
  readonly key: string;
  /** `names`: of one or several processes. */
  found(names: string): Found;
}

/** Processes named before the rest is counted. */
const MOST_NAMED = 4;

/** One finding for all processes that share it, at the first of them. */
export function foundTogether(each: readonly OfProcess[]): Found[] {
  const groups = new Map<string, OfProcess[]>();
  for (const one of each) groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
  return [...groups.values()].flatMap((group) => {
    const names = group.map(({process}) => process);
    const rest = names.length - MOST_NAMED;
    const named = rest > 1 ? [...names.slice(0, MOST_NAMED), `${rest} others`] : names;
    return group.slice(0, 1).map((first) => first.found(listed(named)));
  });
}
