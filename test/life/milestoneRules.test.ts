/** Milestones on the engine, by hand: recurrence, what ends an occurrence, closed clocks, what actions do wherever the item is. */
import {describe, expect, test} from 'vitest';
import type {Piece} from '../../src/model/curves.ts';
import type {OutcomeRow} from '../../src/model/life.ts';
import {STATUS} from '../../src/model/life.ts';
import {ENTERING, type MilestoneAction, type MilestoneRow} from '../../src/model/milestones.ts';
import type {CentreSpec} from '../engine/centre.ts';
import {type LifeSpec, lived} from './centre.ts';

const MILESTONE: MilestoneRow = {
  process: 0,
  reached: STATUS.assigned,
  starts: ENTERING,
  withinMs: 1000,
  warnAfterMs: Number.NaN,
  clock: 0,
  recurrence: 'none',
  onWarning: null,
  onViolation: null,
  onSuccess: null,
};
const action = (what: Partial<MilestoneAction>): MilestoneAction => ({
  raiseBy: 0,
  openTargets: 'none',
  reassignTo: -1,
  ...what,
});
const ONE: CentreSpec = {
  routes: [{targets: [{profiles: [0]}]}],
  groups: [{count: 1}],
  sources: [{items: [{at: 0, handle: 100}]}],
};
const BACK: OutcomeRow = {kind: 'markDone'};
const DONE: OutcomeRow = {kind: 'complete', confirmedSpan: -1};
/** Item 0 comes back 200 ms after its first so many visits; all else is complete. */
const back = (times: number): LifeSpec => ({
  outcomes: [BACK, DONE],
  outcome: (number, visit) => (number === 0 && visit < times ? 0 : 1),
  confirm: [200, 200],
});
const story = (spec: CentreSpec, life: LifeSpec = back(0)) => lived(spec, life);
/** What is told of the milestones of item 0. */
const told = (spec: CentreSpec, life: LifeSpec = back(0)) =>
  story(spec, life).filter((line) => /^\d+ 0 m\d/.test(line));
/** The agent is busy with item 1 from 250 to 1750. */
const BUSY: CentreSpec = {
  ...ONE,
  sources: [
    {
      items: [
        {at: 0, handle: 100},
        {at: 250, handle: 1500},
      ],
    },
  ],
};

describe('recurrence', () => {
  // in distribution at 0, at 300 and at 2050; taken at 0, at 1750 and at 2050
  const whenQueued = (recurrence: MilestoneRow['recurrence']) =>
    told({...BUSY, milestones: [{...MILESTONE, starts: STATUS.queued, recurrence}]}, back(2));

  test('none: once for each item', () => {
    expect(whenQueued('none')).toEqual(['0 0 m0 starts 0 until 1000', '0 0 m0 met']);
  });
  test('independent: from whenever the criteria are met', () => {
    expect(whenQueued('independent')).toEqual([
      '0 0 m0 starts 0 until 1000',
      '0 0 m0 met',
      '300 0 m0 starts 300 until 1300',
      '1300 0 m0 violated',
      '1750 0 m0 late',
      '2050 0 m0 starts 2050 until 3050',
      '2050 0 m0 met',
    ]);
  });
  test('sequential: no earlier than the previous target, which was met early; then from when the criteria are met', () => {
    expect(whenQueued('sequential')).toEqual([
      '0 0 m0 starts 0 until 1000',
      '0 0 m0 met',
      '300 0 m0 starts 1000 until 2000',
      '1750 0 m0 met',
      '2050 0 m0 starts 2050 until 3050',
      '2050 0 m0 met',
    ]);
  });
  test('sequential, met late: the criteria are met after the previous target', () => {
    const milestones = [{...MILESTONE, starts: STATUS.queued, withinMs: 250, recurrence: 'sequential' as const}];
    expect(told({...BUSY, milestones}, back(2))).toEqual([
      '0 0 m0 starts 0 until 250',
      '0 0 m0 met',
      '300 0 m0 starts 300 until 550',
      '550 0 m0 violated',
      '1750 0 m0 late',
      '2050 0 m0 starts 2050 until 2300',
      '2050 0 m0 met',
    ]);
  });
  test('one at a time: criteria met again while it is open start nothing', () => {
    const milestones = [
      {...MILESTONE, starts: STATUS.queued, reached: STATUS.completed, recurrence: 'independent' as const},
    ];
    expect(told({...ONE, milestones}, back(2))).toEqual(['0 0 m0 starts 0 until 1000', '700 0 m0 met']);
  });
});

