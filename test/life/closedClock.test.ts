import {expect, test} from 'vitest';
import {itemLines, simulate} from '../engine/journal.ts';

test('an update due at once while the clock stands still is late, not in the past', () => {
  const lines = simulate({
    // Open from 0 to 50; at 80 the clock shows what it showed first at 50.
    clocks: [
      [
        [0, 50],
        [200, 300],
      ],
    ],
    processes: [{clock: 1, confirmMs: 0}],
    routes: [{targets: [{profiles: [0]}]}],
    groups: [{}],
    sources: [
      {
        items: [{at: 0, handle: 80}],
        life: {
          outcomes: [{kind: 'markDone'}, {kind: 'complete', confirmedSpan: -1}],
          draws: {outcome: (_number, _redial, visit) => visit, handleMs: () => 10, wrapUpMs: () => 0, spanMs: () => 0},
        },
      },
    ],
  });
  expect(itemLines(lines).map((line) => line.replace(/ target .*/, ''))).toEqual([
    '0 0 created',
    '0 0 queued',
    '0 0 answered @0',
    '0 0 assigned',
    '80 0 handled @0',
    '80 0 awaiting',
    '80 0 queued',
    '80 0 again @0',
    '80 0 assigned',
    '90 0 completed @0',
    '90 closed',
  ]);
});
