import type {Milestones} from '../../model/milestones.ts';
import type {Model} from '../../model/model.ts';
import {ratioEstimate} from '../../statistics/index.ts';
import {DayBins} from '../bins.ts';
import {MILESTONE_DAY, MILESTONE_DAY_STRIDE} from '../life/fields.ts';
import {MILESTONE, MILESTONE_STRIDE} from '../life/milestoneBook.ts';
import type {MilestoneDay, MilestoneResult} from '../results.ts';
import type {Replication} from './replication.ts';

type Column = keyof typeof MILESTONE;

/** What became of every milestone, by day of its targets too. */
export function milestoneResults(
  replications: readonly Replication[],
  model: Model,
  {rows, names}: Milestones,
): MilestoneResult[] {
  const bins = new DayBins(model.reporting.dayStartsMs, model.horizon.untilMs);
  const days = daysOf(replications, model, bins);
  return rows.map(({process}, row) => {
    const of = (column: Column) =>
      replications.map(({facts}) => facts.columns.milestones[row * MILESTONE_STRIDE + MILESTONE[column]]);
    const mean = (column: Column) => meanOf(of(column));
    const each = (column: Column, count: number) => (count > 0 ? mean(column) / 1000 / count : null);
    const [started, met, violated] = [mean('started'), mean('met'), mean('violated')];
    const open = openOf(of('started'), of('met'), of('violated'));
    const allViolated = of('violated');
    return {
      process: model.names.processes[process],
      milestone: names[row],
      started,
      met,
      violated,
      open,
      withdrawn: mean('withdrawn'),
      warned: mean('warned'),
      late: mean('late'),
      missed: mean('missed'),
      overdue: mean('overdue'),
      attainment: ratioEstimate(of('met').map((count, k) => [count, count + allViolated[k]])),
      metLeftSeconds: each('metLeftMs', met),
      openLeftSeconds: each('openLeftMs', open),
      lateSeconds: each('lateMs', violated),
      days: days.flatMap(
        ({day, bin}) => dayOf(replications, (row * bins.count + bin) * MILESTONE_DAY_STRIDE, day) ?? [],
      ),
    };
  });
}

/** Local days that the horizon has, or that runs without an end reached. */
function daysOf(replications: readonly Replication[], {reporting, horizon}: Model, bins: DayBins) {
  const endMs = Math.max(...replications.map((one) => one.endMs));
  return reporting.dayNames.flatMap((day, index) =>
    Number.isFinite(horizon.untilMs) || bins.startOf(index + 1) < endMs ? [{day, bin: index + 1}] : [],
  );
}

/** A day with no target has no line. */
function dayOf(replications: readonly Replication[], at: number, day: string): MilestoneDay | null {
  const of = (field: number) => replications.map(({facts}) => facts.columns.milestonesByDay[at + field]);
  const [started, met, violated] = [
    of(MILESTONE_DAY.started),
    of(MILESTONE_DAY.met),
    of(MILESTONE_DAY.violated),
  ] as const;
  if (started.every((count) => count === 0)) return null;
  return {
    day,
    started: meanOf(started),
    met: meanOf(met),
    violated: meanOf(violated),
    open: openOf(started, met, violated),
  };
}

const openOf = (started: readonly number[], met: readonly number[], violated: readonly number[]): number =>
  meanOf(started.map((count, k) => count - met[k] - violated[k]));

const meanOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;
