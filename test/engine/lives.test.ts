/** What the slow engine found out about the lives of items, worked by hand. */
import {describe, expect, test} from 'vitest';
import type {CentreSpec, LifeSpec} from './centre.ts';
import {itemLines, simulate} from './journal.ts';

const DONE = {kind: 'complete', confirmedSpan: -1} as const;
const draws: LifeSpec['draws'] = {
  outcome: (_number, _redial, visit) => visit,
  handleMs: () => 100,
  wrapUpMs: () => 0,
  spanMs: () => 50,
};

test('an update while an agent has it in hand: what the visit was to open is not opened, though it was foreseen', () => {
  const later = {kind: 'complete', confirmedSpan: 0} as const;
  const order = {
    kind: 'workOrder',
    opens: [1],
    waits: false,
    sameAgent: false,
    waitForAgentMs: 0,
    finish: 'none',
    finishSpan: 0,
    completeAt: 2,
    confirmedSpan: -1,
  } as const;
  /** Where anything is parked, what becomes of a visit is drawn when it begins. */
  const park = {kind: 'park', forSpan: 0, left: 0.5, first: false, returnAfterMs: 0, toColleague: false} as const;
  const spec = (handle: number): CentreSpec => ({
    processes: [{confirmMs: 20}],
    routes: [{targets: [{profiles: [0]}]}],
    groups: [{}],
    sources: [
      {items: [{at: 0}], life: {outcomes: [later, order, DONE, park], draws: {...draws, handleMs: () => handle}}},
      {
        items: [],
        opened: {route: 0, handleMs: () => 10, wrapUpMs: () => 0},
        life: {outcomes: [DONE], draws: {...draws, outcome: () => 0}},
      },
    ],
  });
  const told = (handle: number) =>
    itemLines(simulate(spec(handle))).filter((line) => /(awaiting|again|created|completed)/.test(line));
  // Marked done at 100, back at 120; its update comes at 150.
  expect(told(40)).toEqual(['0 0 created', '100 0 awaiting', '120 0 again @0 target 0 at 0', '160 0 completed @0']);
  expect(told(20)).toEqual([
    '0 0 created',
    '100 0 awaiting',
    '120 0 again @0 target 0 at 0',
    '140 0 completed @0',
    '140 1.1000000000000 created',
    '150 1.1000000000000 completed @0',
  ]);
});

const ORDER = {
  kind: 'workOrder',
  opens: [1],
  waits: true,
  sameAgent: true,
  waitForAgentMs: Infinity,
  finish: 'none',
  finishSpan: 0,
  completeAt: 1,
  confirmedSpan: -1,
} as const;

test('who opened what nobody has to finish is not preferred when it comes back unconfirmed', () => {
  const spec: CentreSpec = {
    processes: [{confirmMs: 20}],
    routes: [{targets: [{profiles: [0]}]}, {targets: [{profiles: [1]}]}],
    groups: [{count: 2}, {}],
    sources: [
      {
        items: [{at: 0}],
        life: {
          outcomes: [ORDER, {kind: 'complete', confirmedSpan: 0}, DONE],
          draws: {...draws, outcome: (_number, _redial, visit) => 2 * visit},
        },
      },
      {
        items: [],
        opened: {route: 1, handleMs: () => 10, wrapUpMs: () => 0},
        life: {outcomes: [DONE], draws: {...draws, outcome: () => 0}},
      },
    ],
  };
  // Closed at 110, not confirmed by 130: agent 1 has been free since 0, agent 0, who had it, since 100.
  expect(itemLines(simulate(spec)).filter((line) => /(awaiting|again)/.test(line))).toEqual([
    '110 0 awaiting',
    '130 0 again @1 target 0 at 0',
  ]);
});

