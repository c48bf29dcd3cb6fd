/** From process to process: every way an item may go, counted by hand. */
import {expect, test} from 'vitest';
import {resultsOf} from '../program/rules/desk.ts';

/** Four items a source at once, all of which meet the one outcome of their first visit. */
const desk = (handling: string, more = '') => `
to: 1h
demand:
  - source: cases
    channel: workitem
    arrivals: { at: [ 0s, 10s, 20s, 30s ] }
    attributes: { kind: wrong }
    handleTime: 10s
    handling: [ ${handling} ]
routing:
  segmentation: { columns: [ kind ], rules: [ { if: [ right ], then: back } ], otherwise: front }
  processes: { front: { sla: 20s, clock: all ${more} }, back: {} }
calendars: { all: { open: { daily: 00:00-24:00 } } }
workforce: [ { group: Ann, agents: 1 } ]
`;
const flows = async (handling: string, more?: string) =>
  (await resultsOf(desk(handling, more))).processFlows?.map(
    ({from, to, by, items}) => `${from} > ${to} ${by} ${items}`,
  );

test('nothing goes anywhere where nothing may', async () => {
  expect(await flows('{ share: 50%, then: comesBack, after: 1m }')).toBeUndefined();
});

test('each way by its name', async () => {
  // The first outcome again and again, until the draws say complete: as often as items went round, at least once an item.
  const [transfer = ''] = (await flows('{ share: 50%, then: transfer, to: { process: back } }')) ?? [];
  expect(transfer).toMatch(/^front > back transfer [1-4]$/);
  expect(await flows('{ share: 90%, then: reclassify, set: { kind: right } }')).toContain('front > back reclassify 4');
  expect(await flows('{ share: 100%, then: workOrder, open: back, handleTime: 5s, finish: none }')).toEqual([
    'front > back workOrder 4',
  ]);
  const replied = await flows('{ share: 90%, then: pending, reply: 5s, replyAs: { open: back, handleTime: 5s } }');
  expect(replied).toHaveLength(1);
  expect(replied?.[0]).toMatch(/^front > back reply \d+$/);
  const group = await flows('{ share: 50%, then: transfer, to: { group: Ann } }');
  expect(group?.every((one) => one.startsWith('front > front transfer'))).toBe(true);
});

test('what a milestone sends', async () => {
  const milestone = ', milestones: [ { name: first, when: assigned, within: 15s, onViolation: { reassign: back } } ]';
  // Ann has each for 10 s: the first at once, the second, from 10 s on, in time as all are.
  expect(await flows('{ share: 100%, then: complete }', milestone)).toBeUndefined();
  const late = desk('{ share: 100%, then: complete }', milestone).replace('10s\n    handling', '20s\n    handling');
  // At 0, 20, 40, 60 s, wanted by 15, 25, 35 and 45 s: the third and the fourth are sent on.
  expect((await resultsOf(late)).processFlows).toEqual([{from: 'front', to: 'back', by: 'milestone', items: 2}]);
});
