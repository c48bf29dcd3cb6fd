/** Reclassified, handed over, back after a while: by hand, event by event. */
import {describe, expect, test} from 'vitest';
import type {Piece} from '../../src/model/curves.ts';
import type {CentreSpec} from '../engine/centre.ts';
import {type LifeSpec, lived} from './centre.ts';

const DONE = {kind: 'complete', confirmedSpan: -1} as const;
const rising = (value: number): readonly Piece[] => [{fromMs: 0, value, slopePerMs: 1, periodMs: 0}];

/** Agent 0 has process 0, agent 1 process 1, whose curve begins at 1000 and whose SLA is 5000. */
const TWO: CentreSpec = {
  processes: [
    {curve: rising(0), slaMs: 2000},
    {curve: rising(1000), slaMs: 5000},
  ],
  routes: [
    {process: 0, targets: [{profiles: [0]}]},
    {process: 1, targets: [{profiles: [1]}]},
  ],
  groups: [{count: 1}, {count: 1}],
  sources: [{items: [{at: 0, handle: 100, wrapUp: 10}]}],
};
/** The first visit goes to route 1, the second completes. */
const moving = (outcome: LifeSpec['outcomes'][number], more: Partial<LifeSpec> = {}): LifeSpec => ({
  outcomes: [outcome, DONE],
  outcome: (number, visit) => (number === 0 ? Math.min(visit, 1) : 1),
  to: () => 1,
  handle: () => 40,
  ...more,
});
const RECLASSIFY = {kind: 'reclassify', outcome: 0, restarts: false} as const;
const TRANSFER = {kind: 'transfer', outcome: 0, keepsPlace: true, afterSpan: -1} as const;

describe('reclassified', () => {
  test('after wrap-up, under the curve and the due date it would have had from its arrival', () => {
    expect(lived(TWO, moving(RECLASSIFY))).toEqual([
      '0 0 queued',
      '0 0 answered @0 target 0 at 0',
      '100 0 handled @0',
      '110 0 due 5000',
      '110 0 queued',
      '110 0 again @1 target 0 at 1110',
      '150 0 completed @1',
      '150 closed',
    ]);
  });
  test('age and SLA from the reclassification, where that is said', () => {
    const story = lived(TWO, moving({...RECLASSIFY, restarts: true}));
    expect(story.filter((line) => /due|again/.test(line))).toEqual([
      '110 0 due 5110',
      '110 0 again @1 target 0 at 1000',
    ]);
  });
  test('it keeps its place among what has arrived since', () => {
    const items = [
      {at: 0, handle: 100},
      {at: 50, route: 1, handle: 200},
      {at: 60, route: 1},
    ];
    const story = lived({...TWO, sources: [{items}]}, moving(RECLASSIFY));
    expect(story.filter((line) => /@1/.test(line))).toEqual([
      '50 1 answered @1 target 0 at 1000',
      '250 1 completed @1',
      '250 0 again @1 target 0 at 1250',
      '290 0 completed @1',
      '290 2 answered @1 target 0 at 1230',
      '390 2 completed @1',
    ]);
    const anew = lived({...TWO, sources: [{items}]}, moving({...RECLASSIFY, restarts: true}));
    expect(anew.filter((line) => /@1 target/.test(line)).slice(1)).toEqual([
      '250 2 answered @1 target 0 at 1190',
      '350 0 again @1 target 0 at 1250',
    ]);
  });
  test('on the clock of its new process: age and due date from its arrival', () => {
    const spec: CentreSpec = {
      ...TWO,
      clocks: [
        [
          [50, 100],
          [200, 9000],
        ],
      ],
      processes: [{curve: rising(0)}, {curve: rising(1000), clock: 1, slaMs: 60}],
    };
    // arrived before it opened, 50 ms of it used by 110; due 10 ms after 200
    expect(lived(spec, moving(RECLASSIFY)).filter((line) => /due|again/.test(line))).toEqual([
      '110 0 due 210',
      '110 0 again @1 target 0 at 1050',
    ]);
  });
  test('a due date of its own stays, and is given up where time begins anew', () => {
    const items = [{at: 0, handle: 100, due: 700}];
    const dues = (restarts: boolean) =>
      lived({...TWO, sources: [{items}]}, moving({...RECLASSIFY, restarts})).filter((line) => /due/.test(line));
    expect(dues(false)).toEqual([]);
    expect(dues(true)).toEqual(['100 0 due 5100']);
  });
  test('into the route it is on: it comes back like anything else, its target times go on', () => {
    const spec: CentreSpec = {
      ...TWO,
      processes: [{curve: rising(0)}],
      routes: [{targets: [{profiles: [0]}, {profiles: [1], ms: 100}]}],
      sources: [
        {
          items: [
            {at: 0, handle: 150},
            {at: 10, handle: 500},
          ],
        },
      ],
    };
    // agent 1 has the second from 110 on; the first finds agent 0 at once, with both targets open
    const same = lived(spec, moving(RECLASSIFY, {to: () => 0}));
    expect(same.filter((line) => / 0 /.test(line)).slice(2)).toEqual([
      '150 0 handled @0',
      '150 0 queued',
      '150 0 again @0 target 0 at 150',
      '190 0 completed @0',
    ]);
    expect(same.join()).not.toContain('due');
  });
  test('target times begin anew on another route', () => {
    const spec: CentreSpec = {
      ...TWO,
      processes: [{}, {}],
      routes: [
        {process: 0, targets: [{profiles: [0]}]},
        {process: 1, targets: [{profiles: [2]}, {profiles: [1], ms: 300}]},
      ],
      groups: [{count: 1}, {count: 1}, {count: 1}],
      duty: [{spells: [{from: 0, to: Infinity}]}, {spells: [{from: 0, to: Infinity}]}, {spells: []}],
    };
    expect(lived(spec, moving(RECLASSIFY))).toContain('410 0 again @1 target 1 at 0');
  });
  test('a process that rejects arrivals while it is closed lets it wait', () => {
    const spec: CentreSpec = {
      ...TWO,
      clocks: [[[500, 9000]]],
      processes: [{}, {openClock: 1, rejects: true}],
    };
    const story = lived(spec, moving(RECLASSIFY));
    expect(story.join()).not.toContain('rejected');
    expect(story).toContain('110 0 again @1 target 0 at 0');
  });
  test('an initial priority of its own is that of its new attributes', () => {
    const items = [{at: 0, handle: 100, initial: 7}];
    const story = lived({...TWO, sources: [{items}]}, moving(RECLASSIFY, {initial: 300}));
    expect(story).toContain('100 0 again @1 target 0 at 400');
  });
});

