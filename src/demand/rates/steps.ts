import {DAY_MS} from '../../calendar/index.ts';
import type {Timetable} from '../context.ts';
import {localStretches} from '../localStretches.ts';
import type {Rates} from './stretch.ts';

/** Rate from `fromMs` on, up to the next step. */
export interface RateStep {
  readonly fromMs: number;
  readonly perMs: number;
}

/** Part of a round of a pattern: instants from `fromMs` to `toMs` are places of the round from `placeMs` on. */
interface Round {
  readonly fromMs: number;
  readonly toMs: number;
  readonly placeMs: number;
}

/** Steps gone through once, counted from the start of the scenario. */
export const stepsOnce = (steps: readonly RateStep[]): Rates =>
  stepped(steps, Infinity, [{fromMs: 0, toMs: Infinity, placeMs: 0}]);

/**
 * Steps gone through again and again: the last one holds until the first of the next round. Whole days are local ones,
 * from midnight of the first day; a week is from Monday.
 */
export function stepsRepeated(steps: readonly RateStep[], repeatMs: number, context: Timetable): Rates {
  const first = steps.length > 0 && steps[0].fromMs > 0 ? [{fromMs: 0, perMs: steps[steps.length - 1].perMs}] : [];
  const days = repeatMs / DAY_MS;
  const dayOfRound = (index: number) => (days === 7 ? context.dayAt(index).weekday : index % days);
  const rounds = Number.isInteger(days) ? dayRounds(context, dayOfRound) : evenRounds(repeatMs);
  return stepped([...first, ...steps], repeatMs, rounds);
}

/** Steps by local time since Monday, 00:00; nothing before the first. */
export function stepsOfWeek(steps: readonly RateStep[], context: Timetable): Rates {
  return stepped(
    steps,
    7 * DAY_MS,
    dayRounds(context, (index) => context.dayAt(index).weekday),
  );
}

/** `steps` ascending, no two at one place. */
function* stepped(steps: readonly RateStep[], roundMs: number, rounds: Iterable<Round>): Rates {
  // Rounds may be endless: without a rate in them nothing would ever come.
  if (!steps.some((step) => step.perMs > 0 && step.fromMs < roundMs)) return;
  for (const {fromMs, toMs, placeMs} of rounds) {
    const placeEndMs = placeMs + (toMs - fromMs);
    for (const [i, step] of steps.entries()) {
      const from = Math.max(step.fromMs, placeMs);
      const to = Math.min(i + 1 < steps.length ? steps[i + 1].fromMs : Infinity, placeEndMs);
      if (from < to && step.perMs > 0)
        yield {fromMs: fromMs + (from - placeMs), toMs: fromMs + (to - placeMs), perMs: step.perMs};
    }
  }
}

function* dayRounds(context: Timetable, dayOfRound: (index: number) => number): Iterable<Round> {
  for (let index = 0; ; index++)
    for (const {fromMs, toMs, localMs} of localStretches(context.dayAt(index)))
      yield {fromMs, toMs, placeMs: dayOfRound(index) * DAY_MS + localMs};
}

function* evenRounds(repeatMs: number): Iterable<Round> {
  for (let fromMs = 0; ; fromMs += repeatMs) yield {fromMs, toMs: fromMs + repeatMs, placeMs: 0};
}