describe('a stage that is never reached', () => {
  test('counts as violated when the item is done, and before its target', () => {
    const milestones = [{...MILESTONE, reached: STATUS.held}];
    expect(told({...ONE, milestones})).toEqual(['0 0 m0 starts 0 until 1000', '100 0 m0 violated', '100 0 m0 dropped']);
  });
  test('likewise when the customer hangs up', () => {
    const items = [
      {at: 0, handle: 5000},
      {at: 10, handle: 100, patience: 300},
    ];
    const lines = story({...ONE, sources: [{items}], milestones: [MILESTONE]}).filter((line) => / 1 /.test(line));
    expect(lines).toEqual([
      '10 1 queued',
      '10 1 m0 starts 10 until 1010',
      '310 1 abandoned',
      '310 1 m0 violated',
      '310 1 m0 dropped',
    ]);
  });
});

describe('clocks', () => {
  const open = [
    [0, 400],
    [2000, 9000],
  ] as const;
  test('its own clock wins over the one of the process', () => {
    const busy = {...BUSY, clocks: [open], processes: [{clock: 1}]};
    const resolved = {...MILESTONE, reached: STATUS.completed};
    // created at 0: 400 of 1000 before the clock stops, 600 after it goes on at 2000
    expect(told({...busy, milestones: [{...resolved, clock: 1}]}, back(1))).toEqual([
      '0 0 m0 starts 0 until 2600',
      '1850 0 m0 met',
    ]);
    expect(told({...busy, milestones: [{...resolved, clock: 0}]}, back(1))).toEqual([
      '0 0 m0 starts 0 until 1000',
      '1000 0 m0 violated',
      '1850 0 m0 late',
    ]);
  });
  test('a target at closing time is violated then, though the clock shows no later instant until it opens', () => {
    const busy = {...BUSY, clocks: [open], processes: [{clock: 1}]};
    expect(
      told({...busy, milestones: [{...MILESTONE, reached: STATUS.completed, withinMs: 400, clock: 1}]}, back(1)),
    ).toEqual(['0 0 m0 starts 0 until 400', '400 0 m0 violated', '1850 0 m0 late']);
  });
  test('a clock that stops for ever never gets there', () => {
    const milestones = [{...MILESTONE, reached: STATUS.completed, clock: 1}];
    expect(told({...ONE, clocks: [[[0, 90]]], milestones})).toEqual(['0 0 m0 starts 0 until Infinity', '100 0 m0 met']);
  });
});

describe('raised', () => {
  const LEVEL: readonly Piece[] = [{fromMs: 0, value: 5, slopePerMs: 0, periodMs: 0}];
  const RISING: readonly Piece[] = [{fromMs: 0, value: 0, slopePerMs: 0.01, periodMs: 0}];
  const TICKS: readonly Piece[] = [{fromMs: 0, value: 0, slopePerMs: 0.01, periodMs: 100}];
  const CUT: readonly Piece[] = [
    {fromMs: 0, value: 0, slopePerMs: 0.01, periodMs: 0},
    {fromMs: 500, value: 2, slopePerMs: 0, periodMs: 0},
  ];
  // 0 is in hand until 1000; 1 and 2 wait from 100 and 200; the milestone of 2 alone (process 1) is violated at 700
  const three = (curve: readonly Piece[], initial?: number): CentreSpec => ({
    ...ONE,
    processes: [{curve}, {curve}],
    routes: [{targets: [{profiles: [0]}]}, {process: 1, targets: [{profiles: [0]}]}],
    sources: [
      {
        items: [
          {at: 0, handle: 1000},
          {at: 100, handle: 100},
          {at: 200, handle: 100, route: 1, ...(initial === undefined ? {} : {initial})},
        ],
      },
    ],
    milestones: [{...MILESTONE, process: 1, withinMs: 500, onViolation: action({raiseBy: 10})}],
  });
  const taken = (spec: CentreSpec) => story(spec).filter((line) => line.includes('answered'));

  test.each<[string, readonly Piece[], string, string]>([
    ['a level', LEVEL, '15', '5'],
    ['what glides', RISING, '18', '10'],
    ['what ticks', TICKS, '18', '10'],
    ['what is in a later piece by then', CUT, '12', '2'],
  ])('%s overtakes what is older', (_, curve, raised, other) => {
    expect(taken(three(curve))).toEqual([
      `0 0 answered @0 target 0 at ${curve[0]?.value}`,
      `1000 2 answered @0 target 0 at ${raised}`,
      `1100 1 answered @0 target 0 at ${other}`,
    ]);
  });
  test('an item with an initial priority of its own keeps it', () => {
    expect(taken(three(LEVEL, 7))[1]).toBe('1000 2 answered @0 target 0 at 17');
  });
});

