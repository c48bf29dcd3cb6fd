import {visitOutcome} from '../formats/visitsCsv.ts';
import {items, type NamedReport, number, seconds, text} from './report.ts';
import {localSecond} from './time.ts';
import {type Assignment, assignmentsOf, handleMsOf, inSeconds, type Told, tasksOf} from './told.ts';

export const taskWorkDetail: NamedReport = {
  key: 'task-work-detail',
  title: 'Task work detail',
  doc: 'A row a time an item was in an agent\u2019s hands, item by item, warm-up included. `people` above one: items that went through several hands.',
  detail: true,
  columns: [
    text('source', 'Where the item came from.'),
    number('number', 'Which item of its source, from 0.'),
    text('id', 'What the log calls it; empty where no log does.'),
    number('redial', 'Which call of the customer after the first.'),
    number('assignment', 'Which of its assignments, from 1.'),
    items('assignments', 'Its assignments in all.'),
    items('people', 'Different agents who had the item.'),
    text('process', 'Process in which it was then.'),
    text('target', 'Target through which it was taken.'),
    text('agent', 'Who had it.'),
    text('group', 'His group.'),
    text('accepted', 'Local time at which he had it.'),
    text('handled', 'Local time at which handling was over; empty: still in hand.'),
    seconds('since_s', 'Since it arrived, or since its assignment before was handled.'),
    seconds('handle_s', 'Handling and wrap-up.'),
    seconds('wrap_up_s', 'Of this, wrap-up.'),
    text('outcome', 'What became of it then.'),
  ],
  *rows(told) {
    const {names, roster} = told.model;
    const byItem = new Map<number, Assignment[]>();
    for (const each of assignmentsOf(told)) {
      const known = byItem.get(each.item);
      if (known === undefined) byItem.set(each.item, [each]);
      else known.push(each);
    }
    for (const task of tasksOf(told)) {
      const own = byItem.get(task.row) ?? [];
      const people = new Set(own.map(({agent}) => agent)).size;
      let sinceMs = task.arrivedMs;
      for (const each of own) {
        yield [
          names.sources[task.source],
          task.number,
          told.idOf(task.source, task.number),
          task.redial,
          each.visit,
          own.length,
          people,
          names.processes[each.process],
          targetOf(told, each),
          names.agents[each.agent],
          names.groups[roster.group[each.agent]],
          localSecond(told, each.fromMs),
          localSecond(told, each.handledMs),
          inSeconds(each.fromMs - sinceMs),
          inSeconds(handleMsOf(each)),
          inSeconds(each.wrapUpMs),
          visitOutcome(each.outcome, told.model),
        ];
        sinceMs = each.handledMs;
      }
    }
  },
};

const targetOf = ({model}: Told, {process, target}: Assignment): string =>
  target < 0 ? 'preferred agent' : (model.names.targets[process]?.[target] ?? '');
