import {epochOf} from '../../src/calendar/index.ts';
import type {Problem} from '../../src/language/problem.ts';
import type {AgentBlock, DayRange, GroupSpec, Scenario, ShiftSpec, Weekday} from '../../src/scenario/scenario.ts';
import {plainGroup} from '../../src/workforce/index.ts';

export const H = 3_600_000;
export const MIN = 60_000;

const NEVER: Record<Weekday, DayRange[]> = {mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: []};
export const DAILY = Object.keys(NEVER) as Weekday[];

/** A shift by hours: `{mon: [[8, 16]]}`, breaks `[hour, minutes, paid?]`. */
export function shiftOf(
  week: Partial<Record<Weekday, [number, number][]>>,
  breaks: {at: number; minutes: number; paid?: boolean; onTime?: boolean; reason?: string}[] = [],
): ShiftSpec {
  const hours = (ranges: [number, number][]) => ranges.map(([from, to]) => ({fromMs: from * H, toMs: to * H}));
  return {
    week: {...NEVER, ...Object.fromEntries(Object.entries(week).map(([day, ranges]) => [day, hours(ranges)]))},
    breaks: breaks.map(({at, minutes, paid = false, onTime = false, reason = 'Lunch'}) => ({
      atMs: at * H,
      forMs: minutes * MIN,
      paid,
      reason,
      returns: onTime ? 'onTime' : 'full',
    })),
  };
}

export const daily = (...ranges: [number, number][]) => Object.fromEntries(DAILY.map((day) => [day, ranges]));

export function groupOf(name: string, agents: AgentBlock[], more: Partial<GroupSpec> = {}): GroupSpec {
  return {...plainGroup(name), agents, ...more};
}

export const onShift = (shift: string | null, count: number): AgentBlock => ({kind: 'shift', shift, count});

/** A scenario of people alone; it starts on a local date or time of Madrid. */
export function centreOf(
  from: string,
  workforce: GroupSpec[],
  shifts: Record<string, ShiftSpec> = {},
  intervalMs = 30 * MIN,
): Scenario {
  const zone = 'Europe/Madrid';
  const start = epochOf(from, zone);
  if (!start.ok) throw new Error(start.message);
  return {
    name: 'people',
    zone,
    fromEpochMs: start.epochMs,
    until: {epochMs: start.epochMs + 7 * 24 * H},
    warmUpMs: 0,
    coolDownMs: 0,
    atEnd: 'cut',
    seed: 'test',
    replications: 1,
    measureAtMs: [],
    intervalMs,
    reportBy: [],
    waitParts: true,
    stages: [],
    calendars: {},
    demand: [],
    routing: {
      segmentation: {columns: [], rules: [], otherwise: null} as unknown as Scenario['routing']['segmentation'],
      processes: {},
      priorities: {},
      distribution: {},
      capacity: {},
    },
    shifts,
    workforce,
    goals: [],
    located: {file: 'test.yaml', locate: () => ({file: 'test.yaml', line: 1, column: 1})},
  };
}

export const said = (problems: readonly Problem[]) =>
  problems.map(({severity, at, message, hint}) => `${severity} ${at.line}: ${message}${hint ? ` (${hint})` : ''}`);
