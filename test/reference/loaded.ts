import {compile} from '../../src/compile/index.ts';
import {parseTable} from '../../src/csv/table.ts';
import type {Loaded} from '../../src/experiment/index.ts';
import {readScenario} from '../../src/scenario/read.ts';
import {scenarioOf} from './convert.ts';
import type {Sim} from './sim.ts';

const FILE = 'scenario.yaml';

/** A model of the reference as a person would load it: its text read, checked and compiled. */
export function loadedOf(sim: Sim, scale = 1, name = 'reference'): Loaded {
  return loadedFrom(scenarioOf(sim, name, scale));
}

/** A scenario that stands in one text. */
export function loadedFrom(text: string): Loaded {
  const files = {read: () => text, resolve: (_from: string, written: string) => written, exists: () => false};
  const {scenario, hash} = readScenario(FILE, {files, parseTable});
  const compiled = compile(scenario);
  if (compiled.problems.length > 0) throw new Error(compiled.problems.map(({message}) => message).join('\n'));
  const openRows = () => {
    throw new Error('the reference replays no log');
  };
  return {scenario, compiled, hash, openRows};
}
