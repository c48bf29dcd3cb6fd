/** Mark Done and what follows, by hand: confirmed, not confirmed, both at once, wherever the item is by then. */
import {describe, expect, test} from 'vitest';
import type {CentreSpec} from '../engine/centre.ts';
import {type LifeSpec, lived, ONE, RISING} from './centre.ts';

/** Never confirmed the first time, complete the second. */
const ONCE: LifeSpec = {
  outcomes: [{kind: 'markDone'}, {kind: 'complete', confirmedSpan: -1}],
  outcome: (_, visit) => Math.min(visit, 1),
  confirm: [500],
};
/** Complete, the update comes after so many ms. */
const confirmed = (afterMs: number, withinMs: number): LifeSpec => ({
  outcomes: [{kind: 'complete', confirmedSpan: 0}],
  span: () => afterMs,
  confirm: [withinMs],
});

describe('never confirmed', () => {
  test('back after the wrap-up and the time for the update, with its age; its effort is drawn anew', () => {
    const story = lived({...ONE, processes: [{curve: RISING}]}, {...ONCE, handle: () => 40, wrapUp: () => 5});
    expect(story).toEqual([
      '0 0 queued',
      '0 0 answered @0 target 0 at 0',
      '100 0 handled @0',
      '110 0 awaiting',
      '610 0 queued',
      '610 0 again @0 target 0 at 610',
      '650 0 completed @0',
      '655 closed',
    ]);
  });

  test('the agent is free as soon as he is wrapped up, and the older goes first when it is back', () => {
    const items = [0, 50, 605, 606].map((at) => ({at, handle: 100, wrapUp: 10}));
    const story = lived(
      {...ONE, sources: [{items}]},
      {...ONCE, outcome: (number, visit) => (number === 0 && visit === 0 ? 0 : 1)},
    );
    expect(story.filter((line) => / (answered|again|queued)/.test(line))).toEqual([
      '0 0 queued',
      '0 0 answered @0 target 0 at 0',
      '50 1 queued',
      '110 1 answered @0 target 0 at 0',
      '605 2 queued',
      '605 2 answered @0 target 0 at 0',
      '606 3 queued',
      '610 0 queued',
      '715 0 again @0 target 0 at 0',
      '815 3 answered @0 target 0 at 0',
    ]);
  });

  test('the time for the update runs on the clock of the process', () => {
    const open = [
      [0, 200],
      [1000, 9000],
    ] as const;
    const story = lived({...ONE, clocks: [open], processes: [{clock: 1}]}, ONCE);
    // marked done at 110, 90 of 500 before it closes at 200
    expect(story).toContain('1410 0 queued');
  });

  test('patience ends with the first answer', () => {
    const items = [
      {at: 0, handle: 100, patience: 300},
      {at: 400, handle: 1000},
    ];
    const story = lived(
      {...ONE, sources: [{items}]},
      {...ONCE, outcome: (number, visit) => (number === 0 && visit === 0 ? 0 : 1)},
    );
    expect(story).toContain('1400 0 again @0 target 0 at 0');
    expect(story.join()).not.toContain('abandoned');
  });

  test('a horizon that cuts leaves it where it stands', () => {
    const story = lived({...ONE, untilMs: 600, drains: false}, ONCE);
    expect(story.slice(-2)).toEqual(['110 0 awaiting', '600 closed']);
  });

  test('a drain goes on until it is done', () => {
    expect(lived({...ONE, untilMs: 600}, ONCE).at(-2)).toBe('710 0 completed @0');
  });
});

