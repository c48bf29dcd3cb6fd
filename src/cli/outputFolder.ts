import {basename, dirname, extname, join, resolve} from 'node:path';
import type {OutputFile} from '../report/formats/outputFile.ts';

/** `reports/quick-start` for `scenarios/quick-start/scenario.yaml`, `reports/desk` for `desk.yaml`. */
export function outputFolder(scenarioFile: string): string {
  const name = basename(scenarioFile, extname(scenarioFile));
  return join('reports', name === 'scenario' ? basename(dirname(resolve(scenarioFile))) || name : name);
}

/** A folder that a report goes into. */
export interface ReportFolder {
  readonly dir: string;
  /** Writes the files; what else an earlier run left there goes, so that all in it is of one run. `kept` is of this run. */
  put(files: readonly OutputFile[], kept?: readonly string[]): Promise<void>;
}

/** Made where it is missing, and tried: throws InputError where nothing can be written. */
export async function openFolder(dir: string): Promise<ReportFolder> {
  const {prepareDirectory, removeFiles, textFiles, writeFiles} = await import('../files/index.ts');
  prepareDirectory(dir);
  return {
    dir,
    async put(files, kept = []) {
      const wasReport = textFiles().exists(join(dir, 'run.json'));
      writeFiles(dir, files);
      if (!wasReport) return;
      const {possiblePaths} = await import('../report/paths.ts');
      const written = new Set([...files.map(({path}) => path), ...kept]);
      removeFiles(
        dir,
        possiblePaths().filter((path) => !written.has(path)),
      );
    },
  };
}
