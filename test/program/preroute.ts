import {execFile} from 'node:child_process';
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/cli/main.js');

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as a user would, in a folder of its own unless told; never throws on a bad exit. */
export function preroute(args: readonly string[], cwd = emptyFolder()): Promise<Ended> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [MAIN, ...args],
      {cwd, maxBuffer: 64 << 20, timeout: 120_000, env: {...process.env, NO_COLOR: '1', COLUMNS: '80'}},
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        done({code, stdout, stderr});
      },
    );
  });
}

export const emptyFolder = () => mkdtempSync(join(tmpdir(), 'preroute-'));

/** A folder holding these files, by relative path. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
