import {BusinessClock} from '../calendar/index.ts';
import {Simulation} from '../engine/simulation.ts';
import {askedBy} from '../measure/asked.ts';
import type {Facts} from '../measure/facts.ts';
import {factsOf} from '../measure/factsOf.ts';
import type {ItemLog} from '../measure/itemLog.ts';
import {Recorded} from '../measure/recorded.ts';
import {Recorder} from '../measure/recorder.ts';
import type {Duty} from '../model/roster.ts';
import {dutyOf, offerDrawsOf} from '../workforce/index.ts';
import {feedsOf} from './feeds.ts';
import type {Loaded} from './loaded.ts';
import {Warnings} from './warnings.ts';

export interface ReplicationOptions {
  /** One row an item is written here. */
  readonly log?: ItemLog | undefined;
}

/** One simulated run of the horizon with draws of its own, keyed by (seed, replication). Deterministic. */
export function runReplication(loaded: Loaded, replication: number, options: ReplicationOptions = {}): Facts {
  const run = new ReplicationRun(loaded, replication, options);
  run.simulation.run();
  return run.facts();
}

/** Slices a run is cut into so that others may have their turn; runs without an end breathe every day. */
const SLICES = 50;
const DAY_MS = 86_400_000;

/**
 * The same, giving way now and then to what else is due in this thread; null where `breathe` says to stop. It is told
 * how many arrivals the whole replication has, as far as can be seen, and which share of it is done. Cutting changes
 * nothing in what happens.
 */
export async function runReplicationInTurns(
  loaded: Loaded,
  replication: number,
  breathe: (arrivalsEach: number, share: number) => Promise<boolean>,
  options: ReplicationOptions = {},
): Promise<Facts | null> {
  if (!(await breathe(0, 0))) return null;
  const run = new ReplicationRun(loaded, replication, options);
  const {untilMs, arrivals} = loaded.compiled.model.horizon;
  const {simulation} = run;
  const slice = Number.isFinite(untilMs) ? Math.max(1, untilMs / SLICES) : DAY_MS;
  for (let to = slice; !simulation.runUntil(to); to += slice) {
    const share = Number.isFinite(untilMs) ? Math.min(1, to / untilMs) : Math.min(1, simulation.arrivals / arrivals);
    const whole = Number.isFinite(untilMs) ? simulation.arrivals / share : arrivals;
    if (!(await breathe(whole, share))) return null;
  }
  return run.facts();
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

  constructor(loaded: Loaded, replication: number, {log}: ReplicationOptions) {
    const {scenario, compiled} = loaded;
    const {model, people, profileOf} = compiled;
    this.loaded = loaded;
    this.replication = replication;
    this.recorded = scenario.demand.some(({arrivals}) => arrivals.kind === 'replay') ? new Recorded(model) : null;
    this.recorder = new Recorder({
      model,
      asked: askedBy(scenario.goals),
      dueAfter: dueAfter(loaded),
      ...(log !== undefined && {log}),
    });
    const feeds = feedsOf(loaded, replication, this.recorded, this.warnings);
    this.duty = dutyOf(scenario, people, profileOf, scenario.seed, replication, 0, dutyUntilMs(loaded));
    const offers = model.features.ringing ? offerDrawsOf(scenario, people, scenario.seed, replication) : null;
    this.simulation = new Simulation(model, feeds, this.duty, offers, (floor) => {
      const {items, agents, clocks} = floor;
      this.recorder.watch({
        items,
        clocks,
        profiles: agents.profile,
        resting: {restRow: agents.restRow, reason: this.duty.rests.reason},
        priorityOf: (item) => floor.priority(item),
      });
      return this.recorder;
    });
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

/** A run that drains has this long to finish what is left; people keep coming to work meanwhile. */
const DRAIN_MS = 35 * DAY_MS;

/**
 * Up to when presence is worked out: the end of the horizon, and of draining after it. Where nobody knows the end, as
 * long as days are provided for, or not at all where nobody ever leaves.
 */
function dutyUntilMs({compiled: {model}}: Loaded): number {
  const {untilMs, drains} = model.horizon;
  if (Number.isFinite(untilMs)) return untilMs + (drains && model.features.duty ? DRAIN_MS : 0);
  return model.features.duty ? (model.reporting.dayStartsMs.at(-1) ?? 0) : 0;
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
