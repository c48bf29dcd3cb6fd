import type {Facts} from '../measure/facts.ts';
import type {Loaded, LoadModule, Remote} from './loaded.ts';
import {runReplication} from './runReplication.ts';

/** What a worker thread is asked to do. */
export interface WorkerTask {
  readonly remote: Remote;
  readonly replication: number;
  readonly waitParts?: boolean;
}

/** Scenarios of this thread by the request they were loaded for, the latest last: a comparison has a few. */
const known = new Map<string, Loaded>();
const MOST_KNOWN = 8;

/** Entry of the worker threads: one replication. What it returns is copied to the thread that asked. */
export default async function replicate({remote, replication, waitParts}: WorkerTask): Promise<Facts> {
  return runReplication(await loadedFor(remote), replication, {waitParts});
}

async function loadedFor(remote: Remote): Promise<Loaded> {
  const key = JSON.stringify(remote);
  const found = known.get(key);
  if (found) return found;
  const module: LoadModule = await import(remote.module);
  const loaded = await module.load(remote.request);
  const [oldest] = known.keys();
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(key, loaded);
  return loaded;
}