describe('handed over', () => {
  test('with its place: age and due date from its arrival', () => {
    expect(lived(TWO, moving(TRANSFER)).filter((line) => /due|again/.test(line))).toEqual([
      '110 0 due 5000',
      '110 0 again @1 target 0 at 1110',
    ]);
  });
  test('without its place: age from now, the due date from its arrival all the same', () => {
    expect(lived(TWO, moving({...TRANSFER, keepsPlace: false})).filter((line) => /due|again/.test(line))).toEqual([
      '110 0 due 5000',
      '110 0 again @1 target 0 at 1000',
    ]);
  });
  test('without its place it stands behind what came before it was handed over', () => {
    const items = [
      {at: 0, handle: 100},
      {at: 50, route: 1, handle: 200},
      {at: 60, route: 1},
      {at: 120, route: 1},
    ];
    const flat: CentreSpec = {...TWO, processes: [{}, {}], sources: [{items}]};
    const order = (keepsPlace: boolean) =>
      lived(flat, moving({...TRANSFER, keepsPlace})).flatMap(
        (line) => /(\d) (?:answered|again) @1/.exec(line)?.[1] ?? [],
      );
    expect(order(true)).toEqual(['1', '0', '2', '3']);
    expect(order(false)).toEqual(['1', '2', '0', '3']);
  });
  test('after a while: held, there when it is over', () => {
    const story = lived(TWO, moving({...TRANSFER, keepsPlace: false, afterSpan: 0}, {span: () => 500}));
    expect(story.slice(2)).toEqual([
      '100 0 handled @0',
      '110 0 held',
      '610 0 due 5000',
      '610 0 queued',
      '610 0 again @1 target 0 at 1000',
      '650 0 completed @1',
      '650 closed',
    ]);
  });
  test('to a route whose first target opens the others after a time, each time it is handed there', () => {
    const spec: CentreSpec = {
      ...TWO,
      processes: [{}],
      routes: [{targets: [{profiles: [0, 1]}]}, {targets: [{profiles: [1]}, {profiles: [0, 1], ms: 200}]}],
      sources: [
        {
          items: [
            {at: 0, handle: 100},
            {at: 50, route: 1, handle: 1000},
          ],
        },
      ],
    };
    const story = lived(spec, {
      ...moving(TRANSFER),
      outcome: (number, visit) => (number === 0 && visit < 2 ? 0 : 1),
    });
    expect(story.filter((line) => / 0 (again|completed)/.test(line))).toEqual([
      '300 0 again @0 target 1 at 0',
      '540 0 again @0 target 1 at 0',
      '580 0 completed @0',
    ]);
  });
});

describe('comes back', () => {
  test('after a while, with the clock of its first arrival, to whoever takes it', () => {
    const story = lived(
      {...TWO, processes: [{curve: rising(0), slaMs: 2000}]},
      moving({kind: 'comesBack', afterSpan: 0}, {span: () => 900}),
    );
    expect(story).toEqual([
      '0 0 queued',
      '0 0 answered @0 target 0 at 0',
      '100 0 handled @0',
      '110 0 held',
      '1010 0 queued',
      '1010 0 again @0 target 0 at 1010',
      '1050 0 completed @0',
      '1050 closed',
    ]);
  });
  test('a horizon that cuts leaves it held; a drain waits for it', () => {
    const back = moving({kind: 'comesBack', afterSpan: 0}, {span: () => 900});
    expect(lived({...TWO, untilMs: 500, drains: false}, back).slice(-2)).toEqual(['110 0 held', '500 closed']);
    expect(lived({...TWO, untilMs: 500}, back).at(-2)).toBe('1050 0 completed @0');
  });
});
