/** Two engines' stories of one centre, made comparable. */
import type {CentreSpec} from '../centre.ts';
import {simulate} from '../journal.ts';
import {rescan} from './rescan.ts';

export type Engine = (spec: CentreSpec) => readonly string[];

/** Where the stories part: index of the line, and both from there on; null where they never do. */
export interface Difference {
  readonly at: number;
  readonly expected: readonly string[];
  readonly told: readonly string[];
}

/**
 * Lines of one millisecond in the order of their text, of an agent only what he is in the end: within a millisecond the
 * order in which equals are told, and states that last no time, mean nothing. Nor does what agents are when all is over:
 * the run ends with its last item, whether or not those it set free have been asked.
 */
export function canonical(lines: readonly string[]): string[] {
  const byInstant = new Map<string, Map<string, string>>();
  const toldBefore = new Map<string, string>();
  for (const line of lines) {
    const [at, who, ...what] = line.split(' ');
    const instant = byInstant.get(at) ?? new Map<string, string>();
    byInstant.set(at, instant);
    if (who.startsWith('@')) instant.set(who, what.join(' '));
    else instant.set(line, '');
  }
  const end = lines.at(-1)?.split(' ')[0];
  return [...byInstant].flatMap(([at, instant]) =>
    [...instant]
      .filter(([who]) => at !== end || !who.startsWith('@'))
      .filter(([who, what]) => !who.startsWith('@') || toldBefore.get(who) !== what)
      .map(([who, what]) => {
        if (!who.startsWith('@')) return who;
        toldBefore.set(who, what);
        return `${at} ${who} ${what}`;
      })
      .sort(),
  );
}

export function difference(expected: readonly string[], told: readonly string[]): Difference | null {
  const at = expected.findIndex((line, i) => line !== told[i]);
  if (at < 0 && told.length === expected.length) return null;
  return {at: at < 0 ? expected.length : at, expected, told};
}

/** What the obvious engine tells. */
export const storyOf = (spec: CentreSpec): string[] => canonical(rescan(spec));

/** What a fast engine tells; where it breaks down, that is its story. */
export function told(spec: CentreSpec, engine: Engine = simulate): string[] {
  try {
    return canonical(engine(spec));
  } catch (error) {
    return [`broke down: ${error instanceof Error ? error.message : String(error)}`];
  }
}
