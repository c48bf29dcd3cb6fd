// How often 95 % intervals hold the true value, and how often checks of a goal whose true value is its limit say anything
// but undecided. M/M/c with as many agents as its load and a half and twice that, whose values Erlang's formula gives.
//
//   node test/intervals/validate.mjs [--from=dist] [--out=coverage.json] [--experiments=2000]
//
// Exits 1 where an interval of a share covers less than 93 % or more than 97 %, or checks are wrong more than 5 % of the time.
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {checksAtTheLimit} from './checks.mjs';
import {covered} from './intervals.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const option = (name, otherwise) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const built = resolve(ROOT, option('from', 'dist'));
const experiments = Number(option('experiments', '2000'));
const out = option('out');
const product = (path) => import(pathToFileURL(join(built, path)).href);

/** Replications an experiment has: what a scenario has by default. */
const REPLICATIONS = 20;
/** Per hour, and the mean of their handle times in hours. */
const [RATE, HANDLE] = [30, 1 / 20];
const AGENTS = [3, 4];
const WITHIN = 20 / 3600;
const MEASURES = {
  serviceLevel: 'serviceLevel process=calls',
  wait: 'wait process=calls',
  delayed: 'delayed process=calls',
};

const folder = mkdtempSync(join(tmpdir(), 'preroute-coverage-'));
try {
  const found = await main();
  if (out !== undefined) writeFileSync(resolve(out), `${JSON.stringify(found, null, 1)}\n`);
  for (const {what, covered: share} of found.intervals) console.log(`${what}: ${(100 * share).toFixed(1)} % covered`);
  for (const {what, wrong} of found.checks) console.log(`${what}: ${(100 * wrong).toFixed(1)} % decided`);
  process.exitCode = found.ok ? 0 : 1;
} finally {
  rmSync(folder, {recursive: true});
}

async function main() {
  const pools = await pooled();
  const truths = AGENTS.map(erlangC);
  const intervals = await covered(product, pools, truths, {experiments, replications: REPLICATIONS});
  const checks = await checksAtTheLimit(product, pools);
  const ok =
    intervals.every(({nominal, covered: share}) => !nominal || (share >= 0.93 && share <= 0.97)) &&
    checks.every(({wrong}) => wrong <= 0.05);
  return {ok, experiments, replications: REPLICATIONS, pool: pools[0].wait.length, intervals, checks};
}

/** Numerators and denominators of every measure, replication by replication, of both centres on the same calls. */
async function pooled() {
  const [{load}, {Study}, {Measures}] = await Promise.all([
    product('cli/load.js'),
    product('experiment/index.js'),
    product('measure/measures.js'),
  ]);
  const study = new Study({workers: availableParallelism(), threadsFrom: 0});
  const pools = [];
  for (const agents of AGENTS) {
    const file = join(folder, `agents-${agents}.yaml`);
    writeFileSync(file, scenarioText(agents));
    const request = {file};
    const loaded = load(request);
    const remote = {module: pathToFileURL(join(built, 'cli/load.js')).href, request};
    const variant = {name: file, loaded, remote};
    const measures = new Measures({model: loaded.compiled.model, scenario: loaded.scenario});
    const jobs = Array.from({length: experiments * REPLICATIONS}, (_, replication) => ({variant, replication}));
    const rows = await study.run(jobs, (facts) => {
      const ratios = measures.add(facts);
      return Object.values(MEASURES).map((key) => ratios.get(key) ?? [0, 0]);
    });
    pools.push(Object.fromEntries(Object.keys(MEASURES).map((name, k) => [name, rows.map((row) => row[k])])));
    console.log(`${agents} agents: ${rows.length} replications`);
  }
  await study.close();
  return pools;
}

function scenarioText(agents) {
  return `from: 2026-03-02
to: 2026-03-02T05:00
warmUp: 90m
coolDown: 30m
seed: coverage
demand:
  - { source: calls, channel: voice, arrivals: { perHour: ${RATE} }, handleTime: { exponential: { mean: ${HANDLE * 60}m } } }
routing:
  segmentation: { otherwise: calls }
  processes: { calls: { answerWithin: ${WITHIN * 3600}s } }
workforce:
  - { group: agents, agents: ${agents} }
`;
}

/** Share delayed in M/M/c by Erlang's loss formula, C = B / (1 - ρ (1 - B)), and what follows from it. */
function erlangC(agents) {
  const load = RATE * HANDLE;
  let blocked = 1;
  for (let c = 1; c <= agents; c++) blocked = (load * blocked) / (c + load * blocked);
  const delayed = blocked / (1 - (load / agents) * (1 - blocked));
  const clearing = agents / HANDLE - RATE;
  return {
    delayed,
    serviceLevel: 1 - delayed * Math.exp(-clearing * WITHIN),
    wait: (3600 * delayed) / clearing,
  };
}
