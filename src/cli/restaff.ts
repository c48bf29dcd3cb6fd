import {type Loaded, type Plan, restaffed} from '../experiment/index.ts';
import {type LoadRequest, load as loadScenario} from './load.ts';

/** A scenario with other people in it. Plain data: worker threads are asked with it. */
export interface RestaffRequest {
  readonly base: LoadRequest;
  readonly plan: Plan;
}

/** What this thread has read: one scenario serves hundreds of staffings. */
let read: {readonly key: string; readonly loaded: Loaded} | null = null;

/** Reads the scenario the first time; after that, only its people are compiled anew. */
export function load({base, plan}: RestaffRequest): Loaded {
  const key = JSON.stringify(base);
  if (read?.key !== key) read = {key, loaded: loadScenario(base)};
  return restaffed(read.loaded, plan);
}
