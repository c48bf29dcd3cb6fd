// From the command to the summary, and to the end.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {here, nodeRun, prerouteRun, shown, spread, table} from '../measuring.mjs';

const SCENARIO = here('../scenarios/quick-start/scenario.yaml');
const GOALS = [
  {run: 'charts', time: 'firstMs', limit: 700, goal: 'The summary of quick-start stands in the terminal'},
  {run: 'noCharts', time: 'wallMs', limit: 700, goal: 'The whole process with `--charts none`'},
  {run: 'charts', time: 'wallMs', limit: 2000, goal: 'The whole process with charts'},
];
const NAMES = {
  node: 'node alone, an empty program',
  noCharts: 'quick-start, --charts none',
  charts: 'quick-start, all charts',
};

export const startup = {
  name: 'startup',
  parts: [],
  title: 'Start-up',
  text: `\`preroute run scenarios/quick-start/scenario.yaml\`, 20 replications of one day, in turns with a program of Node that does
nothing. *Summary* is when the first text of the summary, which is written as a whole and before any chart is drawn, arrives at
the other end of a pipe; elapsed time from the start of the process.`,

  async measure({rounds = 9, small, say}) {
    const out = mkdtempSync(join(tmpdir(), 'preroute-bench-'));
    const runs = {
      node: () => nodeRun('--eval', 'console.log(1)'),
      noCharts: () => prerouteRun(SCENARIO, '--charts', 'none', '--out', join(out, 'none')),
      charts: () => prerouteRun(SCENARIO, '--out', join(out, 'all')),
    };
    const turns = small ? Math.min(rounds, 3) : rounds;
    say(`${turns} turns`);
    const seen = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
    try {
      for (let turn = 0; turn < turns; turn++)
        for (const [name, run] of Object.entries(runs)) seen[name].push(await run());
    } finally {
      rmSync(out, {recursive: true, force: true});
    }
    const times = Object.fromEntries(Object.entries(seen).map(([name, of]) => [name, spreadsOf(of)]));
    return {rounds: turns, times};
  },

  tables: ({times}) => [
    table(
      ['run', 'summary, ms', 'end, ms', 'CPU, ms', 'peak memory, MB'],
      Object.entries(times).map(([name, {firstMs, wallMs, cpuMs, peakMb}]) => [
        NAMES[name],
        name === 'node' ? '' : shown(firstMs),
        ...[wallMs, cpuMs, peakMb].map((each) => shown(each)),
      ]),
    ),
  ],

  goals: ({times}) =>
    GOALS.map(({run, time, limit, goal}) => ({
      goal,
      limit: `at most ${(limit / 1000).toFixed(1)} s`,
      value: `${shown(times[run][time])} ms`,
      met: times[run][time].median <= limit,
    })),

  charts: () => [],
};

const spreadsOf = (runs) =>
  Object.fromEntries(
    ['firstMs', 'wallMs', 'cpuMs', 'peakMb'].map((time) => [time, spread(runs.map((run) => run[time]))]),
  );
