/** What agents can hold and who of them is chosen, worked by hand: hold-back, interruption, slowdown, selection. */
import {expect, test} from 'vitest';
import type {AgentCriterion} from '../../src/model/selection.ts';
import type {CapacitySpec} from '../../src/routing/capacity/spec.ts';
import type {CentreSpec, ItemSpec} from './centre.ts';
import {itemLines, simulate, story} from './journal.ts';

const CHANNELS = ['voice', 'chat'];
const [VOICE, CHAT] = [0, 1];
const units = (holdBackFor: readonly string[], afterHold: 'agents' | 'items' = 'agents'): CapacitySpec => ({
  name: 'units',
  channels: {
    voice: {max: 1, notWhile: [], interruptedBy: []},
    chat: {max: 3, notWhile: [], interruptedBy: []},
  },
  units: {total: 6, weights: {voice: 6, chat: 2}},
  holdBackFor,
  afterHold,
});
const chats = (times: readonly number[], handle: number): ItemSpec[] => times.map((at) => ({at, handle, route: CHAT}));
const routes = (rule?: readonly AgentCriterion[]) =>
  CHANNELS.map((_, channel) => ({process: channel, channel, targets: [{profiles: [0]}], ...(rule ? {rule} : {})}));
const curves = [1000, 10].map((value) => ({curve: [{fromMs: 0, value, slopePerMs: 0, periodMs: 0}]}));

test('while a call waits that he could take if he were free, an agent starts nothing else', () => {
  const centre = (holdBackFor: readonly string[]): CentreSpec => ({
    channels: CHANNELS,
    capacity: [units(holdBackFor)],
    processes: curves,
    routes: routes(),
    groups: [{}],
    sources: [{items: chats([0, 5, 30], 100)}, {items: [{at: 10, handle: 50, route: VOICE}]}],
  });
  expect(story(simulate(centre([])))).toEqual([
    '0 0 answered @0',
    '5 1 answered @0',
    '30 2 answered @0',
    '130 1.0 answered @0',
  ]);
  expect(story(simulate(centre(['voice'])))).toEqual([
    '0 0 answered @0',
    '5 1 answered @0',
    '105 1.0 answered @0',
    '155 2 answered @0',
  ]);
});

test('when a hold ends, agents are asked in turn, or items by priority', () => {
  const centre = (afterHold: 'agents' | 'items'): CentreSpec => ({
    channels: CHANNELS,
    capacity: [units(['voice'], afterHold)],
    processes: curves,
    routes: routes(['most-available', 'longest-idle']),
    groups: [{count: 2}],
    sources: [
      {items: [...chats([0, 0], 1000), ...chats([20, 20], 100)]},
      {items: [{at: 10, handle: 50, patience: 20, route: VOICE}]},
    ],
  });
  // Both agents hold a chat; the call that held them back hangs up at 30. In turn, @0 takes both; else each one.
  expect(story(simulate(centre('agents'))).slice(3)).toEqual(['30 2 answered @0', '30 3 answered @0']);
  expect(story(simulate(centre('items'))).slice(3)).toEqual(['30 2 answered @0', '30 3 answered @1']);
});

const interruptible: CapacitySpec = {
  name: 'interruptible',
  channels: {
    voice: {max: 1, notWhile: [], interruptedBy: []},
    chat: {max: 1, notWhile: [], interruptedBy: ['voice']},
  },
  units: null,
  holdBackFor: [],
  afterHold: 'agents',
};

test('a call interrupts a chat: it pauses, wrap-up of the call included, and keeps what effort remains', () => {
  const spec: CentreSpec = {
    channels: CHANNELS,
    capacity: [interruptible],
    processes: curves,
    routes: routes(),
    groups: [{}],
    sources: [{items: chats([0, 5], 100)}, {items: [{at: 40, handle: 50, wrapUp: 20, route: VOICE}]}],
  };
  expect(simulate(spec)).toEqual([
    '0 0 created',
    '0 0 answered @0 target 0 at 10',
    '0 @0 busy 1',
    '5 1 created',
    '40 1.0 created',
    '40 1.0 answered @0 target 0 at 1000',
    '40 0 paused @0',
    '40 @0 busy 2',
    '90 1.0 completed @0',
    '110 0 resumed @0',
    '110 @0 busy 1',
    '170 0 completed @0',
    '170 1 answered @0 target 0 at 10',
    '270 1 completed @0',
    '270 @0 ready 0',
    '270 closed',
  ]);
});

