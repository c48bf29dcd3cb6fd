import type {Ratio} from '../../statistics/index.ts';
import type {Loaded, Remote} from '../loaded.ts';
import type {Study, Variant} from '../study/study.ts';
import {keyOf, type Plan, restaffed} from './plan.ts';
import {standingOf} from './standing.ts';
import type {Simulate, Trial} from './trials.ts';

/** What was simulated before, so that a search that was stopped goes on where it was. */
export interface TrialStore {
  get(trial: Trial): readonly Ratio[] | null;
  put(trial: Trial, ratios: readonly Ratio[]): void;
}

export interface SimulateOptions {
  readonly loaded: Loaded;
  /** How worker threads load the scenario with a plan's people; null: this thread alone. */
  readonly remoteOf: ((plan: Plan) => Remote) | null;
  readonly study: Study;
  readonly store?: TrialStore | undefined;
}

/** Plans on the threads of a study; a trial that the store has is not simulated again. */
export function simulation({loaded, remoteOf, study, store}: SimulateOptions): Simulate {
  return async (trials) => {
    const found: (readonly Ratio[] | null)[] = trials.map((trial) => store?.get(trial) ?? null);
    const open = trials.flatMap((_, index) => (found[index] === null ? [index] : []));
    const variants = new Map<string, Variant>();
    const variantOf = ({plan}: Trial): Variant => {
      const name = keyOf(plan);
      const variant = variants.get(name) ?? {name, loaded: restaffed(loaded, plan), remote: remoteOf?.(plan) ?? null};
      variants.set(name, variant);
      return variant;
    };
    const jobs = open.map((index) => ({variant: variantOf(trials[index]), replication: trials[index].replication}));
    let next = 0;
    const taken = await study.run(jobs, (facts, {variant}) => standingOf(variant.loaded, facts));
    for (const index of open) {
      const ratios = taken[next++];
      if (!ratios) continue;
      found[index] = ratios;
      store?.put(trials[index], ratios);
    }
    return found;
  };
}
