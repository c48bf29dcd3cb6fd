import {join} from 'node:path';
import {InputError} from '../language/problem.ts';
import type {Results} from '../measure/results.ts';
import {UnreadableFile} from '../scenario/files.ts';

/** What a run left in a folder. */
export interface SavedRun {
  readonly results: Results;
  /** As typed; null where nothing says so. */
  readonly typed: readonly string[] | null;
}

/** Reads the results of `preroute run` from its folder. Throws InputError where there are none. */
export async function savedRun(dir: string): Promise<SavedRun> {
  const [{textFiles}, {readResults, SERIES, SUMMARY}] = await Promise.all([
    import('../files/index.ts'),
    import('../report/formats/readResults.ts'),
  ]);
  const files = textFiles();
  const saved = (name: string) => {
    const path = join(dir, name);
    try {
      return {path, text: files.read(path)};
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      throw noResults(dir, name);
    }
  };
  const results = readResults(saved(SUMMARY), saved(SERIES));
  return {results, typed: files.exists(join(dir, 'run.json')) ? typedOf(saved('run.json').text) : null};
}

function noResults(dir: string, name: string): InputError {
  return new InputError([
    {
      severity: 'error',
      at: {file: dir, line: 0, column: 0},
      path: '',
      message: `expected the folder of a run, found no ${name} in it`,
      hint: 'name a folder that `preroute run` wrote, such as reports/desk',
    },
  ]);
}

function typedOf(text: string): readonly string[] | null {
  try {
    const {command} = JSON.parse(text) as {command?: unknown};
    return Array.isArray(command) ? command.map(String) : null;
  } catch {
    return null;
  }
}
