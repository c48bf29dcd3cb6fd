import type {CellValue} from '../../csv/write.ts';
import {OUTCOME_NAMES} from '../formats/itemsCsv.ts';
import {items, type NamedReport, number, seconds, text} from './report.ts';
import {localSecond} from './time.ts';
import {
  assignmentsOf,
  handleMsOf,
  inSeconds,
  isCompleted,
  reportedAtMs,
  type Task,
  type Told,
  tasksOf,
} from './told.ts';

export const taskDetail: NamedReport = {
  key: 'task-detail',
  title: 'Task detail',
  doc: 'A row an item that was not rejected, in order of arrival, warm-up included.',
  detail: true,
  columns: [
    text('source', 'Where it came from.'),
    number('number', 'Which item of its source, from 0.'),
    text('id', 'What the log calls it; empty where no log does.'),
    number('redial', 'Which call of the customer after the first.'),
    text('channel', 'Channel it came by.'),
    text('process', 'Process it arrived in.'),
    text('attributes', 'Attributes that results are split by, `name=value`.'),
    text('rule', 'Rule of segmentation that it matched.'),
    text('arrived', 'Local time of arrival.'),
    text('accepted', 'Local time at which an agent had it first.'),
    text('ended', 'Local time at which it was completed, abandoned or canceled.'),
    text('due', 'Local time it was due at the last.'),
    text('outcome', 'What became of it, or where it stands at the end.'),
    number('priority', 'Priority when it was first accepted.'),
    seconds('accept_s', 'From arrival until an agent had it.'),
    seconds('handle_s', 'Handling and wrap-up by all who had it, as far as they were over.'),
    seconds('finish_s', 'From arrival to completion, by the clock on the wall.'),
    seconds('late_s', 'How long after it was due it ended, or is open when the report is drawn up; empty: not late.'),
    items('assignments', 'Times it was in an agent\u2019s hands.'),
    items('people', 'Different agents who had it.'),
    items('missed_offers', 'Offers of it that were not answered.'),
    text('first_agent', 'Who had it first.'),
    text('last_agent', 'Who had it last.'),
  ],
  *rows(told) {
    const hands = handsOf(told);
    for (const task of tasksOf(told)) yield cells(told, task, hands.get(task.row));
  },
};

/** Who had an item, in order, and for how long. */
interface Hands {
  readonly agents: number[];
  handleMs: number;
}

function handsOf(told: Told): ReadonlyMap<number, Hands> {
  const hands = new Map<number, Hands>();
  for (const each of assignmentsOf(told)) {
    const known = hands.get(each.item) ?? {agents: [], handleMs: 0};
    hands.set(each.item, known);
    known.agents.push(each.agent);
    if (!Number.isNaN(each.handledMs)) known.handleMs += handleMsOf(each);
  }
  return hands;
}

function cells(told: Told, task: Task, hands: Hands | undefined): CellValue[] {
  const {names, reporting} = told.model;
  const {arrivedMs, answeredMs, endedMs, dueMs} = task;
  const lateMs = (Number.isNaN(endedMs) ? reportedAtMs(told) : endedMs) - dueMs;
  const agent = (index: number | undefined) => names.agents[index ?? -1] ?? '';
  return [
    names.sources[task.source],
    task.number,
    told.idOf(task.source, task.number),
    task.redial,
    names.channels[task.channel],
    names.processes[task.process],
    Object.entries(reporting.classes.attributes[task.reportClass])
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
    names.rules[task.rule] ?? '',
    localSecond(told, arrivedMs),
    localSecond(told, answeredMs),
    localSecond(told, endedMs),
    localSecond(told, dueMs),
    OUTCOME_NAMES.get(task.outcome) ?? '',
    task.priority,
    inSeconds(answeredMs - arrivedMs),
    hands === undefined ? null : hands.handleMs / 1000,
    isCompleted(task) ? inSeconds(endedMs - arrivedMs) : null,
    lateMs > 0 ? inSeconds(lateMs) : null,
    task.visits,
    new Set(hands?.agents).size,
    task.missedOffers,
    agent(hands?.agents[0]),
    agent(hands?.agents.at(-1)),
  ];
}
