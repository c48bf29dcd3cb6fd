// Items a CPU-second beside hand-written programs that can do nothing else.
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {
  here,
  nodeRun,
  number,
  PYTHON,
  prerouteRun,
  pythonRun,
  ratios,
  shown,
  spread,
  table,
  timed,
} from '../measuring.mjs';

const SHARED = '../../shared/benchmark';
const SIZES = {w1: [300_000, 2_300_000], w2: [300_000, 2_300_000], w3: [300_000, 1_800_000]};
const SMALL = {w1: [100_000, 400_000], w2: [100_000, 400_000], w3: [100_000, 400_000]};
const SIMPY_SIZES = [10_000, 60_000];
const GOAL = 0.5;
const WHAT = {
  w1: 'one queue, 100 agents, callers who hang up',
  w2: '12 call types, 20 groups of agents, priorities, overflow after 30 and 60 s',
  w3: 'calls, chats and ageing work items blended on six units an agent, held back for calls',
};

/** Runs of one program at both sizes; the steady cost is the difference, so that start-up drops out. */
const PROGRAMS = {
  ceiling: (workload, items, seed) => nodeRun(here(`${SHARED}/ceiling/${workload}.js`), items, seed),
  engine: (workload, items, seed) => nodeRun(here('engine.mjs'), workload, items, seed),
  product: runOf(),
  'product, waits not divided': runOf('waitParts=false'),
};

function runOf(...set) {
  return (workload, items, seed, out) =>
    prerouteRun(
      ...[here(`workloads/${workload}.yaml`), '--seed', seed, '--workers', 1, '--charts', 'none', '--out', out],
      ...[`to.arrivals=${items}`, ...set].flatMap((value) => ['--set', value]),
    );
}

export const workloads = {
  name: 'workloads',
  parts: Object.keys(SIZES),
  title: 'Three workloads beside the ceiling',
  text: `Three programs take turns, so that what else the machine does falls on all of them: the *ceiling*, a hand-written
program for this one workload (typed arrays, one event heap, no configuration, no report); the *engine* with its recorder
on a model built by hand, its draws those of the ceiling; and the *product*, \`preroute run --charts none\` on a scenario file
with one replication: all metrics, tables and page; once more without dividing waits by what stood in their way
(\`waitParts: false\`). CPU time, user and system, of the whole process. *Steady* is the
difference of two sizes, so that start-up and report drop out; *whole* is the larger run as it is. Ratios are of items a
CPU-second, each to the ceiling of the same turn. ${Object.entries(WHAT)
    .map(([name, what]) => `${name.toUpperCase()}: ${what}.`)
    .join(' ')}`,

  async measure({parts, rounds = 5, small, say}) {
    if (!existsSync(here(SHARED))) return {skipped: `the ceiling programs are not at ${SHARED} (relative to bench/)`};
    const simpy = await hasSimpy();
    const out = mkdtempSync(join(tmpdir(), 'preroute-bench-'));
    const programs = {...PROGRAMS, ...(simpy && {simpy: simpyOf})};
    try {
      const measured = {};
      for (const workload of parts) {
        say(`${workload}: ${rounds} turns`);
        measured[workload] = await turns(programs, workload, (small ? SMALL : SIZES)[workload], rounds, out);
      }
      return {rounds, simpy, workloads: measured};
    } finally {
      rmSync(out, {recursive: true, force: true});
    }
  },

  tables({workloads: measured}) {
    const rows = Object.entries(measured).flatMap(([workload, {programs}]) =>
      Object.entries(programs).map(([name, {steady, whole, steadyRatio, wholeRatio}]) => [
        `${workload.toUpperCase()} ${name}`,
        shown(steady),
        shown(whole),
        number(1e9 / steady.median),
        name === 'ceiling' ? '' : shown(steadyRatio, name === 'simpy' ? 3 : 2),
        name === 'ceiling' ? '' : shown(wholeRatio, name === 'simpy' ? 3 : 2),
      ]),
    );
    const heads = ['program', 'steady, ns an item', 'whole, ns an item', 'items a CPU-second, steady'];
    return [table([...heads, 'of the ceiling, steady', 'of the ceiling, whole'], rows)];
  },

  goals: ({workloads: measured}) =>
    Object.entries(measured).map(([workload, {programs}]) => ({
      goal: `${workload.toUpperCase()}: items a CPU-second of the ceiling's, steady, the whole product`,
      limit: `at least ${GOAL}`,
      value: shown(programs.product.steadyRatio, 2),
      met: programs.product.steadyRatio.median >= GOAL,
    })),

  charts: ({workloads: measured}) => [
    {
      name: 'performance-workloads',
      alt: 'Items a CPU-second of engine, product and SimPy as a share of the ceiling, for W1 to W3',
      spec: {
        title: {
          text: 'Speed beside the ceiling',
          subtitle: 'Steady items a CPU-second ÷ those of the ceiling; median, least and most',
        },
        data: {
          values: Object.entries(measured).flatMap(([workload, {programs}]) =>
            Object.entries(programs)
              .filter(([program]) => program !== 'ceiling')
              .map(([program, {steadyRatio}]) => ({workload: workload.toUpperCase(), program, ...steadyRatio})),
          ),
        },
        facet: {row: {field: 'workload', title: null, header: {labelAngle: 0, labelAlign: 'left'}}},
        spec: {
          width: 420,
          height: {step: 20},
          encoding: {y: {field: 'program', type: 'nominal', title: null}},
          layer: [
            {
              mark: {type: 'bar', height: 12},
              encoding: {
                x: {field: 'median', type: 'quantitative', title: 'share of the ceiling', scale: {domainMin: 0}},
                color: {field: 'program', type: 'nominal', legend: null},
              },
            },
            {
              mark: {type: 'rule', strokeWidth: 2},
              encoding: {x: {field: 'least', type: 'quantitative'}, x2: {field: 'most'}},
            },
            {mark: {type: 'rule', strokeDash: [6, 3], color: '#9c1c1c'}, encoding: {x: {datum: GOAL}, y: null}},
          ],
        },
      },
    },
  ],
};

async function hasSimpy() {
  try {
    await timed(PYTHON, ['-c', 'import simpy']);
    return true;
  } catch {
    return false;
  }
}

const simpyOf = (workload, items, seed) => pythonRun(here(`${SHARED}/peers/simpy_${workload}.py`), items, seed);

async function turns(programs, workload, sizes, rounds, out) {
  const costs = Object.fromEntries(Object.keys(programs).map((name) => [name, {steady: [], whole: []}]));
  for (let turn = 1; turn <= rounds; turn++)
    for (const [name, program] of Object.entries(programs)) {
      const [few, many] = name === 'simpy' ? SIMPY_SIZES : sizes;
      const less = await program(workload, few, turn, out);
      const more = await program(workload, many, turn, out);
      costs[name].steady.push(((more.cpuMs - less.cpuMs) / (many - few)) * 1e6);
      costs[name].whole.push((more.cpuMs / many) * 1e6);
    }
  return {
    sizes,
    programs: Object.fromEntries(
      Object.entries(costs).map(([name, {steady, whole}]) => [
        name,
        {
          steady: spread(steady),
          whole: spread(whole),
          steadyRatio: spread(ratios(costs.ceiling.steady, steady)),
          wholeRatio: spread(ratios(costs.ceiling.whole, whole)),
        },
      ]),
    ),
  };
}