test('who need interrupt nothing comes first', () => {
  const spec: CentreSpec = {
    channels: CHANNELS,
    capacity: [interruptible],
    processes: curves,
    routes: routes(),
    groups: [{count: 2}],
    sources: [
      {items: chats([0], 100)},
      {
        items: [
          {at: 0, handle: 10, route: VOICE},
          {at: 50, handle: 10, route: VOICE},
        ],
      },
    ],
  };
  // At 50 @0 has been unchanged since 0 but would have to interrupt; @1 is free since 10.
  expect(story(simulate(spec))).toEqual(['0 1.0 answered @0', '0 0 answered @1', '50 1.1 answered @0']);
});

test('a chat interrupted while its offer rings goes on until the call is answered', () => {
  const spec: CentreSpec = {
    channels: CHANNELS,
    capacity: [interruptible],
    processes: curves,
    routes: routes(),
    groups: [{offers: {ringMs: 10, takesOthers: true}}],
    sources: [{items: chats([0], 100)}, {items: [{at: 40, handle: 50, route: VOICE}]}],
  };
  expect(story(simulate(spec))).toEqual([
    '0 0 offered @0',
    '10 0 answered @0',
    '40 1.0 offered @0',
    '50 1.0 answered @0',
    '50 0 paused @0',
    '100 0 resumed @0',
  ]);
  expect(simulate(spec)).toContain('160 0 completed @0');
});

test('concurrent work slows down by n^-s, and is timed anew whenever n changes', () => {
  const spec: CentreSpec = {
    channels: CHANNELS,
    capacity: [units([])],
    processes: curves,
    routes: routes(),
    groups: [{}],
    sources: [{items: chats([0, 40], 100), concurrent: true, slowdown: 0.5}],
  };
  const lines = simulate(spec).filter((line) => line.includes('completed'));
  // Alone until 40: 60 of effort are left, at 1/sqrt 2 until 40 + 84.85. The other has then done 60, and 40 to go alone.
  expect(lines).toEqual(['125 0 completed @0', '165 1 completed @0']);
});

test('wrap-up is not slowed, slows nobody, and keeps the agent occupied', () => {
  const spec: CentreSpec = {
    channels: CHANNELS,
    capacity: [units([])],
    processes: curves,
    routes: routes(),
    groups: [{}],
    sources: [
      {
        items: [
          {at: 0, handle: 50, wrapUp: 100, route: CHAT},
          {at: 60, handle: 30, route: CHAT},
        ],
        concurrent: true,
        slowdown: 1,
      },
      {items: [{at: 70, handle: 10, route: VOICE}]},
    ],
  };
  expect(story(simulate(spec))).toEqual(['0 0 answered @0', '60 1 answered @0', '150 1.0 answered @0']);
  expect(simulate(spec).filter((line) => line.includes('completed'))).toEqual([
    '50 0 completed @0',
    '90 1 completed @0',
    '160 1.0 completed @0',
  ]);
});

