import {DAY_MS, instantOn} from '../../calendar/index.ts';
import {type AgentBlock, type ShiftSpec, WEEKDAYS} from '../../scenario/scenario.ts';
import {breaksIn} from './breaks.ts';
import {joined} from './ranges.ts';
import type {Schedule, Span, Stint} from './stint.ts';

type ShiftBlock = Extract<AgentBlock, {kind: 'shift'}>;

/** A named shift: its ranges of each weekday, with their breaks. Without one the agent is always there. */
export const shift: Schedule<ShiftBlock> = (block, seat, span, scenario) => {
  if (block.shift !== null) return stintsOfShift(scenario.shifts[block.shift], span);
  return seat.spec.absence > 0 || seat.spec.shrinkage.share > 0 ? dayByDay(span) : [always(span, span.fromMs)];
};

function stintsOfShift(spec: ShiftSpec, span: Span): Stint[] {
  const runsOver = Math.max(0, ...WEEKDAYS.flatMap((day) => spec.week[day].map((range) => range.toMs / DAY_MS)));
  const stints: Stint[] = [];
  for (let day = span.firstDay - Math.ceil(runsOver); day <= span.lastDay; day++) {
    const {date, weekday} = span.dayAt(day);
    for (const range of joined(spec.week[WEEKDAYS[weekday]])) {
      const fromMs = instantOn(span.dayAt, day, range.fromMs);
      const toMs = instantOn(span.dayAt, day, range.toMs);
      stints.push({date, fromMs, toMs, skillset: 0, breaks: breaksIn(spec, range, span.dayAt, day)});
    }
  }
  return stints;
}

function always(span: Span, fromMs: number): Stint {
  return {date: span.dayAt(span.lastDay).date, fromMs, toMs: Number.POSITIVE_INFINITY, skillset: 0, breaks: []};
}

/** Every local day is a stint, so that absence and shrinkage are drawn by day; after the span he stays. */
function dayByDay(span: Span): Stint[] {
  const stints: Stint[] = [];
  let day = span.firstDay;
  for (; span.dayAt(day).startMs < span.toMs; day++) {
    const {date, startMs, endMs} = span.dayAt(day);
    stints.push({date, fromMs: startMs, toMs: endMs, skillset: 0, breaks: []});
  }
  stints.push(always(span, span.dayAt(day).startMs));
  return stints;
}
