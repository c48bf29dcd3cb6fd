import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {vi} from 'vitest';
import {program} from '../../src/cli/program.ts';
import {plain} from '../../src/report/text/style.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The built program: what people run. `npm test` builds it first. */
export const PROGRAM = join(ROOT, 'dist/cli/main.js');
export const SCENARIOS = join(ROOT, 'scenarios');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Does what these words say in this very process: as the program does, but for the terminal; a child costs a second. */
export async function typed(...words: string[]): Promise<Outcome> {
  const said = {out: '', err: ''};
  const out = (text: unknown) => {
    said.out += text;
  };
  const err = (text: unknown) => {
    said.err += text;
  };
  // where yargs says what --help and --version ask
  const log = vi.spyOn(console, 'log').mockImplementation((text) => out(`${text}\n`));
  try {
    const code = await program(words, {out, err, outStyle: plain, errStyle: plain, watched: false});
    return {code, ...said};
  } finally {
    log.mockRestore();
  }
}

/** Runs `preroute` with these words in a folder, as a process of its own. */
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
