import {BusinessClock, formatLocal} from '../calendar/index.ts';
import type {Piece} from '../model/curves.ts';
import {instantIn} from '../model/localDay.ts';
import {piecesOf} from '../routing/priority/index.ts';
import {priorityOf} from '../routing/priority/priorityOf.ts';
import type {ProcessSpec, Scenario} from '../scenario/scenario.ts';
import {givenBy, priorityFor} from './curves.ts';
import {clocksOf} from './horizon.ts';
import type {Week} from './week.ts';

const NINE_MS = 9 * 3_600_000;
/** Ticks of a stretch listed one by one; the rest are told by their period. */
const MOST_TICKS = 100;

/** An age on a process's clock and where it falls: local date and time, ISO without a zone; null: never. */
export interface Moment {
  readonly ageMs: number;
  readonly at: string | null;
}

/** A stretch of a priority curve. */
export interface CurveStretch extends Moment {
  readonly priority: number;
  /** Steady, gliding (`perHour` on the clock), or with ticks of `by` every `everyMs`. */
  readonly moves:
    | {readonly kind: 'steady'}
    | {readonly kind: 'glides'; readonly perHour: number}
    | {
        readonly kind: 'ticks';
        readonly everyMs: number;
        readonly by: number;
        /** Ticks until the next stretch; Infinity: without end. */
        readonly count: number;
        /** The first of them, at most a hundred. */
        readonly ticks: readonly (Moment & {readonly priority: number})[];
      };
}

/** When everything falls for an item that arrives on a Monday at nine and is not taken. */
export interface ProcessTimeline {
  readonly process: string;
  /** Calendar of its clock; null: calendar time. */
  readonly clock: string | null;
  readonly arrives: string;
  readonly due: Moment | null;
  /** Until when only a preferred agent may have it; null where he never stands alone. Targets open that much later then. */
  readonly preferredUntil: Moment | null;
  readonly targets: readonly (Moment & {readonly text: string})[];
  readonly curve: readonly CurveStretch[];
}

export function timelinesOf(scenario: Scenario, week: Week): ProcessTimeline[] {
  const clocks = clocksOf(scenario);
  const calendars = Object.keys(scenario.calendars);
  const [monday] = week.days;
  const arrivedMs = monday ? instantIn(monday, NINE_MS) : 0;
  return Object.values(scenario.routing.processes).map((process) => {
    const index = process.clock === undefined ? 0 : calendars.indexOf(process.clock) + 1;
    const falls = fallingOn(scenario, new BusinessClock(clocks[index]), arrivedMs);
    return timelineOf(scenario, process, falls);
  });
}

type Falls = (ageMs: number) => Moment;

/** The wall instants of ages: never before the arrival itself, which may be out of hours. */
function fallingOn({zone, fromEpochMs}: Scenario, clock: BusinessClock, arrivedMs: number): Falls {
  const shown = clock.at(arrivedMs);
  return (ageMs) => {
    const wallMs = ageMs <= 0 ? arrivedMs : clock.wallOf(shown + ageMs);
    return {ageMs, at: Number.isFinite(wallMs) ? formatLocal(fromEpochMs + Math.round(wallMs), zone) : null};
  };
}

function timelineOf(scenario: Scenario, process: ProcessSpec, falls: Falls): ProcessTimeline {
  const {targets, preferredAgent} = scenario.routing.distribution[process.distribute] ?? {
    targets: [],
    preferredAgent: null,
  };
  const allowedMs = process.slaMs ?? 0;
  const lasting = (span: {ms: number; share: number} | null) =>
    span ? span.ms + Math.round(span.share * allowedMs) : 0;
  const preferredMs = lasting(preferredAgent?.for ?? null);
  let opens = 0;
  return {
    process: process.name,
    clock: process.clock ?? null,
    arrives: falls(0).at ?? '',
    due: process.slaMs === undefined ? null : falls(process.slaMs),
    preferredUntil: preferredMs > 0 ? falls(preferredMs) : null,
    targets: targets.map((target) => {
      const moment = falls(opens);
      opens += lasting(target.for);
      return {...moment, text: target.text};
    }),
    curve: stretchesOf(piecesOf(priorityFor(scenario, process), givenBy(process)), falls),
  };
}

function stretchesOf(pieces: readonly Piece[], falls: Falls): CurveStretch[] {
  return pieces.map((piece, index) => ({
    ...falls(piece.fromMs),
    priority: piece.value,
    moves: movesOf(piece, pieces[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY, falls),
  }));
}

function movesOf(piece: Piece, endMs: number, falls: Falls): CurveStretch['moves'] {
  const {fromMs, slopePerMs, periodMs} = piece;
  if (slopePerMs === 0) return {kind: 'steady'};
  if (periodMs === 0) return {kind: 'glides', perHour: slopePerMs * 3_600_000};
  const count = Math.max(0, Math.ceil((endMs - fromMs) / periodMs) - 1);
  const ticks = Array.from({length: Math.min(count, MOST_TICKS)}, (_, tick) => {
    const ageMs = fromMs + (tick + 1) * periodMs;
    return {...falls(ageMs), priority: priorityOf([piece], ageMs)};
  });
  return {kind: 'ticks', everyMs: periodMs, by: slopePerMs * periodMs, count, ticks};
}
