import {classAt} from '../../measure/scope.ts';
import {items, type NamedReport, ratio, text} from './report.ts';
import {localDayOf} from './time.ts';
import {isCompleted, share, tasksOf} from './told.ts';

export const segmentServiceLevel: NamedReport = {
  key: 'customer-segment-service-level',
  title: 'Customer segment service level',
  doc: 'A row a day, segment and process in which anything arrived or was completed, warm-up included. A segment is a value of an attribute that results are split by (`reportBy`, goals); with several attributes each item is in a segment of each.',
  columns: [
    text('day', 'Local date.'),
    text('attribute', 'Name of the attribute; empty where results are split by none.'),
    text('segment', 'Its value.'),
    text('process', 'Name of the process.'),
    items('new', 'Items that arrived on the day.'),
    items('completed', 'Items completed on the day, whenever they arrived.'),
    items('completed_same_day', 'Of the new ones, completed on the same day.'),
    ratio('share_completed', 'completed_same_day ÷ new.'),
  ],
  *rows(told) {
    const {classes} = told.model.reporting;
    const dayOf = localDayOf(told);
    const segments = Array.from({length: classes.count}, (_, index) => {
      const {attributes} = classAt(classes, index);
      return Object.keys(attributes).length === 0 ? [['', '']] : Object.entries(attributes);
    });
    const rows = new Map<string, {key: string[]; counts: [number, number, number]}>();
    for (const task of tasksOf(told)) {
      const add = (day: string, count: 0 | 1 | 2) => {
        for (const segment of segments[task.reportClass]) {
          const key = [day, ...segment, told.model.names.processes[task.process]];
          const id = JSON.stringify(key);
          const row = rows.get(id) ?? {key, counts: [0, 0, 0]};
          rows.set(id, row);
          row.counts[count]++;
        }
      };
      const arrived = dayOf(task.arrivedMs);
      if (task.arrivedMs >= 0) add(arrived, 0);
      if (!isCompleted(task)) continue;
      const completed = dayOf(task.endedMs);
      add(completed, 1);
      if (task.arrivedMs >= 0 && completed === arrived) add(arrived, 2);
    }
    for (const {key, counts} of [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row))
      yield [...key, ...counts, share(counts[2], counts[0])];
  },
};
