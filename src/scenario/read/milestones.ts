import type {MilestoneActionSpec, MilestoneSpec} from '../scenario.ts';
import type {ActionWritten, MilestoneWritten} from '../schema/milestones.ts';
import type {Reading} from './reading.ts';

/** Milestones of a process as they are written; a warning beyond the time allowed is reported by the checks. */
export function readMilestones(
  reading: Reading,
  process: string,
  written: readonly MilestoneWritten[],
): readonly MilestoneSpec[] {
  return written.map((one, index) => {
    const {name, when, within, clock, warnAt, starts, recurrence, onWarning, onViolation, onSuccess} = one;
    const warnAfterMs =
      warnAt === undefined
        ? undefined
        : 'share' in warnAt
          ? Math.round(warnAt.share * within)
          : within - warnAt.beforeMs;
    const spec: MilestoneSpec = {
      name,
      when,
      withinMs: within,
      ...(clock !== undefined && {clock}),
      ...(warnAfterMs !== undefined && {warnAfterMs}),
      starts,
      recurrence,
      ...(onWarning && {onWarning: actionOf(onWarning)}),
      ...(onViolation && {onViolation: actionOf(onViolation)}),
      ...(onSuccess && {onSuccess: actionOf(onSuccess)}),
    };
    return reading.placed(spec, ['routing', 'processes', process, 'milestones', index]);
  });
}

const actionOf = ({raiseBy = 0, openTargets, reassign}: ActionWritten): MilestoneActionSpec => ({
  raiseBy,
  openTargets: openTargets ?? 'none',
  ...(reassign !== undefined && {reassign}),
});
