import {items, type NamedReport, seconds, text} from './report.ts';
import {splitsOf} from './splits.ts';
import {handledByItem, isCompleted, meanSeconds, reportedAtMs, type Task, type Told, tasksOf} from './told.ts';

/** Sums of a row, in the order of these names. */
const SUM = {
  arrived: 0,
  accepted: 1,
  acceptMs: 2,
  completed: 3,
  late: 4,
  handleMs: 5,
  finishMs: 6,
  /** Pending and overdue: what was added in the interval, less what left. */
  pending: 7,
  overdue: 8,
} as const;
const SUMS = 9;

export const intradayProcess: NamedReport = {
  key: 'intraday-process',
  title: 'Intraday process',
  doc: 'A row an interval and process, then one for each value of the attributes that results are split by, such as a department. Everything is told in the interval in which it happened, warm-up included; intervals in which nothing was open and nothing happened are left out.',
  columns: [
    text('start', 'Start of the interval, local time.'),
    text('by', '`process`, or the name of an attribute.'),
    text('name', 'Name of the process, or value of the attribute.'),
    items('new', 'Items that arrived.'),
    items('accepted', 'Items taken by an agent for the first time.'),
    seconds('mean_accept_s', 'Accept time of those accepted: from arrival until an agent had them.'),
    items('completed', 'Items completed.'),
    items('completed_overdue', 'Of these, completed after they were due.'),
    seconds('mean_handle_s', 'Handle time of those completed: handling and wrap-up by all who had them.'),
    seconds('mean_finish_s', 'Finish time of those completed: from arrival to completion, by the clock on the wall.'),
    items('pending', 'Items open at the end of the interval.'),
    items('overdue', 'Of these, due before the end of the interval.'),
  ],
  *rows(told) {
    const {rows} = splitsOf(told);
    const {intervalMs} = told.model.reporting;
    const intervals = Math.ceil(reportedAtMs(told) / intervalMs);
    const sums = summed(told, intervals);
    const stock = new Float64Array(rows.length * 2);
    for (let interval = 0; interval < intervals; interval++) {
      const start = told.localTime(interval * intervalMs);
      for (const [row, {by, name}] of rows.entries()) {
        const at = (row * intervals + interval) * SUMS;
        const [arrived, accepted, acceptMs, completed, late, handleMs, finishMs, more, moreOverdue] = sums.subarray(
          at,
          at + SUMS,
        );
        stock[2 * row] += more;
        stock[2 * row + 1] += moreOverdue;
        const [pending, overdue] = [stock[2 * row], stock[2 * row + 1]];
        if (arrived + accepted + completed + pending === 0) continue;
        yield [
          start,
          by,
          name,
          arrived,
          accepted,
          meanSeconds(acceptMs, accepted),
          completed,
          late,
          meanSeconds(handleMs, completed),
          meanSeconds(finishMs, completed),
          pending,
          overdue,
        ];
      }
    }
  },
};

/** `[(row * intervals + interval) * SUMS + sum]`. */
function summed(told: Told, intervals: number): Float64Array {
  const {rows, ofClass} = splitsOf(told);
  const {intervalMs} = told.model.reporting;
  const handled = handledByItem(told);
  const sums = new Float64Array(rows.length * intervals * SUMS);
  const add = (task: Task, ms: number, sum: number, by: number) => {
    const interval = Math.max(0, Math.floor(ms / intervalMs));
    // NaN too: it did not happen
    if (!(interval < intervals)) return;
    for (const row of ofClass[task.reportClass]) sums[(row * intervals + interval) * SUMS + sum] += by;
  };
  for (const task of tasksOf(told)) {
    const {arrivedMs, answeredMs, endedMs, dueMs} = task;
    if (arrivedMs >= 0) add(task, arrivedMs, SUM.arrived, 1);
    add(task, arrivedMs, SUM.pending, 1);
    add(task, endedMs, SUM.pending, -1);
    if (!(endedMs <= dueMs)) {
      add(task, Math.max(arrivedMs, dueMs), SUM.overdue, 1);
      add(task, endedMs, SUM.overdue, -1);
    }
    add(task, answeredMs, SUM.accepted, 1);
    add(task, answeredMs, SUM.acceptMs, answeredMs - arrivedMs);
    if (!isCompleted(task)) continue;
    add(task, endedMs, SUM.completed, 1);
    if (endedMs > dueMs) add(task, endedMs, SUM.late, 1);
    add(task, endedMs, SUM.handleMs, handled[task.row]);
    add(task, endedMs, SUM.finishMs, endedMs - arrivedMs);
  }
  return sums;
}
