// Where the instructions of the workloads go: counted exactly, where a clock on a shared machine guesses.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {here, number, PREROUTE, table} from '../measuring.mjs';

const ITEMS = 200_000;
const WORKLOADS = ['w1', 'w2', 'w3'];
const SHOWN = 14;
/** V8 writes there where its code stands, whatever the temporary folder is. */
const mapOf = (pid) => `/tmp/perf-${pid}.map`;

export const profile = {
  name: 'profile',
  parts: [],
  title: 'Where the instructions go',
  text: `Instructions an item in the functions of the product on the three workloads, as callgrind (valgrind) counts them: only
code that V8 has optimized, what is compiled into a function counted there. The event loop is \`slice\`, \`next\`, \`sink\`,
\`dropRoot\` and \`schedule\`; agents are chosen by \`for\` and \`best\`, items by \`chooseItem\`; \`created\`, \`answered\`,
\`completed\`, \`agentBecame\` are the recorder. The ceiling of W1 takes 1,391: each of its functions is compiled into one loop, its
columns are constants. Here every function that is called loads the objects it works on, checks their kind, and checks
every index against the length of its column; the same ceiling with its columns on objects takes 2,139.`,

  async measure({small, say}) {
    if (spawnSync('valgrind', ['--version']).status !== 0) return {skipped: 'it needs valgrind'};
    const items = small ? ITEMS / 10 : ITEMS;
    const dir = mkdtempSync(join(tmpdir(), 'preroute-bench-'));
    try {
      const workloads = {};
      for (const workload of WORKLOADS) {
        say(`${workload}: ${number(items)} items`);
        workloads[workload] = profileOf(workload, items, dir);
      }
      return {items, workloads};
    } finally {
      rmSync(dir, {recursive: true, force: true});
    }
  },

  tables({workloads}) {
    const rows = Array.from({length: SHOWN}, (_, rank) =>
      Object.values(workloads).map(({functions}) => functions[rank]),
    );
    const heads = Object.keys(workloads).flatMap((name) => [name.toUpperCase(), 'instructions']);
    const sums = Object.values(workloads).flatMap(({all}) => ['all', number(all)]);
    const cells = rows.map((row) => row.flatMap(({name, instructions}) => [`\`${name}\``, number(instructions)]));
    return [table(heads, [sums, ...cells])];
  },

  goals: () => [],
  charts: () => [],
};

/** Instructions an item: in all optimized code, and in the functions that take most. */
function profileOf(workload, items, dir) {
  const costs = join(dir, `${workload}.out`);
  const {pid, status} = spawnSync(
    'valgrind',
    [
      ...['--tool=callgrind', '--smc-check=all-non-file', '--dump-instr=yes', `--callgrind-out-file=${costs}`],
      ...[process.execPath, '--single-threaded', '--perf-basic-prof', PREROUTE, 'run'],
      ...[here(`workloads/${workload}.yaml`), '--set', `to.arrivals=${items}`, '--seed', '1', '--workers', '1'],
      ...['--charts', 'none', '--out', join(dir, 'report')],
    ],
    {stdio: 'ignore'},
  );
  if (status !== 0) throw new Error(`valgrind ended with ${status}`);
  const spent = byFunction(readFileSync(costs, 'utf8'), codeIn(readFileSync(mapOf(pid), 'utf8')));
  rmSync(mapOf(pid));
  const optimized = [...spent].filter(([name]) => name.startsWith('JS:*')).sort(([, a], [, b]) => b - a);
  return {
    all: optimized.reduce((sum, [, count]) => sum + count, 0) / items,
    functions: optimized
      .slice(0, SHOWN)
      .map(([name, count]) => ({name: /^JS:\*#?(\S*)/.exec(name)[1] || 'nameless', instructions: count / items})),
  };
}

/** Pieces of compiled code in order of address. */
function codeIn(map) {
  const lines = [...map.matchAll(/^(\w+) (\w+) (.*)$/gm)];
  return lines
    .map(([, from, size, name]) => ({from: Number(`0x${from}`), size: Number(`0x${size}`), name}))
    .sort((a, b) => a.from - b.from);
}

/** Instructions by name of the code they lie in. Lines of the file are `address line cost`; `+4` is 4 after the last. */
function byFunction(costs, code) {
  const spent = new Map();
  let at = 0;
  let isCall = false;
  for (const [line] of costs.matchAll(/^(calls=|[\d+*-]).*$/gm)) {
    if (line.startsWith('calls=')) {
      isCall = true;
      continue;
    }
    const [address, , cost] = line.split(' ');
    if (address[0] === '+') at += Number(address.slice(1));
    else if (address[0] === '-') at -= Number(address.slice(1));
    else if (address !== '*') at = Number(address);
    // what follows a call is the cost of what was called, which is counted there
    const name = isCall || cost === undefined ? undefined : nameAt(code, at);
    isCall = false;
    if (name !== undefined) spent.set(name, (spent.get(name) ?? 0) + Number(cost));
  }
  return spent;
}

function nameAt(code, address) {
  let low = 0;
  let high = code.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (code[middle].from <= address) low = middle + 1;
    else high = middle;
  }
  const found = code[low - 1];
  return found !== undefined && address < found.from + found.size ? found.name : undefined;
}
