import {fork} from 'node:child_process';
import {join} from 'node:path';
import type {Task} from './worker.ts';

/** Runs tasks in so many processes; `done` hears of each as it ends. Throws what a process died of. */
export async function runAll<T extends Task, R>(
  tasks: readonly T[],
  processes: number,
  done: (task: T, result: R, left: number) => void,
): Promise<void> {
  const queue = [...tasks];
  let left = tasks.length;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(join(import.meta.dirname, 'worker.js'));
      let current: T | undefined;
      const next = () => {
        current = queue.shift();
        if (current === undefined) child.disconnect();
        else child.send(current);
      };
      child.on('message', (result) => {
        if (current !== undefined) done(current, result as R, --left);
        next();
      });
      child.on('exit', (code) => {
        if (code === 0 && current === undefined) resolve();
        else reject(new Error(`${current?.id ?? 'a process'} ended with ${code}`));
      });
      next();
    });
  await Promise.all(Array.from({length: Math.min(processes, tasks.length)}, one));
}
