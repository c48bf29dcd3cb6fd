/** Stages of the scenario's own in the journal, and what items.csv says of them. By hand. */
import {expect, test} from 'vitest';
import {journalText, storyOf} from '../told.ts';

/** One agent; w comes at 0 s, work of 60 s, waits 30 s for its customer, and is closed for want of a reply or resolved. */
const desk = (closeAfter: string) => `
to: 1h
stages: { NEW: queued, IN PROGRESS: assigned, PENDING: held, RESOLVED: completed, CLOSED: completed }
demand:
  - source: w
    channel: workitem
    arrivals: { at: [ 0s ] }
    handleTime: 60s
    handling: [ { share: 98%, then: pending, reply: 30s${closeAfter}, stage: [ PENDING, CLOSED ] } ]
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
workforce: [ { group: Ann, agents: 1 } ]`;

test('the stage of its last outcome, else the first of its status; what has no word of its own has none', async () => {
  const lines = await journalText(desk(''), {}, {});
  const stages = lines.flatMap(
    (line) => /(\d\d:\d\d:\d\d)\.000 +w\.0 is ([A-Z ]+) now$/.exec(line)?.slice(1, 3).join(' ') ?? [],
  );
  expect(stages.slice(0, 5)).toEqual([
    '00:00:00 NEW',
    '00:00:00 IN PROGRESS',
    '00:01:00 PENDING',
    '00:01:30 NEW',
    '00:01:30 IN PROGRESS',
  ]);
  expect(stages.at(-1)).toMatch(/ RESOLVED$/);
});

test('told after what brings it there', async () => {
  const story = await storyOf(
    desk(', closeAfter: 30s').replace('reply: 30s', 'reply: { uniform: { min: 30s, max: 9m } }'),
  );
  expect(story.slice(-4)).toEqual(['60s w.0 held', '60s w.0 stage', '90s w.0 lapses', '90s w.0 stage']);
});
