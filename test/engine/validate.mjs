// The fast engine against the obvious one on generated scenarios, and mutants of the fast engine, each of which must be
// caught. Prints progress and one verdict line; exits 1 where something is wrong.
//
//   node test/engine/validate.mjs [--scenarios 10000] [--tried 1000] [--first 1] [--only name;name] [--longest 120] [--out verdict.json]
//
// No scenario takes an engine longer than `--longest` seconds, shrinking included, or it has no end.
// The verdict: {ok, scenarios, steps, differences: [{seed, text}], mutants: [{name, file, caught, of, firstSeed, error?}], seconds}.
import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {availableParallelism} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {Worker} from 'node:worker_threads';

const root = resolve(import.meta.dirname, '../..');
const {values} = parseArgs({
  options: {
    scenarios: {type: 'string', default: '10000'},
    tried: {type: 'string', default: '1000'},
    first: {type: 'string', default: '1'},
    longest: {type: 'string', default: '120'},
    only: {type: 'string'},
    out: {type: 'string'},
  },
});
const scenarios = Number(values.scenarios);
const tried = Math.min(scenarios, Number(values.tried));
const folder = join(root, `.dist-rescan-${process.pid}`);
const longestMs = Number(values.longest) * 1000;
const started = performance.now();

/** Compiled without checking types: a fifth of a second. */
function compile() {
  const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
  const tsc = join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.tsc);
  const project = join(import.meta.dirname, 'tsconfig.json');
  execFileSync(process.execPath, [tsc, '-p', project, '--outDir', join(folder, 'engine')], {stdio: 'inherit'});
}

/** A whole engine with one fault; throws where the text of the fault is not there exactly once. */
function makeMutant({file, edits}, index) {
  const path = join(folder, `mutant-${index}`);
  cpSync(join(folder, 'engine'), path, {recursive: true});
  const source = join(path, 'src', `${file}.js`);
  const text = existsSync(source) ? readFileSync(source, 'utf8') : '';
  const instead = new Map(edits);
  for (const from of instead.keys()) {
    const found = text.split(from).length - 1;
    if (found !== 1) throw new Error(`src/${file}.ts has \`${from}\` ${found} times, expected once`);
  }
  // All at once: an edit may write what another looks for.
  const places = new RegExp(
    [...instead.keys()].map((from) => from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
    'g',
  );
  writeFileSync(
    source,
    text.replace(places, (from) => instead.get(from)),
  );
  return pathToFileURL(path).href;
}

async function validate() {
  const only = values.only?.split(';');
  const {MUTANTS} = await import(pathToFileURL(join(folder, 'engine/test/engine/mutants.js')).href);
  const mutants = [];
  const addresses = [];
  for (const [index, {name, file, edits}] of MUTANTS.entries()) {
    if (only && !only.includes(name)) continue;
    const row = {name, file, caught: 0, of: tried, firstSeed: null};
    mutants.push(row);
    try {
      addresses.push({row, address: makeMutant({file, edits}, index)});
    } catch (error) {
      row.error = error.message;
    }
  }
  const verdict = {ok: false, scenarios: 0, steps: 0, differences: [], mutants, seconds: 0};
  const threads = Math.max(1, Math.min(availableParallelism(), scenarios));
  let told = 0;
  const take = ({done, steps, caught, differences}) => {
    verdict.scenarios += done;
    verdict.steps += steps;
    verdict.differences.push(...differences);
    for (const [index, seed] of caught) {
      const {row} = addresses[index];
      row.caught++;
      if (row.firstSeed === null || seed < row.firstSeed) row.firstSeed = seed;
    }
    for (const {seed, text} of differences) console.log(`scenario ${seed} differs; the least that does:\n${text}`);
    if (Math.floor((verdict.scenarios * 10) / scenarios) > told) {
      told = Math.floor((verdict.scenarios * 10) / scenarios);
      const left = verdict.differences.length;
      console.log(`  ${verdict.scenarios} of ${scenarios} scenarios, ${verdict.steps} steps, ${left} differ`);
    }
  };
  const endless = [];
  // One share of the scenarios. What plays one for too long is stopped, and the share taken up again: where an engine has no
  // end the scenario is reported as a difference; a mutant that has none is caught by that, and played no more.
  const run = (first, from = 0) =>
    new Promise((done, failed) => {
      let next = from;
      let playing = null;
      let since = Date.now();
      const worker = new Worker(join(folder, 'engine/test/engine/rescan/worker.js'), {
        workerData: {
          first: Number(values.first) + first + from,
          count: scenarios - first - from,
          step: threads,
          tried: Math.max(0, tried - first - from),
          mutants: addresses.map(({address}) => address),
          endless,
        },
      });
      const watch = setInterval(() => {
        if (playing === null || Date.now() - since < longestMs) return;
        clearInterval(watch);
        worker.removeAllListeners('exit');
        const {seed, mutant} = playing;
        if (mutant < 0) take({done: 1, steps: 0, caught: [], differences: [{seed, text: 'has no end'}]});
        else {
          endless.push(mutant);
          take({done: 0, steps: 0, caught: [[mutant, seed]], differences: []});
        }
        const behind = mutant < 0 ? next + threads : next;
        worker.terminate().then(() => (first + behind < scenarios ? run(first, behind).then(done, failed) : done()));
      }, 1000);
      const ended = () => {
        clearInterval(watch);
        done();
      };
      worker.on('message', (said) => {
        if (said.playing) {
          playing = said.playing;
          since = Date.now();
        } else {
          next = from + said.next;
          take(said);
        }
      });
      worker.on('error', failed).on('exit', ended);
    });
  await Promise.all(Array.from({length: threads}, (_, thread) => run(thread)));
  return verdict;
}

let verdict;
try {
  compile();
  verdict = await validate();
} finally {
  rmSync(folder, {recursive: true, force: true});
}
verdict.seconds = Math.round((performance.now() - started) / 1000);
const escaped = verdict.mutants.filter(({caught}) => caught === 0);
verdict.ok = verdict.scenarios === scenarios && verdict.differences.length === 0 && escaped.length === 0;
for (const {name, caught, of, firstSeed, error} of verdict.mutants) {
  console.log(
    error
      ? `  NOT APPLIED ${name}: ${error}`
      : `  ${String(caught).padStart(5)} of ${of} ${name}${caught ? ` (first ${firstSeed})` : ''}`,
  );
}
const counted = `${verdict.scenarios} scenarios, ${verdict.steps} steps, ${verdict.differences.length} differ`;
const faults = `${verdict.mutants.length - escaped.length} of ${verdict.mutants.length} mutants caught`;
console.log(`${verdict.ok ? 'ok' : 'NOT OK'}: ${counted}; ${faults}; ${verdict.seconds} s`);
if (values.out) writeFileSync(values.out, `${JSON.stringify(verdict, null, 2)}\n`);
process.exitCode = verdict.ok ? 0 : 1;
