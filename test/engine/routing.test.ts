/** Who waits for whom and how urgently, worked by hand: targets, preferred agents, credits, due dates, curves. */
import {expect, test} from 'vitest';
import type {Piece} from '../../src/model/curves.ts';
import type {CentreSpec} from './centre.ts';
import {itemLines, simulate, story} from './journal.ts';

const level = (value: number): Piece[] => [{fromMs: 0, value, slopePerMs: 0, periodMs: 0}];
/** One agent busy with an item of its own until `freeAt`. */
const busyUntil = (freeAt: number) => ({items: [{at: 0, handle: freeAt, route: 0}]});

test('every event of an overflow is told, in order', () => {
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0]}, {profiles: [1], ms: 30}]}],
    groups: [{}, {}],
    sources: [{items: [{at: 0}, {at: 10}, {at: 20, patience: 25}]}],
  };
  expect(simulate(spec)).toEqual([
    '0 0 created',
    '0 0 answered @0 target 0 at 0',
    '0 @0 busy 1',
    '0 @1 ready 0',
    '10 1 created',
    '20 2 created',
    '40 1 answered @1 target 1 at 0',
    '40 @1 busy 1',
    '45 2 abandoned',
    '100 0 completed @0',
    '100 @0 ready 0',
    '140 1 completed @1',
    '140 @1 ready 0',
    '140 closed',
  ]);
});

test('target times are shares of the time allowed, on the clock of the process', () => {
  const spec: CentreSpec = {
    clocks: [
      [
        [0, 100],
        [500, 10_000],
      ],
    ],
    processes: [{clock: 1, slaMs: 400}],
    routes: [{targets: [{profiles: [0]}, {profiles: [1], share: 0.25}]}],
    groups: [{}, {}],
    sources: [{items: [{at: 0, handle: 2000}, {at: 50}, {at: 60, due: 540}]}],
  };
  // 1: a quarter of 400 after 50 is 150 of open time: 550. Due 450 of open time: 850. 2: its own due leaves it 80, 20 of them until 80.
  expect(story(simulate(spec))).toEqual(['0 0 answered @0', '80 2 answered @1', '550 1 answered @1']);
  expect(itemLines(simulate(spec))).toContain('50 1 created due 850');
});

test('inner targets first, or all open ones alike', () => {
  const centre = (inner: boolean): CentreSpec => ({
    routes: [{targets: [{profiles: [0]}, {profiles: [1], ms: 0}], inner}, {targets: [{profiles: [0]}]}],
    groups: [{}, {}],
    sources: [
      {
        items: [
          {at: 0, handle: 50, route: 1},
          {at: 60, handle: 10},
        ],
      },
    ],
  });
  // @1 has been free since 0, @0 since 50; both targets are open at once.
  expect(story(simulate(centre(true)))).toEqual(['0 0 answered @0', '60 1 answered @0']);
  expect(story(simulate(centre(false)))).toEqual(['0 0 answered @0', '60 1 answered @1']);
});

test('a preferred agent stays the first choice after his time, though in no target', () => {
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0]}], preferred: {ms: 20}}],
    groups: [{}, {}],
    sources: [
      {
        items: [
          {at: 0, handle: 100, preferred: 0},
          {at: 0, handle: 70, preferred: 1},
          {at: 10, handle: 10, preferred: 1},
        ],
      },
    ],
  };
  expect(itemLines(simulate(spec)).filter((line) => line.includes('answered'))).toEqual([
    '0 0 answered @0 target -1 at 0',
    '0 1 answered @1 target -1 at 0',
    '70 2 answered @1 target -1 at 0',
  ]);
});

test('targets count from the end of the preferred agent’s time', () => {
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0]}, {profiles: [1], ms: 30}], preferred: {ms: 20}}],
    groups: [{}, {}, {}],
    sources: [
      {
        items: [
          {at: 0, handle: 1000, preferred: 2},
          {at: 0, handle: 1000, preferred: 0},
          {at: 5, preferred: 2},
        ],
      },
    ],
  };
  expect(story(simulate(spec))).toEqual(['0 0 answered @2', '0 1 answered @0', '55 2 answered @1']);
});

