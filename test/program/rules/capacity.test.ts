/** Has this agent room for it? One agent nearly always; every start worked by hand. */
import {describe, expect, test} from 'vitest';
import {desk} from './capacityDesk.ts';
import {itemEventsOf, itemsOf, resultsOf} from './desk.ts';

/** `chat0 0: 0-100` by source and arrival, in order of arrival; with several agents also who. */
const times = (text: string) =>
  itemsOf(text).map((line) => {
    const [, source, at, agent, from, to] = /^(\w+)\.\d+ came ([\d.]+): t (\d+) ([\d.]+) to ([\d.]+)/.exec(line) ?? [];
    return source === undefined ? line : `${source} ${at}: ${from}-${to}${agent === '1' ? '' : ` @${agent}`}`;
  });

describe('most of each channel', () => {
  test('without a rule one item at a time, of any channel', () => {
    const text = desk('{ x: { max: 1 } }', ['chat 0s,0s 60s', 'fax 0s 60s']).replace(', capacity: rule', '');
    expect(times(text)).toEqual(['chat0 0: 0-60', 'fax1 0: 60-120', 'chat0 0: 120-180']);
  });

  test('a voice may not join a chat, nor a chat a voice; a channel not named never comes', () => {
    expect(
      times(
        desk('{ voice: { max: 1, notWhile: [ { chat: 1 } ] }, chat: { max: 3, notWhile: [ { voice: 1 } ] } }', [
          'voice 20s 60s',
          'chat 0s,10s,120s 100s',
          'email 30s 5s',
        ]),
      ),
    ).toEqual([
      'chat1 0: 0-100',
      'chat1 10: 10-110',
      'voice0 20: 110-170',
      'email2.0 came 30: waiting',
      'chat1 120: 170-270',
    ]);
  });

  test('asymmetric: a chat may join a voice', () => {
    expect(
      times(
        desk('{ voice: { max: 1, notWhile: { chat: 1 } }, chat: { max: 3 } }', ['voice 10s 100s', 'chat 0s,60s 50s']),
      ),
    ).toEqual(['chat1 0: 0-50', 'voice0 10: 50-150', 'chat1 60: 60-110']);
  });

  test('a load of several channels forbids where all of it is in hand; any load of a list does', () => {
    const rule =
      '{ work: { max: 2, notWhile: [ { email: 1, chat: 1 }, { chat: 2 } ] }, chat: { max: 3 }, email: { max: 1 } }';
    expect(times(desk(rule, ['work 10s 10s', 'chat 0s 50s', 'email 0s 100s']))).toEqual([
      'chat1 0: 0-50',
      'email2 0: 0-100',
      'work0 10: 50-60',
    ]);
    expect(times(desk(rule, ['work 10s 10s', 'chat 0s,0s 50s', 'email 60s 100s'])).slice(2)).toEqual([
      'work0 10: 50-60',
      'email2 60: 60-160',
    ]);
  });
});

describe('weighted units', () => {
  test('of a total, or a share of it: a voice takes the whole agent', () => {
    // three chats are six units; work, two of them and a chat fit again at 100, the voice when nothing is left
    expect(
      times(
        desk('{ total: 6, weights: { voice: 100%, chat: 2, work: 1 } }', [
          'chat 0s,0s,0s,1s 100s',
          'work 1s 10s',
          'voice 2s 60s',
        ]),
      ),
    ).toEqual([
      'chat0 0: 0-100',
      'chat0 0: 0-100',
      'chat0 0: 0-100',
      'work1 1: 100-110',
      'chat0 1: 100-200',
      'voice2 2: 200-260',
    ]);
  });

  test('with most of a channel beside them', () => {
    expect(
      times(
        desk('{ total: 6, weights: { chat: 2, work: 1 }, chat: { max: 1, notWhile: { work: 2 } } }', [
          'chat 0s,0s,50s 40s',
          'work 0s,45s 30s',
        ]),
      ),
    ).toEqual(['chat0 0: 0-40', 'work1 0: 0-30', 'chat0 0: 40-80', 'work1 45: 45-75', 'chat0 50: 80-120']);
  });
});

