import type {Baseline} from '../../experiment/index.ts';
import {InputError} from '../../language/problem.ts';
import {UnreadableFile} from '../../scenario/files.ts';

/** Throws InputError where it cannot be read or is no baseline. */
export async function readBaselineFile(file: string): Promise<Baseline> {
  const [{textFiles}, {readBaseline}] = await Promise.all([
    import('../../files/index.ts'),
    import('../../experiment/index.ts'),
  ]);
  try {
    return readBaseline(textFiles().read(file), file);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new InputError([
      {
        severity: 'error',
        at: {file, line: 0, column: 0},
        path: '',
        message: `expected a baseline, found ${error.detail?.message ?? (error.reason === 'missing' ? 'no file' : error.reason)}`,
        hint: error.detail?.hint ?? 'preroute baseline writes one',
      },
    ]);
  }
}
