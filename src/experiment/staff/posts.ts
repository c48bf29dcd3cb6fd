import {formatTimeOfDay} from '../../calendar/index.ts';
import {untilMsOf} from '../../compile/horizon.ts';
import type {AgentBlock, GroupSpec, Scenario, Weekday} from '../../scenario/scenario.ts';
import {dutyOf, peopleOf} from '../../workforce/index.ts';

const HOUR_MS = 3_600_000;

/** Where head counts may vary: the agents of a group on one shift, or in one interval of the week. */
export interface Post {
  readonly group: string;
  /** Null: always there, or counted by interval. */
  readonly shift: string | null;
  /** Of groups that are counted by interval. */
  readonly interval: {readonly weekdays: readonly Weekday[]; readonly fromMs: number; readonly toMs: number} | null;
  /** As it reads in tables: `seniors early`, `weekend sat 09:00`. */
  readonly label: string;
  readonly least: number;
  readonly most: number;
  /** As the scenario has it. */
  readonly now: number;
  /** Paid hours of one agent in the counted time. */
  readonly hours: number;
  /** Paid ms of one agent by interval of the horizon. */
  readonly paidMs: Float64Array;
  /** Of one agent in the counted time; paid hours where no group says what an hour costs. */
  readonly cost: number;
  /** Where it stands: entry of the workforce, its block of agents (-1: none yet), row of a block of head counts. */
  readonly place: {readonly entry: number; readonly block: number; readonly row: number};
}

/** Every head count that `between` lets vary, in the order of the workforce. Empty where nothing may. */
export function postsOf(scenario: Scenario): Post[] {
  return scenario.workforce.flatMap((spec, entry) =>
    Object.entries(spec.between ?? {}).flatMap(([shift, range]) => {
      const counted = spec.agents.findIndex(({kind}) => kind === 'headCount');
      return counted >= 0
        ? intervalsOf(scenario, spec, {entry, block: counted, row: 0}, range)
        : [shiftPost(scenario, spec, entry, shift === '' ? null : shift, range)];
    }),
  );
}

function shiftPost(
  scenario: Scenario,
  spec: GroupSpec,
  entry: number,
  shift: string | null,
  [least, most]: readonly [number, number],
): Post {
  const block = spec.agents.findIndex((it) => it.kind === 'shift' && it.shift === shift && !it.names);
  const now = spec.agents[block];
  const paid = paidTimes(scenario, spec, {kind: 'shift', shift, count: 1});
  return {
    group: spec.name,
    shift,
    interval: null,
    label: shift === null ? spec.name : `${spec.name} ${shift}`,
    least,
    most,
    now: now?.kind === 'shift' ? now.count : 0,
    ...paid,
    cost: paid.hours * (spec.costPerHour ?? 1),
    place: {entry, block, row: -1},
  };
}

function intervalsOf(
  scenario: Scenario,
  spec: GroupSpec,
  place: Post['place'],
  [least, most]: readonly [number, number],
): Post[] {
  const block = spec.agents[place.block];
  if (block?.kind !== 'headCount') return [];
  return block.rows.map(({weekdays, fromMs, agents}, row) => {
    const paid = paidTimes(scenario, spec, {...block, rows: [{weekdays, fromMs, agents: 1}]});
    return {
      group: spec.name,
      shift: null,
      interval: {weekdays, fromMs, toMs: fromMs + block.widthMs},
      label: `${spec.name} ${daysText(weekdays)} ${formatTimeOfDay(fromMs)}`,
      least,
      most,
      now: agents,
      ...paid,
      cost: paid.hours * (spec.costPerHour ?? 1),
      place: {...place, row},
    };
  });
}

/** `mon`, `mon-fri`, `daily`; others listed. */
function daysText(weekdays: readonly Weekday[]): string {
  if (weekdays.length === 7) return 'daily';
  if (weekdays.join() === 'mon,tue,wed,thu,fri') return 'mon-fri';
  return weekdays.join(' ');
}

/** What one agent of this block is paid for, as scheduled. */
function paidTimes(scenario: Scenario, spec: GroupSpec, block: AgentBlock): Pick<Post, 'hours' | 'paidMs'> {
  const alone: Scenario = {...scenario, workforce: [{...spec, agents: [block]}]};
  const untilMs = untilMsOf(scenario);
  const {paidMs} = dutyOf(alone, peopleOf(alone), () => 0, scenario.seed, 0, 0, untilMs);
  const [fromMs, toMs] = [scenario.warmUpMs, untilMs - scenario.coolDownMs];
  let countedMs = 0;
  for (const [interval, ms] of paidMs.entries()) {
    const begins = interval * scenario.intervalMs;
    const ends = Math.min(begins + scenario.intervalMs, untilMs);
    countedMs += (ms * Math.max(0, Math.min(ends, toMs) - Math.max(begins, fromMs))) / (ends - begins);
  }
  return {hours: countedMs / HOUR_MS, paidMs};
}
