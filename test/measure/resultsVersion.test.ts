// The numbers of one replication of small scenarios are pinned, each in a file of its results version: whoever moves one
// raises RESULTS_VERSION and writes the file anew (UPDATE_RESULTS=1 npx vitest run test/measure/resultsVersion.test.ts).
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {expect, test} from 'vitest';
import {load} from '../../src/cli/load.ts';
import {runReplication} from '../../src/experiment/index.ts';
import {Measures} from '../../src/measure/measures.ts';
import {RESULTS_VERSION} from '../../src/measure/resultsVersion.ts';

const SCENARIOS = resolve(import.meta.dirname, '../../scenarios');
const FOLDER = join(import.meta.dirname, 'expected');
/** A line, overflow, shifts, priorities, replay: a day of each. */
const PINNED = ['quick-start', 'replay', 'priority-curves'];

/** Of each measure its numerator and denominator, to twelve digits. */
function numbersOf(name: string): Record<string, string> {
  const loaded = load({file: join(SCENARIOS, name, 'scenario.yaml')});
  const ratios = new Measures({model: loaded.compiled.model, scenario: loaded.scenario}).add(runReplication(loaded, 0));
  return Object.fromEntries(
    [...ratios].map(([key, [above, below]]) => [
      key,
      `${Number(above.toPrecision(12))} / ${Number(below.toPrecision(12))}`,
    ]),
  );
}

test('unchanged scenarios come to the numbers of their results version', () => {
  const file = join(FOLDER, `results-${RESULTS_VERSION}.json`);
  const found = Object.fromEntries(PINNED.map((name) => [name, numbersOf(name)]));
  if (process.env.UPDATE_RESULTS) writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
  expect(existsSync(file), `no ${file}: write it with UPDATE_RESULTS=1`).toBe(true);
  const pinned: typeof found = JSON.parse(readFileSync(file, 'utf8'));
  expect(Object.keys(pinned)).toEqual(PINNED);
  for (const name of PINNED) {
    expect(Object.keys(pinned[name]).length).toBeGreaterThan(50);
    // a metric that is new has no version yet; one that is gone or moved is another result
    const moved = Object.entries(pinned[name]).filter(([key, value]) => found[name][key] !== value);
    expect(moved, 'results moved: raise RESULTS_VERSION').toEqual([]);
  }
});

test('only the numbers of this version are kept', () => {
  expect(readdirSync(FOLDER).filter((name) => name.startsWith('results-'))).toEqual([
    `results-${RESULTS_VERSION}.json`,
  ]);
});
