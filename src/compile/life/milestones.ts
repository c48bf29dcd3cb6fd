import {STATUS_NAMES, STATUSES} from '../../model/life.ts';
import {
  ENTERING,
  type MilestoneAction,
  type MilestoneRow,
  type Milestones,
  type Point,
} from '../../model/milestones.ts';
import type {MilestoneActionSpec, MilestoneSpec, ProcessSpec, Scenario} from '../../scenario/scenario.ts';

/** Milestones of all processes, as tables; undefined where none has any. */
export function milestonesOf(scenario: Scenario): Milestones | undefined {
  const processes = Object.values(scenario.routing.processes);
  const specs = processes.flatMap((process, index) =>
    (process.milestones ?? []).map((spec) => ({spec, process, index})),
  );
  if (specs.length === 0) return undefined;
  const rows = specs.map(({spec, process, index}) => rowOf(scenario, spec, process, index));
  return {
    rows,
    of: processes.map((_, index) => rows.flatMap(({process}, row) => (process === index ? [row] : []))),
    raises: rows.some((row) => actionsOf(row).some((action) => action !== null && action.raiseBy !== 0)),
    reassigns: rows.some((row) => actionsOf(row).some((action) => action !== null && action.reassignTo >= 0)),
    names: specs.map(({spec}) => spec.name),
  };
}

const actionsOf = ({onWarning, onViolation, onSuccess}: MilestoneRow) => [onWarning, onViolation, onSuccess];

function rowOf(scenario: Scenario, spec: MilestoneSpec, process: ProcessSpec, index: number): MilestoneRow {
  const {withinMs, warnAfterMs = Number.NaN, recurrence, onWarning, onViolation, onSuccess} = spec;
  const action = (written: MilestoneActionSpec | undefined) => (written ? actionOf(scenario, written) : null);
  return {
    process: index,
    reached: pointOf(scenario, spec.when),
    starts: spec.starts === 'arrival' ? ENTERING : pointOf(scenario, spec.starts),
    withinMs,
    warnAfterMs,
    clock: clockOf(scenario, spec.clock ?? process.clock),
    recurrence,
    onWarning: action(onWarning),
    onViolation: action(onViolation),
    onSuccess: action(onSuccess),
  };
}

/** A stage where the scenario has one of that name, else a status. */
function pointOf({stages}: Scenario, name: string): Point {
  const stage = stages.findIndex((one) => one.name === name);
  return stage < 0 ? (STATUS_NAMES as readonly string[]).indexOf(name) : STATUSES + stage;
}

/** Calendar time is clock 0: without a name, or `always`, where no calendar has that name. */
const clockOf = ({calendars}: Scenario, name = ''): number => Object.keys(calendars).indexOf(name) + 1;

function actionOf({routing}: Scenario, {raiseBy, openTargets, reassign = ''}: MilestoneActionSpec): MilestoneAction {
  return {raiseBy, openTargets, reassignTo: Object.keys(routing.processes).indexOf(reassign)};
}
