/** Agents who ring, miss, come, leave and rest, worked by hand. */
import {expect, test} from 'vitest';
import type {CentreSpec, OffersSpec} from './centre.ts';
import {simulate, story} from './journal.ts';

const one = [{targets: [{profiles: [0]}]}];
const ringing = (offers: OffersSpec, items: CentreSpec['sources'][number]['items']): CentreSpec => ({
  channels: ['chat'],
  capacity: [
    {
      name: 'two',
      channels: {chat: {max: 2, notWhile: [], interruptedBy: []}},
      units: null,
      holdBackFor: [],
      afterHold: 'agents',
    },
  ],
  routes: one,
  groups: [{offers}],
  sources: [{items}],
});

test('an offer rings, and while it does the agent takes others or nothing', () => {
  const items = [{at: 0}, {at: 5}];
  expect(simulate(ringing({ringMs: 20, takesOthers: true}, items))).toEqual([
    '0 0 created',
    '0 0 offered @0',
    '0 @0 ringing 1',
    '5 1 created',
    '5 1 offered @0',
    '5 @0 ringing 2',
    '20 0 answered @0 target 0 at 0',
    '20 @0 busy 2',
    '25 1 answered @0 target 0 at 0',
    '120 0 completed @0',
    '120 @0 busy 1',
    '125 1 completed @0',
    '125 @0 ready 0',
    '125 closed',
  ]);
  expect(story(simulate(ringing({ringMs: 20, takesOthers: false}, items)))).toEqual([
    '0 0 offered @0',
    '20 0 answered @0',
    '20 1 offered @0',
    '40 1 answered @0',
  ]);
});

test('hanging up while it rings frees the agent at once, without a time not ready', () => {
  const spec = ringing({ringMs: 20, notReadyMs: 50}, [{at: 0, patience: 15}, {at: 10}]);
  expect(story(simulate(spec))).toEqual(['0 0 offered @0', '15 0 abandoned', '15 1 offered @0', '35 1 answered @0']);
});

test('an answer on the instant of hanging up is an answer', () => {
  const spec = ringing({ringMs: 20}, [{at: 0, patience: 20}]);
  expect(story(simulate(spec))).toEqual(['0 0 offered @0', '20 0 answered @0']);
});

test('a missed offer: back in its place, the agent not ready, and each offer drawn anew', () => {
  const missed = (_: number, number: number, offer: number): boolean => number === 0 && offer < 2;
  const spec = ringing({ringMs: 10, missedAfterMs: 20, missed, notReadyMs: 30}, [
    {at: 0},
    {at: 1, patience: 1000},
    {at: 2},
  ]);
  expect(simulate(spec).filter((line) => !line.includes('created'))).toEqual([
    '0 0 offered @0',
    '0 @0 ringing 1',
    '20 0 missed @0',
    '20 @0 notReady 0',
    '50 0 offered @0',
    '50 @0 ringing 1',
    '70 0 missed @0',
    '70 @0 notReady 0',
    '100 0 offered @0',
    '100 @0 ringing 1',
    '110 0 answered @0 target 0 at 0',
    '110 1 offered @0',
    '110 @0 busy 2',
    '120 1 answered @0 target 0 at 0',
    '210 0 completed @0',
    '210 2 offered @0',
    '220 1 completed @0',
    '220 2 answered @0 target 0 at 0',
    '220 @0 busy 1',
    '320 2 completed @0',
    '320 @0 ready 0',
    '320 closed',
  ]);
});

test('a missed offer whose customer’s patience ends with it is abandoned', () => {
  const spec = ringing({ringMs: 20, missed: () => true, notReadyMs: 5}, [{at: 0, patience: 20}]);
  expect(story(simulate(spec))).toEqual(['0 0 offered @0', '20 0 missed @0', '20 0 abandoned']);
});

