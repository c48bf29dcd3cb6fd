/** What agents park, and what they take themselves, as the journal tells it. By hand. */
import {expect, test} from 'vitest';
import {storyOf} from '../told.ts';

const desk = (park: string, pull: string) => `
to: 2d
seed: 3
demand:
  - { source: w, channel: workitem, arrivals: { at: [ 8h ] }, handleTime: 60m, handling: [ { share: 90%, then: park, ${park} } ] }
routing:
  segmentation: { otherwise: p }
  processes: { p: { ${pull} } }
shifts: { early: { mon-fri: 08:00-16:00 }, late: { mon-fri: 12:00-20:00 } }
workforce: [ { group: Ann, agents: { early: 1 } }, { group: Ben, agents: { late: 1 } } ]`;
const ofW = async (text: string) => (await storyOf(text)).filter((line) => line.includes(' w.0 '));

test('a parked item goes on with its agent; at the end of his shift it goes back to the queue', async () => {
  // half of what is left each time: 30, 15, 7.5 minutes; wanted 6 h later
  expect((await ofW(desk('for: 6h', ''))).slice(1, 16)).toEqual([
    '28800s w.0 decided Ann 1',
    '28800s w.0 answered Ann 1',
    '30600s w.0 handled Ann 1',
    '30600s w.0 parks Ann 1',
    '52200s w.0 decided Ann 1',
    '52200s w.0 takenAgain Ann 1',
    '53100s w.0 handled Ann 1',
    '53100s w.0 parks Ann 1',
    '57600s w.0 takenFrom Ann 1',
    '57600s w.0 comesBack',
    '57600s w.0 decided Ben 1',
    '57600s w.0 takenAgain Ben 1',
    '58050s w.0 handled Ben 1',
    '58050s w.0 parks Ben 1',
    '72000s w.0 takenFrom Ben 1',
  ]);
});

test('a supervisor gives what is parked to a colleague, and back to the queue where nobody is there', async () => {
  expect((await ofW(desk('for: 12h, returnTo: colleague', ''))).slice(3, 10)).toEqual([
    '30600s w.0 handled Ann 1',
    '30600s w.0 parks Ann 1',
    '57600s w.0 takenFrom Ann 1',
    '57600s w.0 parks Ben 1',
    '72000s w.0 takenFrom Ben 1',
    '72000s w.0 comesBack',
    '72000s w.0 waits',
  ]);
});

test('an item lies in an inbox, is parked out of it, and comes from the workbin alone', async () => {
  expect((await ofW(desk('for: 2h', 'pull: { by: owner }'))).slice(0, 9)).toEqual([
    '28800s w.0 created',
    '28800s w.0 inboxed Ann 1',
    '28800s w.0 answered Ann 1',
    '30600s w.0 handled Ann 1',
    '30600s w.0 parks Ann 1',
    '37800s w.0 decided Ann 1',
    '37800s w.0 takenAgain Ann 1',
    '38700s w.0 handled Ann 1',
    '38700s w.0 parks Ann 1',
  ]);
});
