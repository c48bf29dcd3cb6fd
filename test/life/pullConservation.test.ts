/** Parked or pulled, nothing is lost, and nobody with room leaves lying what he would take. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {Simulation} from '../../src/engine/simulation.ts';
import {ITEM} from '../../src/floor/items.ts';
import type {Piece} from '../../src/model/curves.ts';
import type {LifeDraws} from '../../src/model/life.ts';
import {type CentreSpec, modelOf} from '../engine/centre.ts';
import {dutyOf, feedsOf, offerDrawsOf} from '../engine/draws.ts';
import {statusesOf} from '../engine/invariants.ts';
import {Journal} from '../engine/journal.ts';

const ms = (max: number, min = 0) => fc.integer({min, max});
const CURVES: readonly (readonly Piece[])[] = [
  [{fromMs: 0, value: 0, slopePerMs: 0, periodMs: 0}],
  [{fromMs: 0, value: 0, slopePerMs: 1, periodMs: 0}],
  [{fromMs: 0, value: 5, slopePerMs: 0.5, periodMs: 20}],
  [
    {fromMs: 0, value: 90, slopePerMs: 0, periodMs: 0},
    {fromMs: 60, value: 10, slopePerMs: 0, periodMs: 0},
    {fromMs: 150, value: 99, slopePerMs: -0.5, periodMs: 0},
    {fromMs: 250, value: 80, slopePerMs: 0, periodMs: 0},
  ],
];
const centres = fc.record({
  items: fc.array(fc.record({at: ms(300), handle: ms(60), wrapUp: ms(9), patience: ms(500, 20), route: ms(1)}), {
    minLength: 1,
    maxLength: 14,
  }),
  curve: ms(3),
  agents: ms(4, 1),
  offEvery: fc.option(ms(200, 40)),
  by: ms(2),
  order: ms(3),
  seesFrom: fc.constantFrom(-Infinity, -Infinity, 20, 50),
  inTurn: fc.boolean(),
  looksMs: fc.option(ms(40, 1)),
  reassignAfterMs: fc.constantFrom(Infinity, 0, 30, 90),
  parked: fc.array(fc.boolean(), {minLength: 1, maxLength: 7}),
  forMs: ms(200),
  left: fc.constantFrom(Number.NaN, 0, 0.5, 1),
  first: fc.boolean(),
  returnAfterMs: fc.constantFrom(0, 0, 50, Infinity),
  toColleague: fc.boolean(),
  rings: fc.boolean(),
});

test('every item is somewhere at any time, in the end all are done, and nobody able leaves what he sees', () => {
  const met = {parked: 0, inboxed: 0, hidden: 0, waiting: 0};
  fc.assert(
    fc.property(centres, (it) => {
      const spells = (agent: number) =>
        Array.from({length: 40}, (_, k) => {
          const from = k * 2 * (it.offEvery ?? 0) + agent * 7;
          return {from, to: from + (it.offEvery ?? 0)};
        });
      const draws = {
        outcome: (number: number, _: number, visit: number) =>
          visit < 3 && it.parked[(number + visit) % it.parked.length] ? 0 : 1,
        handleMs: (number: number, _: number, visit: number) => (number * 7 + visit * 13) % 50,
        wrapUpMs: () => 3,
        spanMs: (number: number, _: number, visit: number) => (it.forMs * (1 + ((number + visit) % 3))) / 2,
      };
      const {left, first, returnAfterMs, toColleague, looksMs} = it;
      const park = {kind: 'park', forSpan: 0, left, first, returnAfterMs, toColleague} as const;
      const spec: CentreSpec = {
        processes: [{curve: CURVES[it.curve]}, {}],
        routes: [{targets: [{profiles: [0]}, {profiles: [1], ms: 30}]}, {process: 1, targets: [{profiles: [0, 1]}]}],
        groups: [{count: it.agents, ...(it.rings && {offers: {ringMs: 4}})}, {count: 1}],
        ...(it.offEvery !== null && {duty: Array.from({length: it.agents + 1}, (_, a) => ({spells: spells(a)}))}),
        sources: [
          {
            items: it.items.toSorted((a, b) => a.at - b.at),
            life: {outcomes: [park, {kind: 'complete', confirmedSpan: -1}], draws: draws as LifeDraws},
          },
        ],
      };
      const pull = {
        by: Uint8Array.of(it.by, 0),
        order: Uint8Array.of(it.order, 0),
        seesFrom: Float64Array.of(it.seesFrom, -Infinity),
        seesAbove: Uint8Array.of(0, 0),
        inTurn: Uint8Array.of(it.inTurn ? 1 : 0, 0),
        reassignAfterMs: Float64Array.of(it.reassignAfterMs, Infinity),
        looks: Uint8Array.of(looksMs === null ? 0 : 1, 0),
      };
      const bare = modelOf(spec);
      const model = it.by === 0 ? bare : {...bare, pull};
      let journal: Journal | undefined;
      const looks = looksMs === null ? null : {afterMs: (_: number, __: number, look: number) => looksMs + (look % 3)};
      const simulation = new Simulation(
        model,
        feedsOf(spec),
        dutyOf(spec),
        offerDrawsOf(spec),
        (floor) => {
          journal = new Journal(floor);
          return journal;
        },
        looks,
      );
      const {floor} = simulation;
      const {items, agents} = floor;
      for (let at = 0, over = false; !over && at < 20_000; at += 10) {
        over = simulation.runUntil(at);
        const count = (...statuses: readonly number[]) =>
          statusesOf(items).reduce((sum, status) => sum + (statuses.includes(status) ? 1 : 0), 0);
        const inHand = agents.held.reduce((sum, held) => sum + held, 0);
        expect(count(ITEM.ringing, ITEM.working, ITEM.wrapping)).toBe(inHand);
        expect(count(ITEM.waiting)).toBe(floor.waiting);
        expect(items.live).toBe(inHand + floor.waiting + count(ITEM.held));
        met.parked = Math.max(met.parked, floor.workbins?.count.reduce((a, b) => a + b, 0) ?? 0);
        met.waiting = Math.max(met.waiting, floor.pulled?.waiting ?? 0);
        met.inboxed = Math.max(met.inboxed, floor.pulled?.inboxed.reduce((a, b) => a + b, 0) ?? 0);
        if (floor.pulled === null || looksMs !== null || over) continue;
        for (let agent = 0; agent < agents.count; agent++)
          if (agents.isListed(agent)) expect(floor.pulled.best(agent, 0, 1)).toBe(-1);
        if (it.seesFrom > 0) met.hidden++;
      }
      const lines = journal?.lines ?? [];
      const ended = new Set(
        lines.flatMap((line) => (/ (?:completed|abandoned)/.test(line) ? [line.split(' ')[1]] : [])),
      );
      const canAllBeSeen = it.by === 0 || it.seesFrom === -Infinity;
      if (it.offEvery === null && canAllBeSeen) expect(ended.size).toBe(it.items.length);
    }),
    {numRuns: 60, seed: 11},
  );
  expect(met.parked).toBeGreaterThan(2);
  expect(met.inboxed).toBeGreaterThan(2);
  expect(met.waiting).toBeGreaterThan(3);
  expect(met.hidden).toBeGreaterThan(0);
});