describe('raised wherever it is', () => {
  const LEVEL: readonly Piece[] = [{fromMs: 0, value: 5, slopePerMs: 0, periodMs: 0}];
  const violatedAt = (withinMs: number, spec: Partial<CentreSpec> = {}): CentreSpec => ({
    ...ONE,
    processes: [{curve: LEVEL}],
    milestones: [{...MILESTONE, reached: STATUS.completed, withinMs, onViolation: action({raiseBy: 10})}],
    ...spec,
  });
  test('in hand: when it is back', () => {
    expect(story(violatedAt(50), back(1))).toContain('300 0 again @0 target 0 at 15');
  });
  test('put aside: when it is back', () => {
    expect(story(violatedAt(150), back(1))).toContain('300 0 again @0 target 0 at 15');
  });
  test('ringing: told at once, and when it waits again', () => {
    const rings = violatedAt(50, {
      groups: [{count: 1, offers: {ringMs: 100, missed: (_, __, offer) => offer === 0, notReadyMs: 20}}],
    });
    expect(story(rings)).toEqual(expect.arrayContaining(['100 0 missed @0', '220 0 answered @0 target 0 at 15']));
  });
  test('twice, and by less than nothing', () => {
    const milestones = [
      {...MILESTONE, reached: STATUS.completed, withinMs: 50, onViolation: action({raiseBy: 10})},
      {...MILESTONE, reached: STATUS.completed, withinMs: 50, onViolation: action({raiseBy: -12})},
    ];
    expect(story(violatedAt(0, {milestones}), back(1))).toContain('300 0 again @0 target 0 at 3');
  });
});

describe('widened', () => {
  const targets = [{profiles: [0]}, {profiles: [1], ms: 3000}, {profiles: [2], ms: 6000}];
  const waiting = (openTargets: 'next' | 'all'): CentreSpec => ({
    ...ONE,
    routes: [{targets}, {targets: [{profiles: [0]}]}, {targets: [{profiles: [1]}]}],
    groups: [{count: 1}, {count: 1}, {count: 1}],
    sources: [
      {
        items: [
          {at: 0, handle: 9000, route: 1},
          {at: 0, handle: 1500, route: 2},
          {at: 10, handle: 100},
        ],
      },
    ],
    milestones: [{...MILESTONE, withinMs: 990, warnAfterMs: 490, onWarning: action({openTargets})}],
  });
  const answered = (spec: CentreSpec) => story(spec).filter((line) => / 2 answered/.test(line));

  test('the next target opens at once; the one after it when it would have', () => {
    expect(answered(waiting('next'))).toEqual(['1500 2 answered @1 target 1 at 0']);
    const spec = waiting('next');
    const busy = spec.sources[0].items.map((item) => (item.route === 2 ? {...item, handle: 9000} : item));
    expect(answered({...spec, sources: [{items: busy}]})).toEqual(['6010 2 answered @2 target 2 at 0']);
  });
  test('all of them open at once', () => {
    expect(answered(waiting('all'))).toEqual(['500 2 answered @2 target 2 at 0']);
  });
});

