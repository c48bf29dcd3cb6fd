/** Has this agent room for it? What stands in the way of what, and who is given what when it does no longer. By hand. */
import {describe, expect, test} from 'vitest';
import {desk} from '../capacityDesk.ts';
import {decisionsOf, presenceOf, storyOf, waitsOf} from '../told.ts';

describe('most of each channel', () => {
  test('without a rule one item at a time', async () => {
    const text = desk('{ x: { max: 1 } }', ['chat 0s,0s 60s', 'fax 0s 60s']).replace(', capacity: rule', '');
    // a source schedules its next arrival when one comes: the second chat comes after the fax
    expect(await waitsOf(text)).toEqual([
      '0s chat0.0 -> t 1',
      '0s fax1.0 waits 0 for everyone: full t 1',
      '0s chat0.1 waits 0 for everyone: full t 1',
      '60s fax1.0 -> t 1',
      '120s chat0.1 -> t 1',
    ]);
  });

  test('not while another is in hand, and never a channel that is not named', async () => {
    const rule = '{ voice: { max: 1, notWhile: [ { chat: 1 } ] }, chat: { max: 3, notWhile: [ { voice: 1 } ] } }';
    expect(await waitsOf(desk(rule, ['voice 20s 60s', 'chat 0s,10s,120s 100s', 'email 30s 5s']))).toEqual([
      '0s chat1.0 -> t 1',
      '10s chat1.1 -> t 1',
      '20s voice0.0 waits 0 for everyone: combination t 1',
      '30s email2.0 waits 0 for everyone: notHisChannel t 1',
      '110s voice0.0 -> t 1',
      '120s chat1.2 waits 0 for everyone: combination t 1',
      '170s chat1.2 -> t 1',
    ]);
  });

  test('asymmetric: a chat joins a voice that could not join it', async () => {
    const rule = '{ voice: { max: 1, notWhile: { chat: 1 } }, chat: { max: 3 } }';
    expect(await waitsOf(desk(rule, ['voice 10s 100s', 'chat 0s,60s 50s']))).toEqual([
      '0s chat1.0 -> t 1',
      '10s voice0.0 waits 0 for everyone: combination t 1',
      '50s voice0.0 -> t 1',
      '60s chat1.1 -> t 1',
    ]);
  });

  test('a load of several channels stands in the way where all of it is in hand', async () => {
    const rule = '{ work: { max: 2, notWhile: [ { email: 1, chat: 1 } ] }, chat: { max: 3 }, email: { max: 1 } }';
    expect(await waitsOf(desk(rule, ['work 10s,20s 10s', 'chat 0s 50s', 'email 15s 100s']))).toEqual([
      '0s chat1.0 -> t 1',
      '10s work0.0 -> t 1',
      '15s email2.0 -> t 1',
      '20s work0.1 waits 0 for everyone: combination t 1',
      '50s work0.1 -> t 1',
    ]);
  });

  test('full of the channel is not the same as no room beside others', async () => {
    const rule = '{ chat: { max: 1 }, email: { max: 2 } }';
    expect((await waitsOf(desk(rule, ['chat 0s,10s 60s', 'email 0s 60s']))).slice(2)).toEqual([
      '10s chat0.1 waits 0 for everyone: full t 1',
      '60s chat0.1 -> t 1',
    ]);
  });
});

test('weighted units: what fits is given by priority, longest in routing, first come', async () => {
  // three chats fill six units; at 100 all three end: the work and a chat of 1 s fit beside each other, the voice needs all
  const text = desk('{ total: 6, weights: { voice: 100%, chat: 2, work: 1 } }', [
    'chat 0s,0s,0s,1s 100s',
    'work 1s 10s',
    'voice 2s 60s',
  ]);
  expect((await waitsOf(text)).slice(3)).toEqual([
    '1s work1.0 waits 0 for everyone: full t 1',
    '1s chat0.3 waits 0 for everyone: full t 1',
    '2s voice2.0 waits 0 for everyone: full t 1',
    '100s work1.0 -> t 1',
    '100s chat0.3 -> t 1',
    '200s voice2.0 -> t 1',
  ]);
  expect((await decisionsOf(text)).slice(3)).toEqual([
    '100s work1.0 -> t 1 [everyone, 0] items; items work1.0 0 99s | chat0.3 0 99s | voice2.0 0 98s',
    '100s chat0.3 -> t 1 [everyone, 0] items',
    '200s voice2.0 -> t 1 [everyone, 0] items',
  ]);
});

