import {jsonText} from './json.ts';

/** What a run was: the one file that may differ between two runs of the same scenario and seed. */
export interface RunRecord {
  readonly version: string;
  /** As typed. */
  readonly command: readonly string[];
  readonly started: string;
  readonly durationSeconds: number;
  readonly machine: {readonly platform: string; readonly processors: number; readonly node: string};
  readonly workers: number;
  readonly seed: string;
  readonly replications: {readonly asked: number; readonly complete: number};
}

export const runJson = (run: RunRecord): string => jsonText({schema: 1, ...run});
