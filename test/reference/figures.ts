/**
 * The figures of the reference (rule R14) from what Preroute measures, each as a ratio of sums: a numerator and a
 * denominator a replication. Where Preroute has a metric of that meaning, it is that metric.
 */
import {AGENT} from '../../src/engine/observer.ts';
import type {Replication} from '../../src/measure/fold/replication.ts';
import type {ItemLog} from '../../src/measure/itemLog.ts';
import type {MetricParams, Ratio} from '../../src/measure/metric.ts';
import {METRICS} from '../../src/measure/metrics/index.ts';
import type {Scope} from '../../src/measure/scope.ts';
import type {Model} from '../../src/model/model.ts';
import type {ActiveTimes} from './active.ts';
import {activeMs, completion} from './itemFigures.ts';
import type {PreferredHits} from './preferred.ts';
import type {Sim} from './sim.ts';

/** One replication, as figures read it. */
export interface Run {
  readonly sim: Sim;
  readonly model: Model;
  readonly replication: Replication;
  /** Only where a figure needs the items one by one. */
  readonly log: ItemLog | null;
  /** Only where a figure asks who was preferred. */
  readonly preferred: PreferredHits | null;
  /** Only where items that are handled several times are asked for. */
  readonly active: ActiveTimes | null;
}
export type Figure = (run: Run) => Ratio;

/** A figure, or why Preroute does not have it. */
export type Found =
  | {readonly of: Figure; readonly needs?: 'items' | 'preferred' | 'active'}
  | {readonly missing: string};

const has = (of: Figure): Found => ({of});
const fromItems = (of: Figure): Found => ({of, needs: 'items'});

/** By key of the reference: `c1.wait`, `g.A.occupancy`, `t60.busy`, `c1.sl@20`. */
export function figureOf(key: string, sim: Sim): Found {
  const probe = /^t(\d+(?:\.\d+)?)\.(.+)$/.exec(key);
  if (probe) return probeFigure(Number(probe[1]), probe[2] ?? '');
  const group = /^g\.([^.]+)\.(.+)$/.exec(key);
  if (group) return groupFigure(group[1] ?? '', group[2] ?? '', sim);
  const [id = '', name = ''] = key.split(/\.(.*)/);
  return classFigure({process: id}, id, name, sim);
}

function metricFigure(key: string, scope: Scope, params: MetricParams = {}): Found {
  const metric = METRICS.find((it) => it.key === key);
  if (metric === undefined) return {missing: `there is no metric ${key}`};
  return has((run) => metric.of(run.replication.tallyOf(scope), params));
}

const CLASS_METRICS: Readonly<Record<string, string>> = {
  wait: 'wait',
  queue_total: 'queueTime',
  passes: 'visits',
  asa: 'speedOfAnswer',
  p_wait: 'delayed',
  p_abandon: 'abandonment',
  offered: 'offered',
  rejected: 'rejected',
};
const LIMITED: Readonly<Record<string, string>> = {sl: 'serviceLevel', p_w_le: 'serviceLevelWithAbandoned'};

function classFigure(scope: Scope, id: string, name: string, sim: Sim): Found {
  const metric = CLASS_METRICS[name];
  if (metric !== undefined) return metricFigure(metric, scope);
  const [what = '', limit] = name.split('@');
  const limited = LIMITED[what];
  if (limited !== undefined) return metricFigure(limited, scope, {withinMs: Math.round(Number(limit) * 1000)});
  const offered = (run: Run) => run.replication.tallyOf(scope).offered;
  const answered = (run: Run) => run.replication.tallyOf(scope).answered;
  switch (what) {
    case 'rona_per_item':
      return has((run) => [run.replication.tallyOf(scope).missedOffers, offered(run)]);
    case 'sla_done': {
      const slaDone = sim.classes.find((it) => it.id === id)?.slaDone;
      if (slaDone === undefined) return has((run) => [run.replication.tallyOf(scope).completed, offered(run)]);
      return metricFigure('slaAttainment', scope, {withinMs: slaDone * 1000});
    }
    case 'completion_time':
      return fromItems((run) => completion(run, id));
    case 'pref_hit':
      return {of: ({preferred}) => preferred?.of(id) ?? [0, 0], needs: 'preferred'};
  }
  const taker = /^frac\.(.+)$/.exec(name)?.[1];
  if (taker !== undefined) return has((run) => [takenBy(run, id, taker), answered(run)]);
  return {missing: `no figure ${name}`};
}

/** Whichever target or preference brought them there. */
function takenBy({model, replication}: Run, process: string, group: string): number {
  const {names} = model;
  const counts = replication.facts.columns.takenBy;
  const [groups, steps] = [names.groups.length, counts.length / names.processes.length / names.groups.length];
  const first = names.processes.indexOf(process) * steps;
  return Array.from({length: steps}, (_, step) => counts[(first + step) * groups + names.groups.indexOf(group)]).reduce(
    (sum, count) => sum + count,
    0,
  );
}

function groupFigure(group: string, name: string, sim: Sim): Found {
  const scope = {group};
  const onDuty = (run: Run) => run.replication.tallyOf(scope).onDutyMs;
  const inState = (state: 0 | 1 | 2 | 3 | 4 | 5 | 6): Found =>
    has((run) => [run.replication.tallyOf(scope).agentMs(state), onDuty(run)]);
  switch (name) {
    case 'occupancy':
      return metricFigure('busyShare', scope);
    case 'overtime':
      return metricFigure('overtime', scope);
    case 'ringing':
      // Preroute counts as ringing who has nothing else in hand
      if (mayHaveSeveral(sim, group)) return {missing: 'ringing beside other work counts as busy in Preroute'};
      return inState(AGENT.ringing);
    case 'not_ready':
      if (mayHaveSeveral(sim, group)) return {missing: 'not ready with work in hand counts as busy in Preroute'};
      return inState(AGENT.notReady);
    case 'mean_active':
      return active(sim, group, null);
  }
  const channel = /^active\.(.+)$/.exec(name)?.[1];
  if (channel !== undefined) return active(sim, group, channel);
  return {missing: `no figure ${name}`};
}

/** Items being handled: from the log where each is handled once, else from an observer of the engine. */
function active(sim: Sim, group: string, channel: string | null): Found {
  const onDuty = (run: Run) => run.replication.tallyOf({group}).onDutyMs;
  if (sim.classes.every(({redistribute}) => redistribute === undefined))
    return fromItems((run) => [activeMs(run, group, channel), onDuty(run)]);
  return {of: (run) => [run.active?.of(group, channel) ?? Number.NaN, onDuty(run)], needs: 'active'};
}

function mayHaveSeveral({groups}: Sim, group: string): boolean {
  const most = Object.values(groups.find(({id}) => id === group)?.capacity ?? {one: 1});
  return most.reduce((sum, max) => sum + max, 0) > 1;
}

function probeFigure(at: number, name: string): Found {
  const column = (run: Run, of: number): Ratio => {
    const {names, horizon} = run.model;
    const width = names.processes.length + 3;
    const index = horizon.measureAtMs.indexOf(Math.round(at * 1000));
    return [run.replication.facts.columns.probes[index * width + of], 1];
  };
  if (name === 'busy') return has((run) => column(run, run.model.names.processes.length));
  if (name === 'allbusy') return has((run) => column(run, run.model.names.processes.length + 2));
  const waiting = /^Q\.(.+)$/.exec(name)?.[1];
  if (waiting !== undefined) return has((run) => column(run, run.model.names.processes.indexOf(waiting)));
  return {missing: `no figure ${name}`};
}
