import {OUTCOME} from '../../measure/itemLog.ts';
import {type BreachOdds, breachOdds} from './breachOdds.ts';
import {items, type NamedReport, ratio, text} from './report.ts';
import {localDayOf} from './time.ts';
import {isCompleted, reportedAtMs, share, type Task, tasksOf} from './told.ts';

export const backlogByDueDate: NamedReport = {
  key: 'backlog-by-due-date',
  title: 'Backlog by due date, with expected breaches',
  doc: 'A row a local day and process with items due on it, warm-up included, as known at the end of the horizon: items by the day they were due at the last, so that none is left out for being late. What is open and not yet due is undetermined; of it, breaches are expected as often as among the process\u2019s items that were due before the end and were open as long before their due date.',
  columns: [
    text('day', 'Local date of the due date.'),
    text('process', 'Name of the process.'),
    items('due', 'Items due on the day. One called off before it was due is due no more.'),
    items('met', 'Completed by then.'),
    items('late', 'Completed after they were due.'),
    items('given_up', 'Abandoned, or canceled after they were due.'),
    items('overdue', 'Open, and due before the end of the horizon.'),
    items('undetermined', 'Open, and not yet due.'),
    ratio('attainment', 'met ÷ (due \u2212 undetermined).'),
    ratio('undetermined_share', 'undetermined ÷ due.'),
    items('expected_breaches', 'Of those undetermined, expected not to be completed in time.'),
    items('without_precedent', 'Undetermined items that no earlier one was like; not among those expected.'),
  ],
  *rows(told) {
    const dayOf = localDayOf(told);
    const {names} = told.model;
    const atMs = reportedAtMs(told);
    const tasks = [...tasksOf(told)].filter(isPromised);
    const odds = breachOdds(tasks, atMs);
    const cohorts = new Map<string, {day: string; process: number; cohort: Cohort}>();
    for (const task of tasks) {
      const {process} = task;
      const day = dayOf(task.dueMs);
      const key = JSON.stringify([day, process]);
      const found = cohorts.get(key) ?? {day, process, cohort: new Cohort()};
      cohorts.set(key, found);
      found.cohort.add(task, atMs, odds);
    }
    for (const {day, process, cohort} of [...cohorts.values()].sort(
      (a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) || a.process - b.process,
    ))
      yield [day, names.processes[process], ...cohort.cells];
  },
};

/** Due at some time, and not called off before. */
const isPromised = (task: Task): boolean =>
  task.dueMs < Infinity && (Number.isNaN(task.endedMs) || isCompleted(task) || !isCalledOff(task));
const isCalledOff = ({outcome, endedMs, dueMs}: Task): boolean => outcome === OUTCOME.canceled && endedMs <= dueMs;

class Cohort {
  private met = 0;
  private late = 0;
  private givenUp = 0;
  private overdue = 0;
  private undetermined = 0;
  private expected = 0;
  private withoutPrecedent = 0;

  add(task: Task, atMs: number, odds: BreachOdds): void {
    const {endedMs, dueMs} = task;
    if (isCompleted(task)) {
      if (endedMs <= dueMs) this.met++;
      else this.late++;
    } else if (!Number.isNaN(endedMs)) this.givenUp++;
    else if (dueMs < atMs) this.overdue++;
    else {
      this.undetermined++;
      const breach = odds(task.process, dueMs - atMs);
      if (breach === null) this.withoutPrecedent++;
      else this.expected += breach;
    }
  }

  get cells(): (number | null)[] {
    const {met, late, givenUp, overdue, undetermined, expected, withoutPrecedent} = this;
    const due = met + late + givenUp + overdue + undetermined;
    return [
      due,
      met,
      late,
      givenUp,
      overdue,
      undetermined,
      share(met, due - undetermined),
      share(undetermined, due),
      undetermined > withoutPrecedent || undetermined === 0 ? expected : null,
      withoutPrecedent,
    ];
  }
}
