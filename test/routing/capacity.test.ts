import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Capacity} from '../../src/model/capacity.ts';
import {capacityFindings, capacitySchema, compileCapacity, ONE_AT_A_TIME} from '../../src/routing/capacity/index.ts';

const CHANNELS = ['voice', 'chat', 'email', 'workitem'];
const spec = (written: unknown) => ({...capacitySchema.parse(written), name: 'rule'});
const compiled = (...written: unknown[]) => compileCapacity(written.map(spec), CHANNELS);
const BLENDED = {
  voice: {max: 1, notWhile: [{chat: 1}]},
  chat: {max: 3, notWhile: [{voice: 1}]},
  email: {max: 1, notWhile: [{voice: 1}, {chat: 2}], interruptedBy: ['voice']},
  workitem: {max: 2, notWhile: [{voice: 1}], interruptedBy: ['voice']},
};
const UNITS = {total: 6, weights: {voice: '100%', chat: 2, email: 2, workitem: 1}, holdBackFor: ['voice']};

/** The state after starting these channels in turn; -1 where one may not start. */
function loadOf(capacity: Capacity, channels: readonly string[], rule = 0): number {
  let state = capacity.start[rule] ?? -1;
  for (const channel of channels) {
    if (state < 0) return -1;
    state = capacity.plus[state * CHANNELS.length + CHANNELS.indexOf(channel)] ?? -1;
  }
  return state;
}
const named = (bits: number) => CHANNELS.filter((_, channel) => (bits >>> channel) & 1);
const admitted = (capacity: Capacity, channels: readonly string[]) =>
  named(capacity.admits[loadOf(capacity, channels)] ?? 0);

describe('most of each, asymmetric', () => {
  const capacity = compiled(BLENDED);
  test.each<[string[], string[]]>([
    [[], ['voice', 'chat', 'email', 'workitem']],
    [['voice'], []],
    [['chat'], ['chat', 'email', 'workitem']],
    [
      ['chat', 'chat'],
      ['chat', 'workitem'],
    ],
    [['chat', 'chat', 'chat'], ['workitem']],
    [['email'], ['voice', 'chat', 'workitem']],
    [
      ['email', 'chat', 'chat'],
      ['chat', 'workitem'],
    ],
    [
      ['workitem', 'workitem'],
      ['voice', 'chat', 'email'],
    ],
    [['email', 'voice'], []],
  ])('with %j in hand %j may start', (held, expected) => {
    expect(admitted(capacity, held)).toEqual(expected);
  });
  test('a combination needs all of it', () => {
    const both = compiled({voice: {max: 1, notWhile: [{chat: 1, email: 1}]}, chat: {max: 2}, email: {max: 1}});
    expect(['chat', 'email'].map((held) => admitted(both, [held]).includes('voice'))).toEqual([true, true]);
    expect(admitted(both, ['chat', 'email'])).toEqual(['chat']);
  });
  test('arrows back, counts and room', () => {
    const [email, both] = [loadOf(capacity, ['email']), loadOf(capacity, ['email', 'voice'])];
    expect(capacity.minus[both * 4]).toBe(email);
    expect(capacity.minus[both * 4 + 2]).toBe(loadOf(capacity, ['voice']));
    expect(capacity.minus[email * 4]).toBe(-1);
    expect([...capacity.counts.slice(both * 4, both * 4 + 4)]).toEqual([1, 0, 1, 0]);
    expect([capacity.active[both], capacity.used[both], capacity.free[both]]).toEqual([2, 2, 5]);
  });
});

describe('interruption', () => {
  const capacity = compiled(BLENDED);
  test('what voice interrupts does not stand in its way, and is paused', () => {
    const held = loadOf(capacity, ['email', 'workitem', 'workitem']);
    const talking = loadOf(capacity, ['email', 'workitem', 'workitem', 'voice']);
    expect(talking).toBeGreaterThanOrEqual(0);
    expect([named(capacity.paused[held] ?? 0), named(capacity.paused[talking] ?? 0)]).toEqual([
      [],
      ['email', 'workitem'],
    ]);
    expect([...capacity.interrupts.slice(held * 4, held * 4 + 4)]).toEqual([1, 0, 0, 0]);
    expect([...capacity.interrupts.slice(0, 4)]).toEqual([0, 0, 0, 0]);
  });
  test('units are lent, notWhile too; nothing starts under what interrupts it; the paused keep their own max', () => {
    const lent = compiled({
      total: 4,
      weights: {voice: '100%', chat: 1, email: 2},
      voice: {notWhile: [{email: 1}]},
      chat: {max: 9},
      email: {max: 2, interruptedBy: ['voice']},
    });
    expect(admitted(lent, ['email', 'email'])).toEqual(['voice']);
    expect(loadOf(lent, ['email', 'email', 'voice'])).toBeGreaterThanOrEqual(0);
    expect(admitted(lent, ['email', 'voice'])).toEqual([]);
    expect(admitted(lent, ['chat'])).toEqual(['chat', 'email']);
    expect(lent.free[loadOf(lent, ['email', 'email', 'voice'])]).toBe(-4);
  });
});

