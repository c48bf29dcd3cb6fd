/** A handful of the mutants, each caught within the first scenarios; all of them: `npm run validate`. */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {MUTANTS} from './mutants.ts';

const SOON = [
  'first come, first served across a falling jump',
  'a lane’s bound is the value at its start',
  'items never turn to their next section',
  'ties between lanes go to the lane',
  'one redial too few',
  'not ready counts for nothing',
];

test('deliberate faults of the engine are caught', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  const out = join(folder, 'verdict.json');
  const script = join(import.meta.dirname, 'validate.mjs');
  execFileSync(process.execPath, [script, '--scenarios', '16', '--only', SOON.join(';'), '--out', out], {
    stdio: 'ignore',
  });
  const verdict = JSON.parse(readFileSync(out, 'utf8'));
  rmSync(folder, {recursive: true});
  expect(verdict.differences).toEqual([]);
  expect(verdict.mutants.map(({name}: {name: string}) => name).sort()).toEqual([...SOON].sort());
  for (const {caught} of verdict.mutants) expect(caught).toBeGreaterThan(0);
});

test('there are many, under names of their own', () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(20);
  expect(new Set(MUTANTS.map(({name}) => name)).size).toBe(MUTANTS.length);
});
