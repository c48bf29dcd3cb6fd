import {instantOn} from '../../calendar/index.ts';
import {type AgentBlock, type DayRange, WEEKDAYS, type Weekday} from '../../scenario/scenario.ts';
import {joined} from './ranges.ts';
import type {Schedule, Stint} from './stint.ts';

type HeadCountBlock = Extract<AgentBlock, {kind: 'headCount'}>;

/** Head counts per interval: agent k is there while k < agents; adjoining intervals are one stint. */
export const headCount: Schedule<HeadCountBlock> = (block, seat, span) => {
  const stints: Stint[] = [];
  for (let day = span.firstDay - 1; day <= span.lastDay; day++) {
    const {date, weekday} = span.dayAt(day);
    for (const range of joined(intervalsWith(block, WEEKDAYS[weekday], seat.numberInBlock))) {
      const fromMs = instantOn(span.dayAt, day, range.fromMs);
      stints.push({date, fromMs, toMs: instantOn(span.dayAt, day, range.toMs), skillset: 0, breaks: []});
    }
  }
  return stints;
};

/** The intervals of a weekday in which agent `number` is there. */
function intervalsWith(block: HeadCountBlock, weekday: Weekday, number: number): DayRange[] {
  return block.rows
    .filter((row) => row.agents > number && row.weekdays.includes(weekday))
    .map((row) => ({fromMs: row.fromMs, toMs: row.fromMs + block.widthMs}));
}
