import type {Tinypool} from 'tinypool';
import type {Facts} from '../measure/facts.ts';
import type {Remote} from './loaded.ts';
import type {ReplicationQueue} from './replicationQueue.ts';
import type {WorkerTask} from './worker.ts';

/** Worker threads that run replications of whatever scenario they are handed. */
export class Threads {
  private readonly pool: Tinypool;

  private constructor(pool: Tinypool) {
    this.pool = pool;
  }

  static async start(count: number): Promise<Threads> {
    const {Tinypool} = await import('tinypool');
    const filename = new URL('./worker.js', import.meta.url).href;
    return new Threads(new Tinypool({filename, minThreads: count, maxThreads: count}));
  }

  /** Rejects where the signal comes first: the thread that was at it is ended at once, and its work let go. */
  run(task: WorkerTask, signal: AbortSignal | undefined): Promise<Facts> {
    return this.pool.run(task, {signal: signal ?? null});
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }
}

/**
 * Runs what is left in the queue on worker threads; resolves when nothing is left. The signal ends the threads at
 * once. An error in any of them closes the queue and is thrown.
 */
export async function runOnThreads(
  remote: Remote,
  count: number,
  queue: ReplicationQueue,
  signal: AbortSignal | undefined,
): Promise<void> {
  const threads = await Threads.start(count);
  const work = async () => {
    for (let replication = queue.take(); replication !== null; replication = queue.take())
      queue.deliver(await threads.run({remote, replication}, signal));
  };
  try {
    await Promise.all(Array.from({length: count}, work));
  } catch (error) {
    queue.close();
    if (!signal?.aborted) throw error;
  } finally {
    await threads.close();
  }
}
