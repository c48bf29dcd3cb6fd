import {dayIndexOf, localDays} from '../../calendar/index.ts';
import type {Scenario} from '../../scenario/scenario.ts';
import type {Seat} from '../people.ts';
import {headCount} from './headCount.ts';
import {presence} from './presence.ts';
import {shift} from './shift.ts';
import type {Span, Stint} from './stint.ts';

/** The local days between two instants (ms since the scenario starts). */
export function spanOf(scenario: Scenario, fromMs: number, toMs: number): Span {
  const dayAt = localDays(scenario.zone, scenario.fromEpochMs);
  return {fromMs, toMs, dayAt, firstDay: dayIndexOf(dayAt, fromMs), lastDay: dayIndexOf(dayAt, toMs)};
}

/** What an agent is scheduled to work in a span: stints that reach into it, in order, disjoint. Nothing is drawn. */
export function stintsOf(scenario: Scenario, seat: Seat, span: Span): Stint[] {
  const stints: Stint[] = [];
  let freeMs = Number.NEGATIVE_INFINITY;
  for (const stint of scheduled(scenario, seat, span)) {
    const fromMs = Math.max(stint.fromMs, freeMs);
    if (fromMs >= stint.toMs) continue;
    freeMs = stint.toMs;
    const within = fromMs < span.toMs || stint.toMs === Number.POSITIVE_INFINITY;
    if (within && stint.toMs > span.fromMs) stints.push(fromMs === stint.fromMs ? stint : late(stint, fromMs));
  }
  return stints;
}

function scheduled(scenario: Scenario, seat: Seat, span: Span): Stint[] {
  const {block} = seat;
  if (block.kind === 'shift') return shift(block, seat, span, scenario);
  if (block.kind === 'headCount') return headCount(block, seat, span, scenario);
  return presence(block, seat, span, scenario);
}

/** A stint that begins when the one before it ends. */
function late(stint: Stint, fromMs: number): Stint {
  const breaks = stint.breaks
    .filter((pause) => pause.toMs > fromMs)
    .map((pause) => (pause.fromMs < fromMs ? {...pause, fromMs} : pause));
  return {...stint, fromMs, breaks};
}
