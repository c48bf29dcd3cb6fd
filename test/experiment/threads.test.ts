import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {describe, expect, test} from 'vitest';
import type * as experiment from '../../src/experiment/index.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const dist = (path: string) => pathToFileURL(resolve(ROOT, 'dist', path)).href;
const isBuilt = existsSync(resolve(ROOT, 'dist/experiment/worker.js'));
const SCENARIO = resolve(ROOT, 'scenarios/quick-start/scenario.yaml');

/** Worker threads run what was compiled: `npm test` builds it first. */
describe.skipIf(!isBuilt)(isBuilt ? 'worker threads' : 'worker threads (skipped: dist is not built)', () => {
  const rehearse = async (workers: number, hooks: Partial<experiment.RehearsalHooks> = {}, file = SCENARIO) => {
    const {rehearse: built}: typeof experiment = await import(dist('experiment/index.js'));
    const {load} = await import(dist('cli/load.js'));
    const request = {file: SCENARIO, replications: 5};
    const remote = {module: dist('cli/load.js'), request: {...request, file}};
    return built({loaded: load(request), remote, version: '0'}, {workers, threadsFrom: 0, ...hooks});
  };

  test('the same bytes for any number of workers', async () => {
    const alone = await rehearse(1);
    expect(alone.complete).toBe(5);
    expect(alone.results?.flow.total.offered?.value).toBeGreaterThan(100);
    for (const workers of [2, 3]) {
      const told: number[] = [];
      const several = await rehearse(workers, {onReplication: (complete) => told.push(complete)});
      expect(JSON.stringify(several)).toBe(JSON.stringify(alone));
      expect(told).toEqual([1, 2, 3, 4, 5]);
    }
  });

  test('stop when asked, with the first replications complete', async () => {
    const controller = new AbortController();
    const {complete, stopped, results} = await rehearse(2, {
      signal: controller.signal,
      onReplication: (done) => done === 3 && controller.abort(),
    });
    expect([complete, stopped, results?.replications]).toEqual([3, true, 3]);
  });

  test('an error in one of them is thrown', async () => {
    await expect(rehearse(2, {}, `${SCENARIO}.missing`)).rejects.toThrow('missing');
  });
});
