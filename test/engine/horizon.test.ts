/** Beginning and end of a run, worked by hand: backlog, redials, closed processes, cutting and draining, instants. */
import {expect, test} from 'vitest';
import type {CentreSpec} from './centre.ts';
import {itemLines, simulate, story} from './journal.ts';

const one = [{targets: [{profiles: [0]}]}];
const centre = (more: Partial<CentreSpec>): CentreSpec => ({routes: one, groups: [{}], sources: [], ...more});

test('the horizon is half-open: what happens at its end does not happen', () => {
  const sources = [{items: [{at: 0, handle: 100}, {at: 99}, {at: 100}]}];
  expect(simulate(centre({sources, untilMs: 100, drains: false}))).toEqual([
    '0 0 created',
    '0 0 answered @0 target 0 at 0',
    '0 @0 busy 1',
    '99 1 created',
    '100 closed',
  ]);
});

test('draining: no arrivals after the horizon, and on until nothing is left', () => {
  const sources = [{items: [{at: 0, handle: 100}, {at: 99, handle: 50}, {at: 100}]}];
  expect(itemLines(simulate(centre({sources, untilMs: 100})))).toEqual([
    '0 0 created',
    '0 0 answered @0 target 0 at 0',
    '99 1 created',
    '100 0 completed @0',
    '100 1 answered @0 target 0 at 0',
    '150 1 completed @0',
    '150 closed',
  ]);
  const idle = [{items: [{at: 0, handle: 10}]}];
  expect(simulate(centre({sources: idle, untilMs: 100})).at(-1)).toBe('100 closed');
});

test('a number of arrivals in all stops every source', () => {
  const sources = [{items: [{at: 0}, {at: 20}, {at: 40}]}, {items: [{at: 10}, {at: 30}]}];
  expect(story(simulate(centre({sources, arrivals: 3})))).toEqual([
    '0 0 answered @0',
    '100 1.0 answered @0',
    '200 1 answered @0',
  ]);
  expect(itemLines(simulate(centre({sources, arrivals: 3, drains: false})))).toEqual([
    '0 0 created',
    '0 0 answered @0 target 0 at 0',
    '10 1.0 created',
    '20 1 created',
    '21 closed',
  ]);
});

test('an initial backlog enters at the start with its true age, the oldest first', () => {
  const glide = [{fromMs: 0, value: 0, slopePerMs: 0.01, periodMs: 0}];
  const spec = centre({
    processes: [{curve: glide, slaMs: 500}],
    routes: [{targets: [{profiles: [0]}, {profiles: [1], ms: 400}]}],
    groups: [{}, {}],
    sources: [{items: [{at: -300}, {at: 0}]}, {items: [{at: -500}, {at: -100}]}],
  });
  // 1.0 has waited 500, so its second target is open; of those left 0 is the oldest, its second target opens at 100.
  expect(itemLines(simulate(spec)).filter((line) => /answered|created/.test(line))).toEqual([
    '0 0 created due 200',
    '0 1.0 created due 0',
    '0 1 created due 500',
    '0 1.1 created due 400',
    '0 1.0 answered @0 target 0 at 5',
    '100 0 answered @0 target 0 at 4',
    '200 1.1 answered @0 target 0 at 3',
    '300 1 answered @0 target 0 at 3',
  ]);
});

test('a closed process rejects, or queues', () => {
  const clocks: CentreSpec['clocks'] = [[[100, 200]]];
  const sources = [
    {
      items: [
        {at: 50, handle: 10},
        {at: 100, handle: 10},
        {at: 199, handle: 10},
        {at: 200, handle: 10},
      ],
    },
  ];
  const closing = (rejects: boolean): string[] => {
    const spec = centre({clocks, sources, processes: [{openClock: 1, rejects}]});
    return story(simulate(spec));
  };
  expect(closing(true)).toEqual(['50 0 rejected', '100 1 answered @0', '199 2 answered @0', '200 3 rejected']);
  expect(closing(false)).toEqual(['50 0 answered @0', '100 1 answered @0', '199 2 answered @0', '209 3 answered @0']);
});

test('customers who hang up call again as new items, as often as they may', () => {
  const spec = centre({
    processes: [{slaMs: 1000}],
    sources: [
      {
        items: [
          {at: 0, handle: 1000},
          {at: 10, patience: 20},
          {at: 11, patience: 5},
        ],
        redial: {
          atMost: 2,
          draw: (number, attempt) =>
            number === 2
              ? null
              : {afterMs: 100 * attempt, handleMs: 7, wrapUpMs: 0, patienceMs: attempt === 1 ? 30 : 5000},
        },
      },
    ],
  });
  expect(itemLines(simulate(spec))).toEqual([
    '0 0 created due 1000',
    '0 0 answered @0 target 0 at 0',
    '10 1 created due 1010',
    '11 2 created due 1011',
    '16 2 abandoned',
    '30 1 abandoned',
    '130 1- created due 1130',
    '160 1- abandoned',
    '360 1-- created due 1360',
    '1000 0 completed @0',
    '1000 1-- answered @0 target 0 at 0',
    '1007 1-- completed @0',
    '1007 closed',
  ]);
});

test('nobody calls again after the horizon', () => {
  const spec = centre({
    groups: [{}],
    sources: [
      {
        items: [
          {at: 0, handle: 100},
          {at: 10, patience: 20},
        ],
        redial: {atMost: 1, draw: () => ({afterMs: 30, handleMs: 7, wrapUpMs: 0, patienceMs: 5})},
      },
    ],
    untilMs: 60,
  });
  expect(itemLines(simulate(spec)).slice(3)).toEqual(['30 1 abandoned', '100 0 completed @0', '100 closed']);
});

test('what is measured at an instant is what stands once everything of it has happened', () => {
  const spec = centre({
    sources: [
      {
        items: [
          {at: 0, handle: 50},
          {at: 0, handle: 50},
          {at: 50, handle: 50},
        ],
      },
    ],
    measureAtMs: [0, 50, 99],
  });
  expect(simulate(spec).filter((line) => line.includes('measured'))).toEqual([
    '0 measured 0, waiting 1',
    '50 measured 1, waiting 1',
    '99 measured 2, waiting 1',
  ]);
});

test('stepping through a run tells the same as running it', () => {
  const spec = centre({
    sources: [{items: [{at: 0}, {at: 30, patience: 20}, {at: 40, wrapUp: 10}]}],
    untilMs: 300,
    drains: false,
  });
  const steps: number[] = [];
  expect(simulate(spec, (simulation) => steps.push(simulation.now))).toEqual(simulate(spec));
  expect(steps.length).toBeGreaterThan(200);
});

test('an empty centre runs to its end', () => {
  expect(simulate(centre({sources: [{items: []}], untilMs: 1000}))).toEqual(['0 @0 ready 0', '1000 closed']);
  expect(simulate(centre({sources: [{items: []}]}))).toEqual(['0 @0 ready 0', '0 closed']);
});
