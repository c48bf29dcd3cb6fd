import {expect, test} from 'vitest';
import {compile} from '../../../src/compile/index.ts';
import {staff} from '../../../src/experiment/index.ts';
import {cheapestOfAll, searched, taskOf} from './searched.ts';
import {type Group, skillCentre} from './skills.ts';

/** Two types of calls; specialists of each, and generalists who cost more. */
const groups = (generalist: number): Group[] => [
  {takes: [0], cost: 10, between: [0, 4]},
  {takes: [1], cost: 11, between: [0, 4]},
  {takes: [0, 1], cost: generalist, between: [0, 3]},
];

test.each([{generalist: 12, perHour: [24, 15]}])(
  'two skills, generalists at $generalist: as cheap as the cheapest of all staffings',
  async ({generalist, perHour}) => {
    const scenario = skillCentre(perHour, groups(generalist), 0.8, 5, 15);
    const found = await searched(taskOf(scenario));
    const all = taskOf(scenario);
    expect(found.cost).toBe(await cheapestOfAll(all));
    expect(found.simulations).toBeLessThan(all.trials.simulations / 2);
  },
);

test('stopped, it has the cheapest good staffing so far', async () => {
  const controller = new AbortController();
  const scenario = skillCentre([20], [{takes: [0], cost: 10, between: [1, 9]}], 0.7, 3, 4);
  const openRows = () => {
    throw new Error('no log is replayed here');
  };
  const loaded = {scenario, compiled: compile(scenario), hash: '', openRows};
  const {ending, staffing, verified} = await staff(
    {loaded, remoteOf: null, version: '0'},
    {workers: 1, signal: controller.signal, onProgress: (done) => done >= 8 && controller.abort()},
  );
  expect([ending, verified]).toEqual(['stopped', null]);
  expect(staffing?.[0]).toBeLessThanOrEqual(9);
});
