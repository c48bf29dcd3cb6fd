import {expect, test} from 'vitest';
import type {Results} from '../../src/measure/results.ts';
import {backlog} from '../../src/report/charts/backlog.ts';
import {flowLayout} from '../../src/report/charts/flowLayout.ts';
import {stageFlow} from '../../src/report/charts/stageFlow.ts';
import {documents} from '../../src/report/formats/index.ts';
import {flowsTable, processFlowsTable, stagesTable} from '../../src/report/tables/stages.ts';
import {fixture} from './fixture.ts';

const SIZE = {width: 600, height: 100, names: 100, aside: 3};
const NODES = ['new', 'queued', 'assigned', 'held', 'completed'].map((name, column) => ({name, column}));
const EDGES = [
  {from: 'new', to: 'queued', items: 40},
  {from: 'queued', to: 'assigned', items: 50},
  {from: 'assigned', to: 'completed', items: 40},
  {from: 'assigned', to: 'held', items: 10},
  {from: 'held', to: 'queued', items: 10},
];

test('boxes are as tall as what goes through them, columns from left to right, and what is aside lies at the bottom', () => {
  const {boxes} = flowLayout(NODES, EDGES, SIZE);
  expect(boxes.map(({name, height, items}) => [name, height, items])).toEqual([
    ['new', 80, 40],
    ['queued', 100, 50],
    ['assigned', 100, 50],
    ['held', 20, 10],
    ['completed', 80, 40],
  ]);
  expect(boxes.map(({x}) => x)).toEqual([0, 122, 244, 366, 488]);
  expect(boxes.find(({name}) => name === 'held')?.y).toBe(80);
});

test('bands are as wide as their items, leave and arrive inside their boxes; what goes back is a loop below', () => {
  const {boxes, bands, loops, height} = flowLayout(NODES, EDGES, SIZE);
  expect(bands).toHaveLength(4);
  for (const {edge, points} of bands) {
    for (const {low, high} of points) expect(high - low).toBeCloseTo(edge.items * 2, 9);
    for (const [name, point] of [
      [edge.from, points[0]],
      [edge.to, points.at(-1)],
    ] as const) {
      const box = boxes.find((one) => one.name === name);
      expect(point?.low).toBeGreaterThanOrEqual((box?.y ?? 0) - 1e-9);
      expect(point?.high).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0) + 1e-9);
    }
  }
  expect(loops.map(({edge, width}) => [edge.from, edge.to, width])).toEqual([['held', 'queued', 20]]);
  const depths = loops.flatMap(({points}) => points.map(({y}) => y));
  expect(Math.max(...depths)).toBeGreaterThan(SIZE.height);
  expect(Math.max(...depths)).toBeLessThan(height);
});

test('loops lie one in another', () => {
  const edges = [...EDGES, {from: 'assigned', to: 'queued', items: 5}];
  const {loops} = flowLayout(NODES, edges, SIZE);
  const reach = loops.map(({points, width}) => ({
    bottom: Math.max(...points.map(({y}) => y)),
    half: width / 2,
  }));
  expect(reach).toHaveLength(2);
  const [inner, outer] = reach;
  expect((outer?.bottom ?? 0) - (outer?.half ?? 0)).toBeGreaterThan((inner?.bottom ?? 0) + (inner?.half ?? 0));
});

test('many processes: three of their own, the others together', () => {
  const {stages} = fixture;
  if (stages === undefined) throw new Error('the fixture has no stages');
  const copies = ['a', 'b', 'c', 'd', 'e', 'f'];
  const results: Results = {
    ...fixture,
    stages: {
      ...stages,
      rows: copies.flatMap((process) => stages.rows.map((row) => ({...row, process}))),
      flows: copies.flatMap((process, k) =>
        stages.flows.map((flow) => ({...flow, process, items: flow.items * (k + 1)})),
      ),
    },
  };
  const {vconcat} = stageFlow.spec(results) as {vconcat: {title: {text: string}}[]};
  expect(vconcat.map(({title}) => title.text)).toEqual(['c', 'd', 'e', '3 others together']);
});

test('backlog is split by stage where the results say who stands where', () => {
  const [row] = fixture.intervals.rows;
  if (row === undefined) throw new Error('the fixture has no rows');
  const zero = row.offered.map(() => 0);
  const split = [zero, row.offered.map(() => 3), zero, row.offered.map(() => 4)];
  const results: Results = {
    ...fixture,
    intervals: {...fixture.intervals, rows: [{...row, backlogByStage: split}]},
  };
  const {vconcat} = backlog.spec(results) as {
    vconcat: {layer: {data: {values: {part: string; low: number; high: number}[]}}[]}[];
  };
  const [areas] = vconcat[0]?.layer ?? [];
  expect(areas?.data.values.slice(0, 2).map(({part, low, high}) => [part, low, high])).toEqual([
    ['NEW', 0, 3],
    ['PENDING', 3, 7],
  ]);
});

test('the flow chart in words: tables and files', () => {
  expect(stagesTable(fixture)?.rows[2]).toEqual(['PENDING', 'held', '30', '10', '3m20s']);
  expect(flowsTable(fixture)?.rows[3]).toEqual(['calls', 'IN PROGRESS', 'SOLD', '70', '60.9%']);
  const files = new Map(documents(fixture).map(({path, content}) => [path, String(content)]));
  expect(files.get('stages.csv')?.split('\n')[1]).toBe('calls,NEW,queued,120,118,3540,30,2');
  expect(processFlowsTable(fixture)?.rows).toEqual([
    ['calls', 'finance-silver', 'work order', '30', '74.1%'],
    ['calls', 'calls', 'transfer', '10.5', '25.9%'],
  ]);
  expect(files.get('process-flows.csv')?.split('\n')[2]).toBe('calls,calls,transfer,10.5');
  expect(files.get('flows.csv')?.split('\n')[1]).toBe('calls,new,NEW,100');
  const {stages: _, ...without} = fixture;
  expect(documents(without).map(({path}) => path)).not.toContain('stages.csv');
});
