/** What the slow engine found out about milestones, worked by hand. */
import {expect, test} from 'vitest';
import {type OutcomeRow, STATUS} from '../../src/model/life.ts';
import {ENTERING, type MilestoneAction, type MilestoneRow} from '../../src/model/milestones.ts';
import type {Brought} from '../../src/model/moves.ts';
import type {CentreSpec, LifeSpec} from './centre.ts';
import {itemLines, simulate} from './journal.ts';

const DONE = {kind: 'complete', confirmedSpan: -1} as const;
const NOTHING: MilestoneAction = {raiseBy: 0, openTargets: 'none', reassignTo: -1};
const draws: LifeSpec['draws'] = {
  outcome: (_number, _redial, visit) => visit,
  handleMs: () => 100,
  wrapUpMs: () => 0,
  spanMs: () => 50,
};
/** Of a process, from arrival until completion. */
const milestone = (process: number, more: Partial<MilestoneRow>): MilestoneRow => ({
  process,
  reached: STATUS.completed,
  starts: ENTERING,
  withinMs: 100,
  warnAfterMs: Number.NaN,
  clock: 0,
  recurrence: 'none',
  onWarning: null,
  onViolation: null,
  onSuccess: null,
  ...more,
});
/** Route r is of process r. */
const moves: LifeSpec['moves'] = {
  reclassified: (brought: Brought) => ({route: 1, initial: Number.NaN, brought}),
  reassigned: (brought: Brought, process: number) => ({route: process, initial: Number.NaN, brought}),
  transferred: (brought: Brought) => ({route: 0, initial: Number.NaN, brought}),
};
const spec = (life: LifeSpec, more: Partial<CentreSpec>): CentreSpec => ({
  processes: [{}, {}],
  routes: [
    {process: 0, targets: [{profiles: [0]}]},
    {process: 1, targets: [{profiles: [1]}]},
  ],
  groups: [{}, {}],
  sources: [{items: [{at: 0}], life}],
  ...more,
});
const told = (centre: CentreSpec, of: RegExp) => itemLines(simulate(centre)).filter((line) => of.test(line));

test('reclassified, its age anew: milestones of the old process are left behind as ever', () => {
  const reclassify = {kind: 'reclassify', outcome: 0, restarts: true} as const;
  const milestones = [milestone(0, {withinMs: 400}), milestone(1, {withinMs: 300})];
  const centre = spec({outcomes: [reclassify, DONE], draws, moves}, {milestones});
  expect(told(centre, /m\d/)).toEqual([
    '0 0 m0 starts 0 until 400',
    '100 0 m0 dropped',
    '100 0 m1 starts 100 until 400',
    '200 0 m1 met',
  ]);
});

test('sent to another process while it waits for its customer: not for the agent who had it', () => {
  const pending = {
    kind: 'pending',
    replySpan: 0,
    closeAfterMs: Infinity,
    stops: false,
    opens: [],
    sameAgent: true,
    waitForAgentMs: Infinity,
  } satisfies OutcomeRow;
  const milestones = [milestone(0, {withinMs: 120, onViolation: {...NOTHING, reassignTo: 1}})];
  const centre = spec({outcomes: [pending, DONE], draws, moves}, {milestones});
  expect(told(centre, /again/)).toEqual(['150 0 again @1 target 0 at 0']);
});

test('a target opened while the preferred agent stands alone: the others count from then', () => {
  const milestones = [milestone(0, {withinMs: 50, onViolation: {...NOTHING, openTargets: 'next'}})];
  const centre = spec(
    {outcomes: [DONE], draws},
    {
      milestones,
      routes: [{targets: [{profiles: [2]}, {profiles: [1], ms: 30}], preferred: {ms: 1000}}],
      groups: [{}, {}, {}],
      duty: [{spells: [{from: 5000, to: 6000}]}, {spells: [{from: 0, to: 6000}]}, {spells: []}],
      sources: [{items: [{at: 0, preferred: 0}], life: {outcomes: [DONE], draws}}],
    },
  );
  expect(told(centre, /answered/)).toEqual(['80 0 answered @1 target 1 at 0']);
});

test('processes that send it to each other do so once a millisecond', () => {
  const sends = (process: number) =>
    milestone(process, {warnAfterMs: 0, onWarning: {...NOTHING, reassignTo: 1 - process}});
  const centre = spec(
    {outcomes: [DONE], draws, moves},
    {milestones: [sends(0), sends(1)], duty: [{spells: []}, {spells: [{from: 10, to: 1000}]}]},
  );
  expect(told(centre, /(m\d|answered)/)).toEqual([
    '0 0 m0 starts 0 until 100',
    '0 0 m0 warns',
    '0 0 m0 dropped',
    '0 0 m1 starts 0 until 100',
    '0 0 m1 warns',
    '10 0 answered @1 target 0 at 0',
    '100 0 m1 violated',
    '110 0 m1 late',
  ]);
});

test('a success is nobody’s any more when its item hangs up in the same millisecond: not of the next item either', () => {
  const raises = milestone(0, {reached: STATUS.queued, onSuccess: {...NOTHING, raiseBy: 15}});
  const centre = spec(
    {outcomes: [DONE], draws},
    {
      milestones: [raises],
      duty: [{spells: [{from: 10, to: 1000}]}, {spells: []}],
      sources: [
        {
          items: [
            {at: 5, patience: 0},
            {at: 10, handle: 50},
          ],
          life: {outcomes: [DONE], draws},
        },
      ],
    },
  );
  expect(told(centre, /answered/)).toEqual(['10 1 answered @0 target 0 at 0']);
});

