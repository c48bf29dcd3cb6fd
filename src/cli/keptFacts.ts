import {join} from 'node:path';
import type {FactsStore, Loaded} from '../experiment/index.ts';
import type {Facts} from '../measure/facts.ts';

/** Replications kept in the folder of a report, so that `--resume` goes on from there. */
export interface KeptFacts {
  readonly store: FactsStore;
  /** What was kept and could not be used; empty where all could. */
  remark(): string;
}

const FOLDER = 'replications';

/**
 * A replication is known again by what it was made from: the texts of the scenario and what was set in it, the size and
 * date of its logs, seed, and version. Without `resume` what was kept before goes.
 */
export async function keptFacts(dir: string, resume: boolean, version: string): Promise<KeptFacts> {
  const {fileStamp, openKept} = await import('../files/index.ts');
  const kept = openKept(join(dir, FOLDER), !resume);
  const keys = new Map<Loaded, string>();
  const keyOf = (loaded: Loaded, replication: number) => {
    const known =
      keys.get(loaded) ?? JSON.stringify([version, loaded.hash, loaded.scenario.seed, logsOf(loaded).map(fileStamp)]);
    keys.set(loaded, known);
    return `${known} ${replication}`;
  };
  return {
    store: {
      get: ({variant, replication}) => (kept.get(keyOf(variant.loaded, replication)) as Facts | undefined) ?? null,
      put: ({variant, replication}, facts) => kept.put(keyOf(variant.loaded, replication), facts),
    },
    remark() {
      const {unusable} = kept;
      if (unusable === 0) return '';
      return `${unusable} kept ${unusable === 1 ? 'replication was' : 'replications were'} damaged and run again`;
    },
  };
}

/** Files that are streamed and so are no part of the scenario's hash. */
function logsOf({scenario}: Loaded): string[] {
  return scenario.demand.flatMap(({arrivals}) => {
    if (arrivals.kind !== 'replay' && arrivals.kind !== 'backlog') return [];
    const {path, commands} = arrivals.replay;
    return [path, ...(commands ? [commands.path] : [])];
  });
}
