import {OUTCOME} from '../../measure/itemLog.ts';
import {lastDay} from './activity.ts';
import {items, type NamedReport, seconds, text} from './report.ts';
import {inSeconds, isCompleted, isOpenAt, meanSeconds, type Task, tasksOf} from './told.ts';

export const queueActivity: NamedReport = {
  key: 'queue-activity',
  title: 'Queue activity',
  doc: 'A row a process and channel that had any item: the last 24 hours before the end of the horizon, as a wallboard would show them then.',
  columns: [
    text('process', 'Name of the process.'),
    text('channel', 'Name of the channel.'),
    items('entered', 'Items that arrived.'),
    items('accepted', 'Items that an agent had for the first time.'),
    items('abandoned', 'Items whose customer gave up waiting.'),
    items('completed', 'Items completed.'),
    seconds('mean_accept_s', 'From arrival until an agent had them, of those accepted.'),
    seconds('longest_accept_s', 'The longest of these.'),
    items('waiting', 'Items that nobody has had at the end.'),
    seconds('oldest_waiting_s', 'How long the oldest of them has been there.'),
    items('overdue', 'Items open at the end that were due before.'),
  ],
  *rows(told) {
    const {names, channelCount} = told.model;
    const window = lastDay(told);
    const rows = new Map<number, Row>();
    for (const task of tasksOf(told)) {
      const key = task.process * channelCount + task.channel;
      const row = rows.get(key) ?? new Row();
      rows.set(key, row);
      row.add(task, window);
    }
    for (const [key, row] of [...rows].sort(([a], [b]) => a - b))
      yield [names.processes[Math.floor(key / channelCount)], names.channels[key % channelCount], ...row.cells];
  },
};

class Row {
  private entered = 0;
  private accepted = 0;
  private abandoned = 0;
  private completed = 0;
  private acceptMs = 0;
  private longestMs = 0;
  private waiting = 0;
  private oldestMs = Number.NaN;
  private overdue = 0;

  add(task: Task, {has, toMs}: ReturnType<typeof lastDay>): void {
    const {arrivedMs, answeredMs, endedMs, dueMs} = task;
    if (has(arrivedMs)) this.entered++;
    if (has(answeredMs)) {
      this.accepted++;
      this.acceptMs += answeredMs - arrivedMs;
      this.longestMs = Math.max(this.longestMs, answeredMs - arrivedMs);
    }
    if (has(endedMs)) {
      if (task.outcome === OUTCOME.abandoned) this.abandoned++;
      if (isCompleted(task)) this.completed++;
    }
    if (!isOpenAt(task, toMs)) return;
    if (dueMs < toMs) this.overdue++;
    if (answeredMs < toMs) return;
    this.waiting++;
    const waitedMs = toMs - arrivedMs;
    if (!(waitedMs <= this.oldestMs)) this.oldestMs = waitedMs;
  }

  get cells(): (number | null)[] {
    const {entered, accepted, abandoned, completed, acceptMs, longestMs, waiting, oldestMs, overdue} = this;
    const mean = meanSeconds(acceptMs, accepted);
    const longest = accepted > 0 ? longestMs / 1000 : null;
    return [entered, accepted, abandoned, completed, mean, longest, waiting, inSeconds(oldestMs), overdue];
  }
}
