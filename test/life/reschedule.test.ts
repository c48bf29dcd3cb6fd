/** Put off, by hand: held until the activation date, from which age, priority, targets and the new due date count. */
import {describe, expect, test} from 'vitest';
import type {CentreSpec} from '../engine/centre.ts';
import {type LifeSpec, lived, ONE, RISING} from './centre.ts';

const RISES: CentreSpec = {...ONE, processes: [{curve: RISING, slaMs: 400}]};
/** Rescheduled after the first visit, complete after the second. */
const once = (afterMs: number | null, slaMs = Number.NaN): LifeSpec => ({
  outcomes: [
    {kind: 'reschedule', activateSpan: afterMs === null ? -1 : 0, slaMs},
    {kind: 'complete', confirmedSpan: -1},
  ],
  outcome: (number, visit) => (number === 0 && visit === 0 ? 0 : 1),
  span: () => afterMs ?? 0,
  handle: () => 40,
});

describe('an activation date', () => {
  test('after the old due date: held until then, young again, due a new SLA later', () => {
    expect(lived(RISES, once(500, 300))).toEqual([
      '0 0 queued',
      '0 0 answered @0 target 0 at 0',
      '100 0 handled @0',
      // from the end of wrap-up at 110: activation 610, due 910
      '110 0 due 910',
      '110 0 held',
      '610 0 queued',
      '610 0 again @0 target 0 at 0',
      '650 0 completed @0',
      '650 closed',
    ]);
  });

  test('the agent is free meanwhile, and an item that has waited longer goes before it when it is active', () => {
    const items = [
      {at: 0, handle: 100},
      {at: 50, handle: 700},
      {at: 590, handle: 20},
    ];
    const story = lived({...RISES, sources: [{items}]}, once(500));
    expect(story.filter((line) => / (answered|again|queued)/.test(line))).toEqual([
      '0 0 queued',
      '0 0 answered @0 target 0 at 0',
      '50 1 queued',
      '100 1 answered @0 target 0 at 50',
      '590 2 queued',
      '600 0 queued',
      // by its true age of 800 it would go first
      '800 2 answered @0 target 0 at 210',
      '820 0 again @0 target 0 at 220',
    ]);
  });

  test('while the process is closed: in line at once, and as young as it was when it opens', () => {
    const open = [
      [0, 200],
      [1000, 9000],
    ] as const;
    const items = [
      {at: 0, handle: 100},
      {at: 150, handle: 950},
    ];
    const spec = {...RISES, clocks: [open], processes: [{curve: RISING, clock: 1, slaMs: 400}], sources: [{items}]};
    // wall 100 + 300 = 400 shows 200; due 200 + 250 = 450 is 1250 on the wall; at 1100 it is 100 old
    const story = lived(spec, once(300, 250));
    expect(story).toEqual(
      expect.arrayContaining(['100 0 due 1250', '400 0 queued', '1100 0 again @0 target 0 at 100']),
    );
  });

  test('targets open anew, and the preferred agent is waited for anew', () => {
    const items = [
      {at: 0, handle: 100, preferred: 0},
      {at: 250, handle: 1000, preferred: 0},
    ];
    const spec: CentreSpec = {
      ...RISES,
      routes: [{targets: [{profiles: [0, 1]}], preferred: {ms: 200}}],
      groups: [{count: 1}, {count: 1}],
      sources: [{items}],
    };
    // active at 400, the preferred agent is busy until 1250
    expect(lived(spec, once(300))).toContain('600 0 again @1 target 0 at 200');
  });

  test('a due date of an item’s own is forgotten', () => {
    const items = [{at: 0, handle: 100, due: 5000}];
    expect(lived({...RISES, sources: [{items}]}, once(500)).slice(0, 5)).toEqual([
      '0 0 queued',
      '0 0 answered @0 target 0 at 0',
      '100 0 handled @0',
      '100 0 due 1000',
      '100 0 held',
    ]);
  });

  test('a horizon that cuts leaves it held', () => {
    expect(lived({...RISES, untilMs: 600, drains: false}, once(500)).slice(-2)).toEqual(['110 0 held', '600 closed']);
  });

  test('a drain goes on until it is done', () => {
    expect(lived({...RISES, untilMs: 300}, once(500)).at(-1)).toBe('650 closed');
  });
});

describe('no activation date', () => {
  test('back at once, as young as its new SLA', () => {
    expect(lived(RISES, once(null, 300)).slice(2)).toEqual([
      '100 0 handled @0',
      '110 0 due 410',
      '110 0 queued',
      '110 0 again @0 target 0 at 0',
      '150 0 completed @0',
      '150 closed',
    ]);
  });
});

describe('an item that arrives with an activation date', () => {
  const story = (item: object, more: Partial<CentreSpec> = {}) =>
    lived(
      {...RISES, ...more, sources: [{items: [{at: 0, handle: 100, ...item}]}]},
      {
        outcomes: [{kind: 'complete', confirmedSpan: -1}],
      },
    );
  test('is held from its arrival, and its SLA begins there', () => {
    expect(story({active: 500})).toEqual([
      '0 0 held',
      '500 0 queued',
      '500 0 answered @0 target 0 at 0',
      '600 0 completed @0',
      '600 closed',
    ]);
  });
  test('at its arrival is as any other', () => {
    expect(story({active: 0}).slice(0, 2)).toEqual(['0 0 queued', '0 0 answered @0 target 0 at 0']);
  });
  test('of a backlog, active before the start: its age counts from there', () => {
    expect(story({at: -500, active: -200}).slice(0, 2)).toEqual(['0 0 queued', '0 0 answered @0 target 0 at 200']);
  });
  test('after its own due date: overdue when it becomes active', () => {
    const curve = {
      curve: RISING,
      own: ({allowedMs}: {allowedMs: number}) => [
        {fromMs: Math.min(0, allowedMs), value: 1000 + allowedMs, slopePerMs: 0, periodMs: 0},
      ],
    };
    expect(story({active: 500, due: 300}, {processes: [curve]})).toContain('500 0 answered @0 target 0 at 800');
  });
  test('its patience counts from there', () => {
    const items = [
      {at: 0, handle: 1000},
      {at: 0, handle: 100, active: 500, patience: 50},
    ];
    expect(lived({...RISES, sources: [{items}]}, {outcomes: [{kind: 'complete', confirmedSpan: -1}]})).toEqual(
      expect.arrayContaining(['500 1 queued', '550 1 abandoned']),
    );
  });
  test('is turned away where its process is closed when it arrives', () => {
    const closed = {clocks: [[[300, 9000]] as const], processes: [{openClock: 1, rejects: true}]};
    expect(story({active: 500}, closed)).toEqual(['0 0 rejected', '0 closed']);
  });
});
