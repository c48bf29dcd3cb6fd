import {AGENT} from '../engine/observer.ts';
import type {Model} from '../model/model.ts';
import {TIME_STRIDE} from './agentTimes.ts';
import type {Asked} from './asked.ts';
import {evaluate} from './evaluate.ts';
import type {Facts} from './facts.ts';
import {Replication} from './fold/replication.ts';
import {agentRows} from './fold/tables.ts';
import {occupancy} from './metrics/occupancy.ts';
import {utilization} from './metrics/utilization.ts';
import type {AgentRow} from './results.ts';

/** What the people of one replication did, beside the log of its items; durations in seconds. */
export interface FirstReplication {
  readonly endMs: number;
  /** The counted time, ms since the start. */
  readonly countedFromMs: number;
  readonly countedToMs: number;
  /** In the counted time. */
  readonly agents: readonly AgentRow[];
  readonly groups: readonly {
    readonly group: string;
    readonly occupancy: number | null;
    readonly utilization: number | null;
  }[];
  /** How many agents of a group were in a state, on average in each interval of the horizon, warm-up included. */
  readonly states: readonly GroupStates[];
}

export interface GroupStates {
  readonly group: string;
  readonly agents: readonly {
    readonly ready: number;
    readonly busy: number;
    readonly overtime: number;
    readonly ringing: number;
    readonly resting: number;
    readonly notReady: number;
  }[];
}

export function firstReplicationOf(facts: Facts, model: Model, asked: Asked): FirstReplication {
  const replication = new Replication(facts, model, asked);
  return {
    endMs: replication.endMs,
    countedFromMs: replication.countFromMs,
    countedToMs: replication.countToMs,
    agents: agentRows([replication], model),
    groups: model.names.groups.map((group) => {
      const tallies = [replication.tallyOf({group})];
      return {
        group,
        occupancy: evaluate(occupancy, {}, tallies, asked).value,
        utilization: evaluate(utilization, {}, tallies, asked).value,
      };
    }),
    states: model.names.groups.map((group, row) => ({group, agents: statesOf(replication, row)})),
  };
}

function statesOf({facts, model, endMs}: Replication, group: number): GroupStates['agents'] {
  const {agentsByInterval} = facts.columns;
  const {intervalMs} = model.reporting;
  const end = Math.min(endMs, model.horizon.untilMs);
  return Array.from({length: Math.ceil(end / intervalMs)}, (_, interval) => {
    const length = Math.min(end, (interval + 1) * intervalMs) - interval * intervalMs;
    // the first bin is of what was before the start
    const at = ((interval + 1) * model.roster.groupCount + group) * TIME_STRIDE;
    const agents = (state: number) => (agentsByInterval[at + state] ?? 0) / length;
    return {
      ready: agents(AGENT.ready),
      busy: agents(AGENT.busy),
      overtime: agents(AGENT.overtime),
      ringing: agents(AGENT.ringing),
      resting: agents(AGENT.resting),
      notReady: agents(AGENT.notReady),
    };
  });
}
