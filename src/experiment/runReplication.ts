import {BusinessClock} from '../calendar/index.ts';
import type {Simulation} from '../engine/simulation.ts';
import {askedBy} from '../measure/asked.ts';
import type {Facts} from '../measure/facts.ts';
import {factsOf} from '../measure/factsOf.ts';
import type {ItemLog} from '../measure/itemLog.ts';
import {Recorded} from '../measure/recorded.ts';
import {Recorder} from '../measure/recorder.ts';
import type {Duty} from '../model/roster.ts';
import {feedsOf} from './feeds.ts';
import type {Loaded} from './loaded.ts';
import {type Breathe, runInTurns, simulationOf} from './simulationOf.ts';
import {Warnings} from './warnings.ts';

export interface ReplicationOptions {
  /** Waits are divided by what stood in their way. Default: as the scenario says. */
  readonly waitParts?: boolean | undefined;
  /** One row an item is written here. */
  readonly log?: ItemLog | undefined;
}

/** One simulated run of the horizon with draws of its own, keyed by (seed, replication). Deterministic. */
export function runReplication(loaded: Loaded, replication: number, options: ReplicationOptions = {}): Facts {
  const run = new ReplicationRun(loaded, replication, options);
  run.simulation.run();
  return run.facts();
}

/**
 * The same, giving way now and then to what else is due in this thread; null where `breathe` says to stop. It is told
 * how many arrivals the whole replication has, as far as can be seen, and which share of it is done. Cutting changes
 * nothing in what happens.
 */
export async function runReplicationInTurns(
  loaded: Loaded,
  replication: number,
  breathe: Breathe,
  options: ReplicationOptions = {},
): Promise<Facts | null> {
  if (!(await breathe(0, 0))) return null;
  const run = new ReplicationRun(loaded, replication, options);
  return (await runInTurns(run.simulation, loaded, breathe)) ? run.facts() : null;
}

/** A replication in the making. */
class ReplicationRun {
  readonly simulation: Simulation;
  private readonly recorder: Recorder;
  private readonly loaded: Loaded;
  private readonly replication: number;
  private readonly recorded: Recorded | null;
  private readonly warnings = new Warnings();
  private readonly duty: Duty;

  constructor(loaded: Loaded, replication: number, {log, waitParts}: ReplicationOptions) {
    const {scenario, compiled} = loaded;
    const {model} = compiled;
    this.loaded = loaded;
    this.replication = replication;
    this.recorded = scenario.demand.some(({arrivals}) => arrivals.kind === 'replay') ? new Recorded(model) : null;
    this.recorder = new Recorder({
      model,
      asked: askedBy(scenario.goals),
      dueAfter: dueAfter(loaded),
      waitParts: waitParts ?? scenario.waitParts,
      ...(log !== undefined && {log}),
    });
    const feeds = feedsOf(loaded, replication, this.recorded, this.warnings);
    const {simulation, duty} = simulationOf(loaded, replication, feeds, (floor, {rests}) => {
      const {items, agents, clocks} = floor;
      this.recorder.watch({
        items,
        clocks,
        profiles: agents.profile,
        resting: {restRow: agents.restRow, reason: rests.reason},
        priorityOf: (item) => floor.priority(item),
        ageOf: (item) => floor.sinceArrival(item),
        milestones: floor.milestones,
        floor,
        clockAt: (process, wallMs) => clocks.at(process, wallMs),
      });
      return this.recorder;
    });
    this.simulation = simulation;
    this.duty = duty;
  }

  facts(): Facts {
    const paidMs = paidTime(this.loaded, this.duty, this.recorder.endMs);
    return factsOf(this.recorder, this.replication, paidMs, this.recorded, this.warnings.all());
  }
}

function dueAfter({compiled: {model}}: Loaded): (process: number, arrivedMs: number, allowedMs: number) => number {
  const clocks = model.clocks.map((clock) => new BusinessClock(clock));
  return (process, arrivedMs, allowedMs) => {
    const clock = clocks[model.processes.clock[process]];
    return clock.wallOf(clock.at(arrivedMs) + allowedMs);
  };
}

/** Paid time by interval and group, up to the end of a run whose end was not known before. */
function paidTime({compiled: {model}}: Loaded, duty: Duty, endMs: number): Float64Array {
  if (Number.isFinite(model.horizon.untilMs) && !model.horizon.drains) return duty.paidMs;
  const {groupCount, group} = model.roster;
  const {intervalMs} = model.reporting;
  const paidMs = new Float64Array(Math.ceil(endMs / intervalMs) * groupCount);
  if (model.features.duty) paidMs.set(duty.paidMs.subarray(0, paidMs.length));
  for (let interval = 0; interval * groupCount < paidMs.length; interval++) {
    const length = Math.min(intervalMs, endMs - interval * intervalMs);
    if (model.features.duty)
      for (let of = 0; of < groupCount; of++) paidMs[interval * groupCount + of] *= length / intervalMs;
    else for (const of of group) paidMs[interval * groupCount + of] += length;
  }
  return paidMs;
}
