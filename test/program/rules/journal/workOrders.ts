/** What items open, as the journal tells it. By hand. */
import {expect, test} from 'vitest';
import {journalText, toldOf} from '../told.ts';

const desk = (finish: string) => `
to: 1h
demand:
  - source: cases
    channel: workitem
    arrivals: { at: [ 0s ] }
    handleTime: 60s
    handling: [ { share: 100%, then: workOrder, open: back, handleTime: 100s, ${finish} } ]
routing:
  segmentation: { otherwise: front }
  processes: { front: { distribute: front }, back: { distribute: back } }
  distribution: { front: { targets: [ { groups: [ Ann ] } ] }, back: { targets: [ { groups: [ Bob ] } ] } }
workforce: [ { group: Ann, agents: 1 }, { group: Bob, agents: 1 } ]
`;

test('who opened it, that the other is held, and who finishes it', async () => {
  const text = await journalText(desk('finish: 20s'));
  const whole = text
    .map((line) => line.replace(/^00:/, '').replaceAll('.000', ''))
    .join('\n')
    .replaceAll(/,\n +/g, ', ');
  expect(whole.split('\n').filter((line) => /cases/.test(line) && !/goes to|waits for/.test(line))).toEqual([
    '00:00  cases.0 comes by workitem: front, by otherwise, priority 0',
    '00:00  cases.0 is answered by Ann 1 after 0s',
    '01:00  cases.0 is handled by Ann 1 for 1m',
    '01:00  cases.0 is held',
    '01:00  cases: back.0 comes by workitem: back, by work order cases: back, priority 0, opened by cases.0',
    '01:00  cases: back.0 is answered by Bob 1 after 0s',
    '02:40  cases: back.0 is completed by Bob 1 after 1m40s',
    '02:40  cases.0 comes back (priority 0)',
    '02:40  cases.0: preferred agent opens (priority 0)',
    '02:40  cases.0 is taken again by Ann 1 after 0s, visit 2',
    '03:00  cases.0 is completed by Ann 1 after 20s',
  ]);
});

test('closed by the last that it opened', async () => {
  const events = await toldOf(desk('finish: none'));
  expect(events.slice(-3, -1).map(({event, ms, ...rest}) => [ms, event, 'item' in rest ? rest.item : ''])).toEqual([
    [160_000, 'completed', 'cases: back.0'],
    [160_000, 'closed', 'cases.0'],
  ]);
});
