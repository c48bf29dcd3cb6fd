/**
 * The figures of the reference (rule R14) from what Preroute measures, each as a ratio of sums: a numerator and a
 * denominator a replication. Where Preroute has a metric of that meaning, it is that metric.
 */
import {AGENT} from '../../src/engine/observer.ts';
import type {Loaded} from '../../src/experiment/index.ts';
import {runReplication} from '../../src/experiment/index.ts';
import {type Asked, askedBy} from '../../src/measure/asked.ts';
import {ratioEstimate} from '../../src/measure/estimate.ts';
import {Replication} from '../../src/measure/fold/replication.ts';
import {ItemLog} from '../../src/measure/itemLog.ts';
import type {MetricParams, Ratio} from '../../src/measure/metric.ts';
import {METRICS} from '../../src/measure/metrics/index.ts';
import type {Estimate} from '../../src/measure/results.ts';
import type {Scope} from '../../src/measure/scope.ts';
import type {Model} from '../../src/model/model.ts';
import {activeMs, completion} from './itemFigures.ts';
import {type PreferredHits, preferredHits} from './preferred.ts';
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
}
type Figure = (run: Run) => Ratio;

/** A figure, or why Preroute does not have it. */
export type Found = {readonly of: Figure; readonly needs?: 'items' | 'preferred'} | {readonly missing: string};

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
  // without redistribution an item queues once
  queue_total: 'wait',
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
    case 'passes':
      return has((run) => [answered(run), run.replication.tallyOf(scope).completed]);
    case 'completion_time':
      return fromItems((run) => completion(run, id));
    case 'pref_hit':
      return {of: ({preferred}) => preferred?.of(id) ?? [0, 0], needs: 'preferred'};
  }
  const taker = /^frac\.(.+)$/.exec(name)?.[1];
  if (taker !== undefined) return has((run) => [takenBy(run, id, taker), answered(run)]);
  return {missing: `no figure ${name}`};
}

function takenBy({model, replication}: Run, process: string, group: string): number {
  const row = model.names.processes.indexOf(process);
  const column = model.names.groups.indexOf(group);
  return replication.facts.columns.takenBy[row * model.names.groups.length + column];
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
      return fromItems((run) => [activeMs(run, group, null), onDuty(run)]);
  }
  const channel = /^active\.(.+)$/.exec(name)?.[1];
  if (channel !== undefined) return fromItems((run) => [activeMs(run, group, channel), onDuty(run)]);
  return {missing: `no figure ${name}`};
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

/** A weighted sum of figures, as conservation laws speak of; its terms are summed in every replication. */
export interface Combination {
  readonly name: string;
  readonly terms: Readonly<Record<string, number>>;
}

/** Figures of a model, replication by replication. */
export class Measurement {
  replications = 0;
  readonly #loaded: Loaded;
  readonly #sim: Sim;
  readonly #asked: Asked;
  readonly #figures = new Map<string, {readonly found: Extract<Found, {of: Figure}>; readonly ratios: Ratio[]}>();

  /** Figures that Preroute does not have are left out. */
  constructor(loaded: Loaded, sim: Sim, keys: Iterable<string>) {
    this.#loaded = loaded;
    this.#sim = sim;
    this.#asked = askedBy(loaded.scenario.goals);
    for (const key of keys) {
      const found = figureOf(key, sim);
      if ('of' in found) this.#figures.set(key, {found, ratios: []});
    }
  }

  /** Runs on until so many replications are in. */
  runTo(replications: number): void {
    const {model} = this.#loaded.compiled;
    const needs = new Set([...this.#figures.values()].map(({found}) => found.needs));
    for (; this.replications < replications; this.replications++) {
      const log = needs.has('items') ? new ItemLog() : null;
      const facts = runReplication(this.#loaded, this.replications, log === null ? {} : {log});
      const replication = new Replication(facts, model, this.#asked);
      const preferred = needs.has('preferred') ? preferredHits(this.#loaded, this.replications) : null;
      const run: Run = {sim: this.#sim, model, replication, log, preferred};
      for (const {found, ratios} of this.#figures.values()) ratios.push(found.of(run));
    }
  }

  /** Null where there is no such figure. */
  estimate(key: string): Estimate | null {
    const figure = this.#figures.get(key);
    return figure ? ratioEstimate(figure.ratios) : null;
  }

  combined({terms}: Combination): Estimate {
    return combinedEstimate(terms, (key) => this.#figures.get(key)?.ratios ?? []);
  }
}

/** Every figure that some terms speak of. */
export const keysOf = (combinations: readonly Combination[]): string[] =>
  combinations.flatMap(({terms}) => Object.keys(terms));

/**
 * A weighted sum of ratios. Its residual in a replication is the sum of its terms', each over its own mean denominator:
 * the delta method for a linear function of ratios, written as a ratio over 1.
 */
function combinedEstimate(terms: Combination['terms'], ratiosOf: (key: string) => readonly Ratio[]): Estimate {
  const weighted = Object.entries(terms).map(([key, weight]) => {
    const ratios = ratiosOf(key);
    const [above, below] = [0, 1].map((side) => ratios.reduce((sum, ratio) => sum + ratio[side as 0 | 1], 0));
    const value = above / below;
    const mean = below / ratios.length;
    return ratios.map(([n, d]) => weight * (value + (n - value * d) / mean));
  });
  const [first = []] = weighted;
  return ratioEstimate(first.map((_, r) => [weighted.reduce((sum, of) => sum + of[r], 0), 1]));
}
