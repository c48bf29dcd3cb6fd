import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** What tests write into the system's temporary folder goes into one of its own, removed when all have run. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'preroute-tests-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, {recursive: true, force: true});
}