test('who calls again comes to where his item was sent', () => {
  const centre = spec(
    {outcomes: [DONE], draws, moves},
    {
      milestones: [milestone(0, {withinMs: 50, onViolation: {...NOTHING, reassignTo: 1}})],
      duty: [{spells: []}, {spells: [{from: 70, to: 1000}]}],
      sources: [
        {
          items: [{at: 0, patience: 60}],
          life: {outcomes: [DONE], draws, moves},
          redial: {atMost: 1, draw: () => ({afterMs: 20, handleMs: 10, wrapUpMs: 0, patienceMs: 10})},
        },
      ],
    },
  );
  expect(told(centre, /(abandoned|answered)/)).toEqual(['60 0 abandoned', '80 0- answered @1 target 0 at 0']);
});

test('restarted while its process is closed, and again: each life is offered with luck of its own', () => {
  const centre: CentreSpec = {
    clocks: [
      [
        [0, 200],
        [300, 900],
      ],
    ],
    processes: [{openClock: 1, rejects: true}],
    routes: [{targets: [{profiles: [0]}]}],
    groups: [{offers: {ringMs: 10, missed: (_source, _number, offer) => offer === 0}}],
    untilMs: 800,
    sources: [
      {
        items: [{at: 0}],
        life: {outcomes: [DONE], draws: {...draws, outcome: () => 0}},
        commands: [250, 400].map((at) => ({at, number: 0, what: 'restart'})),
      },
    ],
  };
  expect(told(centre, /(missed|rejected|answered)/)).toEqual([
    '10 0 missed @0',
    '20 0 answered @0 target 0 at 0',
    '250 0 rejected',
    '410 0 answered @0 target 0 at 0',
  ]);
});

test('two targets in one millisecond pass in the order they were set, whatever is offered in between', () => {
  const sends = {...NOTHING, reassignTo: 1};
  const centre = spec(
    {outcomes: [DONE], draws, moves},
    {
      milestones: [milestone(0, {withinMs: 10}), milestone(0, {withinMs: 10, onViolation: sends})],
      groups: [{offers: {ringMs: 10, missed: () => true}}, {}],
    },
  );
  expect(told(centre, /(missed|violated|answered)/)).toEqual([
    '10 0 missed @0',
    '10 0 m0 violated',
    '10 0 m1 violated',
    '10 0 answered @1 target 0 at 0',
  ]);
});

test('a warning comes before a success of its millisecond that was set after it', () => {
  const milestones = [
    milestone(0, {reached: STATUS.queued, starts: STATUS.assigned, onSuccess: {...NOTHING, reassignTo: 1}}),
    milestone(0, {reached: STATUS.held, starts: STATUS.awaiting, warnAfterMs: 0}),
  ];
  const centre = spec(
    {outcomes: [{kind: 'markDone'}, DONE], draws, moves},
    {
      processes: [{confirmMs: 0}, {}],
      milestones,
      duty: [{spells: [{from: 0, to: 100}]}, {spells: [{from: 150, to: 1000}]}],
    },
  );
  expect(told(centre, /(m\d|again)/)).toEqual([
    '0 0 m0 starts 0 until 100',
    '100 0 m1 starts 100 until 200',
    '100 0 m0 met',
    '100 0 m1 warns',
    '100 0 m1 dropped',
    '150 0 again @1 target 0 at 0',
  ]);
});

test('sequential: one that was taken back is not the previous one', () => {
  const to = (outcome: number): OutcomeRow => ({kind: 'reclassify', outcome, restarts: false});
  const milestones = [
    milestone(0, {reached: STATUS.queued, starts: STATUS.assigned, withinMs: 400, recurrence: 'sequential'}),
  ];
  const byOutcome: LifeSpec['moves'] = {
    ...moves,
    reclassified: (brought: Brought, route: number) => ({route, initial: Number.NaN, brought}),
  };
  const centre = spec({outcomes: [to(0), to(1), to(0), DONE], draws, moves: byOutcome}, {milestones});
  expect(told(centre, /m0/)).toEqual([
    '0 0 m0 starts 0 until 400',
    '100 0 m0 met',
    '100 0 m0 starts 400 until 800',
    '200 0 m0 dropped',
    '300 0 m0 starts 400 until 800',
    '400 0 m0 violated',
    '400 0 m0 dropped',
  ]);
});

test('what has stood still goes on in the order in which it started', () => {
  const pending = {
    kind: 'pending',
    replySpan: 0,
    closeAfterMs: Infinity,
    stops: true,
    opens: [],
    sameAgent: false,
    waitForAgentMs: Infinity,
  } satisfies OutcomeRow;
  const sends = {...NOTHING, reassignTo: 1};
  const centre = spec(
    {outcomes: [pending, DONE], draws, moves},
    {
      milestones: [milestone(0, {withinMs: 120}), milestone(0, {withinMs: 120, onViolation: sends})],
      duty: [{spells: [{from: 0, to: 100}]}, {spells: [{from: 0, to: 1000}]}],
    },
  );
  expect(told(centre, /(violated|again)/)).toEqual([
    '170 0 m0 violated',
    '170 0 m1 violated',
    '170 0 again @1 target 0 at 0',
  ]);
});