test('held by its source while it is in hand, and then parked: nobody goes on with it before the resume', () => {
  const park = {kind: 'park', forSpan: 0, left: 0.5, first: false, returnAfterMs: 0, toColleague: false} as const;
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0]}]}],
    groups: [{}],
    sources: [
      {
        items: [{at: 0}],
        life: {outcomes: [park, DONE], draws},
        commands: [
          {at: 10, number: 0, what: 'hold'},
          {at: 300, number: 0, what: 'resume'},
        ],
      },
    ],
  };
  // Wanted at 100.
  expect(itemLines(simulate(spec)).slice(4)).toEqual([
    '50 0 handled @0',
    '50 0 held',
    '300 0 queued',
    '300 0 again @0 target 0 at 0',
    '300 0 assigned',
    '350 0 completed @0',
    '350 closed',
  ]);
});

describe('who is waited for and leaves', () => {
  const always = {spells: [{from: 0, to: Infinity}]};
  const until = (to: number) => ({spells: [{from: 0, to}]});
  const wait = {sameAgent: true, waitForAgentMs: Infinity} as const;
  const pending = {kind: 'pending', replySpan: 0, closeAfterMs: Infinity, stops: false, opens: [], ...wait} as const;

  test('for good: a preferred agent’s time goes on, whatever else is opened here', () => {
    const done: LifeSpec = {outcomes: [DONE], draws: {...draws, outcome: () => 0}};
    const spec: CentreSpec = {
      routes: [{targets: [{profiles: [0, 1]}], preferred: {ms: 200}}],
      groups: [{}, {}],
      duty: [until(50), always],
      sources: [
        {
          items: [
            {at: 0, preferred: 0},
            {at: 40, preferred: 0},
          ],
          life: done,
        },
        {items: [], opened: {route: 0, handleMs: () => 10, wrapUpMs: () => 0}, life: done},
      ],
    };
    expect(itemLines(simulate(spec))).toContain('240 1 answered @1 target 0 at 0');
  });

  test('for good: nobody waits for the agent who had it, though nothing is opened here', () => {
    const spec: CentreSpec = {
      routes: [{targets: [{profiles: [0, 1]}]}, {targets: [{profiles: [0]}]}],
      groups: [{}, {}],
      duty: [until(200), always],
      sources: [
        {
          items: [{at: 0}, {at: 10, route: 1, handle: 500}],
          life: {outcomes: [pending, DONE], draws: {...draws, outcome: (number, _, visit) => number + visit}},
        },
      ],
    };
    // The reply comes at 150; agent 0 has the other item from 100, and leaves at 200.
    expect(itemLines(simulate(spec))).toContain('200 0 again @1 target 0 at 0');
  });

  test('in the very millisecond in which it comes to wait for him', () => {
    const park = {kind: 'park', forSpan: 0, left: 0.5, first: false, returnAfterMs: 0, toColleague: false} as const;
    const spec: CentreSpec = {
      routes: [{targets: [{profiles: [0, 2]}], preferred: {ms: 300, skip: true}, restartsAfter: true}],
      groups: [{}, {}, {}],
      duty: [until(90), until(90), always],
      sources: [{items: [{at: 0, preferred: 1}], life: {outcomes: [park, DONE], draws}}],
    };
    const away: CentreSpec = {...spec, duty: [until(90), {spells: [{from: 10, to: 90}]}, always]};
    // Parked at 50 until 100; agent 0 leaves at 90, and then agent 1, whom it prefers.
    expect(itemLines(simulate(away))).toContain('90 0 again @2 target 0 at 0');
  });
});

test('restarted while its process is closed, and again: each life has draws of its own', () => {
  const handled: LifeSpec['draws'] = {...draws, outcome: () => 0, handleMs: (_number, _redial, visit) => 10 * visit};
  const spec: CentreSpec = {
    clocks: [
      [
        [0, 200],
        [300, 900],
      ],
    ],
    processes: [{openClock: 1, rejects: true}],
    routes: [{targets: [{profiles: [0]}]}],
    groups: [{}],
    untilMs: 800,
    sources: [
      {
        items: [{at: 0}],
        life: {outcomes: [DONE], draws: handled},
        commands: [150, 250, 400].map((at) => ({at, number: 0, what: 'restart'})),
      },
    ],
  };
  expect(itemLines(simulate(spec)).filter((line) => /(completed|rejected)/.test(line))).toEqual([
    '100 0 completed @0',
    '160 0 completed @0',
    '250 0 rejected',
    '430 0 completed @0',
  ]);
});
