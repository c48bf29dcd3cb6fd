/** Parking by hand: who goes on with what, when, and what becomes of it when he is not there. */
import {describe, expect, test} from 'vitest';
import type {ParkRow} from '../../src/model/life.ts';
import type {CentreSpec} from '../engine/centre.ts';
import {type LifeSpec, lived, ONE, RISING} from './centre.ts';

const RISES: CentreSpec = {...ONE, processes: [{curve: RISING}]};
const items = (...at: number[]): CentreSpec['sources'] => [{items: at.map((one) => ({at: one, handle: 100}))}];
const PARK: ParkRow = {
  kind: 'park',
  forSpan: 0,
  left: 0.4,
  first: false,
  returnAfterMs: 0,
  toColleague: false,
};
/** Items of these numbers are parked once, for so long; all is complete in the end. */
const parks = (row: Partial<ParkRow>, forMs: number | ((item: number) => number), ...parked: number[]): LifeSpec => ({
  outcomes: [
    {...PARK, ...row},
    {kind: 'complete', confirmedSpan: -1},
  ],
  outcome: (number, visit) => (visit === 0 && (parked.length === 0 || parked.includes(number)) ? 0 : 1),
  span: (number) => (typeof forMs === 'number' ? forMs : forMs(number)),
  handle: () => 70,
  wrapUp: () => 7,
});
/** Without what each item does first: it queues. */
const story = (...given: Parameters<typeof lived>) =>
  lived(...given).filter((line) => !/ (queued|held|closed)/.test(line));

describe('whose agent is there', () => {
  test('he goes on when its time has come, with what was left; its wrap-up comes at the end', () => {
    expect(lived(RISES, parks({}, 500))).toEqual([
      '0 0 queued',
      '0 0 answered @0 target 0 at 0',
      // 60 of 100 done, no wrap-up
      '60 0 handled @0',
      '60 0 held',
      '60 0 into workbin @0',
      '560 0 again @0 target -1 at 560',
      '560 0 out of workbin @0',
      '600 0 completed @0',
      '610 closed',
    ]);
  });
  test('`anew`: the visit takes its whole effort and wrap-up, and so does the next', () => {
    expect(story(RISES, parks({left: Number.NaN}, 500)).slice(1)).toEqual([
      '100 0 handled @0',
      '110 0 into workbin @0',
      '610 0 again @0 target -1 at 610',
      '610 0 out of workbin @0',
      '680 0 completed @0',
    ]);
  });
  test('while it is parked he takes new work: it uses none of his capacity', () => {
    expect(story({...RISES, sources: items(0, 70)}, parks({}, 500, 0)).slice(2)).toEqual([
      '60 0 into workbin @0',
      '70 1 answered @0 target 0 at 0',
      '170 1 completed @0',
      '560 0 again @0 target -1 at 560',
      '560 0 out of workbin @0',
      '600 0 completed @0',
    ]);
  });
  test('due while he is full: when he has room, by its priority', () => {
    // in hand until 600; at 600 items 0 (600 old) and 2 (40 old) are there
    const spec = {...RISES, sources: items(0, 500, 560)};
    expect(story(spec, parks({}, 500, 0)).slice(4, 8)).toEqual([
      '600 1 completed @0',
      '600 0 again @0 target -1 at 600',
      '600 0 out of workbin @0',
      '640 0 completed @0',
    ]);
  });
  test('in line with what is older, ahead of it where it is to be first', () => {
    // parked item came at 10; item 1 of age 505 at 600, item 0 in hand from 500 on
    const older: CentreSpec = {
      ...RISES,
      processes: [{curve: RISING}, {curve: [{fromMs: 0, value: 9999, slopePerMs: 0, periodMs: 0}]}],
      routes: [{targets: [{profiles: [0]}]}, {process: 1, targets: [{profiles: [0]}]}],
      sources: [
        {
          items: [
            {at: 0, handle: 100},
            {at: 500, handle: 100, route: 1},
            {at: 580, handle: 100, route: 1},
          ],
        },
      ],
    };
    const taken = (row: Partial<ParkRow>) =>
      story(older, parks(row, 500, 0)).filter((line) => /answered|again/.test(line));
    expect(taken({})).toEqual([
      '0 0 answered @0 target 0 at 0',
      '500 1 answered @0 target 0 at 9999',
      '600 2 answered @0 target 0 at 9999',
      '700 0 again @0 target -1 at 700',
    ]);
    expect(taken({first: true})).toEqual([
      '0 0 answered @0 target 0 at 0',
      '500 1 answered @0 target 0 at 9999',
      '600 0 again @0 target -1 at 600',
      '640 2 answered @0 target 0 at 9999',
    ]);
  });
  test('two ready at once: the one of higher priority, that is the older one', () => {
    const spec = {...RISES, sources: items(0, 10, 500)};
    // parked at 60 and 120, both wanted at 560
    const told = story(
      spec,
      parks({}, (item) => (item === 0 ? 500 : 440), 0, 1),
    );
    expect(told.filter((line) => /again/.test(line))).toEqual([
      '600 0 again @0 target -1 at 600',
      '640 1 again @0 target -1 at 630',
    ]);
  });
  test('a break and a time of not being ready are waited for', () => {
    const duty = [{spells: [{from: 0, to: Infinity}], rests: [{from: 550, to: 700}]}];
    expect(story({...RISES, duty}, parks({}, 500)).slice(3)).toEqual([
      '700 0 again @0 target -1 at 700',
      '700 0 out of workbin @0',
      '740 0 completed @0',
    ]);
  });
  test('a colleague who is free leaves it alone', () => {
    const spec = {...RISES, groups: [{count: 2}], sources: items(0, 500)};
    // item 1 goes to the one idle longer: agent 1, at 500; agent 0 is free
    expect(story(spec, parks({}, 430, 0)).filter((line) => /again|answered/.test(line))).toEqual([
      '0 0 answered @0 target 0 at 0',
      '490 0 again @0 target -1 at 490',
      '500 1 answered @1 target 0 at 0',
    ]);
  });
  test('nothing rings for what he takes up himself', () => {
    const spec = {...RISES, groups: [{count: 1, offers: {ringMs: 5}}]};
    const told = story(spec, parks({}, 500));
    expect(told.filter((line) => /offered/.test(line))).toEqual(['0 0 offered @0']);
    expect(told).toContain('565 0 again @0 target -1 at 565');
  });
  test('parked again, of what is left the same share is left', () => {
    const twice: LifeSpec = {...parks({}, 100), outcome: (_, visit) => (visit < 2 ? 0 : 1)};
    // 60 of 100, then 24 of 40, then 16
    expect(story(RISES, twice).filter((line) => /handled|again|completed/.test(line))).toEqual([
      '60 0 handled @0',
      '160 0 again @0 target -1 at 160',
      '184 0 handled @0',
      '284 0 again @0 target -1 at 284',
      '300 0 completed @0',
    ]);
  });
});

