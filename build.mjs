// Compiles src/ into dist/ from nothing, and makes the command executable.
import {execFileSync} from 'node:child_process';
import {chmodSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';

rmSync('dist', {recursive: true, force: true});
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
try {
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json'], {stdio: 'inherit'});
} catch {
  process.exit(1);
}
chmodSync('dist/cli/main.js', 0o755);
