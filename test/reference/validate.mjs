// `npm run validate`: compiles the product with what validates it into a folder of its own, and runs that.
import {execFileSync} from 'node:child_process';
import {copyFileSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const root = resolve(import.meta.dirname, '../..');
const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
const tsc = join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.tsc);
rmSync(join(root, '.dist-validate'), {recursive: true, force: true});
try {
  execFileSync(process.execPath, [tsc, '-p', join(import.meta.dirname, 'tsconfig.json')], {stdio: 'inherit'});
} catch {
  process.exit(1);
}
// the program asks it for its version
copyFileSync(join(root, 'package.json'), join(root, '.dist-validate/package.json'));
const {main} = await import(pathToFileURL(join(root, '.dist-validate/test/reference/validate.js')).href);
process.exit(await main(process.argv.slice(2), root));
