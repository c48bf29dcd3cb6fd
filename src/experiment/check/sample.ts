import {Measures, type Ratios, ratiosOf} from '../../measure/measures.ts';
import type {Ratio} from '../../statistics/index.ts';
import type {Study, Variant} from '../study/study.ts';

/** Replications of a scenario, as many as were asked for so far. */
export class Sample {
  readonly measures: Measures;
  private readonly variant: Variant;
  private readonly ratios: Ratios[] = [];

  constructor(variant: Variant) {
    const {scenario, compiled} = variant.loaded;
    this.variant = variant;
    this.measures = new Measures({model: compiled.model, scenario});
  }

  get replications(): number {
    return this.ratios.length;
  }

  /** Runs what is missing to so many; false where the study was stopped first, and then none of these counts. */
  async growTo(replications: number, study: Study): Promise<boolean> {
    const jobs = Array.from({length: replications - this.ratios.length}, (_, index) => ({
      variant: this.variant,
      replication: this.ratios.length + index,
    }));
    const found = await study.run(jobs, (facts) => this.measures.add(facts));
    const complete = found.filter((one) => one !== null);
    if (complete.length < jobs.length) return false;
    this.ratios.push(...complete);
    return true;
  }

  /** Of the first so many replications. */
  ratiosOf(key: string, replications: number): Ratio[] {
    return ratiosOf(this.ratios.slice(0, replications), key);
  }
}