test('what rings is paused as soon as it is answered, where he has taken up meanwhile what interrupts it', () => {
  const park = {kind: 'park', forSpan: 0, left: 0.5, first: false, returnAfterMs: 0, toColleague: false} as const;
  const draws = {
    outcome: (_number: number, _redial: number, visit: number) => visit,
    handleMs: () => 10,
    wrapUpMs: () => 0,
    spanMs: () => 40,
  };
  const done = {kind: 'complete', confirmedSpan: -1} as const;
  const rule = (max: number, by: readonly string[]) => ({max, notWhile: [], interruptedBy: by});
  const spec: CentreSpec = {
    channels: ['voice', 'workitem'],
    capacity: [
      {
        name: 'rule',
        channels: {voice: rule(1, []), workitem: rule(1, ['voice'])},
        units: null,
        holdBackFor: [],
        afterHold: 'agents',
      },
    ],
    routes: [{targets: [{profiles: [0]}]}, {channel: 1, targets: [{profiles: [0]}]}],
    groups: [{offers: {ringMs: 10, takesOthers: true}}],
    sources: [
      {items: [{at: 0, handle: 100}], life: {outcomes: [park, done], draws}},
      {items: [{at: 95, handle: 30, route: 1}], life: {outcomes: [done], draws}},
    ],
  };
  // The call is parked at 60 with 50 left, and wanted at 100, while the work item rings.
  expect(itemLines(simulate(spec)).filter((line) => /(again|answered|paused|resumed|completed) @/.test(line))).toEqual([
    '10 0 answered @0 target 0 at 0',
    '100 0 again @0 target -1 at 0',
    '105 1.0 answered @0 target 0 at 0',
    '105 1.0 paused @0',
    '150 0 completed @0',
    '150 1.0 resumed @0',
    '180 1.0 completed @0',
  ]);
});

test('a profile’s speed divides handling and wrap-up', () => {
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0]}]}],
    groups: [{}],
    speeds: [1.1],
    sources: [{items: [{at: 0, handle: 100, wrapUp: 50}, {at: 0}]}],
  };
  expect(simulate(spec).filter((line) => /completed|answered/.test(line))).toEqual([
    '0 0 answered @0 target 0 at 0',
    '91 0 completed @0',
    '136 1 answered @0 target 0 at 0',
    '227 1 completed @0',
  ]);
});

/** Three agents with a history; who takes the chat at 100? */
function chosen(rule: readonly AgentCriterion[], levels?: readonly number[]): string {
  const profiles = [0, 1, 2];
  const to = (profile: number) => ({process: 1, channel: CHAT, targets: [{profiles: [profile]}]});
  const spec: CentreSpec = {
    channels: CHANNELS,
    capacity: [units([])],
    processes: curves,
    routes: [
      {process: 1, channel: CHAT, targets: [{profiles}], rule, ...(levels ? {levels: [levels]} : {})},
      to(0),
      to(1),
      to(2),
    ],
    groups: [{}, {}, {}],
    sources: [
      {
        items: [
          {at: 0, handle: 1000, route: 1},
          {at: 10, handle: 10, route: 2},
          {at: 10, handle: 1000, route: 2},
          {at: 20, handle: 70, route: 3},
          {at: 100, handle: 10, route: 0},
        ],
      },
    ],
  };
  return story(simulate(spec)).at(-1) ?? '';
}

test('each criterion chooses its agent', () => {
  // @0 holds one chat since 0; @1 holds one, busy for 90 of 100, changed at 20; @2 holds none, busy for 70, changed at 90.
  expect(chosen(['longest-idle'])).toBe('100 4 answered @0');
  expect(chosen(['least-active', 'longest-idle'])).toBe('100 4 answered @2');
  expect(chosen(['most-available', 'longest-idle'])).toBe('100 4 answered @2');
  expect(chosen(['least-occupied'])).toBe('100 4 answered @2');
  expect(chosen(['best-skilled', 'longest-idle'], [1, 3, 3])).toBe('100 4 answered @1');
  expect(chosen(['best-skilled', 'least-active'], [3, 3, 3])).toBe('100 4 answered @2');
});

test('random choice is the item’s own, spread over the able agents', () => {
  const items = Array.from({length: 300}, (_, i) => ({at: i * 1000, handle: 10}));
  const spec: CentreSpec = {
    routes: [{targets: [{profiles: [0]}], rule: ['random']}],
    groups: [{count: 3}],
    sources: [{items}],
  };
  const taken = story(simulate(spec)).map((line) => line.slice(-2));
  const counts = ['@0', '@1', '@2'].map((agent) => taken.filter((one) => one === agent).length);
  // 4.5 standard errors of a third of 300.
  for (const count of counts) expect(Math.abs(count - 100)).toBeLessThan(4.5 * Math.sqrt(300 * (1 / 3) * (2 / 3)));
  const without = {...spec, sources: [{items: items.filter((_, i) => i !== 7)}]};
  expect(story(simulate(without)).length).toBe(299);
  expect(story(simulate(spec))).toEqual(story(simulate(spec)));
});