describe('holding back', () => {
  const held = (more = '') => `{ total: 6, weights: { voice: 100%, chat: 2 }, holdBackFor: [ voice ]${more} }`;

  test('nothing else is started while a call waits', async () => {
    const text = desk(held(), ['chat 0s,40s 100s', 'voice 30s 60s']);
    expect(await waitsOf(text)).toEqual([
      '0s chat0.0 -> t 1',
      '30s voice1.0 waits 0 for everyone: combination t 1',
      '40s chat0.1 waits 0 for everyone: heldBack t 1',
      '100s voice1.0 -> t 1',
      '160s chat0.1 -> t 1',
    ]);
    expect(await presenceOf(text)).toEqual(['30s t 1 heldBack, holds 1', '100s t 1 heldNoLonger, holds 1']);
  });

  test('ends with the call that hangs up: agents in turn, or items by priority', async () => {
    // agent 1 has a chat since 0, agent 2 since 1; the call of 10 s gives up at 50
    const sources = ['chat 0s,1s 100s', 'voice 10s 60s patience: 40s', 'chat 20s,21s 100s'];
    expect((await decisionsOf(desk(held(), sources, 2))).slice(2)).toEqual([
      '50s chat2.0 -> t 1 [everyone, 0] in turn; agents t 1 idle 50s active 1 | t 2 idle 49s active 1; items chat2.0 0 30s | chat2.1 0 29s',
      '50s chat2.1 -> t 1 [everyone, 0] in turn; agents t 2 idle 49s active 1 | t 1 idle 0s active 2',
    ]);
    expect((await decisionsOf(desk(held(', afterHold: items'), sources, 2))).slice(2)).toEqual([
      '50s chat2.0 -> t 1 [everyone, 0] pairs; agents t 1 idle 50s active 1 | t 2 idle 49s active 1; items chat2.0 0 30s | chat2.1 0 29s',
      '50s chat2.1 -> t 2 [everyone, 0] pairs; agents t 2 idle 49s active 1 | t 1 idle 0s active 2',
    ]);
  });

  test('for no call that is not yet for him', async () => {
    // the call of 10 s may come to t from 40 on: the chat of 20 starts, the one of 50 does not
    const text = `
demand:
  - { source: c, channel: chat, arrivals: { at: [ 0s, 20s, 50s ] }, handleTime: 100s }
  - { source: v, channel: voice, arrivals: { at: [ 0s, 10s ] }, handleTime: 200s }
routing:
  segmentation: { columns: [ channel ], rules: [ { if: [ voice ], then: v } ], otherwise: p }
  processes: { p: { distribute: t }, v: { distribute: v } }
  distribution: { v: { targets: [ { groups: o, for: 30s }, { everyone: true } ] }, t: { targets: { groups: t } } }
  capacity: { u: ${held()} }
workforce: [ { group: t, agents: 1, capacity: u }, { group: o, agents: 1, capacity: u } ]`;
    expect((await waitsOf(text)).slice(2)).toEqual([
      '10s v.1 waits 0 for group o, at 40s everyone: notYetOpen t 1, full o 1',
      '20s c.1 -> t 1',
      '40s v.1 opens everyone, 0',
      '40s v.1 waits 0 for group o, everyone: full o 1, combination t 1',
      '50s c.2 waits 0 for group t: notSkilled o 1, heldBack t 1',
      '120s v.1 -> t 1',
      '320s c.2 -> t 1',
    ]);
  });
});

describe('interruptible work', () => {
  test('goes on after what interrupts it, wrap-up included; an agent with nothing in hand comes first', async () => {
    const rule = '{ voice: { max: 1 }, email: { max: 1, interruptedBy: [ voice ], notWhile: { voice: 1 } } }';
    const text = desk(rule, ['email 0s,41s 100s wrapUp: 5s', 'voice 30s,40s 60s wrapUp: 10s'], 2);
    // agent 1 is paused from 40 to 110: his e-mail of 100 s ends at 170, wrapped up at 175; agent 2 is free at 100
    expect((await decisionsOf(text)).slice(1)).toEqual([
      '30s voice1.0 -> t 2 [everyone, 0] agents; agents t 2 idle 30s active 0 | t 1 interrupted idle 30s active 1',
      '40s voice1.1 -> t 1 [everyone, 0] agents',
      '100s email0.1 -> t 2 [everyone, 0] items',
    ]);
    expect((await waitsOf(text)).filter((line) => line.includes('waits'))).toEqual([
      '41s email0.1 waits 0 for everyone: full t 1, combination t 2',
    ]);
    expect((await storyOf(text)).filter((line) => line.includes('email0.0'))).toEqual([
      '0s email0.0 created',
      '0s email0.0 decided t 1',
      '0s email0.0 answered t 1',
      '40s email0.0 paused t 1',
      '110s email0.0 resumed t 1',
      '170s email0.0 completed t 1',
      '175s email0.0 wrappedUp t 1',
    ]);
  });

  test('does not hang up while it is paused: patience ends with the answer', async () => {
    const rule = '{ voice: { max: 1 }, chat: { max: 1, interruptedBy: [ voice ] } }';
    const text = desk(rule, ['chat 0s 100s patience: 20s', 'voice 10s 60s']);
    expect((await storyOf(text)).filter((line) => line.includes('chat0.0')).slice(2)).toEqual([
      '0s chat0.0 answered t 1',
      '10s chat0.0 paused t 1',
      '70s chat0.0 resumed t 1',
      '160s chat0.0 completed t 1',
    ]);
  });
});

test('an offer occupies while it rings; where he takes nothing meanwhile it stands in the way', async () => {
  const chats = (more: string, max: number) =>
    waitsOf(`
demand: [ { source: c, channel: chat, arrivals: { at: [ 0s, 5s ] }, handleTime: 100s } ]
routing: { segmentation: { otherwise: p }, processes: { p: {} }, capacity: { some: { chat: { max: ${max} } } } }
workforce: [ { group: t, agents: 1, capacity: some, offers: { answerIn: 10s${more} } } ]`);
  expect(await chats('', 2)).toEqual(['0s c.0 -> t 1', '5s c.1 -> t 1']);
  expect(await chats('', 1)).toEqual(['0s c.0 -> t 1', '5s c.1 waits 0 for everyone: full t 1', '110s c.1 -> t 1']);
  expect(await chats(', whileRinging: takesNothing', 2)).toEqual([
    '0s c.0 -> t 1',
    '5s c.1 waits 0 for everyone: ringing t 1',
    '10s c.1 -> t 1',
  ]);
});
