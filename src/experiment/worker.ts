import type {Facts} from '../measure/facts.ts';
import type {Loaded, LoadModule, Remote} from './loaded.ts';
import {runReplication} from './runReplication.ts';

/** What a worker thread is asked to do. */
export interface WorkerTask {
  readonly remote: Remote;
  readonly replication: number;
}

/** The scenario of this thread, by the request it was loaded for. */
let known: {readonly key: string; readonly loaded: Loaded} | null = null;

/** Entry of the worker threads: one replication. What it returns is copied to the thread that asked. */
export default async function replicate({remote, replication}: WorkerTask): Promise<Facts> {
  const key = JSON.stringify(remote);
  if (known?.key !== key) {
    const module: LoadModule = await import(remote.module);
    known = {key, loaded: await module.load(remote.request)};
  }
  return runReplication(known.loaded, replication);
}