describe('holding back', () => {
  const held = (more = '') => `{ total: 6, weights: { voice: 100%, chat: 2 }, holdBackFor: [ voice ]${more} }`;

  test('starts nothing else while a call waits that he could take if he were free', () => {
    expect(times(desk(held(), ['chat 0s,40s 100s', 'voice 30s 60s']))).toEqual([
      'chat0 0: 0-100',
      'voice1 30: 100-160',
      'chat0 40: 160-260',
    ]);
  });

  test('for no call that is not for him, or not yet', () => {
    // the second call may come to t from 40 on: the chat of 20 starts, the one of 50 does not
    expect(
      itemsOf(`
demand:
  - { source: c, channel: chat, arrivals: { at: [ 0s, 20s, 50s ] }, handleTime: 100s }
  - { source: v, channel: voice, arrivals: { at: [ 0s, 10s ] }, handleTime: 200s }
routing:
  segmentation: { columns: [ channel ], rules: [ { if: [ voice ], then: v } ], otherwise: p }
  processes: { p: { distribute: t }, v: { distribute: v } }
  distribution: { v: { targets: [ { groups: o, for: 30s }, { everyone: true } ] }, t: { targets: { groups: t } } }
  capacity: { u: ${held()} }
workforce: [ { group: t, agents: 1, capacity: u }, { group: o, agents: 1, capacity: u } ]`),
    ).toEqual([
      'c.0 came 0: t 1 0 to 100 [group t, 0]',
      'v.0 came 0: o 1 0 to 200 [group o, 0]',
      'v.1 came 10: t 1 120 to 320 [everyone, 0]',
      'c.1 came 20: t 1 20 to 120 [group t, 0]',
      'c.2 came 50: t 1 320 to 420 [group t, 0]',
    ]);
  });

  test('ends with the call that hung up: agents are asked in turn, or items by priority', () => {
    // each agent has a chat; the call gives up at 50; two more chats wait, of which agent 1 may take both
    const sources = ['chat 0s,1s 100s', 'voice 10s 60s patience: 40s', 'chat 20s,21s 100s'];
    const voice = 'voice1.0 came 10: abandoned 50';
    const first = ['chat0 0: 0-100', 'chat0 1: 1-101 @2', voice];
    expect(times(desk(held(), sources, 2))).toEqual([...first, 'chat2 20: 50-150', 'chat2 21: 50-150']);
    expect(times(desk(held(', afterHold: items'), sources, 2))).toEqual([
      ...first,
      'chat2 20: 50-150',
      'chat2 21: 50-150 @2',
    ]);
  });
});

