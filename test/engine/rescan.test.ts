/** The fast engine against the obvious one, on random centres, line by line. */
import {afterEach, expect, test} from 'vitest';
import {PHASES} from '../../src/floor/phaseLine.ts';
import {simulate} from './journal.ts';
import {randomCentre} from './randomCentre.ts';
import {rescan} from './rescan/rescan.ts';

const FIRST = Number(process.env.RESCAN_FIRST ?? 1);
const COUNT = Number(process.env.RESCAN_COUNT ?? 200);

afterEach(() => {
  PHASES.buckets = 256;
});

/**
 * Lines of one millisecond in the order of their text, of an agent only what he is in the end: within a millisecond the
 * order in which equals are told, and states that last no time, mean nothing.
 */
function canonical(lines: readonly string[]): string[] {
  const byInstant = new Map<string, Map<string, string>>();
  const toldBefore = new Map<string, string>();
  for (const line of lines) {
    const [at, who, ...what] = line.split(' ');
    const instant = byInstant.get(at) ?? new Map<string, string>();
    byInstant.set(at, instant);
    if (who.startsWith('@')) instant.set(who, what.join(' '));
    else instant.set(line, '');
  }
  return [...byInstant].flatMap(([at, instant]) =>
    [...instant]
      .filter(([who, what]) => !who.startsWith('@') || toldBefore.get(who) !== what)
      .map(([who, what]) => {
        if (!who.startsWith('@')) return who;
        toldBefore.set(who, what);
        return `${at} ${who} ${what}`;
      })
      .sort(),
  );
}

function compare(first: number, count: number): {steps: number; differing: string[]} {
  let steps = 0;
  const differing: string[] = [];
  for (let seed = first; seed < first + count; seed++) {
    const spec = randomCentre(seed);
    const expected = canonical(rescan(spec));
    const told = canonical(simulate(spec));
    steps += expected.length;
    const at = expected.findIndex((line, i) => line !== told[i]);
    if (at >= 0 || told.length !== expected.length) {
      differing.push(
        `centre ${seed}, line ${at}: rescan "${expected[at]}", engine "${told[at]}", after "${expected[at - 1]}"`,
      );
    }
  }
  return {steps, differing};
}

test('tells the same story as a rescan of everything', () => {
  const {steps, differing} = compare(FIRST, COUNT);
  expect(differing).toEqual([]);
  expect(steps).toBeGreaterThan(COUNT * 50);
});

test('tells the same story where every phase bucket mixes', () => {
  PHASES.buckets = 2;
  expect(compare(FIRST + COUNT, Math.ceil(COUNT / 3)).differing).toEqual([]);
});
