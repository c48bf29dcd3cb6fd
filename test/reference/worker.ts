/** A process that runs one model after the other for `validate.ts`. */

import {runCase} from './caseRun.ts';
import {modelsOf} from './cases.ts';
import {runWrong} from './wrongRun.ts';

export type Task =
  | {readonly kind: 'reference'; readonly id: string; readonly scale: number; readonly files: readonly string[]}
  | {readonly kind: 'wrong'; readonly id: string; readonly root: string};

process.on('message', (task: Task) => {
  process.send?.(task.kind === 'wrong' ? runWrong(task.id, task.root) : caseResult(task));
});

function caseResult({id, scale, files}: Extract<Task, {kind: 'reference'}>) {
  const {exact, simulated} = modelsOf(files);
  const found = [...exact, ...simulated].find((it) => it.id === id);
  if (found === undefined) throw new Error(`no model ${id}`);
  return runCase(found, scale);
}
