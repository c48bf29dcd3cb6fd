// Where the waiting came from, as a run tells it, and a run that does not ask.
import {expect, test} from 'vitest';
import {resultsOf} from './rules/desk.ts';

/** Ann comes at ten past; a mail of 100 s and a call of 60 s are there by then, another call comes at 10:20. */
const centre = (more = '') => `
to: 1h
replications: 1
${more}
demand:
  - { source: mail, channel: email, arrivals: { at: [ 0s ] }, handleTime: 100s }
  - { source: line, channel: voice, arrivals: { at: [ 10s, 620s ] }, handleTime: 60s }
shifts: { morning: { daily: 00:10-01:00 } }
routing:
  segmentation: { columns: [ channel ], rules: [ { if: [ voice ], then: calls } ], otherwise: letters }
  processes: { calls: { distribute: all }, letters: { distribute: all } }
  distribution: { all: { targets: [ { groups: [ Ann ] } ] } }
workforce: [ { group: Ann, agents: { morning: 1 } } ]
`;

test('waits are divided by what stood in the way, second by second', async () => {
  const {waitParts, flow} = await resultsOf(centre());
  const parts = (waitParts?.process ?? []).map(({process, seconds}) => [
    process,
    Object.fromEntries(Object.entries(seconds).flatMap(([part, {value}]) => (value ? [[part, value]] : []))),
  ]);
  expect(Object.fromEntries(parts)).toEqual({
    letters: {nobody: 600},
    // the first beside the mail for 100 s; the other for 80 s, and 60 s behind the first
    calls: {nobody: 590, otherWork: 100 + 80, ownWork: 60},
  });
  expect((flow.total.wait?.value ?? 0) * 3).toBeCloseTo(600 + 590 + 180 + 60, 9);
});

test('`waitParts: false` leaves them out, and nothing else', async () => {
  const [asked, not] = await Promise.all([resultsOf(centre()), resultsOf(centre('waitParts: false'))]);
  expect(not.waitParts).toBeUndefined();
  const {waitParts: _, intervals, scenario: _hash, ...rest} = asked;
  const {waitParts: _parts, ...series} = intervals;
  const {scenario: _other, ...others} = not;
  expect(others).toEqual({...rest, intervals: series});
});
