import type {FactsStore} from '../../experiment/index.ts';
import {keptFacts} from '../keptFacts.ts';
import type {Terminal} from '../terminal.ts';
import {version} from '../version.ts';

/** Replications that `--resume` names a folder for. */
export interface Resumed {
  readonly store: FactsStore;
  /** Says what was kept and could not be used. */
  remark(terminal: Terminal): void;
}

/** Replications kept in a folder: those that are there are not run again, what is run is kept there. */
export async function resumed(folder: string | undefined): Promise<Resumed | null> {
  if (folder === undefined) return null;
  const kept = await keptFacts(folder, true, version());
  return {
    store: kept.store,
    remark({err}) {
      const remark = kept.remark();
      if (remark !== '') err(`${remark}.\n`);
    },
  };
}
