/** Random targets on the way of items, whatever they do when they warn, pass or are reached. */
import {STATUS} from '../../src/model/life.ts';
import {ENTERING, type MilestoneAction, type MilestoneRow} from '../../src/model/milestones.ts';
import type {Dice} from './dice.ts';

const {queued, assigned, awaiting, held, completed} = STATUS;

/** `reached`: processes some route leads to. */
export function randomMilestones(dice: Dice, processes: number, reached: readonly number[]): MilestoneRow[] {
  const action = (process: number): MilestoneAction | null =>
    dice.chance(0.5)
      ? null
      : {
          raiseBy: dice.chance(0.5) ? dice.int(30) - 5 : 0,
          openTargets: dice.one(['none', 'next', 'all'] as const),
          reassignTo: dice.chance(0.3) ? dice.one(reached.filter((one) => one !== process).concat(-1)) : -1,
        };
  return Array.from({length: 1 + dice.int(4)}, () => {
    const process = dice.int(processes);
    const withinMs = (1 + dice.int(24)) * 512;
    return {
      process,
      reached: dice.one([queued, assigned, assigned, awaiting, held, completed, completed]),
      starts: dice.one([ENTERING, ENTERING, queued, assigned, awaiting, held]),
      withinMs,
      warnAfterMs: dice.chance(0.5) ? Number.NaN : dice.int(withinMs / 512 + 1) * 512,
      clock: dice.int(2),
      recurrence: dice.one(['none', 'independent', 'sequential'] as const),
      onWarning: action(process),
      onViolation: action(process),
      onSuccess: action(process),
    };
  });
}
