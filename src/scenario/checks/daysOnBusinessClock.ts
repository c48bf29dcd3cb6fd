import {BusinessClock, clockOf, DAY_MS, dayIndexOf, formatLocal, localDays} from '../../calendar/index.ts';
import {formatDuration, parseDuration} from '../../language/duration.ts';
import type {Path} from '../../language/problem.ts';
import type {Node} from '../document/node.ts';
import type {CalendarSpec, ProcessSpec, Scenario} from '../scenario.ts';
import {assignments} from './assignments.ts';
import type {Check, Draft} from './draft.ts';

/** How far ahead open time is looked for: a year, for the dates shown. */
const AHEAD_MS = 366 * DAY_MS;

/** A duration in days on a business clock is open time, 24 hours a day: rarely what was meant. Shows the dates. */
export const daysOnBusinessClock: Check = (draft) => {
  const {scenario, reading} = draft;
  for (const process of Object.values(scenario.routing.processes)) {
    const ofMilestones = (process.milestones ?? []).flatMap((one) =>
      ['within', 'warnAt'].map((key) => ({path: [...reading.pathOf(one), key], clock: one.clock ?? process.clock})),
    );
    const ofProcess = pathsOf(draft, process).map((path) => ({path, clock: process.clock}));
    for (const {path, clock} of [...ofProcess, ...ofMilestones]) {
      const calendar = clock === undefined ? undefined : scenario.calendars[clock];
      if (calendar === undefined) continue;
      const node = reading.node(path);
      const days = node && daysIn(node);
      if (days === undefined || days === null) continue;
      const {text, ms} = days;
      reading.warn(
        path,
        `${text} on the clock ${clock} of process ${process.name} is ${formatHours(ms)} of open time: ${dates(scenario, calendar, ms)}`,
        `write it in hours: ${formatHours(ms)} if that is meant, or the open hours of so many days`,
      );
    }
  }
};

/** Where durations on the clock of a process stand. */
function pathsOf({scenario, reading}: Draft, {name, distribute, priority}: ProcessSpec): Path[] {
  const rule = ['routing', 'distribution', distribute];
  const targets = scenario.routing.distribution[distribute]?.targets ?? [];
  const curve = ['routing', 'priorities', priority.use];
  const points = reading.node([...curve, 'points']);
  const periods = reading.node([...curve, 'reprioritize']);
  return [
    ['routing', 'processes', name, 'sla'],
    ['routing', 'processes', name, 'confirmWithin'],
    ...assignments(scenario)
      .filter((one) => one.process === name)
      .flatMap(({source: {handling = []}}) => handling)
      .flatMap((outcome) => ['sla', 'waitForAgent'].map((key) => [...reading.pathOf(outcome), key])),
    [...rule, 'preferredAgent', 'for'],
    ...targets.map((_, i) => [...rule, 'targets', i, 'for']),
    [...curve, 'every'],
    [...curve, 'overdue', 'every'],
    ...['every', 'from'].map((key) => [...curve, 'reprioritize', key]),
    ...(periods?.kind === 'list'
      ? periods.items.flatMap((_, i) => ['every', 'from'].map((key) => [...curve, 'reprioritize', i, key]))
      : []),
    ...(points?.kind === 'list' ? points.items.map((_, i) => [...curve, 'points', i, 0]) : []),
  ];
}

function daysIn(node: Node): {readonly text: string; readonly ms: number} | null {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return null;
  const text = node.value.replace(/^\s*due\s*[+-]\s*/, '');
  const ms = /\d\s*[dw]/.test(text) ? parseDuration(text) : null;
  return ms === null || ms === 0 ? null : {text, ms};
}

const formatHours = (ms: number): string => (ms % 3_600_000 === 0 ? `${ms / 3_600_000}h` : formatDuration(ms));

/** When an item that arrives at the first opening from the start on has had that much open time. */
function dates(scenario: Scenario, calendar: CalendarSpec, ms: number): string {
  const {zone, fromEpochMs} = scenario;
  const dayAt = localDays(zone, fromEpochMs);
  const until = dayAt(dayIndexOf(dayAt, AHEAD_MS)).endMs;
  const clock = clockOf(calendar, zone, fromEpochMs, 0, until);
  const from = clock.open?.fromMs[0];
  const openMs = new BusinessClock(clock).at(until);
  if (from === undefined) return 'the calendar is never open';
  const local = (wallMs: number) =>
    formatLocal(fromEpochMs + wallMs, zone)
      .slice(0, 16)
      .replace('T', ' ');
  const due = openMs < ms ? 'more than a year later' : local(new BusinessClock(clock).wallOf(ms));
  return `from ${local(from)} it ends ${due}`;
}
