import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
/** The built program: what people run. `npm test` builds it first. */
export const PROGRAM = join(ROOT, 'dist/cli/main.js');
export const SCENARIOS = join(ROOT, 'scenarios');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `preroute` with these words in a folder. */
export function preroute(
  words: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  if (!existsSync(PROGRAM)) throw new Error('dist/cli/main.js is missing: npm run build');
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [PROGRAM, ...words], {cwd, env: {...process.env, ...env}});
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.on('error', failed);
    child.on('close', (code) => done({code, out, err}));
  });
}
