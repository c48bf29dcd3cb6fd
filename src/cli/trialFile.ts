import {join} from 'node:path';
import {keyOf, type Loaded, type Trial, type TrialStore} from '../experiment/index.ts';
import type {Ratio} from '../statistics/index.ts';

/** In the output folder: what was simulated, so that a search that was stopped goes on where it was. */
export const TRIAL_FILE = 'trials.json';

interface Kept {
  /** Of the scenario, its seed and the program: what was simulated of another is of no use. */
  readonly of: string;
  readonly trials: Readonly<Record<string, readonly Ratio[]>>;
}

/** Trials kept in a file of the folder. */
export interface KeptTrials extends TrialStore {
  /** Trials read from the file. */
  readonly found: number;
  write(): Promise<void>;
}

/** `resume`: those of the file are taken, where they are of this scenario, seed and program. */
export async function keptTrials(
  dir: string,
  {hash, scenario}: Loaded,
  version: string,
  resume: boolean,
): Promise<KeptTrials> {
  const {textFiles, writeFiles} = await import('../files/index.ts');
  const of = `${hash} ${scenario.seed} ${version}`;
  const files = textFiles();
  const path = join(dir, TRIAL_FILE);
  const before = resume && files.exists(path) ? parsed(files.read(path)) : null;
  const trials: Record<string, readonly Ratio[]> = before?.of === of ? {...before.trials} : {};
  const keyed = ({plan, replication}: Trial) => `${keyOf(plan)} #${replication}`;
  return {
    found: Object.keys(trials).length,
    get: (trial) => trials[keyed(trial)] ?? null,
    put(trial, ratios) {
      trials[keyed(trial)] = ratios;
    },
    async write() {
      writeFiles(dir, [{path: TRIAL_FILE, content: `${JSON.stringify({of, trials} satisfies Kept)}\n`}]);
    },
  };
}

/** Null where it is no such file, or was cut short. */
function parsed(text: string): Kept | null {
  try {
    const kept = JSON.parse(text) as Partial<Kept> | null;
    return typeof kept?.of === 'string' && typeof kept.trials === 'object' ? (kept as Kept) : null;
  } catch {
    return null;
  }
}
