import type {Facts} from '../measure/facts.ts';
import type {Remote} from './loaded.ts';
import type {WorkerTask} from './worker.ts';

/**
 * Replications `from` up to `to` on worker threads, handed to `add` in their order as soon as all before them are
 * there. The signal ends the threads at once; what came out of order by then is let go. An error of any replication is
 * thrown, once the threads have ended.
 */
export async function runOnThreads(
  remote: Remote,
  from: number,
  to: number,
  workers: number,
  add: (facts: Facts) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const {Tinypool} = await import('tinypool');
  const threads = Math.min(workers, to - from);
  const pool = new Tinypool({
    filename: new URL(`./worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  });
  const early = new Map<number, Facts>();
  let next = from;
  let asked = from;
  const isStopped = () => signal?.aborted === true;
  /** One chain a thread: no more is asked for than can be worked on, so that little waits to be folded. */
  const chain = async () => {
    while (asked < to && !isStopped()) {
      const task: WorkerTask = {remote, replication: asked++};
      const facts: Facts = await pool.run(task, {signal: signal ?? null});
      early.set(task.replication, facts);
      for (let ready = early.get(next); ready !== undefined && !isStopped(); ready = early.get(next)) {
        early.delete(next);
        next++;
        add(ready);
      }
    }
  };
  try {
    await Promise.all(Array.from({length: threads}, chain));
  } catch (error) {
    if (!isStopped()) throw error;
  } finally {
    await pool.destroy();
  }
}
