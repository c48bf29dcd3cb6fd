/** What waits for the customer, by hand: a reply, none in time, both at once; the clock stopped or running. */
import {describe, expect, test} from 'vitest';
import type {PendingRow} from '../../src/model/life.ts';
import type {CentreSpec} from '../engine/centre.ts';
import {type LifeSpec, lived, ONE, RISING} from './centre.ts';

const RISES: CentreSpec = {...ONE, processes: [{curve: RISING, slaMs: 400}]};
/** Pending after the first visit, complete after the second; replied to after so many ms. */
const once = (replyMs: number, row: Partial<PendingRow> = {}): LifeSpec => ({
  outcomes: [
    {
      kind: 'pending',
      replySpan: 0,
      closeAfterMs: Infinity,
      stops: false,
      opens: [],
      sameAgent: false,
      waitForAgentMs: Infinity,
      ...row,
    },
    {kind: 'complete', confirmedSpan: -1},
  ],
  outcome: (number, visit) => (number === 0 && visit === 0 ? 0 : 1),
  span: () => replyMs,
  handle: () => 40,
});
const FIRST = ['0 0 queued', '0 0 answered @0 target 0 at 0', '100 0 handled @0'];

describe('a reply', () => {
  test('brings it back, with its age and its due date', () => {
    expect(lived(RISES, once(500))).toEqual([
      ...FIRST,
      '110 0 held',
      '610 0 queued',
      '610 0 again @0 target 0 at 610',
      '650 0 completed @0',
      '650 closed',
    ]);
  });
  test('in the very millisecond in which it would be closed is in time', () => {
    expect(lived(RISES, once(500, {closeAfterMs: 500}))).toContain('610 0 again @0 target 0 at 610');
  });
  test('too late: closed by inactivity, complete in nobody’s hands', () => {
    expect(lived(RISES, once(501, {closeAfterMs: 500}))).toEqual([
      ...FIRST,
      '110 0 held',
      '610 0 lapses',
      '610 0 completed @-1',
      '610 closed',
    ]);
  });
  test('while the agent is busy: what has waited longer by the clock goes first', () => {
    const items = [
      {at: 0, handle: 100},
      {at: 50, handle: 700},
      {at: 590, handle: 20},
    ];
    const story = lived({...RISES, sources: [{items}]}, once(500));
    expect(story.filter((line) => / again/.test(line))).toEqual(['800 0 again @0 target 0 at 800']);
  });
  test('a horizon that cuts leaves it held', () => {
    expect(lived({...RISES, untilMs: 600, drains: false}, once(500)).slice(-2)).toEqual(['110 0 held', '600 closed']);
  });
});

describe('the clock stopped', () => {
  test('age stands still, and the due date moves by the time pending', () => {
    expect(lived(RISES, once(500, {stops: true}))).toEqual([
      ...FIRST,
      '110 0 due Infinity',
      '110 0 held',
      // 400 and 500 pending
      '610 0 due 900',
      '610 0 queued',
      '610 0 again @0 target 0 at 110',
      '650 0 completed @0',
      '650 closed',
    ]);
  });
  test('closed by inactivity: due as much later', () => {
    expect(lived(RISES, once(501, {stops: true, closeAfterMs: 500})).slice(3)).toEqual([
      '110 0 due Infinity',
      '110 0 held',
      '610 0 due 900',
      '610 0 lapses',
      '610 0 completed @-1',
      '610 closed',
    ]);
  });
  test('overdue already: that stays so, but it grows no older', () => {
    const late = {...RISES, processes: [{curve: RISING, slaMs: 50}]};
    expect(lived(late, once(500, {stops: true})).slice(3)).toEqual([
      '110 0 held',
      '610 0 queued',
      '610 0 again @0 target 0 at 110',
      '650 0 completed @0',
      '650 closed',
    ]);
  });
  test('while closed nothing is lost: only what the clock has shown counts', () => {
    const open = [
      [0, 200],
      [1000, 9000],
    ] as const;
    const spec = {...RISES, clocks: [open], processes: [{curve: RISING, clock: 1, slaMs: 400}]};
    // pending from 110 to 1110: 90 until it closes, 110 since it opened; due at 400 on the clock, 1200 on the wall, then 1400
    expect(lived(spec, once(1000, {stops: true})).slice(3, 7)).toEqual([
      '110 0 due Infinity',
      '110 0 held',
      '1110 0 due 1400',
      '1110 0 queued',
    ]);
    expect(lived(spec, once(1000, {stops: true}))).toContain('1110 0 again @0 target 0 at 110');
  });
  test('a due date in closed hours stays where it is when the clock has not moved', () => {
    const open = [
      [0, 105],
      [1000, 9000],
    ] as const;
    const items = [{at: 0, handle: 100, wrapUp: 10, due: 500}];
    const spec = {...RISES, clocks: [open], processes: [{curve: RISING, clock: 1}], sources: [{items}]};
    expect(lived(spec, once(200, {stops: true})).slice(3, 6)).toEqual([
      '110 0 due Infinity',
      '110 0 held',
      '310 0 due 500',
    ]);
  });
  test('targets open as much later', () => {
    const items = [
      {at: 0, handle: 100},
      {at: 60, handle: 2000},
    ];
    const spec: CentreSpec = {
      ...RISES,
      routes: [{targets: [{profiles: [0]}, {profiles: [0, 1], ms: 300}]}],
      groups: [{count: 1}, {count: 1}],
      sources: [{items}],
    };
    // the second target is open at 300, so at 700 where the clock stood still for 500: 200 before it opens
    expect(lived(spec, once(500))).toContain('600 0 again @1 target 1 at 600');
    expect(lived(spec, once(500, {stops: true}))).toContain('800 0 again @1 target 1 at 300');
  });
  test('cut while it stands still: due at no time', () => {
    expect(lived({...RISES, untilMs: 600, drains: false}, once(500, {stops: true})).slice(-3)).toEqual([
      '110 0 due Infinity',
      '110 0 held',
      '600 closed',
    ]);
  });
});
