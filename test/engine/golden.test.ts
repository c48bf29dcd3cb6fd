/** The nine hand-worked traces of the reference, in milliseconds. */
import {expect, test} from 'vitest';
import type {Piece} from '../../src/model/curves.ts';
import type {CapacitySpec} from '../../src/routing/capacity/spec.ts';
import type {CentreSpec, ItemSpec} from './centre.ts';
import {simulate, story} from './journal.ts';

const s = (seconds: number): number => seconds * 1000;
const level = (value: number): Piece[] => [{fromMs: 0, value, slopePerMs: 0, periodMs: 0}];
const arrivals = (times: readonly number[], seconds: number, route = 0): ItemSpec[] =>
  times.map((at) => ({at: s(at), handle: s(seconds), route}));

/** Lines `number start second agent`, of the answers and the abandonments. */
function starts(spec: CentreSpec): string[] {
  return story(simulate(spec))
    .filter((line) => !/offered|missed/.test(line))
    .map((line) => {
      const [at, item, what, agent] = line.split(' ');
      return `${item} ${what === 'answered' ? 'start' : what} ${Number(at) / 1000}${agent ? ` ${agent}` : ''}`;
    });
}

test('T1: equal idle time, equal arrival: lowest ids', () => {
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0]}]}],
    groups: [{count: 2}],
    sources: [{items: arrivals([0, 0, 0, 50], 100)}],
  };
  expect(starts(spec)).toEqual(['0 start 0 @0', '1 start 0 @1', '2 start 100 @0', '3 start 100 @1']);
});

test('T2: longest idle first', () => {
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0]}]}],
    groups: [{count: 3}],
    sources: [{items: arrivals([0, 10, 50, 60, 65], 30)}],
  };
  expect(starts(spec)).toEqual(['0 start 0 @0', '1 start 10 @1', '2 start 50 @2', '3 start 60 @0', '4 start 65 @1']);
});

test('T3: step curves, a tick on the instant of choice, a tie for the older', () => {
  const steps = (initial: number, by: number, everyS: number, max: number): Piece[] => [
    {fromMs: 0, value: initial, slopePerMs: by / s(everyS), periodMs: s(everyS)},
    {fromMs: ((max - initial) / by) * s(everyS), value: max, slopePerMs: 0, periodMs: 0},
  ];
  const spec: CentreSpec = {
    processes: [{curve: level(0)}, {curve: steps(400, 50, 60, 1000)}, {curve: steps(100, 100, 100, 650)}],
    routes: [0, 1, 2].map((process) => ({process, targets: [{profiles: [0]}]})),
    groups: [{}],
    sources: [{items: arrivals([0], 700, 0)}, {items: arrivals([400], 60, 1)}, {items: arrivals([10, 600], 60, 2)}],
  };
  expect(starts(spec)).toEqual(['0 start 0 @0', '2.0 start 700 @0', '1.0 start 760 @0', '2.1 start 820 @0']);
});

test('T5: targets widen with time', () => {
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0]}, {profiles: [1], ms: s(60)}, {profiles: [2], ms: s(180)}]}],
    groups: [{}, {}, {}],
    sources: [{items: arrivals([0, 10, 20, 30], 200)}],
  };
  expect(starts(spec)).toEqual(['0 start 0 @0', '1 start 70 @1', '2 start 200 @0', '3 start 210 @2']);
});

test('T6: an overflowed item competes by priority; the first target comes first', () => {
  const spec: CentreSpec = {
    processes: [{curve: level(200)}, {curve: level(100)}],
    routes: [
      {process: 0, targets: [{profiles: [0]}, {profiles: [1], ms: s(30)}]},
      {process: 1, targets: [{profiles: [1]}]},
    ],
    groups: [{}, {}],
    sources: [{items: arrivals([5, 6], 100, 0)}, {items: arrivals([0, 1], 50, 1)}],
  };
  expect(starts(spec)).toEqual(['1.0 start 0 @1', '0 start 5 @0', '1 start 50 @1', '1.1 start 150 @1']);
});

test('T7: the preferred agent is waited for, and no longer', () => {
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0]}], preferred: {ms: s(60)}}],
    groups: [{}, {}],
    sources: [{items: arrivals([0, 10, 50, 120], 100).map((item) => ({...item, preferred: 1}))}],
  };
  expect(starts(spec)).toEqual(['0 start 0 @1', '1 start 70 @0', '2 start 100 @1', '3 start 180 @0']);
});

test('T8: no answer', () => {
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0, 1]}]}],
    groups: [{offers: {missed: () => true, ringMs: s(15), notReadyMs: s(60)}}, {}],
    sources: [{items: arrivals([0, 20], 100)}],
  };
  expect(starts(spec)).toEqual(['0 start 15 @1', '1 start 115 @1']);
  expect(story(simulate(spec))).toEqual([
    '0 0 offered @0',
    '15000 0 missed @0',
    '15000 0 answered @1',
    '75000 1 offered @0',
    '90000 1 missed @0',
    '115000 1 answered @1',
  ]);
});

test('T10: blending without reservation', () => {
  const capacity: CapacitySpec = {
    name: 'blended',
    channels: {
      voice: {max: 1, notWhile: [{chat: 1}, {work: 1}], interruptedBy: []},
      chat: {max: 3, notWhile: [{voice: 1}], interruptedBy: []},
      work: {max: 2, notWhile: [{voice: 1}], interruptedBy: []},
    },
    units: null,
    holdBackFor: [],
    afterHold: 'agents',
  };
  const spec: CentreSpec = {
    channels: ['voice', 'chat', 'work'],
    capacity: [capacity],
    processes: [{curve: level(1000)}, {curve: level(500)}, {curve: level(100)}],
    routes: [0, 1, 2].map((process) => ({process, channel: process, targets: [{profiles: [0]}]})),
    groups: [{}],
    sources: [
      {items: arrivals([10], 60, 0)},
      {items: arrivals([0, 20], 100, 1)},
      {items: arrivals([30, 40, 50], 300, 2)},
    ],
  };
  expect(starts(spec)).toEqual([
    '1.0 start 0 @0',
    '1.1 start 20 @0',
    '2.0 start 30 @0',
    '2.1 start 40 @0',
    '2.2 start 330 @0',
    '0 start 630 @0',
  ]);
});

test('T12: shifts, overtime, nobody there', () => {
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0]}]}],
    groups: [{}],
    duty: [
      {
        spells: [
          {from: 0, to: s(100)},
          {from: s(200), to: s(300)},
        ],
      },
    ],
    sources: [{items: arrivals([80, 90, 270, 305], 60).map((item) => ({...item, patience: s(200)}))}],
  };
  expect(starts(spec)).toEqual(['0 start 80 @0', '1 start 200 @0', '2 start 270 @0', '3 abandoned 505']);
});
