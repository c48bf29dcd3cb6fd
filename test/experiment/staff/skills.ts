/** Centres of several types of calls and groups of several skills. */
import type {GoalSpec, Scenario} from '../../../src/scenario/scenario.ts';
import {
  exponentialTime,
  groupOf,
  ms,
  processOf,
  routingOf,
  scenarioOf,
  sourceOf,
  tableOf,
} from '../../compile/scenarios.ts';
import {goalOf} from './centres.ts';

export interface Group {
  /** Types of calls it takes, from 0. */
  readonly takes: readonly number[];
  readonly cost: number;
  readonly between: readonly [number, number];
}

/** Type k comes `perHour[k]` times an hour to process `type<k>`; each is promised a service level. */
export function skillCentre(
  perHour: readonly number[],
  groups: readonly Group[],
  atLeast: number,
  hours: number,
  replications: number,
): Scenario {
  const types = perHour.map((_, type) => `type${type}`);
  const goals: GoalSpec[] = types.map((process) => goalOf('serviceLevel', 'atLeast', atLeast, {process}));
  return scenarioOf({
    until: {epochMs: Date.UTC(2026, 2, 2) + (hours + 1) * 3_600_000},
    warmUpMs: ms('1h'),
    replications,
    demand: perHour.map((rate, type) =>
      sourceOf(types[type] ?? '', 'voice', {
        arrivals: {kind: 'perHour', rate, swing: 0, periodMs: ms('1d'), peakMs: 0},
        handleTime: {fixed: exponentialTime('4m')},
        patience: {fixed: exponentialTime('5m')},
      }),
    ),
    workforce: groups.map(({takes, cost, between}, index) =>
      groupOf(`group${index}`, between[0], {
        between: {'': between},
        costPerHour: cost,
        skills: Object.fromEntries(takes.map((type) => [types[type] ?? '', 1])),
      }),
    ),
    routing: routingOf({
      segmentation: tableOf(
        ['source'],
        types.map((type) => [[type], type] as const),
      ),
      processes: types.map((type) => processOf(type, {answerWithinMs: 20_000, distribute: type})),
      distribution: Object.fromEntries(types.map((type) => [type, {targets: [{skills: `${type} > 0`}]}])),
    }),
    goals,
  });
}

/** Small whole numbers of a fixed sequence, the same on any machine (Lehmer's generator, modulus 2^31 - 1). */
export function lehmer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
