/** What becomes of items after handling, as the journal tells it. By hand. */
import {expect, test} from 'vitest';
import {decisionsOf, storyOf} from '../told.ts';

/** One agent, work of 60 s and no wrap-up, whose source confirms it so long after Mark Done, expected within 5 min. */
const desk = (confirmed: string, more = '') => `
to: 1h
demand:
  - { source: w, channel: workitem, arrivals: { at: [ 0s ] }, handleTime: 60s, confirmed: ${confirmed} }
${more}
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ w ], then: p } ], otherwise: q }
  processes: { p: { confirmWithin: 5m, priority: grow }, q: { priority: top } }
  priorities: { grow: { initial: 0, increment: 1, every: 1m }, top: { fixed: 99 } }
workforce: [ { group: Ann, agents: 1 } ]`;
const ofW = async (text: string) => (await storyOf(text)).filter((line) => line.includes(' w.0 ')).slice(3);

test('confirmed in time: completed then, in nobody’s hands; at the very end of the time the update comes first', async () => {
  expect(await ofW(desk('4m'))).toEqual(['60s w.0 handled Ann 1', '60s w.0 awaits', '300s w.0 confirmed']);
  expect(await ofW(desk('5m'))).toEqual(['60s w.0 handled Ann 1', '60s w.0 awaits', '360s w.0 confirmed']);
});

test('confirmed too late: back with its age; the update finds it in line and takes it out', async () => {
  // back at 360, six minutes old; Ann has a call from 350 to 550; the update comes at 60 + 7 min
  const call = '  - { source: c, channel: v, arrivals: { at: [ 350s ] }, handleTime: 200s }';
  expect(await ofW(desk('7m', call))).toEqual([
    '60s w.0 handled Ann 1',
    '60s w.0 awaits',
    '360s w.0 comesBack',
    '360s w.0 waits',
    '480s w.0 confirmed',
  ]);
});

test('confirmed while it is in hand again: the agent finishes what he does', async () => {
  // in hand again from 360 to 420, the update comes at 390
  const text = desk('330s');
  expect(await ofW(text)).toEqual([
    '60s w.0 handled Ann 1',
    '60s w.0 awaits',
    '360s w.0 comesBack',
    '360s w.0 decided Ann 1',
    '360s w.0 takenAgain Ann 1',
    '420s w.0 completed Ann 1',
  ]);
  expect(await decisionsOf(text)).toEqual([
    '0s w.0 -> Ann 1 [everyone, 0] pairs',
    '360s w.0 -> Ann 1 [everyone, 6] agents',
  ]);
});
