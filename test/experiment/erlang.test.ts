import {describe, expect, test} from 'vitest';
import {compile} from '../../src/compile/index.ts';
import {rehearse} from '../../src/experiment/index.ts';
import type {Estimate} from '../../src/measure/results.ts';
import type {Scenario, SourceSpec} from '../../src/scenario/scenario.ts';
import {
  constantTime,
  exponentialTime,
  groupOf,
  ms,
  processOf,
  routingOf,
  scenarioOf,
  sourceOf,
} from '../compile/scenarios.ts';

/** Calls of a steady rate to agents who are always there: 3 hours to warm up, 20 hours counted, one to finish. */
const centre = (perHour: number, agents: number, source: Partial<SourceSpec>): Scenario =>
  scenarioOf({
    until: {epochMs: Date.UTC(2026, 2, 3)},
    warmUpMs: ms('3h'),
    coolDownMs: ms('1h'),
    replications: 25,
    demand: [
      sourceOf('calls', 'voice', {
        arrivals: {kind: 'perHour', rate: perHour, swing: 0, periodMs: ms('1d'), peakMs: 0},
        handleTime: {fixed: exponentialTime('4m')},
        ...source,
      }),
    ],
    workforce: [groupOf('agents', agents)],
    routing: routingOf({processes: [processOf('calls', {answerWithinMs: ms('20s')})]}),
  });

async function valuesOf(scenario: Scenario): Promise<Readonly<Record<string, Estimate>>> {
  const openRows = () => {
    throw new Error('no log is replayed here');
  };
  const loaded = {scenario, compiled: compile(scenario), hash: '', openRows};
  const {results} = await rehearse({loaded, remote: null, version: '0'}, {workers: 1});
  return results?.flow.total ?? {};
}

/** How many of its standard errors an estimate of 25 replications is off. t(24) at 95 % is 2.0639. */
function errorsOff(estimate: Estimate | undefined, exact: number): number {
  if (estimate?.value == null || !estimate.halfWidth) return Infinity;
  return Math.abs(estimate.value - exact) / (estimate.halfWidth / 2.0639);
}
/** Beyond this a right model would be rejected once in 7,000 numbers (Student, 24 degrees of freedom). */
const MOST_ERRORS = 4.5;

/** Erlang's loss formula by its recursion B(c) = a B(c-1) / (c + a B(c-1)). */
function erlangB(load: number, agents: number): number {
  let blocked = 1;
  for (let c = 1; c <= agents; c++) blocked = (load * blocked) / (c + load * blocked);
  return blocked;
}
/** Share delayed in M/M/c, from the loss formula: C = c B / (c - a (1 - B)). */
function erlangC(load: number, agents: number): number {
  const blocked = erlangB(load, agents);
  return (agents * blocked) / (agents - load * (1 - blocked));
}
/** M/M/c+M by its birth and death equations: share abandoned, and occupancy. */
function erlangA(load: number, agents: number, handleSeconds: number, patienceSeconds: number) {
  const weights = [1];
  for (let n = 1; n < agents + 2000; n++) {
    const leaves = Math.min(n, agents) / handleSeconds + Math.max(0, n - agents) / patienceSeconds;
    weights.push((weights[n - 1] ?? 0) * (load / handleSeconds / leaves));
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (n: number) => number) => weights.reduce((sum, weight, n) => sum + weight * of(n), 0) / total;
  const waiting = mean((n) => Math.max(0, n - agents));
  return {
    abandonment: waiting / patienceSeconds / (load / handleSeconds),
    occupancy: mean((n) => Math.min(n, agents)) / agents,
  };
}

describe('a single queue is what theory says', () => {
  // 120 an hour of 4 minutes: 8 erlang
  test('Erlang C: without abandonment, 10 agents', async () => {
    const found = await valuesOf(centre(120, 10, {}));
    const delayed = erlangC(8, 10);
    const drain = (10 - 8) / 240; // per second, of the queue while all are busy
    expect(errorsOff(found.delayed, delayed)).toBeLessThan(MOST_ERRORS);
    expect(errorsOff(found.wait, delayed / drain)).toBeLessThan(MOST_ERRORS);
    expect(errorsOff(found.serviceLevel, 1 - delayed * Math.exp(-20 * drain))).toBeLessThan(MOST_ERRORS);
    expect(errorsOff(found.occupancy, 0.8)).toBeLessThan(MOST_ERRORS);
    expect(found.abandonment?.value).toBe(0);
    // a tolerance that lets anything pass would let these pass
    expect(errorsOff(found.delayed, erlangC(8, 11))).toBeGreaterThan(MOST_ERRORS);
    expect(errorsOff(found.wait, erlangC(8, 11) / ((11 - 8) / 240))).toBeGreaterThan(MOST_ERRORS);
  });

  test('Erlang A: patience of 2 minutes, 8 agents', async () => {
    const found = await valuesOf(centre(120, 8, {patience: {fixed: exponentialTime('2m')}}));
    const exact = erlangA(8, 8, 240, 120);
    expect(errorsOff(found.abandonment, exact.abandonment)).toBeLessThan(MOST_ERRORS);
    expect(errorsOff(found.occupancy, exact.occupancy)).toBeLessThan(MOST_ERRORS);
    // mean wait = abandonment x mean patience, where patience is exponential
    expect(errorsOff(found.wait, exact.abandonment * 120)).toBeLessThan(MOST_ERRORS);
  });

  test('Erlang B: who is not answered at once is gone', async () => {
    const found = await valuesOf(centre(120, 8, {patience: {fixed: constantTime('0s')}}));
    expect(errorsOff(found.abandonment, erlangB(8, 8))).toBeLessThan(MOST_ERRORS);
    expect(found.wait?.value).toBe(0);
  });

  test('the wrong model is found out: handle times of fixed length are not Erlang C', async () => {
    const found = await valuesOf(centre(120, 10, {handleTime: {fixed: constantTime('4m')}}));
    expect(errorsOff(found.wait, erlangC(8, 10) / ((10 - 8) / 240))).toBeGreaterThan(MOST_ERRORS);
  });
});
