import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Work} from '../../src/importers/logFacts.ts';
import {decisionsIn} from '../../src/importers/order/decisions.ts';
import {orderOfTaking} from '../../src/importers/order/orderOfTaking.ts';
import type {WaitedContact} from '../../src/importers/order/waited.ts';

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const contact = (from: number, to: number, more: Partial<WaitedContact> = {}): WaitedContact => ({
  queue: 'a',
  fromMs: from * SECOND,
  toMs: to * SECOND,
  agent: 'Ann',
  isTaken: true,
  values: ['plain'],
  ...more,
});
const byValue = {zone: 'UTC', classOf: ({values}: WaitedContact) => values[0] ?? '', takes: () => true};

test('a decision is who was taken while another waited: of each class the oldest, if the agent could have taken it', () => {
  const gold = {values: ['gold']};
  const contacts = [
    contact(0, 100),
    contact(20, 50, gold),
    contact(30, 200),
    contact(40, 60, {isTaken: false, agent: ''}),
    contact(10, 300, {queue: 'b'}),
  ];
  const told = (of = byValue) => decisionsIn(contacts, of).map(({taken, left, longerMs}) => [taken, left, longerMs]);
  expect(told()).toEqual([
    ['gold', 'plain', 20 * SECOND],
    ['plain', 'plain', -10 * SECOND],
    ['plain', 'plain', 20 * SECOND],
  ]);
  // Ann takes nothing from b: when the third was taken, nobody else waited for her.
  expect(told({...byValue, takes: (_?: string, __?: string, queue?: string) => queue === 'a'})).toEqual([
    ['gold', 'plain', 20 * SECOND],
    ['plain', 'plain', -30 * SECOND],
  ]);
});

test('who leaves in the very second another is taken was no choice', () => {
  expect(decisionsIn([contact(0, 51), contact(20, 50)], byValue)).toEqual([]);
  expect(decisionsIn([contact(49, 90), contact(20, 50)], byValue)).toEqual([]);
});

/** One agent, always somebody waiting: at each end of a contact he takes who is first by `claim`. */
function taken(claim: (kind: string, waitedSeconds: number) => number, kinds: readonly string[], days = 8) {
  const contacts: WaitedContact[] = [];
  const random = generator(7);
  for (let day = 0; day < days; day++) {
    const arrivals = Array.from({length: 150}, () => ({
      at: Math.floor(random() * 9000),
      kind: kinds[Math.floor(random() * kinds.length)] ?? '',
    }));
    let waiting = arrivals;
    for (let now = 600; waiting.length > 0; now += 40 + Math.floor(random() * 60)) {
      const there = waiting.filter(({at}) => at <= now);
      const [first] = there.sort((a, b) => claim(b.kind, now - b.at) - claim(a.kind, now - a.at));
      if (!first) continue;
      const from = (day * DAY) / SECOND;
      contacts.push(contact(from + first.at, from + now, {values: [first.kind]}));
      waiting = waiting.filter((one) => one !== first);
    }
  }
  return contacts;
}

/** D. H. Lehmer's, for arrivals of a test. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const work = new Map<string, Work[]>([
  ['Ann', Array.from({length: 20}, (_, day) => ({fromMs: day * DAY, toMs: day * DAY + 1, queue: 'a'}))],
]);
const orderIn = (contacts: readonly WaitedContact[], attributes = ['segment']) =>
  orderOfTaking({contacts: [...contacts], attributes}, work, 'UTC');

test('first come, first served is found where nothing else is done', () => {
  const order = orderIn(taken((_, waited) => waited, ['gold', 'plain']));
  expect(order).toMatchObject({rule: 'firstCome', shares: {firstCome: 1}, within: {share: 1}});
});

test('a head start is found within its round number, whatever it is', () => {
  fc.assert(
    fc.property(fc.integer({min: 2, max: 20}), (tens) => {
      const credit = {gold: 30 * tens, silver: 15 * tens, plain: 0};
      const claim = (kind: string, waited: number) => waited + credit[kind as 'gold'];
      const order = orderIn(taken(claim, ['gold', 'silver', 'plain']));
      expect(order?.rule).toBe('credits');
      expect(order?.shares.credits).toBeGreaterThan(0.97);
      for (const {kind, fromMs, toMs} of order?.credits ?? []) {
        expect(fromMs).toBeLessThanOrEqual(credit[kind as 'gold'] * SECOND);
        expect(toMs).toBeGreaterThanOrEqual(credit[kind as 'gold'] * SECOND);
      }
    }),
    {numRuns: 6, seed: 3},
  );
});

test('classes that are always taken first are classes, in their order', () => {
  const rank = {b: 2, c: 1, a: 0};
  const order = orderIn(taken((kind, waited) => 1e6 * rank[kind as 'a'] + waited, ['a', 'b', 'c']));
  expect(order).toMatchObject({rule: 'classes', ranking: ['b', 'c', 'a'], shares: {classes: 1}});
});

test('of several attributes the one that decides is told; too few decisions tell nothing', () => {
  const credit = {gold: 120, plain: 0};
  const contacts = taken((kind, waited) => waited + credit[kind as 'gold'], ['gold', 'plain']);
  const both = contacts.map((one, i) => ({...one, values: [i % 2 ? 'odd' : 'even', ...one.values]}));
  expect(orderIn(both, ['parity', 'segment'])).toMatchObject({attribute: 'segment', rule: 'credits'});
  expect(orderIn(contacts.slice(0, 40))).toBeNull();
});
