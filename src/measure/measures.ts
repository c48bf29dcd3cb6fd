import type {Model} from '../model/model.ts';
import type {GoalSpec, Scenario} from '../scenario/scenario.ts';
import {type Asked, askedBy} from './asked.ts';
import {isJudged, OF_AGENTS, OF_ITEMS, type Shown} from './evaluate.ts';
import type {Facts} from './facts.ts';
import {judgedDays, metricOf} from './fold/goals.ts';
import {Replication} from './fold/replication.ts';
import {type ScopeTally, sumRows} from './fold/scopeTally.ts';
import type {Metric, MetricParams, Ratio} from './metric.ts';
import type {MetricDefinition} from './results.ts';
import {EVERYTHING, type Scope, scopeKey} from './scope.ts';
import {quantileMs} from './waitHistogram.ts';

/** One number of a replication: a metric with its parameters, of a scope. */
export interface Measure {
  /** Readable, and the same for any scenario that has the same metric and scope. */
  readonly key: string;
  /** As in `definitions()`: of the variant shown, or of the metric where a goal has parameters of its own. */
  readonly metric: string;
  readonly label: string;
  readonly unit: MetricDefinition['unit'];
  readonly better: MetricDefinition['better'];
  readonly params: MetricParams;
  readonly scope: Scope;
  /** Goals of the scenario that ask it, from 0. */
  readonly goals: readonly number[];
  /** Days that met the goal's limit ÷ days judged. */
  readonly onDays: boolean;
}

/** As text, so that it can be kept: by the key of the measure, numerator and denominator of the replication. */
export type Ratios = ReadonlyMap<string, Ratio>;

interface Defined {
  readonly measure: Measure;
  readonly of: Metric['of'];
}

/**
 * What replications of a scenario come to, number by number: every metric of everything, each process, channel,
 * source, value of a reported attribute and group, and every goal. A quantile of waits is the replication's own, over
 * 1; that of all replications together is `pooledQuantile`. What a replication has nothing to judge of is left out.
 */
export class Measures {
  private readonly model: Model;
  private readonly goals: readonly GoalSpec[];
  private readonly asked: Asked;
  private readonly defined = new Map<string, Defined>();
  private readonly waits = new Map<string, Float64Array>();

  constructor({model, scenario}: {readonly model: Model; readonly scenario: Scenario}) {
    this.model = model;
    this.goals = scenario.goals;
    this.asked = askedBy(scenario.goals);
    const {names} = model;
    this.define(EVERYTHING, [...OF_ITEMS, ...OF_AGENTS]);
    for (const process of names.processes) this.define({process}, OF_ITEMS);
    for (const channel of names.channels) this.define({channel}, OF_ITEMS);
    for (const source of names.sources) this.define({source}, OF_ITEMS);
    for (const group of names.groups) this.define({group}, OF_AGENTS);
    this.goals.forEach((goal, index) => {
      this.defineGoal(goal, index);
    });
  }

  /** Every measure so far: values of attributes become known with the replications that have them. */
  get measures(): Measure[] {
    return Array.from(this.defined.values(), ({measure}) => measure);
  }

  /** The numbers of a replication, added to what quantiles over all of them are made of. Replications in any order. */
  add(facts: Facts): Ratios {
    const replication = new Replication(facts, this.model, this.asked);
    for (const {attributes} of replication.classes)
      for (const [name, value] of Object.entries(attributes)) this.define({attribute: {name, value}}, OF_ITEMS);
    const tallies = new Map<string, ScopeTally>();
    const ratios = new Map<string, Ratio>();
    for (const {measure, of} of this.defined.values()) {
      const scope = scopeKey(measure.scope);
      const tally = tallies.get(scope) ?? replication.tallyOf(measure.scope);
      tallies.set(scope, tally);
      const [goal] = measure.goals;
      const ratio = measure.onDays ? judgedDays(this.goals[goal], replication) : of(tally, measure.params);
      if (isJudged(ratio)) ratios.set(measure.key, ratio);
    }
    for (const [scope, tally] of tallies)
      this.waits.set(scope, sumRows([this.waits.get(scope) ?? [], tally.waitCounts()]));
    return ratios;
  }

  /** Seconds of a quantile over the items of all replications so far; null with none, and of what is no quantile. */
  pooledQuantile({scope, params: {quantile}, onDays}: Measure): number | null {
    const waits = this.waits.get(scopeKey(scope));
    if (quantile === undefined || onDays || waits === undefined) return null;
    const ms = quantileMs(waits, quantile);
    return Number.isNaN(ms) ? null : ms / 1000;
  }

  private define(scope: Scope, shown: readonly Shown[]): void {
    for (const {key: name, label, params, metric} of shown) {
      const key = keyOf(name, scope);
      if (this.defined.has(key)) continue;
      const {unit, better, of} = metric;
      this.defined.set(key, {
        measure: {key, metric: name, label, unit, better, params, scope, goals: [], onDays: false},
        of,
      });
    }
  }

  private defineGoal(goal: GoalSpec, index: number): void {
    const metric = metricOf(goal);
    const {params, of: scope} = goal;
    const days = goal.onDays === undefined ? null : `on days ${goal.limit.kind} ${goal.limit.value}`;
    const shown = days === null ? this.shownLike(metric, params) : undefined;
    const {key: name, label, params: full} = shown ?? {key: metric.key, label: metric.label, params};
    const own = [shown ? null : paramsText(params), days].filter((part) => part !== null && part !== '').join(', ');
    const key = keyOf(own === '' ? name : `${name} (${own})`, scope);
    const known = this.defined.get(key)?.measure;
    const measure = known ?? {
      ...{key, metric: name, label, params: full, scope, goals: [], onDays: days !== null},
      ...(days === null ? {unit: metric.unit, better: metric.better} : ({unit: 'ratio', better: 'higher'} as const)),
    };
    this.defined.set(key, {measure: {...measure, goals: [...measure.goals, index]}, of: metric.of});
  }

  /** The variant in every result that a goal asks; what a goal leaves out is as in the first. */
  private shownLike(metric: Metric, params: MetricParams): Shown | undefined {
    const variants = [...OF_ITEMS, ...OF_AGENTS].filter((shown) => shown.metric === metric);
    const asked = paramsText(params);
    return asked === '' ? variants[0] : variants.find((variant) => paramsText(variant.params) === asked);
  }
}

/** Of every replication its numbers of one measure; 0 of 0 where a replication has nothing to judge. */
export function ratiosOf(replications: readonly Ratios[], key: string): Ratio[] {
  return replications.map((ratios) => ratios.get(key) ?? [0, 0]);
}

const keyOf = (name: string, scope: Scope): string => [name, scopeText(scope)].filter((part) => part !== '').join(' ');

/** `process=calls, segment=Gold`; nothing for everything. */
function scopeText({process, channel, group, source, attribute}: Scope): string {
  const named = {
    process,
    channel,
    group,
    source,
    ...(attribute && {[`attribute ${word(attribute.name)}`]: attribute.value}),
  };
  return Object.entries(named)
    .flatMap(([kind, name]) => (name === undefined ? [] : [`${kind}=${word(name)}`]))
    .join(', ');
}

function paramsText(params: MetricParams): string {
  return Object.entries(params)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${word(typeof value === 'object' ? `${value.ms} ms` : String(value))}`],
    )
    .sort()
    .join(', ');
}

/** In quotes where it could be taken for more than one name. */
const word = (name: string): string => (/^[\p{L}\p{N} ._&/+-]+$/u.test(name) ? name : JSON.stringify(name));