describe('target times', () => {
  const TWO: CentreSpec = {
    ...ONE,
    routes: [{targets: [{profiles: [0]}, {profiles: [1], ms: 300}]}],
    groups: [{count: 1}, {count: 1}],
    sources: [
      {
        items: [
          {at: 0, handle: 100},
          {at: 550, handle: 1000},
        ],
      },
    ],
  };
  const outcome = (number: number, visit: number) => (number === 0 && visit === 0 ? 0 : 1);

  test('go on from where it first entered', () => {
    const story = lived(TWO, {...ONCE, outcome});
    expect(story).toContain('600 0 again @1 target 1 at 0');
  });
  test('begin anew', () => {
    const story = lived(TWO, {...ONCE, outcome, restarts: [true]});
    expect(story).toContain('900 0 again @1 target 1 at 0');
  });
  test('the preferred agent is waited for anew', () => {
    const spec: CentreSpec = {
      ...TWO,
      routes: [{targets: [{profiles: [0, 1]}], preferred: {ms: 200}}],
      sources: [
        {
          items: [
            {at: 0, handle: 100, preferred: 0},
            {at: 550, handle: 1000, preferred: 0},
          ],
        },
      ],
    };
    expect(lived(spec, {...ONCE, outcome})).toContain('600 0 again @1 target 0 at 0');
    expect(lived(spec, {...ONCE, outcome, restarts: [true]})).toContain('800 0 again @1 target 0 at 0');
  });
});

describe('confirmed by the source', () => {
  test('in time: done when the update comes', () => {
    expect(lived(ONE, confirmed(300, 500)).slice(-3)).toEqual(['110 0 awaiting', '410 0 completed @-1', '410 closed']);
  });
  test('in the same millisecond the update is first', () => {
    expect(lived(ONE, confirmed(500, 500)).slice(-2)).toEqual(['610 0 completed @-1', '610 closed']);
  });
  test('too late, while it is in hand again: finished, and not awaited again', () => {
    const story = lived(ONE, {...confirmed(550, 500), handle: () => 80, wrapUp: () => 20});
    expect(story.slice(-4)).toEqual([
      '610 0 queued',
      '610 0 again @0 target 0 at 0',
      '690 0 completed @0',
      '710 closed',
    ]);
  });
  test('too late, while it wraps up: done when that is over', () => {
    const story = lived(ONE, {...confirmed(585, 500), handle: () => 80, wrapUp: () => 20});
    expect(story.slice(-3)).toEqual(['690 0 handled @0', '710 0 completed @-1', '710 closed']);
  });
  test('too late, while it waits: done, and nobody gets it', () => {
    const items = [
      {at: 0, handle: 100},
      {at: 590, handle: 500},
    ];
    const story = lived({...ONE, sources: [{items}]}, confirmed(550, 500));
    expect(story.filter((line) => /^\d+ 0 /.test(line)).slice(-2)).toEqual(['600 0 queued', '650 0 completed @-1']);
  });
  test('too late, while it rings: the offer is withdrawn and the agent takes the next', () => {
    const items = [
      {at: 0, handle: 100},
      {at: 660, handle: 500},
    ];
    const rings: CentreSpec = {...ONE, groups: [{count: 1, offers: {ringMs: 50}}], sources: [{items}]};
    const story = lived(rings, confirmed(520, 500));
    expect(story.filter((line) => /^6[5-9]/.test(line))).toEqual([
      '650 0 queued',
      '650 0 offered @0',
      '660 1 queued',
      '670 0 completed @-1',
      '670 1 offered @0',
    ]);
  });
  test('of two updates under way the first counts', () => {
    // visits end at 100 and 700; the first update comes at 900, the second would at 1500
    const items = [{at: 0, handle: 100}];
    const story = lived({...ONE, sources: [{items}]}, confirmed(800, 500));
    expect(story.slice(-3)).toEqual(['700 0 awaiting', '900 0 completed @-1', '900 closed']);
  });
  test('an update nobody waits for any more is nothing that happens', () => {
    // done at its second visit, while the update of the first is under way until 900; 1 waits for ever
    const spec: CentreSpec = {
      ...ONE,
      routes: [{targets: [{profiles: [0]}]}, {targets: [{profiles: [1]}]}],
      sources: [
        {
          items: [
            {at: 0, handle: 100},
            {at: 50, route: 1},
          ],
        },
      ],
    };
    const outcomes: LifeSpec['outcomes'] = [...confirmed(800, 500).outcomes, ...ONCE.outcomes.slice(1)];
    const story = lived(spec, {...confirmed(800, 500), outcomes, outcome: (_, visit) => visit});
    expect(story.slice(-2)).toEqual(['700 0 completed @0', '700 closed']);
  });
});
