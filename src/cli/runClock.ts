import {availableParallelism, platform} from 'node:os';
import type {OutputFile} from '../report/formats/outputFile.ts';
import {runJson} from '../report/formats/runJson.ts';
import {version} from './version.ts';

interface Extent {
  readonly seed: string;
  readonly workers: number;
  readonly asked: number;
  readonly complete: number;
}

/** When a run began, for `run.json`: the one file that speaks of time and machine. */
export class RunClock {
  private readonly typed: readonly string[];
  private readonly started = new Date();

  constructor(typed: readonly string[]) {
    this.typed = typed;
  }

  /** The record as it stands now. */
  record({seed, workers, asked, complete}: Extent): OutputFile {
    const content = runJson({
      version: version(),
      command: this.typed,
      started: this.started.toISOString(),
      durationSeconds: (Date.now() - this.started.getTime()) / 1000,
      machine: {platform: platform(), processors: availableParallelism(), node: process.version},
      workers,
      seed,
      replications: {asked, complete},
    });
    return {path: 'run.json', content};
  }
}
