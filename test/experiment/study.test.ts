import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {describe, expect, test} from 'vitest';
import type * as experiment from '../../src/experiment/index.ts';
import type {Facts} from '../../src/measure/facts.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const dist = (path: string) => pathToFileURL(resolve(ROOT, 'dist', path)).href;
const isBuilt = existsSync(resolve(ROOT, 'dist/experiment/worker.js'));
const file = resolve(ROOT, 'scenarios/quick-start/scenario.yaml');

/** Worker threads run what was compiled: `npm test` builds it first. */
describe.skipIf(!isBuilt)(isBuilt ? 'a study' : 'a study (skipped: dist is not built)', () => {
  const parts = async (options: Partial<experiment.StudyOptions> = {}) => {
    const {Study}: typeof experiment = await import(dist('experiment/index.js'));
    const {load} = await import(dist('cli/load.js'));
    const variant = (name: string, set: readonly string[], at = file): experiment.Variant => ({
      name,
      loaded: load({file, set}),
      remote: {module: dist('cli/load.js'), request: {file: at, set}},
    });
    return {study: new Study({workers: 1, threadsFrom: 0, ...options}), variant};
  };
  const seen = (facts: Facts, {variant, replication}: experiment.Job) => ({
    job: `${variant.name} ${replication}`,
    facts: JSON.stringify(facts),
  });
  const jobsOf = (variants: readonly experiment.Variant[]): experiment.Job[] =>
    [2, 0, 1].flatMap((replication) => variants.map((variant) => ({variant, replication})));

  test('gives every job its own facts in the order asked, for any number of threads', async () => {
    const told = [];
    for (const workers of [1, 3]) {
      const {study, variant} = await parts({workers});
      const jobs = jobsOf([variant('as it is', []), variant('fewer', ['workforce.0.agents.early=5'])]);
      told.push([...(await study.run(jobs, seen)), ...(await study.run(jobs.slice(3), seen))]);
      await study.close();
    }
    const [alone = [], several = []] = told;
    expect(several).toEqual(alone);
    const first = ['as it is 2', 'fewer 2', 'as it is 0', 'fewer 0', 'as it is 1', 'fewer 1'];
    expect(alone.map((it) => it?.job)).toEqual([...first, ...first.slice(3)]);
    expect(new Set(alone.map((it) => it?.facts)).size).toBe(6);
    expect(alone.slice(6)).toEqual(alone.slice(3, 6));
  });

  test('stopped, it has what was done and null for the rest', async () => {
    const controller = new AbortController();
    const {study, variant} = await parts({
      workers: 2,
      signal: controller.signal,
      onProgress: (done) => done === 2 && controller.abort(),
    });
    const done = await study.run(jobsOf([variant('as it is', [])]), seen);
    expect(study.stopped).toBe(true);
    expect(done.filter((it) => it === null)).toHaveLength(1);
  });

  test('what a store has is not run again', async () => {
    const kept = new Map<string, Facts>();
    const keyOf = ({variant, replication}: experiment.Job) => `${variant.loaded.hash} ${replication}`;
    const store = {
      get: (job: experiment.Job) => kept.get(keyOf(job)) ?? null,
      put: (job: experiment.Job, facts: Facts) => void kept.set(keyOf(job), facts),
    };
    const {study, variant} = await parts({store});
    const jobs = jobsOf([variant('as it is', [])]);
    const first = await study.run(jobs, seen);
    expect(kept.size).toBe(3);
    const unreadable = jobs.map((job) => ({...job, variant: {...job.variant, remote: null}}));
    kept.delete(keyOf(jobs[1]));
    expect(await study.run(unreadable, seen)).toEqual(first);
  });

  test('an error in a thread is thrown', async () => {
    const {study, variant} = await parts({workers: 2});
    await expect(study.run(jobsOf([variant('gone', [], `${file}.missing`)]), seen)).rejects.toThrow('missing');
    await study.close();
  });
});
