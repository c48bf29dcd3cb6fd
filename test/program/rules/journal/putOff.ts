/** What is held, due at another time, canceled or closed by inactivity, as the journal tells it. By hand. */
import {expect, test} from 'vitest';
import {journalText, storyOf} from '../told.ts';

/** One agent; w comes at 0 s, work of 60 s; its source says things. */
const desk = (outcome: string, source = '') => `
to: 1h
demand:
  - source: w
    channel: workitem
    replay: { file: log.csv, columns: { id: id, arrived: at }, commands: { file: said.csv } }
    handleTime: 60s
    handling: [ { share: 98%, then: ${outcome} } ]
    ${source}
routing:
  segmentation: { otherwise: p }
  processes: { p: { sla: 10m } }
workforce: [ { group: Ann, agents: 1 } ]`;
const at = (second: number) => `2026-03-02T00:0${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}`;
const files = (...said: readonly string[]) => ({
  'log.csv': `id,at\na,${at(0)}\n`,
  'said.csv': `time,id,command\n${said.join('\n')}\n`,
});

test('rescheduled, and canceled while it is held', async () => {
  const text = desk('reschedule, activate: 5m');
  expect((await storyOf(text, files(`${at(100)},a,cancel`))).slice(3)).toEqual([
    '60s w.0 handled Ann 1',
    '60s w.0 dueMoves',
    '60s w.0 held',
    '100s w.0 canceled',
  ]);
  expect((await journalText(text, files(`${at(100)},a,cancel`))).slice(-4, -1)).toEqual([
    expect.stringMatching(/w\.0 is due 00:16:00 from now on$/),
    expect.stringMatching(/w\.0 is held$/),
    expect.stringMatching(/w\.0 is canceled by its source$/),
  ]);
});

test('canceled in hand: the agent drops it', async () => {
  const lines = await journalText(desk('complete'), files(`${at(30)},a,cancel`));
  expect(lines.join('\n')).toMatch(/w\.0 is canceled by its source: Ann 1 drops it/);
});

test('closed by inactivity, and no source has confirmed it', async () => {
  const text = desk('pending, reply: { uniform: { min: 5m, max: 9m } }, closeAfter: 5m, clock: stopped');
  expect((await storyOf(text, files())).slice(3)).toEqual([
    '60s w.0 handled Ann 1',
    '60s w.0 dueMoves',
    '60s w.0 held',
    '360s w.0 dueMoves',
    '360s w.0 lapses',
  ]);
  const lines = await journalText(text, files());
  expect(lines.join('\n')).toMatch(/w\.0 is due at no time from now on/);
  expect(lines.join('\n')).toMatch(/w\.0 is closed: no reply has come/);
});
