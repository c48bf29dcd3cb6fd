import {expect, test} from 'vitest';
import {load} from '../../src/cli/load.ts';
import {rehearse} from '../../src/experiment/index.ts';
import type {Results} from '../../src/measure/results.ts';
import {routingFlow} from '../../src/report/charts/routingFlow.ts';
import {fairnessTable} from '../../src/report/tables/fairness.ts';
import {offersTable} from '../../src/report/tables/offers.ts';
import {takenByTable} from '../../src/report/tables/takenBy.ts';
import {fixture} from './fixture.ts';

/** Names of the boxes, column by column, and what is said beside each. */
function boxesOf(results: Results): string[] {
  const {layer} = routingFlow.spec(results) as {
    layer: {mark: {fontWeight?: string; fontSize?: number}; data: {values: {name: string; more?: string}[]}}[];
  };
  const named = layer.find(({mark}) => mark.fontWeight === 'bold')?.data.values ?? [];
  return named.map(({name, more}) => `${name}: ${more}`);
}

test('who took what: as much leaves each column as comes to the next', async () => {
  const loaded = load({file: 'scenarios/overflow/scenario.yaml', replications: 1});
  const {results} = await rehearse({loaded, remote: null, version: '0'}, {workers: 1});
  if (results === null) throw new Error('nothing was rehearsed');
  const {takenBy = [], targets, flow} = results;
  const sum = (rows: readonly {readonly answered: number}[]) => rows.reduce((all, {answered}) => all + answered, 0);
  expect(takenBy.length).toBeGreaterThan(4);
  expect(sum(takenBy)).toBe(flow.total.answered?.value);
  // this scenario has one process, whose targets open in the order of their names
  const byStep = targets.map((_, step) => sum(takenBy.filter((row) => row.step === step)));
  expect(targets[0]?.target).toBe('preferred agent');
  expect(byStep).toEqual(targets.map(({answered}) => answered));
});

test('the targets are told in the order in which they open', () => {
  expect(boxesOf(fixture).slice(-5)).toEqual([
    'preferred agent: 61 · 3.5%',
    'primary: 1,412 · 81.3%',
    'secondary: 265 · 15.2%',
    'finance-seniors: 1,454 · 83.6%',
    'back-office: 284 · 16.4%',
  ]);
});

test('of many processes and groups the largest are shown, the others as one', () => {
  const takenBy = Array.from({length: 20}, (_, k) => ({process: `p${k}`, step: 1, group: `g${k}`, answered: 100 - k}));
  const processChannel = takenBy.map(({process, answered}) => ({
    process,
    channel: 'voice',
    values: {answered: {value: answered, halfWidth: null}},
  }));
  const boxes = boxesOf({...fixture, takenBy, flow: {...fixture.flow, processChannel}});
  expect(boxes).toHaveLength(1 + 8 + 1 + 8);
  expect(boxes).toContain('p6: 94 · 5.2%');
  expect(boxes.filter((box) => box.startsWith('13 others: '))).toEqual([
    '13 others: 1,131 · 62.5%',
    '13 others: 1,131 · 62.5%',
  ]);
});

test('who took it, by group: the targets together', () => {
  expect(takenByTable(fixture)?.rows.slice(0, 2)).toEqual([
    ['calls', 'finance-seniors', '991', '86.7%'],
    ['calls', 'back-office', '153', '13.3%'],
  ]);
});

test('fairness: agents of one group with the same skills, the most uneven first', async () => {
  expect(fairnessTable(fixture)?.rows.map((row) => row.slice(1))).toEqual([
    ['4', '1 to 9', '0.500', '0% to 0%', '–'],
    ['2', '3.2 to 3.6', '0.029', '74.0% to 82.0%', '0.026'],
  ]);
  const loaded = load({file: 'scenarios/overflow/scenario.yaml', replications: 1});
  const {results} = await rehearse({loaded, remote: null, version: '0'}, {workers: 1});
  const {fairness = [], agents = []} = results ?? {};
  const {roster} = loaded.compiled.model;
  const kinds = new Set(agents.map((_, i) => `${roster.group[i]} ${roster.profile[i]}`));
  expect(fairness.length).toBeGreaterThan(0);
  expect(fairness.length).toBeLessThanOrEqual(kinds.size);
  for (const {group, offers, load: busy} of fairness) {
    const own = agents.filter((row) => row.group === group).map(({occupancy}) => occupancy ?? 0);
    expect(busy.most).toBeLessThanOrEqual(Math.max(...own));
    expect(busy.least).toBeGreaterThanOrEqual(Math.min(...own));
    expect(offers.lorenz.at(-1)).toBeCloseTo(1, 12);
  }
});

test('offers: no answers by process, nothing where nothing rang in vain', () => {
  const one = (value: number) => ({value, halfWidth: null});
  const process = {
    calls: {answered: one(90), missedOffers: one(10), interruptions: one(0)},
    chats: {answered: one(0), missedOffers: one(0), interruptions: one(2.5)},
  };
  const flow = {...fixture.flow, process};
  expect(offersTable({...fixture, flow})?.rows).toEqual([
    ['calls', '90', '10', '10.0%', '0'],
    ['chats', '0', '0', '–', '2.5'],
  ]);
  expect(offersTable({...fixture, flow: {...flow, process: {calls: {answered: one(90)}}}})).toBeNull();
});