/** Agent 0 works until 300 and, where he comes back, from 1000; agent 1 is there all the time, on his own work at first. */
const shifts = (back: boolean): CentreSpec => ({
  ...RISES,
  groups: [{count: 2}],
  sources: [
    {
      items: [
        {at: 0, handle: 100},
        {at: 1, handle: 350},
        {at: 900, handle: 300},
      ],
    },
  ],
  duty: [
    {
      spells: [{from: 0, to: 300}, ...(back ? [{from: 1000, to: 2000}] : [])],
    },
    {spells: [{from: 0, to: Infinity}]},
  ],
});
const of = (item: number, told: readonly string[]) =>
  told.filter((line) => line.split(' ')[1] === String(item) && !/answered|handled/.test(line));

describe('whose agent is away', () => {
  test('at the end of his shift what he has parked goes back to the queue, with its age and what was left of it', () => {
    const told = lived(shifts(true), parks({}, 500, 0));
    expect(of(0, told)).toEqual([
      '0 0 queued',
      '60 0 held',
      '60 0 into workbin @0',
      '300 0 out of workbin @0',
      '300 0 queued',
      '351 0 again @1 target 0 at 351',
      '391 0 completed @1',
    ]);
  });
  test('he keeps it for a while: back in time he goes on', () => {
    const told = lived(shifts(true), parks({returnAfterMs: 701}, 500, 0));
    expect(of(0, told).slice(3)).toEqual([
      '1000 0 again @0 target -1 at 1000',
      '1000 0 out of workbin @0',
      '1040 0 completed @0',
    ]);
  });
  test('back in the very millisecond in which it would be taken from him: he comes first', () => {
    const told = lived(shifts(true), parks({returnAfterMs: 700}, 500, 0));
    expect(of(0, told).slice(3)[0]).toBe('1000 0 again @0 target -1 at 1000');
  });
  test('away for too long, ready or not: the supervisor takes it out', () => {
    expect(of(0, lived(shifts(true), parks({returnAfterMs: 400}, 500, 0))).slice(3)).toEqual([
      '700 0 out of workbin @0',
      '700 0 queued',
      '700 0 again @1 target 0 at 700',
      '740 0 completed @1',
    ]);
    expect(of(0, lived(shifts(true), parks({returnAfterMs: 200}, 500, 0))).slice(3)[0]).toBe('500 0 out of workbin @0');
  });
  test('who never comes back keeps nothing, whatever the setting', () => {
    const told = lived(shifts(false), parks({returnAfterMs: Infinity}, 500, 0));
    expect(of(0, told).slice(3)).toEqual([
      '300 0 out of workbin @0',
      '300 0 queued',
      '351 0 again @1 target 0 at 351',
      '391 0 completed @1',
    ]);
    expect(of(0, lived(shifts(true), parks({returnAfterMs: Infinity}, 500, 0))).slice(3)[0]).toBe(
      '1000 0 again @0 target -1 at 1000',
    );
  });
  test('to a colleague’s workbin: he goes on when its time has come', () => {
    expect(of(0, lived(shifts(true), parks({toColleague: true}, 500, 0))).slice(3)).toEqual([
      '300 0 out of workbin @0',
      '300 0 into workbin @1',
      '560 0 again @1 target -1 at 560',
      '560 0 out of workbin @1',
      '600 0 completed @1',
    ]);
  });
  test('ready by then, and the colleague is free: at once', () => {
    const told = lived(shifts(true), parks({toColleague: true, returnAfterMs: 400}, 500, 0));
    expect(of(0, told).slice(3)).toEqual([
      '700 0 out of workbin @0',
      '700 0 into workbin @1',
      '700 0 again @1 target -1 at 700',
      '700 0 out of workbin @1',
      '740 0 completed @1',
    ]);
  });
  test('the colleague is one whom its targets reach; where nobody is, back to the queue', () => {
    const spec: CentreSpec = {
      ...shifts(true),
      groups: [{count: 1}, {count: 1}],
      routes: [{targets: [{profiles: [0]}]}, {targets: [{profiles: [1]}]}],
      sources: [{items: [{at: 0, handle: 100}]}],
    };
    expect(of(0, lived(spec, parks({toColleague: true}, 500, 0))).slice(3)).toEqual([
      '300 0 out of workbin @0',
      '300 0 queued',
      '1000 0 again @0 target 0 at 1000',
      '1040 0 completed @0',
    ]);
  });
  test('of several colleagues the one who has least, parked and in hand', () => {
    const spec: CentreSpec = {
      ...RISES,
      groups: [{count: 3}],
      sources: [
        {
          items: [
            {at: 0, handle: 100},
            {at: 1, handle: 900},
            {at: 2, handle: 100},
          ],
        },
      ],
      duty: [{spells: [{from: 0, to: 300}]}, {spells: [{from: 0, to: 5000}]}, {spells: [{from: 0, to: 5000}]}],
    };
    // agent 1 has one in hand, agent 2 nothing
    expect(lived(spec, parks({toColleague: true}, 500, 0))).toContain('300 0 into workbin @2');
    // agent 2 has parked one of his own: as much as agent 1, who comes first
    expect(lived(spec, parks({toColleague: true}, 500, 0, 2))).toContain('300 0 into workbin @1');
  });
  test('parked after the end of his shift: he does not keep it', () => {
    const spec = {...shifts(true), sources: [{items: [{at: 280, handle: 100}]}]};
    const told = of(0, lived(spec, parks({}, 500)));
    expect(told.slice(0, 5)).toEqual([
      '280 0 queued',
      '340 0 held',
      '340 0 into workbin @0',
      '340 0 out of workbin @0',
      '340 0 queued',
    ]);
  });
  test('its time comes as his shift ends: he has left first', () => {
    expect(of(0, lived(shifts(true), parks({}, 240, 0))).slice(3, 5)).toEqual([
      '300 0 out of workbin @0',
      '300 0 queued',
    ]);
  });
});

