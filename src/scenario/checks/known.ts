import {nearest} from '../../language/nearest.ts';
import type {Path} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import type {Reading} from '../read/reading.ts';

const MOST_LISTED = 12;

/** Reports a name that is none of those there are, with the nearest that is. */
export function known(reading: Reading, path: Path, noun: string, name: string, names: Iterable<string>): void {
  const all = [...new Set(names)];
  if (all.includes(name)) return;
  reading.error(path, `expected a known ${noun}, found ${shown(name)}`, hintOf(noun, name, all));
}

export function hintOf(noun: string, name: string, all: readonly string[]): string {
  const near = nearest(name, all);
  if (near !== undefined) return `did you mean ${near}?`;
  if (all.length === 0) return `the scenario has no ${noun}`;
  return `there are ${all.slice(0, MOST_LISTED).join(', ')}${all.length > MOST_LISTED ? ', …' : ''}`;
}
