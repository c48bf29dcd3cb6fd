import {Study, type Variant} from '../study/study.ts';
import {type KeptConfiguration, type KeptMeasure, rounded, type ScenarioBaseline} from './baselineFile.ts';
import type {CheckHooks} from './check.ts';
import {hashesOf} from './demandHash.ts';
import {Sample} from './sample.ts';

/** Enough for two doublings of what most scenarios ask for. */
export const BASELINE_REPLICATIONS = 80;
/** Characters of a configuration that are kept beside its numbers. */
const LONGEST_CONFIGURATION = 250_000;

export interface ScenarioToKeep {
  readonly file: string;
  readonly variant: Variant;
  readonly configuration: KeptConfiguration;
  readonly replications: number;
}

/**
 * What scenarios come to, for `check` to compare with later: every measure that is known before the first replication,
 * which leaves out values of attributes that no goal names. Null where the signal came first. Errors are thrown.
 */
export async function baseline(
  scenarios: readonly ScenarioToKeep[],
  {workers, signal, threadsFrom, store, onProgress}: CheckHooks,
): Promise<ScenarioBaseline[] | null> {
  const kept: ScenarioBaseline[] = [];
  let [before, report] = [0, (_done: number, _share: number) => {}];
  const study = new Study({
    workers,
    signal,
    store,
    ...(threadsFrom !== undefined && {threadsFrom}),
    onProgress: (done, share) => report(done - before, share),
  });
  try {
    for (const {file, variant, configuration, replications} of scenarios) {
      const hashes = hashesOf(variant.loaded);
      const sample = new Sample(variant);
      const {measures} = sample.measures;
      report = (done, share) => onProgress?.(file, done, replications, share);
      if (study.stopped || !(await sample.growTo(replications, study))) return null;
      before += replications;
      const {name, seed} = variant.loaded.scenario;
      const length = Object.values(configuration.texts).reduce((sum, text) => sum + text.length, 0);
      kept.push({
        ...{name, seed, replications, hashes},
        configuration: length > LONGEST_CONFIGURATION ? null : configuration,
        measures: Object.fromEntries(
          measures.flatMap(({key, unit, better}): [string, KeptMeasure][] => {
            const ratios = sample.ratiosOf(key, replications);
            if (ratios.every(([, denominator]) => denominator === 0)) return [];
            const numerators = ratios.map(([numerator]) => rounded(numerator));
            const denominators = ratios.map(([, denominator]) => rounded(denominator));
            return [[key, {unit, better, numerators, denominators}]];
          }),
        ),
      });
    }
  } finally {
    await study.close();
  }
  return kept;
}
