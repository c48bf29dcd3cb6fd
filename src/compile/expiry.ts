import type {Clock} from '../model/clock.ts';
import type {Processes} from '../model/model.ts';
import type {ProcessSpec, Scenario} from '../scenario/scenario.ts';

type Admitting = Pick<Processes, 'openClock' | 'rejectsWhenClosed'> & {readonly clocks: readonly Clock[]};

/**
 * When each process admits what arrives: in the open time of its calendar, and until it expires. A process that expires
 * has a clock of its own, after those of the calendars; `clocks` are these.
 */
export function admitting({routing, calendars, fromEpochMs}: Scenario, clocks: readonly Clock[]): Admitting {
  const processes = Object.values(routing.processes);
  const names = Object.keys(calendars);
  const own: Clock[] = [];
  const clockOf = ({open, whenClosed, expiresEpochMs}: ProcessSpec): number => {
    const calendar = open === undefined ? 0 : names.indexOf(open) + 1;
    if (expiresEpochMs === undefined) return calendar;
    own.push(until(expiresEpochMs - fromEpochMs, whenClosed === 'reject' ? clocks[calendar] : ALWAYS));
    return clocks.length + own.length - 1;
  };
  const openClock = Int32Array.from(processes, clockOf);
  return {
    clocks: [...clocks, ...own],
    openClock,
    rejectsWhenClosed: Uint8Array.from(processes, ({whenClosed, expiresEpochMs}) =>
      whenClosed === 'reject' || expiresEpochMs !== undefined ? 1 : 0,
    ),
  };
}

const ALWAYS: Clock = {open: null};
/** Before anything that arrives: ten thousand years. */
const EVER_MS = -3.2e14;

function until(endMs: number, {open}: Clock): Clock {
  if (open === null) return {open: {fromMs: Float64Array.of(EVER_MS), toMs: Float64Array.of(Math.max(endMs, EVER_MS))}};
  const count = open.fromMs.filter((fromMs) => fromMs < endMs).length;
  return {
    open: {
      fromMs: open.fromMs.slice(0, count),
      toMs: open.toMs.slice(0, count).map((toMs) => Math.min(toMs, endMs)),
    },
  };
}
