import type {Model} from '../../model/model.ts';
import {MOVE_STRIDE, MOVES} from '../life/moveBook.ts';
import type {ProcessFlow} from '../stageResults.ts';
import type {Replication} from './replication.ts';

/** How items went from process to process, those of a process together; undefined where none did. */
export function processFlows(replications: readonly Replication[], {names}: Model): readonly ProcessFlow[] | undefined {
  const {processes} = names;
  const sums = new Map<number, number>();
  for (const {facts} of replications) {
    const {moves} = facts.columns;
    for (let at = 0; at < moves.length; at += MOVE_STRIDE) {
      const [move, from, to, items] = moves.subarray(at, at + MOVE_STRIDE);
      const key = (from * processes.length + to) * MOVES.length + move;
      sums.set(key, (sums.get(key) ?? 0) + items);
    }
  }
  if (sums.size === 0) return undefined;
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([key, items]) => {
      const pair = Math.floor(key / MOVES.length);
      return {
        from: processes[Math.floor(pair / processes.length)],
        to: processes[pair % processes.length],
        by: MOVES[key % MOVES.length],
        items: items / replications.length,
      };
    });
}