describe('reassigned', () => {
  // two routes, each a process with an agent of its own
  const TWO: CentreSpec = {
    ...ONE,
    processes: [{}, {}],
    routes: [{targets: [{profiles: [0]}]}, {process: 1, targets: [{profiles: [1]}]}],
    groups: [{count: 1}, {count: 1}],
  };
  const violation = (withinMs: number, more: Partial<MilestoneRow> = {}): MilestoneRow => ({
    ...MILESTONE,
    reached: STATUS.completed,
    withinMs,
    onViolation: action({reassignTo: 1}),
    ...more,
  });

  test('waiting: to the other process, at once and with its age; its milestone is over, those of the other start', () => {
    const items = [
      {at: 0, handle: 1000},
      {at: 10, handle: 100},
    ];
    const spec = {...TWO, sources: [{items}], milestones: [violation(490), {...MILESTONE, process: 1, withinMs: 50}]};
    expect(story(spec).filter((line) => / 1 /.test(line))).toEqual([
      '10 1 queued',
      '10 1 m0 starts 10 until 500',
      '500 1 m0 violated',
      '500 1 m0 dropped',
      '500 1 m1 starts 500 until 550',
      '500 1 queued',
      '500 1 answered @1 target 0 at 0',
      '500 1 m1 met',
      '600 1 completed @1',
    ]);
  });
  test('in hand: finished there, or when it comes back', () => {
    expect(told({...TWO, milestones: [violation(50)]})).toContain('100 0 m0 late');
    const lines = story({...TWO, milestones: [violation(50)]}, back(1));
    expect(lines).toEqual(
      expect.arrayContaining(['50 0 m0 violated', '300 0 m0 dropped', '300 0 again @1 target 0 at 0']),
    );
  });
  test('put aside: when it comes back', () => {
    const lines = story({...TWO, milestones: [violation(150)]}, back(1));
    expect(lines).toEqual(expect.arrayContaining(['150 0 m0 violated', '300 0 again @1 target 0 at 0']));
  });
  test('ringing: the offer is withdrawn', () => {
    const groups = [{count: 1, offers: {ringMs: 200}}, {count: 1}];
    const lines = story({...TWO, groups, milestones: [violation(50)]});
    expect(lines).toEqual(expect.arrayContaining(['50 0 m0 violated', '50 0 answered @1 target 0 at 0']));
  });
  test('what is open and not violated is taken back, and starts anew when the item is back', () => {
    const resolution = {...MILESTONE, reached: STATUS.completed, withinMs: 5000};
    const milestones = [
      violation(50),
      resolution,
      {...MILESTONE, process: 1, reached: STATUS.completed, withinMs: 20, onViolation: action({reassignTo: 0})},
    ];
    const lines = told({...TWO, milestones}, back(2));
    expect(lines).toEqual([
      '0 0 m0 starts 0 until 50',
      '0 0 m1 starts 0 until 5000',
      '50 0 m0 violated',
      '300 0 m0 dropped',
      '300 0 m1 dropped',
      '300 0 m2 starts 300 until 320',
      '320 0 m2 violated',
      '600 0 m2 dropped',
      '600 0 m1 starts 600 until 5600',
      '700 0 m1 met',
    ]);
  });
  test('on success, once all of its millisecond has happened', () => {
    const milestones = [{...MILESTONE, onSuccess: action({reassignTo: 1})}];
    const lines = story({...TWO, milestones}, back(1));
    expect(lines).toEqual(expect.arrayContaining(['0 0 m0 met', '300 0 again @1 target 0 at 0']));
  });
});

test('the clock of an item that waits for its customer stops, and with it those of its milestones', () => {
  const replied: LifeSpec = {
    outcomes: [
      {
        kind: 'pending',
        replySpan: 0,
        closeAfterMs: Infinity,
        stops: true,
        opens: [],
        sameAgent: false,
        waitForAgentMs: Infinity,
      },
      DONE,
    ],
    outcome: (_, visit) => visit,
    span: () => 1500,
  };
  // pending from 100 to 1600
  const resolution = {...MILESTONE, reached: STATUS.completed};
  expect(told({...ONE, milestones: [{...resolution, withinMs: 150, warnAfterMs: 120}]}, replied)).toEqual([
    '0 0 m0 starts 0 until 150',
    '100 0 m0 until Infinity',
    '1600 0 m0 until 1650',
    '1620 0 m0 warns',
    '1650 0 m0 violated',
    '1700 0 m0 late',
  ]);
  // what is violated stays so; a clock of its own stands still by as much as it would have shown
  const open = [
    [0, 300],
    [1000, 9000],
  ] as const;
  const milestones = [
    {...resolution, withinMs: 50},
    {...resolution, withinMs: 500, clock: 1},
  ];
  expect(told({...ONE, clocks: [open], milestones}, replied)).toEqual([
    '0 0 m0 starts 0 until 50',
    '0 0 m1 starts 0 until 1200',
    '50 0 m0 violated',
    '100 0 m1 until Infinity',
    '1600 0 m1 until 2000',
    '1700 0 m0 late',
    '1700 0 m1 met',
  ]);
});

test('fixture MS-6: resolution 4 h, created at 10:00, target 14:00; closed at 13:00: met', () => {
  const HOUR = 3_600_000;
  const milestones = [{...MILESTONE, reached: STATUS.completed, withinMs: 4 * HOUR}];
  const closedAt = (hour: number) =>
    told({...ONE, sources: [{items: [{at: 10 * HOUR, handle: (hour - 10) * HOUR}]}], milestones});
  expect(closedAt(13)).toEqual([`${10 * HOUR} 0 m0 starts ${10 * HOUR} until ${14 * HOUR}`, `${13 * HOUR} 0 m0 met`]);
  expect(closedAt(14).at(-1)).toBe(`${14 * HOUR} 0 m0 met`);
  expect(closedAt(15).slice(-2)).toEqual([`${14 * HOUR} 0 m0 violated`, `${15 * HOUR} 0 m0 late`]);
});
