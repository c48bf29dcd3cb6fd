import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const BLOCK = /(<!-- what it prints: `npm run docs` -->\n```text\n)[\s\S]*?(```\n)/;

/** The README, with what the quick-start scenario prints in the place for it. */
export function withOutput(root, main) {
  const folder = mkdtempSync(join(tmpdir(), 'preroute-docs-'));
  cpSync(join(root, 'scenarios/quick-start'), join(folder, 'scenarios/quick-start'), {recursive: true});
  const printed = execFileSync(process.execPath, [main, 'run', 'scenarios/quick-start/scenario.yaml'], {
    cwd: folder,
    encoding: 'utf8',
    env: {...process.env, NO_COLOR: '1', COLUMNS: '80'},
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  rmSync(folder, {recursive: true});
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  if (!BLOCK.test(readme)) throw new Error('README.md has no place for what quick-start prints');
  return readme.replace(BLOCK, (_, before, after) => `${before}${printed}${after}`);
}
