import type {Occurrence} from '../../measure/itemLog.ts';
import {items, type NamedReport, ratio, seconds, text} from './report.ts';
import {localDayOf} from './time.ts';
import {meanSeconds, share} from './told.ts';

export const milestoneAttainment: NamedReport = {
  key: 'milestones',
  title: 'Milestones',
  doc: 'A row a process, milestone and local day of the target, warm-up included.',
  columns: [
    text('process', 'Name of the process.'),
    text('milestone', 'Name of the milestone.'),
    text('day', 'Local date of the target.'),
    items('started', 'Occurrences whose target was on the day, those withdrawn not counted.'),
    items('met', 'Reached by the target.'),
    items('late', 'Reached after the target.'),
    items('missed', 'Never to be reached any more.'),
    items('overdue', 'Not yet reached, and past the target.'),
    items('open', 'Not yet reached, and before the target.'),
    items('withdrawn', 'Taken back, because the item went to another process before the target.'),
    ratio('attainment', 'met ÷ (started \u2212 open).'),
    seconds('mean_left_s', 'Left on the clock of those met, on average.'),
  ],
  *rows(told) {
    const {log, model} = told;
    const {rows = [], names: milestones = []} = model.life?.milestones ?? {};
    const dayOf = localDayOf(told);
    const days = new Map<string, {row: number; day: string; tally: Tally}>();
    for (const one of log.occurrences) {
      const day = Number.isFinite(one.targetMs) ? dayOf(one.targetMs) : '';
      const key = JSON.stringify([one.milestone, day]);
      const found = days.get(key) ?? {row: one.milestone, day, tally: new Tally()};
      days.set(key, found);
      found.tally.add(one);
    }
    for (const {row, day, tally} of [...days.values()].sort((a, b) => a.row - b.row || (a.day < b.day ? -1 : 1)))
      yield [model.names.processes[rows[row].process], milestones[row], day, ...tally.cells];
  },
};

class Tally {
  private readonly counts = {met: 0, late: 0, missed: 0, overdue: 0, open: 0, withdrawn: 0};
  private leftMs = 0;

  add({outcome, leftMs}: Occurrence): void {
    this.counts[outcome]++;
    if (outcome === 'met') this.leftMs += leftMs;
  }

  get cells(): (number | null)[] {
    const {met, late, missed, overdue, open, withdrawn} = this.counts;
    const started = met + late + missed + overdue + open;
    return [
      started,
      met,
      late,
      missed,
      overdue,
      open,
      withdrawn,
      share(met, started - open),
      meanSeconds(this.leftMs, met),
    ];
  }
}
