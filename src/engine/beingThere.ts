import type {Run} from './run.ts';

/** Whether an agent is on duty, or will be once more in this run. */
export function willBeThere(run: Run, agent: number): boolean {
  return run.agents.onDuty[agent] === 1 || run.dutyCursors.spell[agent] < run.duty.duty.first[agent + 1];
}
