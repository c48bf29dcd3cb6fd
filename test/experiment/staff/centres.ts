/** Single queues whose staffing theory knows, and problems whose every answer can be listed. */
import {compile} from '../../../src/compile/index.ts';
import {type StaffResults, staff} from '../../../src/experiment/index.ts';
import type {GoalSpec, Scenario, SourceSpec} from '../../../src/scenario/scenario.ts';
import {exponentialTime, groupOf, ms, processOf, routingOf, scenarioOf, sourceOf} from '../../compile/scenarios.ts';

export const HANDLE_SECONDS = 240;
export const ANSWER_SECONDS = 20;

/** Share delayed in M/M/s by Erlang's recursion. */
export function erlangC(load: number, agents: number): number {
  let blocked = 1;
  for (let c = 1; c <= agents; c++) blocked = (load * blocked) / (c + load * blocked);
  return (agents * blocked) / (agents - load * (1 - blocked));
}

/** Share answered within the time promised, nobody ever hanging up; 0 where the load cannot be carried. */
export function serviceLevelC(load: number, agents: number): number {
  if (agents <= load) return 0;
  return 1 - erlangC(load, agents) * Math.exp((-(agents - load) * ANSWER_SECONDS) / HANDLE_SECONDS);
}

/** Share that hangs up in M/M/s+M, by its birth and death equations. */
export function abandonmentA(load: number, agents: number, patienceSeconds: number): number {
  let [weight, total, waiting] = [1, 1, 0];
  for (let n = 1; n < agents + 1000; n++) {
    const leaves = Math.min(n, agents) / HANDLE_SECONDS + Math.max(0, n - agents) / patienceSeconds;
    weight *= load / HANDLE_SECONDS / leaves;
    total += weight;
    waiting += weight * Math.max(0, n - agents);
  }
  return waiting / total / patienceSeconds / (load / HANDLE_SECONDS);
}

/** Calls of a steady rate that bring `load` agents' work; 2 hours to warm up, the rest counted. */
export function queueOf(
  load: number,
  most: number,
  goal: GoalSpec,
  hours: number,
  source: Partial<SourceSpec> = {},
): Scenario {
  return scenarioOf({
    until: {epochMs: Date.UTC(2026, 2, 2) + (hours + 2) * 3_600_000},
    warmUpMs: ms('2h'),
    replications: 20,
    demand: [
      sourceOf('calls', 'voice', {
        arrivals: {kind: 'perHour', rate: (load * 3600) / HANDLE_SECONDS, swing: 0, periodMs: ms('1d'), peakMs: 0},
        handleTime: {fixed: exponentialTime('4m')},
        ...source,
      }),
    ],
    workforce: [groupOf('agents', most, {between: {'': [1, most]}})],
    routing: routingOf({processes: [processOf('calls', {answerWithinMs: ANSWER_SECONDS * 1000})]}),
    goals: [goal],
  });
}

export const goalOf = (
  metric: string,
  kind: 'atLeast' | 'atMost',
  value: number,
  of: GoalSpec['of'] = {},
): GoalSpec => ({
  metric,
  of,
  params: {},
  limit: {kind, value},
  text: `${metric} ${kind} ${value}`,
});

export async function staffed(scenario: Scenario): Promise<StaffResults> {
  const openRows = () => {
    throw new Error('no log is replayed here');
  };
  const loaded = {scenario, compiled: compile(scenario), hash: '', openRows};
  return staff({loaded, remoteOf: null, version: '0'}, {workers: 1});
}
