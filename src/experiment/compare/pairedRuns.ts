import {askedBy} from '../../measure/asked.ts';
import type {Facts} from '../../measure/facts.ts';
import {Replication} from '../../measure/fold/replication.ts';
import {Folding} from '../../measure/fold.ts';
import {intervalRatios} from '../../measure/intervalRatios.ts';
import {Measures, type Ratios} from '../../measure/measures.ts';
import type {Results} from '../../measure/results.ts';
import {localTimeOf} from '../localTime.ts';
import type {Variant} from '../study/study.ts';
import {IntervalPairs} from './intervalPairs.ts';

/** Replications of one variant, as far as all variants have them. */
export class Side {
  readonly variant: Variant;
  readonly measures: Measures;
  /** By replication. */
  readonly ratios: Ratios[] = [];
  private readonly folding: Folding;

  constructor(variant: Variant, version: string) {
    const {scenario, compiled, hash} = variant.loaded;
    this.variant = variant;
    this.measures = new Measures({model: compiled.model, scenario});
    const context = {model: compiled.model, scenario, asked: askedBy(scenario.goals), hash, version};
    this.folding = new Folding({...context, localTime: localTimeOf(variant.loaded)});
  }

  add(facts: Facts): void {
    this.ratios.push(this.measures.add(facts));
    this.folding.add(facts);
  }
  /** Of the replications so far; at least one. */
  results(): Results {
    return this.folding.results();
  }
}

/**
 * Replications of a scenario and its candidates side by side. Whatever order they come in, they count in their own, and
 * only once every variant has them; so any number of threads gives the same bytes.
 */
export class PairedRuns {
  readonly sides: readonly Side[];
  /** Of each candidate against the scenario itself. */
  readonly intervals: readonly IntervalPairs[];
  private readonly early = new Map<number, Map<Variant, Facts>>();
  private complete = 0;

  /** The scenario itself is first. */
  constructor(variants: readonly Variant[], version: string) {
    this.sides = variants.map((variant) => new Side(variant, version));
    this.intervals = this.candidates.map(({variant}) => new IntervalPairs(variant.loaded));
  }

  get current(): Side {
    return this.sides[0];
  }
  get candidates(): readonly Side[] {
    return this.sides.slice(1);
  }
  /** Replications that every variant has. */
  get count(): number {
    return this.complete;
  }

  deliver(variant: Variant, facts: Facts): void {
    const waiting = this.early.get(facts.replication) ?? new Map<Variant, Facts>();
    this.early.set(facts.replication, waiting.set(variant, facts));
    for (let next = this.early.get(this.complete); next?.size === this.sides.length; ) {
      this.early.delete(this.complete);
      this.complete++;
      this.add(next);
      next = this.early.get(this.complete);
    }
  }

  private add(of: ReadonlyMap<Variant, Facts>): void {
    const byInterval = this.sides.map((side) => {
      const facts = of.get(side.variant);
      if (facts === undefined) throw new Error(`${side.variant.name} has no such replication`);
      side.add(facts);
      const {compiled, scenario} = side.variant.loaded;
      return intervalRatios(new Replication(facts, compiled.model, askedBy(scenario.goals)), compiled.model).map(
        ({process, ...row}) => ({...row, process: compiled.model.names.processes[process]}),
      );
    });
    this.intervals.forEach((pairs, k) => {
      pairs.add(byInterval[k + 1], byInterval[0]);
    });
  }
}
