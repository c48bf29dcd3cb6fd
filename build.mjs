// Compiles src/ into dist/ from nothing. The old build stands until the new one is whole.
import {execFileSync} from 'node:child_process';
import {chmodSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
const tsc = join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.tsc);
const made = `.dist-${process.pid}`;
try {
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json', '--outDir', made], {stdio: 'inherit'});
} catch {
  rmSync(made, {recursive: true, force: true});
  process.exit(1);
}
chmodSync(join(made, 'cli/main.js'), 0o755);
rmSync('dist', {recursive: true, force: true});
renameSync(made, 'dist');
