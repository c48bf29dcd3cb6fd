// Compiles src/ into dist/ from nothing, and bundles the command line there. The old build stands until the new one is
// whole. `--out=folder` builds elsewhere.
//
// The library is left as one file a module. The program is bundled with what it depends on: read as a thousand small
// files, half of the time of a short run goes into finding and opening them.
import {execFileSync} from 'node:child_process';
import {chmodSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join, sep} from 'node:path';
import {rolldown} from 'rolldown';

const out = process.argv.find((each) => each.startsWith('--out='))?.slice('--out='.length) ?? 'dist';
const made = `.dist-${process.pid}`;
try {
  compile(made);
  rmSync(join(made, 'cli'), {recursive: true});
  await bundle(join(made, 'cli'));
} catch (error) {
  rmSync(made, {recursive: true, force: true});
  if (!('status' in error)) console.error(error); // what the compiler finds wrong it has said itself
  process.exit(1);
}
rmSync(out, {recursive: true, force: true});
renameSync(made, out);

function compile(dir) {
  const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
  const tsc = join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.tsc);
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json', '--outDir', dir], {stdio: 'inherit'});
}

/** The program, what worker threads load, and the chunks they share, side by side in one folder. */
async function bundle(dir) {
  const program = await rolldown({
    input: {
      main: 'src/cli/main.ts',
      load: 'src/cli/load.ts',
      restaff: 'src/cli/restaff.ts',
      worker: 'src/experiment/worker.ts',
    },
    platform: 'node',
    // native code, fonts, WebAssembly, and a package that starts a file of its own in threads stay where they are
    external: [/^@resvg\//, /^dejavu-fonts-ttf/, /^tinypool/, /^highs/],
  });
  const {output} = await program.write({dir, format: 'esm', comments: {legal: false, annotation: false, jsdoc: false}});
  await program.close();
  const page = await pageScript(dir);
  chmodSync(join(dir, 'main.js'), 0o755);
  writeFileSync(join(dir, 'LICENSES.txt'), licensesOf([...output, ...page]));
}

/** What makes `report.html` answer, as one script without modules: it is written into the page. */
async function pageScript(dir) {
  const script = await rolldown({input: 'src/report/page/browser/main.ts', platform: 'browser'});
  const {output} = await script.write({file: join(dir, 'page.js'), format: 'iife', minify: true});
  await script.close();
  return output;
}

/** The licences of everything that is bundled, as they ask for. */
function licensesOf(chunks) {
  const inside = `node_modules${sep}`;
  const packages = new Set();
  for (const {modules = {}} of chunks)
    for (const path of Object.keys(modules)) {
      const at = path.lastIndexOf(inside);
      if (at < 0) continue;
      const [first, second] = path.slice(at + inside.length).split(sep);
      packages.add(
        join(path.slice(path[0] === '\0' ? 1 : 0, at + inside.length), first, first[0] === '@' ? second : ''),
      );
    }
  /** Packages by what their licence says: many share one text. */
  const byText = new Map();
  for (const dir of [...packages].sort()) {
    const {name, version, license} = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
    const files = readdirSync(dir).filter((file) => /^(licen[cs]e|notice)/i.test(file));
    const text = files.map((file) => readFileSync(join(dir, file), 'utf8').trim()).join('\n\n');
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}: ${license}`]);
  }
  return [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}
