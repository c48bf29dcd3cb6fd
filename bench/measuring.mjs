// What every bench measures with: programs run and timed, figures summed up, tables.
import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';

/** A path relative to bench/. */
export const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const PREROUTE = here('../dist/cli/main.js');

/** Runs a program of Node: CPU and wall time in ms, when it first said something, peak memory in MB, its output. */
export async function nodeRun(...words) {
  const {stderr, ...run} = await timed(process.execPath, ['--import', here('cpuAtExit.mjs'), ...words.map(String)]);
  return {...run, ...JSON.parse(stderr.trim().split('\n').at(-1))};
}

export async function prerouteRun(...words) {
  return nodeRun(PREROUTE, 'run', ...words);
}

const RUSAGE = `
import json, resource, runpy, sys
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name='__main__')
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({'cpuMs': (used.ru_utime + used.ru_stime) * 1000, 'peakMb': used.ru_maxrss / 1024}), file=sys.stderr)`;

/** The same of a program of Python. */
export async function pythonRun(...words) {
  const {stderr, ...run} = await timed(PYTHON, ['-c', RUSAGE, ...words.map(String)]);
  return {...run, ...JSON.parse(stderr.trim().split('\n').at(-1))};
}
export const PYTHON = '/usr/bin/python3';

export function timed(program, words) {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {stdio: ['ignore', 'pipe', 'pipe']});
    let firstMs = null;
    const said = {stdout: '', stderr: ''};
    child.stdout.on('data', (text) => {
      firstMs ??= performance.now() - begun;
      said.stdout += text;
    });
    child.stderr.on('data', (text) => {
      said.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({...said, firstMs, wallMs: performance.now() - begun});
      else reject(new Error(`${program} ${words.join(' ')} ended with ${code}:\n${said.stderr}`));
    });
  });
}

/** CPU time of this process so far, user and system, ns. */
export function cpuNs() {
  const {user, system} = process.cpuUsage();
  return (user + system) * 1000;
}

/** Median, least and most. */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const median = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  return {median, least: sorted[0], most: sorted.at(-1)};
}

/** Each value over the one of the same turn. */
export const ratios = (above, below) => above.map((value, turn) => value / below[turn]);

/** `0.54 (0.51 to 0.58)`: median, least and most. */
export function shown({median, least, most}, digits = 0) {
  return `${number(median, digits)} (${number(least, digits)} to ${number(most, digits)})`;
}

export const number = (value, digits = 0) =>
  value.toLocaleString('en', {minimumFractionDigits: digits, maximumFractionDigits: digits});

/** A table in Markdown, its columns aligned for the terminal too; the first column to the left. */
export function table(heads, rows) {
  const width = heads.map((head, column) => Math.max(3, head.length, ...rows.map((row) => row[column].length)));
  const line = (cells) =>
    `| ${cells.map((cell, c) => (c ? cell.padStart(width[c]) : cell.padEnd(width[c]))).join(' | ')} |`;
  const rule = `| ${width.map((wide, c) => (c ? `${'-'.repeat(wide - 1)}:` : '-'.repeat(wide))).join(' | ')} |`;
  return [line(heads), rule, ...rows.map(line)].join('\n');
}

/** xorshift32 (Marsaglia): a stream of uniform numbers of the bench's own, so that runs are alike. */
export function uniform(seed) {
  let state = (seed * 2654435761) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 4294967296;
  };
}