test('a preferred agent who is away is waited for, or skipped, also when he leaves meanwhile', () => {
  const centre = (skip: boolean): CentreSpec => ({
    routes: [{targets: [{profiles: [0]}], preferred: {ms: 100, skip}}],
    groups: [{}, {}],
    duty: [{spells: [{from: 0, to: 1000}]}, {spells: [{from: 0, to: 50}]}],
    sources: [
      {
        items: [
          {at: 0, handle: 200, preferred: 1},
          {at: 10, handle: 10, preferred: 1},
          {at: 60, handle: 10, preferred: 1},
        ],
      },
    ],
  });
  expect(story(simulate(centre(true)))).toEqual(['0 0 answered @1', '50 1 answered @0', '60 2 answered @0']);
  expect(story(simulate(centre(false)))).toEqual(['0 0 answered @1', '110 1 answered @0', '160 2 answered @0']);
});

test('having missed the offer, the preferred agent is one like any other, and the first target opens', () => {
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0, 1]}], preferred: {ms: 100}}],
    groups: [{}, {offers: {missed: () => true, ringMs: 10, notReadyMs: 0}}],
    sources: [{items: [{at: 0, preferred: 1}]}],
  };
  expect(story(simulate(spec))).toEqual(['0 0 offered @1', '10 0 missed @1', '10 0 answered @0']);
});

test('target times go on, or restart, when an item comes back', () => {
  const centre = (restarts: boolean): CentreSpec => ({
    routes: [{targets: [{profiles: [0]}, {profiles: [1], ms: 30}], restarts}],
    groups: [{offers: {missed: () => true, ringMs: 10, notReadyMs: 500}}, {}],
    sources: [{items: [{at: 0}]}],
  });
  expect(story(simulate(centre(false))).at(-1)).toBe('30 0 answered @1');
  expect(story(simulate(centre(true))).at(-1)).toBe('40 0 answered @1');
});

test('a credit counts as having waited: it moves the curve and breaks ties, not the targets', () => {
  const glide: Piece[] = [{fromMs: 0, value: 10, slopePerMs: 0.1, periodMs: 0}];
  const spec: CentreSpec = {
    processes: [{curve: glide}],
    routes: [{targets: [{profiles: [0]}]}, {targets: [{profiles: [0]}, {profiles: [1], ms: 300}], creditMs: 90}],
    groups: [{}, {}],
    sources: [
      busyUntil(200),
      {
        items: [
          {at: 10, handle: 100, route: 0},
          {at: 100, handle: 100, route: 1},
          {at: 101, handle: 500, route: 1},
        ],
      },
    ],
  };
  // 1.0 came at 10; 1.1 counts from 10 as well, and has the higher id; 1.2 reaches @1 at 401, its true age being 300.
  expect(itemLines(simulate(spec)).filter((line) => line.includes('answered'))).toEqual([
    '0 0 answered @0 target 0 at 10',
    '200 1.0 answered @0 target 0 at 29',
    '300 1.1 answered @0 target 0 at 39',
    '400 1.2 answered @0 target 0 at 48.9',
  ]);
});

test('a due date and an initial value of their own make curves of their own', () => {
  const spec: CentreSpec = {
    processes: [
      {
        curve: level(10),
        slaMs: 1000,
        own: ({initial, allowedMs}) => {
          const due = Number.isNaN(allowedMs) ? 1000 : allowedMs;
          return [
            {fromMs: Math.min(0, due - 1), value: Number.isNaN(initial) ? 10 : initial, slopePerMs: 0, periodMs: 0},
            {fromMs: due, value: 100, slopePerMs: 0, periodMs: 0},
          ];
        },
      },
    ],
    routes: [{targets: [{profiles: [0]}]}],
    groups: [{}],
    sources: [
      busyUntil(200),
      {
        items: [
          {at: 10, handle: 100},
          {at: 20, handle: 100, initial: 50},
          {at: 30, handle: 100, due: 310},
          {at: 40, handle: 100, due: 20, initial: 5},
          {at: 50, handle: 100, due: 600},
        ],
      },
    ],
  };
  // 1.3 was due before it arrived. At 300 only 1.1 has 50; at 310 exactly 1.2 is overdue, and is taken at 400.
  expect(itemLines(simulate(spec)).filter((line) => line.includes('answered'))).toEqual([
    '0 0 answered @0 target 0 at 10',
    '200 1.3 answered @0 target 0 at 100',
    '300 1.1 answered @0 target 0 at 50',
    '400 1.2 answered @0 target 0 at 100',
    '500 1.0 answered @0 target 0 at 10',
    '600 1.4 answered @0 target 0 at 100',
  ]);
});

