// Items a CPU-second beside a hand-written program that can do nothing else: `npm run bench [w1 w2 w3] [-- --pairs 7]`.
//
// Three programs take turns, so that what else the machine does falls on all of them: the ceiling (one workload, typed
// arrays, no configuration, no report), the engine with its recorder on a model built by hand, and `preroute run` on the
// scenario file. Two sizes of each: the difference is the steady cost, without start-up. CPU time, user and system.
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const CEILING = '../../shared/benchmark/ceiling';
const SIZES = {w1: [300_000, 2_300_000], w2: [300_000, 2_300_000], w3: [300_000, 1_800_000]};

const args = process.argv.slice(2);
const pairsAt = args.indexOf('--pairs');
const pairs = pairsAt < 0 ? 5 : Number(args[pairsAt + 1]);
const named = args.filter((arg) => arg in SIZES);
const workloads = named.length > 0 ? named : ['w1'];

if (!existsSync(here(CEILING))) {
  console.log(`skipped: the ceiling programs are not at ${CEILING} (relative to bench/)`);
  process.exit(0);
}

const out = mkdtempSync(join(tmpdir(), 'preroute-bench-'));
const programs = {
  ceiling: (workload, items, seed) => [here(`${CEILING}/${workload}.js`), items, seed],
  engine: (workload, items, seed) => [here('engine.mjs'), workload, items, seed],
  product: (workload, items, seed) => [
    ...[here('../dist/cli/main.js'), 'run', here(`workloads/${workload}.yaml`)],
    ...['--set', `to.arrivals=${items}`, '--seed', seed, '--workers', '1', '--out', out],
  ],
};

try {
  for (const workload of workloads) measure(workload, SIZES[workload]);
} finally {
  rmSync(out, {recursive: true, force: true});
}

function measure(workload, [small, large]) {
  const steady = {ceiling: [], engine: [], product: []};
  const whole = {ceiling: [], engine: [], product: []};
  for (let pair = 1; pair <= pairs; pair++) {
    for (const [name, program] of Object.entries(programs)) {
      const less = cpuMs(program(workload, small, pair));
      const more = cpuMs(program(workload, large, pair));
      steady[name].push(((more - less) / (large - small)) * 1e6);
      whole[name].push((more / large) * 1e6);
    }
  }
  console.log(`${workload}: ${pairs} times ${small} and ${large} items, ns of CPU an item: median (least to most)`);
  for (const name of Object.keys(programs)) {
    const ratio = name === 'ceiling' ? '' : `, ceiling ÷ ${name} ${figures(ratios(steady, name), 2)}`;
    const all = name === 'ceiling' ? '' : `, ceiling ÷ ${name} ${figures(ratios(whole, name), 2)}`;
    console.log(`  ${name.padEnd(8)} steady ${figures(steady[name], 0)}${ratio}`);
    console.log(`  ${''.padEnd(8)} whole  ${figures(whole[name], 0)}${all}`);
  }
}

/** Each program against the ceiling that ran in the same turn. */
function ratios(costs, name) {
  return costs[name].map((cost, i) => costs.ceiling[i] / cost);
}

function figures(values, digits) {
  const sorted = [...values].sort((a, b) => a - b);
  const median = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  return `${median.toFixed(digits)} (${sorted[0].toFixed(digits)} to ${sorted[sorted.length - 1].toFixed(digits)})`;
}

function cpuMs(program) {
  const run = spawnSync(process.execPath, ['--import', here('cpuAtExit.mjs'), ...program.map(String)], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`${program.join(' ')} failed:\n${run.stderr}`);
  return Number(run.stderr.trim().split('\n').at(-1));
}
