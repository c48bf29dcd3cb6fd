import {readdirSync} from 'node:fs';
import {basename, dirname} from 'node:path';
import {nearest} from '../language/nearest.ts';
import {InputError, type Problem} from '../language/problem.ts';

/** Why a file cannot be read, for the person who named it. */
export function unreadable(path: string, error: unknown): InputError {
  return new InputError([unreadableProblem(path, error)]);
}

export function unreadableProblem(path: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const hint = code === 'ENOENT' || code === 'ENOTDIR' ? similarName(path) : undefined;
  return {
    severity: 'error',
    at: {file: path, line: 0, column: 0},
    path: '',
    message: `expected a file that can be read, found ${REASONS[code] ?? `the error ${code}`}`,
    ...(hint === undefined ? {} : {hint}),
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'none of this name',
  ENOTDIR: 'none of this name',
  EISDIR: 'a directory',
  EACCES: 'one that may not be read',
  EPERM: 'one that may not be read',
};

/** The name in the same directory that may be meant, as a hint. */
export function similarName(path: string): string | undefined {
  try {
    const name = nearest(basename(path), readdirSync(dirname(path)));
    return name === undefined ? undefined : `did you mean ${name}?`;
  } catch {
    return 'its directory does not exist';
  }
}
