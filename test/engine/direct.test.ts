/** The short way of events that disturb one item or one agent tells what the long way tells. */
import {afterEach, expect, test} from 'vitest';
import {SHORT_WAY} from '../../src/engine/direct.ts';
import type {Observer} from '../../src/engine/observer.ts';
import {Simulation} from '../../src/engine/simulation.ts';
import type {Floor} from '../../src/floor/floor.ts';
import {NOTHING_ASKED} from '../../src/measure/asked.ts';
import {Recorder} from '../../src/measure/recorder.ts';
import type {CapacitySpec} from '../../src/routing/capacity/spec.ts';
import {type CentreSpec, modelOf} from './centre.ts';
import {Dice} from './dice.ts';
import {dutyOf, feedsOf, offerDrawsOf} from './draws.ts';
import {simulate} from './journal.ts';
import {randomCentre} from './randomCentre.ts';

const SEEDS = Array.from({length: 60}, (_, i) => i + 1);

afterEach(() => {
  SHORT_WAY.open = true;
});

test('an event that is alone in its millisecond goes the short way, and tells the same', () => {
  const told = (open: boolean) => {
    SHORT_WAY.open = open;
    return SEEDS.flatMap((seed) => [simulate(randomCentre(seed)), simulate(plainCentre(seed))]);
  };
  expect(told(true)).toEqual(told(false));
});

/** A centre of plain routes: calls and chats that come once, wait by time, hang up and need nothing else. */
function plainCentre(seed: number): CentreSpec {
  const dice = new Dice(seed);
  const targets = () =>
    Array.from({length: 1 + dice.int(2)}, (_, stage) => ({profiles: dice.some(3), ms: stage * dice.one([0, 700])}));
  return {
    channels: ['voice', 'chat'],
    capacity: [HOLDING],
    processes: [{}, {}, {}],
    routes: [0, 1, 0].map((channel, process) => ({process, channel, targets: targets()})),
    groups: [0, 1, 2].map((profile) => ({profile, count: 1 + dice.int(3)})),
    sources: Array.from({length: 1 + dice.int(3)}, () => ({
      items: Array.from({length: 30}, (_, i) => ({
        at: i * 80 + dice.int(3) * 40,
        route: dice.int(3),
        handle: dice.int(40) * 40,
        wrapUp: dice.chance(0.3) ? 80 : 0,
        patience: dice.chance(0.5) ? dice.int(2000) : Infinity,
      })),
    })),
  };
}

/** Of the same, a fifth come back once, and an agent has some of them for two visits. */
function livingCentre(seed: number): CentreSpec {
  const plain = plainCentre(seed);
  const outcomes = [
    {kind: 'complete', confirmedSpan: -1},
    {kind: 'comesBack', afterSpan: 0},
  ] as const;
  const draws = {
    outcome: (number: number, _: number, visit: number) => (visit === 0 && number % 5 === 0 ? 1 : 0),
    handleMs: (number: number) => 40 * (number % 7),
    wrapUpMs: () => 0,
    spanMs: (number: number) => 130 * (number % 3),
  };
  return {...plain, sources: plain.sources.map((source) => ({...source, life: {outcomes, draws}}))};
}
const HOLDING: CapacitySpec = {
  name: 'blended',
  channels: {
    voice: {max: 1, notWhile: [], interruptedBy: []},
    chat: {max: 2, notWhile: [], interruptedBy: []},
  },
  units: null,
  holdBackFor: ['voice'],
  afterHold: 'agents',
};

/** Counts by the recorder of one run, and how many items it was told of as answered at once. */
function recorded(spec: CentreSpec, atOnce: boolean) {
  const plain = modelOf(spec);
  const model = {
    ...plain,
    horizon: {...plain.horizon, warmUpMs: 700},
    reporting: {...plain.reporting, intervalMs: 500},
  };
  const recorder = new Recorder({model, asked: {...NOTHING_ASKED, answerLimitsMs: [0, 2000]}});
  let told = 0;
  const observe = (floor: Floor): Observer => {
    const ageOf = (item: number) => floor.sinceArrival(item);
    recorder.watch({items: floor.items, clocks: floor.clocks, profiles: floor.agents.profile, ageOf});
    return new Proxy(recorder, {
      get(target, key) {
        if (key === 'answeredAtOnce' && !atOnce) return undefined;
        if (key === 'answeredAtOnce') told++;
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  new Simulation(model, feedsOf(spec), dutyOf(spec), offerDrawsOf(spec), observe).run();
  const {counts, ledger, waits, targetCounts, takenBy, agentCounts, ruleHits, peaks} = recorder;
  const {cells} = ledger.tallies;
  const kept = {counts, cells, waits: waits.counts, targetCounts, takenBy, agentCounts, ruleHits};
  const {flows, stayMs} = recorder.life?.stages ?? {};
  return {told, kept: {...kept, peaks: peaks.mostByScope(), flows, stayMs}};
}

test.each([
  ['once', plainCentre],
  ['perhaps again', livingCentre],
])('what is told in one is recorded as what is told in two: of items that come %s', (_, centre) => {
  let told = 0;
  for (const seed of SEEDS) {
    const one = recorded(centre(seed), true);
    told += one.told;
    expect(one.kept, `centre ${seed}`).toEqual(recorded(centre(seed), false).kept);
  }
  expect(told).toBeGreaterThan(60);
});

test('items that may come back go the short way as well', () => {
  const told = (open: boolean) => {
    SHORT_WAY.open = open;
    return SEEDS.map((seed) => simulate(livingCentre(seed)));
  };
  expect(told(true)).toEqual(told(false));
});