test('a due date that moves nothing from the shared initial value moves what starts from another', () => {
  const spec: CentreSpec = {
    processes: [{written: {initial: 2, atSla: 2}}],
    routes: [{targets: [{profiles: [0]}]}],
    groups: [{}],
    sources: [
      busyUntil(150),
      {
        items: [
          {at: 50, handle: 100, due: 250, initial: 10},
          {at: 50, handle: 100, due: 450, initial: 10},
          {at: 50, handle: 100, initial: 10},
          {at: 50, handle: 100, due: 100},
        ],
      },
    ],
  };
  // At 150: 10 - 8 / 2 = 6; 10 - 8 / 4 = 8; never due, 10; 2. At 250: 2 overdue, 6. At 350: 2 and 2, the file's order.
  expect(itemLines(simulate(spec)).filter((line) => line.includes('answered'))).toEqual([
    '0 0 answered @0 target 0 at 2',
    '150 1.2 answered @0 target 0 at 10',
    '250 1.1 answered @0 target 0 at 6',
    '350 1.0 answered @0 target 0 at 2',
    '450 1.3 answered @0 target 0 at 2',
  ]);
});

test('a curve that dips and bumps changes who is next, without any event of its own', () => {
  const promotion: Piece[] = [
    {fromMs: 0, value: 900, slopePerMs: 0, periodMs: 0},
    {fromMs: 200, value: 500, slopePerMs: 0, periodMs: 0},
    {fromMs: 600, value: 1100, slopePerMs: 0, periodMs: 0},
    {fromMs: 800, value: 300, slopePerMs: 0, periodMs: 0},
  ];
  const spec: CentreSpec = {
    processes: [{curve: promotion}, {curve: level(700)}],
    routes: [0, 1].map((process) => ({process, targets: [{profiles: [0]}]})),
    groups: [{}],
    sources: [
      {items: [{at: 0, handle: 100, route: 1}, ...[1, 1, 1, 1, 1].map(() => ({at: 1, handle: 100, route: 1}))]},
      {items: [10, 10, 10, 10].map((at) => ({at, handle: 100, route: 0}))},
    ],
  };
  // At 100 a lead is worth 900, at 210 500, at 610 1100, at 810 300.
  expect(story(simulate(spec)).map((line) => line.replace(' answered @0', ''))).toEqual([
    '0 0',
    '100 1.0',
    '200 1.1',
    '300 1',
    '400 2',
    '500 3',
    '600 4',
    '700 1.2',
    '800 1.3',
    '900 5',
  ]);
});

test('a tick on the instant of choice counts', () => {
  const ticks: Piece[] = [{fromMs: 0, value: 0, slopePerMs: 0.1, periodMs: 100}];
  const centre = (freeAt: number): CentreSpec => ({
    processes: [{curve: ticks}, {curve: level(20)}],
    routes: [0, 1].map((process) => ({process, targets: [{profiles: [0]}]})),
    groups: [{}],
    sources: [
      {items: [{at: 0, handle: freeAt, route: 1}]},
      {items: [{at: 10, route: 0}]},
      {items: [{at: 20, route: 1}]},
    ],
  });
  // Age 200 at 210: 20, a tie the older one wins. At 209 it has only 10.
  expect(story(simulate(centre(210)))[1]).toBe('210 1.0 answered @0');
  expect(story(simulate(centre(209)))[1]).toBe('209 2.0 answered @0');
});

test('simultaneous events: services end before a customer hangs up, offers come last', () => {
  const spec: CentreSpec = {
    processes: [{curve: level(1)}, {curve: level(2)}],
    routes: [0, 1].map((process) => ({process, targets: [{profiles: [0]}]})),
    groups: [{}],
    sources: [
      {
        items: [
          {at: 0, handle: 100, route: 0},
          {at: 10, handle: 10, patience: 90, route: 0},
          {at: 20, handle: 10, route: 0},
        ],
      },
      {items: [{at: 100, handle: 10, route: 1}]},
    ],
  };
  // At 100 the agent is free, 1 hangs up, and the more urgent item that arrives in that very millisecond goes first.
  expect(story(simulate(spec))).toEqual([
    '0 0 answered @0',
    '100 1 abandoned',
    '100 1.0 answered @0',
    '110 2 answered @0',
  ]);
});

test('without patience nobody waits, and nobody is lost whom somebody can take', () => {
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0]}]}],
    groups: [{}],
    sources: [
      {
        items: [
          {at: 0, patience: 0},
          {at: 50, patience: 0},
          {at: 100, patience: 0},
        ],
      },
    ],
  };
  expect(story(simulate(spec))).toEqual(['0 0 answered @0', '50 1 abandoned', '100 2 answered @0']);
});
