// Replications on two threads against one.
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {here, number, prerouteRun, ratios, shown, spread, table} from '../measuring.mjs';

const SCENARIO = here('../scenarios/blended-desk/scenario.yaml');
const FEW = 20;
const MANY = 60;
const GOAL = 1.8;

export const replications = {
  name: 'replications',
  parts: [],
  title: 'Replications on two cores',
  text: `\`preroute run scenarios/blended-desk/scenario.yaml --charts none\` with one worker and with two, in turns; elapsed time,
since that is what a second core saves. *Whole* is the process with ${FEW} replications: reading the scenario before and
evaluating the results after are done by one thread, and a second thread loads and compiles its own hot code. *Steady* is the
difference of ${MANY} and ${FEW} replications: what each further replication gains. *Two processes* is what this machine
itself gives: the time of two single-worker runs one after the other over that of the two side by side. All files of both runs but
\`run.json\` are compared, byte by byte.`,

  async measure({rounds = 5, small, say}) {
    const [few, many] = small ? [FEW, 40] : [FEW, MANY];
    const out = mkdtempSync(join(tmpdir(), 'preroute-bench-'));
    const run = (workers, count, name = `w${workers}`) => {
      const words = ['--replications', count, '--workers', workers, '--charts', 'none', '--out', join(out, name)];
      return prerouteRun(SCENARIO, ...words);
    };
    const walls = {one: {few: [], many: []}, two: {few: [], many: []}};
    const both = [];
    let same = true;
    try {
      for (let turn = 1; turn <= rounds; turn++) {
        say(`turn ${turn} of ${rounds}`);
        for (const [size, count] of Object.entries({few, many})) {
          walls.one[size].push((await run(1, count)).wallMs);
          walls.two[size].push((await run(2, count)).wallMs);
          same &&= sameFiles(join(out, 'w1'), join(out, 'w2'));
        }
        const begun = performance.now();
        await Promise.all([run(1, few, 'a'), run(1, few, 'b')]);
        both.push((2 * walls.one.few.at(-1)) / (performance.now() - begun));
      }
    } finally {
      rmSync(out, {recursive: true, force: true});
    }
    const steady = (of) => of.many.map((wall, turn) => (wall - of.few[turn]) / (many - few));
    const [one, two] = [walls.one, walls.two].map((of) => ({
      wholeMs: spread(of.few),
      longMs: spread(of.many),
      steadyMs: spread(steady(of)),
    }));
    return {
      rounds,
      few,
      many,
      one,
      two,
      whole: spread(ratios(walls.one.few, walls.two.few)),
      long: spread(ratios(walls.one.many, walls.two.many)),
      steady: spread(ratios(steady(walls.one), steady(walls.two))),
      processes: spread(both),
      same,
    };
  },

  tables({few, many, one, two, whole, long, steady, processes}) {
    const row = (what, a, b, ratio) => [what, a, b, shown(ratio, 2)];
    return [
      table(
        ['elapsed, ms', 'one worker', 'two workers', 'times as fast'],
        [
          row(`whole, ${number(few)} replications`, shown(one.wholeMs), shown(two.wholeMs), whole),
          row(`whole, ${number(many)} replications`, shown(one.longMs), shown(two.longMs), long),
          row('steady, a replication', shown(one.steadyMs), shown(two.steadyMs), steady),
          row('two processes', '', '', processes),
        ],
      ),
    ];
  },

  goals: ({few, whole, steady, same}) => [
    {
      goal: 'Two cores against one: a replication, steady',
      limit: `at least ${GOAL} times as fast`,
      value: shown(steady, 2),
      met: steady.median >= GOAL,
    },
    {
      goal: `Two cores against one: the whole process with ${few} replications`,
      limit: `at least ${GOAL} times as fast`,
      value: shown(whole, 2),
      met: whole.median >= GOAL,
    },
    {goal: 'Output on two cores', limit: 'the same to the byte', value: same ? 'the same' : 'differs', met: same},
  ],

  charts: () => [],
};

function sameFiles(a, b) {
  const names = (dir) => readdirSync(dir, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  const paths = (dir) =>
    names(dir)
      .map(({parentPath, name}) => join(parentPath, name).slice(dir.length))
      .sort();
  const [left, right] = [paths(a), paths(b)];
  if (left.length < 3 || left.join() !== right.join()) return false;
  return left.every((path) => path.endsWith('run.json') || readFileSync(a + path).equals(readFileSync(b + path)));
}
