import {items, type NamedReport, seconds, text} from './report.ts';
import {isOpenAt, reportedAtMs, type Told, tasksOf} from './told.ts';

const HOUR_S = 3600;
/** Where the classes of age begin, seconds. */
const FROM_S = [0, 1, 4, 8, 24, 48, 120, 240].map((hours) => hours * HOUR_S);

/** Open, not started, overdue. */
const COUNTS = 3;

export const backlogByAge: NamedReport = {
  key: 'backlog-by-age',
  title: 'Backlog by age',
  doc: 'A row a day, process and class of age with items in it: what was open at the beginning of each local day, and at the end of the horizon. Age is time since arrival, by the clock on the wall.',
  columns: [
    text('at', 'Local time of the count.'),
    text('process', 'Name of the process.'),
    seconds('age_from_s', 'Items at least so old,'),
    seconds('age_below_s', 'and younger than this; empty: of any age above.'),
    items('open', 'Items that were not completed, abandoned or canceled.'),
    items('not_started', 'Of these, had by nobody yet.'),
    items('overdue', 'Of the open ones, past their due date.'),
  ],
  *rows(told) {
    const {names} = told.model;
    const instants = instantsOf(told);
    const width = names.processes.length * FROM_S.length * COUNTS;
    const counts = new Float64Array(instants.length * width);
    for (const task of tasksOf(told)) {
      for (let i = firstAfter(instants, task.arrivedMs); i < instants.length; i++) {
        const ms = instants[i];
        if (!isOpenAt(task, ms)) break;
        const age = (ms - task.arrivedMs) / 1000;
        const ageClass = FROM_S.findLastIndex((from) => age >= from);
        const at = i * width + (task.process * FROM_S.length + ageClass) * COUNTS;
        counts[at]++;
        if (!(task.answeredMs < ms)) counts[at + 1]++;
        if (task.dueMs < ms) counts[at + 2]++;
      }
    }
    for (const [i, ms] of instants.entries())
      for (const [process, name] of names.processes.entries())
        for (const [k, from] of FROM_S.entries()) {
          const at = i * width + (process * FROM_S.length + k) * COUNTS;
          if (counts[at] > 0)
            yield [told.localTime(ms), name, from, FROM_S[k + 1] ?? null, ...counts.subarray(at, at + COUNTS)];
        }
  },
};

/** Beginnings of the days inside the horizon, then its end. */
function instantsOf(told: Told): number[] {
  const end = reportedAtMs(told);
  return [...[...told.model.reporting.dayStartsMs].filter((ms) => ms > 0 && ms < end), end];
}

function firstAfter(instants: readonly number[], ms: number): number {
  const first = instants.findIndex((instant) => instant > ms);
  return first < 0 ? instants.length : first;
}
