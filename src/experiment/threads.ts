import type {Facts} from '../measure/facts.ts';
import type {Remote} from './loaded.ts';
import type {ReplicationQueue} from './replicationQueue.ts';
import type {WorkerTask} from './worker.ts';

/**
 * Runs what is left in the queue on worker threads; resolves when nothing is left. The signal ends the threads at
 * once, and what they were at is let go. An error in any of them closes the queue and is thrown.
 */
export async function runOnThreads(
  remote: Remote,
  threads: number,
  queue: ReplicationQueue,
  signal: AbortSignal | undefined,
): Promise<void> {
  const {Tinypool} = await import('tinypool');
  const pool = new Tinypool({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  });
  const work = async () => {
    for (let replication = queue.take(); replication !== null; replication = queue.take()) {
      const task: WorkerTask = {remote, replication};
      const facts: Facts = await pool.run(task, {signal: signal ?? null});
      queue.deliver(facts);
    }
  };
  try {
    await Promise.all(Array.from({length: threads}, work));
  } catch (error) {
    queue.close();
    if (!signal?.aborted) throw error;
  } finally {
    await pool.destroy();
  }
}