test('at the end of the duty what is in hand is finished, ringing offers too, and nothing new is taken', () => {
  const spec: CentreSpec = {
    ...ringing({ringMs: 20}, [{at: 0, handle: 70}, {at: 40, handle: 60}, {at: 45}]),
    duty: [
      {
        spells: [
          {from: 0, to: 50},
          {from: 300, to: 900},
        ],
      },
    ],
  };
  expect(simulate(spec).filter((line) => !line.includes('created'))).toEqual([
    '0 0 offered @0',
    '0 @0 ringing 1',
    '20 0 answered @0 target 0 at 0',
    '20 @0 busy 1',
    '40 1 offered @0',
    '40 @0 busy 2',
    '50 @0 overtime 2',
    '60 1 answered @0 target 0 at 0',
    '90 0 completed @0',
    '90 @0 overtime 1',
    '120 1 completed @0',
    '120 @0 off 0',
    '300 2 offered @0',
    '300 @0 ringing 1',
    '320 2 answered @0 target 0 at 0',
    '320 @0 busy 1',
    '420 2 completed @0',
    '420 @0 ready 0',
    '420 closed',
  ]);
});

const resting = (onTime: boolean, handle: number): CentreSpec => ({
  routes: one,
  groups: [{}],
  duty: [{spells: [{from: 0, to: 1000}], rests: [{from: 50, to: 80, onTime}]}],
  sources: [
    {
      items: [
        {at: 0, handle},
        {at: 10, handle: 10},
        {at: 500, handle: 10},
      ],
    },
  ],
});

test('a rest waits for what is in hand, then lasts its full time or ends on time', () => {
  expect(story(simulate(resting(false, 60)))[1]).toBe('90 1 answered @0');
  expect(story(simulate(resting(true, 60)))[1]).toBe('80 1 answered @0');
  expect(story(simulate(resting(true, 85)))[1]).toBe('85 1 answered @0');
  expect(story(simulate(resting(false, 40)))[1]).toBe('40 1 answered @0');
  expect(simulate(resting(false, 60)).filter((line) => line.includes('@0 ') && !line.includes('answered'))).toEqual([
    '0 @0 busy 1',
    '60 @0 resting 0',
    '90 @0 busy 1',
    '100 @0 ready 0',
    '500 @0 busy 1',
    '510 @0 ready 0',
  ]);
});

test('a rest put off into the next one: both are taken, one after the other; the end of the duty ends them', () => {
  const spec: CentreSpec = {
    routes: one,
    groups: [{}],
    duty: [
      {
        spells: [{from: 0, to: 200}],
        rests: [
          {from: 10, to: 40},
          {from: 60, to: 90},
          {from: 150, to: 180},
        ],
      },
    ],
    sources: [
      {
        items: [
          {at: 0, handle: 55},
          {at: 20, handle: 48},
          {at: 100, handle: 10},
        ],
      },
    ],
  };
  // Resting 55 to 85 for the first, 85 to 115 for the second; item 1 until 163; then a rest of 30, and off at 200.
  expect(simulate(spec).filter((line) => line.includes('@0'))).toEqual([
    '0 0 answered @0 target 0 at 0',
    '0 @0 busy 1',
    '55 0 completed @0',
    '55 @0 resting 0',
    '115 1 answered @0 target 0 at 0',
    '115 @0 busy 1',
    '163 1 completed @0',
    '163 @0 resting 0',
    '193 2 answered @0 target 0 at 0',
    '193 @0 busy 1',
    '200 @0 overtime 1',
    '203 2 completed @0',
    '203 @0 off 0',
  ]);
});

test('a spell that follows at once changes the profile only', () => {
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0]}]}, {targets: [{profiles: [1]}]}],
    groups: [{profile: 0}],
    duty: [
      {
        spells: [
          {from: 0, to: 50},
          {from: 50, to: 500, profile: 1},
        ],
      },
    ],
    sources: [
      {
        items: [
          {at: 10, handle: 10, route: 1},
          {at: 60, handle: 10, route: 0},
        ],
      },
    ],
  };
  expect(simulate(spec)).toEqual([
    '0 @0 ready 0',
    '10 0 created',
    '50 0 answered @0 target 0 at 0',
    '50 @0 busy 1',
    '60 0 completed @0',
    '60 1 created',
    '60 @0 ready 0',
    '500 @0 off 0',
    '500 closed',
  ]);
});
