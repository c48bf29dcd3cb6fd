/** Items that move and leads that are won, as the journal tells them. By hand. */
import {expect, test} from 'vitest';
import {storyOf} from '../told.ts';

const desk = (source: string) => `
to: 1h
demand:
  - { source: w, channel: workitem, arrivals: { at: [ 0s ] }, handleTime: 60s, attributes: { kind: a }, ${source} }
routing:
  segmentation: { columns: [ kind ], rules: [ { if: [ a ], then: p } ], otherwise: q }
  processes: { p: { sla: 20m }, q: { sla: 30m, distribute: bob } }
  distribution: { bob: { targets: [ { groups: [ Bob ] } ] } }
workforce: [ { group: Ann, agents: 1 }, { group: Bob, agents: 1 } ]`;
const ofW = async (source: string) =>
  (await storyOf(desk(source)))
    .filter((line) => line.includes(' w.0 '))
    .filter((line) => !/decided|waits/.test(line))
    .slice(2, 7);

test('reclassified: a new due date, another process', async () => {
  expect(await ofW('handling: [ { share: 99%, then: reclassify, set: { kind: b } } ]')).toEqual([
    '60s w.0 handled Ann 1',
    '60s w.0 dueMoves',
    '60s w.0 moves',
    '60s w.0 comesBack',
    '60s w.0 takenAgain Bob 1',
  ]);
});

test('a lead: the contact, what is noted, and the end of it', async () => {
  expect(await ofW('kind: lead, conversion: { share: 100% }, dispositions: { lost: 100% }')).toEqual([
    '60s w.0 contacted Ann 1',
    '60s w.0 noted',
    '60s w.0 completed Ann 1',
  ]);
});
