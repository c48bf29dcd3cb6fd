/** Figures of a model measured replication by replication, and their estimates. */
import type {Loaded} from '../../src/experiment/index.ts';
import {runReplication} from '../../src/experiment/index.ts';
import {type Asked, askedBy} from '../../src/measure/asked.ts';
import {Replication} from '../../src/measure/fold/replication.ts';
import {ItemLog} from '../../src/measure/itemLog.ts';
import type {Ratio} from '../../src/measure/metric.ts';
import type {Estimate} from '../../src/measure/results.ts';
import {ratioEstimate} from '../../src/statistics/index.ts';
import {activeTimes} from './active.ts';
import {type Figure, type Found, figureOf, type Run} from './figures.ts';
import {preferredHits} from './preferred.ts';
import type {Sim} from './sim.ts';

/** A weighted sum of figures, as conservation laws speak of; its terms are summed in every replication. */
export interface Combination {
  readonly name: string;
  readonly terms: Readonly<Record<string, number>>;
}

/** A numerator and a denominator of every replication. There may be hundreds of thousands: plain numbers. */
class Series {
  length = 0;
  #values = new Float64Array(64);
  push([above, below]: Ratio): void {
    if (2 * this.length === this.#values.length) {
      const longer = new Float64Array(2 * this.#values.length);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[2 * this.length] = above;
    this.#values[2 * this.length + 1] = below;
    this.length++;
  }
  ratios(): Ratio[] {
    return Array.from({length: this.length}, (_, r) => [this.#values[2 * r], this.#values[2 * r + 1]] as const);
  }
}

/** Figures of a model, replication by replication. */
export class Measurement {
  replications = 0;
  /** Arrivals counted in all replications. */
  items = 0;
  readonly #loaded: Loaded;
  readonly #sim: Sim;
  readonly #asked: Asked;
  readonly #figures = new Map<string, {readonly found: Extract<Found, {of: Figure}>; readonly series: Series}>();

  /** Figures that Preroute does not have are left out. */
  constructor(loaded: Loaded, sim: Sim, keys: Iterable<string>) {
    this.#loaded = loaded;
    this.#sim = sim;
    this.#asked = askedBy(loaded.scenario.goals);
    for (const key of keys) {
      const found = figureOf(key, sim);
      if ('of' in found) this.#figures.set(key, {found, series: new Series()});
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
      const active = needs.has('active') ? activeTimes(this.#loaded, this.replications) : null;
      const run: Run = {sim: this.#sim, model, replication, log, preferred, active};
      this.items += replication.tallyOf({}).offered;
      for (const {found, series} of this.#figures.values()) series.push(found.of(run));
    }
  }

  /** A numerator and a denominator of every replication; empty where there is no such figure. */
  ratios(key: string): readonly Ratio[] {
    return this.#figures.get(key)?.series.ratios() ?? [];
  }

  /** Null where there is no such figure. */
  estimate(key: string): Estimate | null {
    return this.#figures.has(key) ? ratioEstimate(this.ratios(key)) : null;
  }

  combined(combination: Combination): Estimate {
    return ratioEstimate(this.combinedRatios(combination));
  }

  /**
   * A weighted sum of ratios. Its residual in a replication is the sum of its terms', each over its own mean
   * denominator: the delta method for a linear function of ratios, written as a ratio over 1.
   */
  combinedRatios({terms}: Combination): readonly Ratio[] {
    const weighted = Object.entries(terms).map(([key, weight]) => {
      const ratios = this.ratios(key);
      const sum = (side: 0 | 1) => ratios.reduce((total, ratio) => total + ratio[side], 0);
      const value = sum(0) / sum(1);
      const mean = sum(1) / ratios.length;
      return ratios.map(([above, below]) => weight * (value + (above - value * below) / mean));
    });
    return (weighted[0] ?? []).map((_, r) => [weighted.reduce((total, of) => total + (of[r] ?? 0), 0), 1] as const);
  }
}

/** Every figure that some terms speak of. */
export const keysOf = (combinations: readonly Combination[]): string[] =>
  combinations.flatMap(({terms}) => Object.keys(terms));