test('targets go on from where it first entered once it is back in the queue', () => {
  const spec: CentreSpec = {
    ...RISES,
    routes: [{targets: [{profiles: [0]}, {profiles: [1], ms: 1000}]}],
    groups: [{count: 1}, {count: 1}],
    sources: [{items: [{at: 0, handle: 100}]}],
    duty: [{spells: [{from: 0, to: 300}]}, {spells: [{from: 0, to: Infinity}]}],
  };
  expect(story(spec, parks({}, 50, 0)).slice(2)).toEqual([
    '60 0 into workbin @0',
    '110 0 again @0 target -1 at 110',
    '110 0 out of workbin @0',
    '150 0 completed @0',
  ]);
  expect(story(spec, parks({}, 500, 0)).slice(3)).toEqual([
    '300 0 out of workbin @0',
    '1000 0 again @1 target 1 at 1000',
    '1040 0 completed @1',
  ]);
});

test('a horizon that cuts leaves it in the workbin, ready or not', () => {
  const cut = {...RISES, drains: false};
  expect(lived({...cut, untilMs: 300}, parks({}, 500)).slice(-2)).toEqual(['60 0 into workbin @0', '300 closed']);
  const spec = {...cut, sources: items(0, 500), untilMs: 580};
  expect(lived(spec, parks({}, 500, 0)).at(-1)).toBe('580 closed');
});
