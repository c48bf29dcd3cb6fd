import type {Run} from './run.ts';

/** An item that has just been created is final where its process was closed at arrival, and rejects what comes then: true. */
export function rejectIfClosed(run: Run, item: number, process: number, arrivedMs: number): boolean {
  // What came before the start was let in then.
  if (arrivedMs < 0 || !run.floor.clocks.rejects(process, arrivedMs)) return false;
  run.observer.rejected(item);
  run.release(item);
  return true;
}
