/** Every model of the reference is a scenario without a doubt. */
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {compile} from '../../src/compile/index.ts';
import {parseTable} from '../../src/csv/table.ts';
import {readScenario} from '../../src/scenario/read.ts';
import {modelsOf} from '../reference/cases.ts';
import {scenarioOf} from '../reference/convert.ts';
import type {Law, Sim} from '../reference/sim.ts';

const {all} = modelsOf(
  ['cases', 'scenarios', 'golden_traces'].map((name) => join(import.meta.dirname, `../reference/${name}.json`)),
);
const one = (id: string): Sim => {
  const found = all.find((it) => it.id === id);
  if (found === undefined) throw new Error(`no model ${id}`);
  return found.sim;
};

function doubtsOf(text: string): string[] {
  const files = {read: () => text, resolve: (_from: string, written: string) => written, exists: () => false};
  const {scenario, warnings} = readScenario('scenario.yaml', {files, parseTable});
  const {problems, warnings: more} = compile(scenario);
  return [...warnings, ...problems, ...more].map(({message}) => message);
}

test('63 models, each a scenario without a doubt', () => {
  expect(all.length).toBe(63);
  for (const {id, sim} of all) expect(doubtsOf(scenarioOf(sim, id)), id).toEqual([]);
});

test('a key the converter does not know is refused, wherever it stands', () => {
  const sim = one('S5a');
  const [first] = sim.classes;
  const [group] = sim.groups;
  const strange = {surprise: 1};
  const wrong: Sim[] = [
    {...sim, ...strange},
    {...sim, classes: [{...first, ...strange} as Sim['classes'][number]]},
    {...sim, classes: [{...first, patience: {type: 'exp', mean: 1, ...strange}} as Sim['classes'][number]]},
    {...sim, classes: [{...first, service: {type: 'surprise'} as unknown as Law} as Sim['classes'][number]]},
    {...sim, groups: [{...group, rona: {...group?.rona, ...strange}} as Sim['groups'][number]]},
  ];
  for (const it of wrong) expect(() => scenarioOf(it)).toThrow('does not know');
});

test('a scale shortens the horizon, the warm-up and the tail alike', () => {
  const lines = scenarioOf(one('EC1'), 'EC1', 0.5).split('\n').slice(0, 4);
  expect(lines).toEqual(['name: EC1', 'to: 2160000s', 'warmUp: 180000s', 'coolDown: 180000s']);
});