test('weighted units with percentages; a channel not named: none of it', () => {
  const capacity = compiled(UNITS, {total: 1, weights: {chat: '33.3333333%'}});
  expect(admitted(capacity, ['email', 'email'])).toEqual(['chat', 'email', 'workitem']);
  expect(admitted(capacity, ['email', 'email', 'workitem'])).toEqual(['workitem']);
  expect(admitted(capacity, ['workitem'])).toEqual(['chat', 'email', 'workitem']);
  expect(admitted(capacity, ['voice'])).toEqual([]);
  expect(loadOf(capacity, ['chat', 'chat', 'chat'], 1)).toBeGreaterThanOrEqual(0);
  expect(loadOf(capacity, ['voice'], 1)).toBe(-1);
  expect([...capacity.heldFor]).toEqual([1, 0]);
  expect(capacity.afterHold).toBe('agents');
});

test('no rule: one item at a time of any channel', () => {
  const capacity = compileCapacity([ONE_AT_A_TIME], CHANNELS);
  expect([capacity.stateCount, admitted(capacity, []), admitted(capacity, ['email'])]).toEqual([5, CHANNELS, []]);
  expect([capacity.free[0], capacity.free[1]]).toEqual([1, 0]);
});

describe('findings', () => {
  const found = (written: unknown) =>
    capacityFindings(spec(written), CHANNELS).map(
      ({severity, path, message, hint}) => `${severity} ${path.join('.')}: ${message} | ${hint ?? ''}`,
    );
  test.each<[unknown, RegExp[]]>([
    [BLENDED, []],
    [UNITS, []],
    [{total: 2, weights: {voice: 3}}, [/^error weights\.voice: expected a weight of at most the total, 2, found 3/]],
    [{vioce: {max: 1}}, [/^error vioce: .*did you mean voice/]],
    [{total: 1, weights: {fax: 1, voice: 1}}, [/^warning weights\.fax: .*the channels are/]],
    [{voice: {max: 1, notWhile: {chta: 1}}}, [/^error voice\.notWhile\.0\.chta: .*did you mean chat/]],
    [{voice: {max: 1, interruptedBy: 'voice'}}, [/^error voice\.interruptedBy: .*nothing interrupts itself/]],
    [{total: 1e9, weights: {voice: 1, chat: 1}}, [/^error : .*more than 20000 different loads/]],
  ])('%j', (written, says) => {
    const messages = found(written);
    expect(messages).toHaveLength(says.length);
    for (const [index, pattern] of says.entries()) expect(messages[index]).toMatch(pattern);
  });
  test.each([
    [{total: 6}, /together/],
    [{holdBackFor: 'voice'}, /expected channels/],
    [{voice: {}}, /expected `max`/],
    [{total: 6, weights: {voice: 1}, chat: {max: 2}}, /expected a weight of chat/],
    [{voice: {max: 1, notWhile: [{chat: 0}]}}, /1 or more/],
    [{total: 6, weights: {voice: 'all'}}, /percentage/],
  ])('%j cannot be read', (written, says) => {
    expect(JSON.stringify(capacitySchema.safeParse(written).error?.issues)).toMatch(says);
  });
});

test('no walk through starts and ends exceeds max or units, whatever it interrupts', () => {
  const channel = fc.record({
    max: fc.integer({min: 0, max: 3}),
    notWhile: fc.array(
      fc.dictionary(fc.constantFrom(...CHANNELS), fc.integer({min: 1, max: 2}), {minKeys: 1, maxKeys: 2}),
      {maxLength: 2},
    ),
    interrupter: fc.constantFrom(...CHANNELS, 'none'),
  });
  const weights = fc.array(fc.integer({min: 1, max: 3}), {minLength: 4, maxLength: 4});
  fc.assert(
    fc.property(
      fc.array(channel, {minLength: 4, maxLength: 4}),
      weights,
      fc.integer({min: 1, max: 6}),
      fc.array(fc.nat({max: 7}), {maxLength: 40}),
      (rules, units, total, moves) => {
        const written = Object.fromEntries(
          rules.map(({max, notWhile, interrupter}, index) => [
            CHANNELS[index],
            {
              max,
              notWhile,
              interruptedBy: interrupter === 'none' || interrupter === CHANNELS[index] ? [] : [interrupter],
            },
          ]),
        );
        const capacity = compiled({
          ...written,
          total,
          weights: Object.fromEntries(CHANNELS.map((name, index) => [name, units[index]])),
        });
        let state = capacity.start[0] ?? 0;
        for (const move of moves) {
          const [table, of] = move < 4 ? [capacity.plus, move] : [capacity.minus, move - 4];
          const next = table[state * 4 + of] ?? -1;
          const held = capacity.counts[state * 4 + of] ?? 0;
          if (move >= 4) expect(next >= 0).toBe(held > 0);
          if (next < 0) continue;
          if (move < 4) expect(capacity.minus[next * 4 + of]).toBe(state);
          else expect(capacity.joined[next * 4 + of]).toBe(state);
          state = next;
          const counts = [...capacity.counts.slice(state * 4, state * 4 + 4)];
          for (const [index, count] of counts.entries()) expect(count).toBeLessThanOrEqual(rules[index]?.max ?? 0);
          const paused = capacity.paused[state] ?? 0;
          const working = counts.reduce(
            (sum, count, index) => sum + ((paused >>> index) & 1 ? 0 : count * (units[index] ?? 0)),
            0,
          );
          expect(working).toBeLessThanOrEqual(total);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(capacity.active[state]);
        }
      },
    ),
    {numRuns: 150},
  );
});