describe('interruptible work', () => {
  const lent = '{ voice: { max: 1, notWhile: { email: 1 } }, email: { max: 1, interruptedBy: [ voice ] } }';

  test('is paused, wrap-up included, does not stand in the way, and resumes', async () => {
    const text = desk(lent, ['email 0s 100s wrapUp: 10s', 'voice 30s 60s wrapUp: 20s']);
    expect(itemEventsOf(text)).toEqual([
      '0 email0.0 answered by t 1 at 0',
      '30 voice1.0 answered by t 1 at 0',
      '30 email0.0 paused by t 1',
      '90 voice1.0 completed by t 1',
      '110 email0.0 resumed by t 1',
      '180 email0.0 completed by t 1',
    ]);
    // 190 s of the e-mail, its pause counted, and 80 s of the call; busy from 0 to 190
    const {flow, group} = await resultsOf(`to: 200s${text}`);
    expect([flow.total.handleTime?.value, flow.total.interruptions?.value]).toEqual([(190 + 80) / 2, 1]);
    expect(group.t?.occupancy?.value).toBe(190 / 200);
  });

  test('while it is wrapped up too', async () => {
    // 10 to 20, paused to 60, the other 20 s to 80
    const text = desk(lent, ['email 0s,21s 10s wrapUp: 30s', 'voice 20s 40s']);
    expect(itemsOf(text)[0]).toBe('email0.0 came 0: t 1 0 to 10 wrapping to 80 [everyone, 0]');
    expect((await resultsOf(text)).flow.channel.email?.handleTime?.value).toBe((80 + 40) / 2);
    expect(itemEventsOf(text).slice(1)).toEqual([
      '10 email0.0 completed by t 1',
      '20 voice1.0 answered by t 1 at 0',
      '60 voice1.0 completed by t 1',
      '80 email0.1 answered by t 1 at 0',
      '90 email0.1 completed by t 1',
    ]);
  });

  test('lends its units, and keeps its place among its own', () => {
    const rule = '{ total: 2, weights: { voice: 100%, email: 2 }, email: { interruptedBy: voice } }';
    expect(times(desk(rule, ['email 0s,15s 100s', 'voice 10s 20s']))).toEqual([
      'email0 0: 0-120',
      'voice1 10: 10-30',
      'email0 15: 120-220',
    ]);
  });

  test('only for channels that interrupt it', () => {
    const rule = lent.replace(/ }$/, ', chat: { max: 1, notWhile: { email: 1 } } }');
    expect(times(desk(rule, ['email 0s 50s', 'voice 10s 20s', 'chat 5s 20s']))).toEqual([
      'email0 0: 0-70',
      'chat2 5: 70-90',
      'voice1 10: 10-30',
    ]);
  });

  test('comes after an agent with nothing in hand', () => {
    // at 30 agent 2 is free, at 40 nobody: agent 1 is interrupted; the e-mail of 41 has no place beside the paused one
    const rule = '{ voice: { max: 1 }, email: { max: 1, interruptedBy: [ voice ], notWhile: { voice: 1 } } }';
    expect(times(desk(rule, ['email 0s,41s 100s', 'voice 30s,40s 60s'], 2))).toEqual([
      'email0 0: 0-160',
      'voice1 30: 30-90 @2',
      'voice1 40: 40-100',
      'email0 41: 90-190 @2',
    ]);
  });
});

describe('items worked on at the same time', () => {
  const three = '{ chat: { max: 3 }, im: { max: 1, interruptedBy: [ voice ] }, voice: { max: 1 }, email: { max: 1 } }';
  const slow = (s: number) => `concurrency: { slowdown: ${s} }`;

  test('share the time at slowdown 1, timed anew when their number changes', () => {
    // c0: 10 s alone, then 20 s of effort at half speed; c1 has 10 s left when it is alone
    expect(times(desk(three, [`chat 0s,10s 30s ${slow(1)}`]))).toEqual(['chat0 0: 0-50', 'chat0 10: 10-60']);
  });

  test('go at n^-0.25; wrap-up does not count', () => {
    // 60 s × 2^0.25; at 80 the two others are in wrap-up
    const effort = 60 * 2 ** 0.25;
    const end = Math.round(effort * 1000) / 1000;
    expect(times(desk(three, [`chat 0s,0s 60s wrapUp: 100s, ${slow(0.25)}`, `chat 80s 60s ${slow(0.25)}`]))).toEqual([
      `chat0 0: 0-${end}`,
      `chat0 0: 0-${end}`,
      'chat1 80: 80-140',
    ]);
    const rows = itemsOf(desk(three, [`chat 0s 60s wrapUp: 100s, ${slow(0.25)}`]));
    expect(rows).toEqual(['chat0.0 came 0: t 1 0 to 60 wrapping to 160 [everyone, 0]']);
  });

  test('work on channels without a slowdown does not count', () => {
    expect(times(desk(three, [`chat 0s 30s ${slow(1)}`, 'email 0s 30s']))).toEqual(['chat0 0: 0-30', 'email1 0: 0-30']);
  });

  test('nor does what is paused', () => {
    // both at half speed to 10; the chat alone to 30 has 5 s left, done at half speed by 40; the message then has 20 s
    expect(times(desk(three, [`chat 0s 30s ${slow(1)}`, `im 0s 30s ${slow(1)}`, 'voice 10s 20s']))).toEqual([
      'chat0 0: 0-40',
      'im1 0: 0-60',
      'voice2 10: 10-30',
    ]);
  });
});
