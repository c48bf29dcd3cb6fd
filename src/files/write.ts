import {closeSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {dirname, isAbsolute, join, normalize} from 'node:path';
import {InputError} from '../language/problem.ts';

/** What is in a file: text that may be long comes part by part, so that it is never in memory as a whole. */
export type Content = string | Uint8Array | Iterable<string>;

/** A file to be: its path inside the directory (`charts/waits.svg`), and what is in it. */
export interface FileEntry {
  readonly path: string;
  readonly content: Content;
}

/**
 * Writes files into `dir`, which is made where it is missing. Each file appears whole or not at all: it is written
 * under another name beside its place and then renamed. Other files of the directory stay.
 * Throws InputError where the directory cannot be written, Error for a path that leaves it.
 */
export function writeFiles(dir: string, entries: Iterable<FileEntry>): void {
  for (const entry of entries) {
    const inside = normalize(entry.path);
    if (isAbsolute(inside) || inside.startsWith('..')) throw new Error(`${entry.path} is not inside the directory`);
    const path = join(dir, inside);
    onDisk(path, () => makeDirectory(dirname(path)));
    onDisk(path, () => {
      try {
        writeContent(`${path}.part`, entry.content);
        renameSync(`${path}.part`, path);
      } catch (error) {
        rmSync(`${path}.part`, {force: true});
        throw error;
      }
    });
  }
}

const WRITTEN_AT_ONCE = 1 << 20;

function writeContent(path: string, content: Content): void {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    writeFileSync(path, content);
    return;
  }
  const file = openSync(path, 'w');
  try {
    let pending = '';
    for (const part of content) {
      pending += part;
      if (pending.length < WRITTEN_AT_ONCE) continue;
      writeFileSync(file, pending);
      pending = '';
    }
    writeFileSync(file, pending);
  } finally {
    closeSync(file);
  }
}

/** Makes the directory where it is missing and tries whether files can be written into it; throws InputError if not. */
export function prepareDirectory(dir: string): void {
  onDisk(dir, () => makeDirectory(dir));
  const trial = join(dir, '.preroute.part');
  onDisk(dir, () => {
    writeFileSync(trial, '');
    rmSync(trial);
  });
}

/** Removes these files of `dir` where they are there, and directories below it that are empty then. */
export function removeFiles(dir: string, paths: Iterable<string>): void {
  const folders = new Set<string>();
  for (const path of paths) {
    onDisk(join(dir, path), () => rmSync(join(dir, path), {force: true}));
    if (dirname(path) !== '.') folders.add(dirname(path));
  }
  for (const folder of folders) {
    try {
      rmdirSync(join(dir, folder));
    } catch {
      // something else is in it, or it is not there
    }
  }
}

/**
 * With those above it. Node's own `recursive` never returns where a directory that is there takes no others, such as
 * /proc or one that has been removed.
 */
function makeDirectory(dir: string): void {
  try {
    mkdirSync(dir);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST' && statSync(dir).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(dir) === dir) throw error;
    makeDirectory(dirname(dir));
    mkdirSync(dir);
  }
}

/** What an action on the disk comes to; what goes wrong there is the input's fault. */
export function onDisk<Answer>(path: string, action: () => Answer): Answer {
  try {
    return action();
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): InputError {
  const code = codeOf(error);
  const found = REASONS[code] ?? `the error ${code}`;
  return new InputError([
    {
      severity: 'error',
      at: {file: path, line: 0, column: 0},
      path: '',
      message: `expected a place to write to, found ${found}`,
      hint: 'name another directory with --out',
    },
  ]);
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'one that may not be written',
  EPERM: 'one that may not be written',
  EROFS: 'one that may not be written',
  ENOENT: 'a directory in which none can be made',
  ENAMETOOLONG: 'a name that is too long',
  ENOTDIR: 'a file where a directory must be',
  EEXIST: 'a file where a directory must be',
  EISDIR: 'a directory of the same name',
  ENOSPC: 'no space left on the disk',
};
