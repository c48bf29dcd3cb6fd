import type {Uniform} from '../random/streams.ts';
import type {Stint} from './schedule/stint.ts';

/** A stretch inside a stint, ms since the scenario starts. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Not-ready spells of one stint: on average exactly `share` of its paid time (as far as there is time left beside the
 * breaks), in spells of `spellMs` at random places, overlapping neither breaks nor each other. A spell that meets a
 * break goes on after it.
 *
 * Of `share · paid / spellMs` spells the whole part is certain and the fraction is the chance of one more; where that
 * one more would not fit, the last is as long as the fraction. Places: n sorted uniforms on the working time less
 * the spells, the k-th moved on by k spells, which makes every placement equally likely.
 */
export function shrinkageOf(stint: Stint, share: number, spellMs: number, uniform: Uniform): Stretch[] {
  const work = workingTime(stint);
  const workMs = lengthOf(work);
  const wantedMs = Math.min(share * paidMsOf(stint), workMs);
  const lengths = spellLengths(wantedMs, workMs, spellMs, uniform);
  const slackMs = workMs - lengths.reduce((sum, length) => sum + length, 0);
  const places = lengths.map(() => Math.floor(uniform() * (slackMs + 1))).sort((a, b) => a - b);
  let passedMs = 0;
  return lengths.flatMap((length, i) => {
    const at = places[i] + passedMs;
    passedMs += length;
    return onTheWall(work, at, at + length);
  });
}

/** Paid time of a stint: all but its unpaid breaks. */
export function paidMsOf(stint: Stint): number {
  return lengthOf([stint]) - lengthOf(stint.breaks.filter((pause) => !pause.paid));
}

function spellLengths(wantedMs: number, workMs: number, spellMs: number, uniform: Uniform): number[] {
  const whole = Math.floor(wantedMs / spellMs);
  const lengths = new Array<number>(whole).fill(spellMs);
  const restMs = wantedMs - whole * spellMs;
  if (restMs <= 0) return lengths;
  const fits = (whole + 1) * spellMs <= workMs;
  const extraMs = fits ? (uniform() < restMs / spellMs ? spellMs : 0) : wholeMs(restMs, uniform);
  return extraMs > 0 ? [...lengths, extraMs] : lengths;
}

/** Whole ms that are `ms` on average. */
function wholeMs(ms: number, uniform: Uniform): number {
  const floor = Math.floor(ms);
  return floor + (uniform() < ms - floor ? 1 : 0);
}

/** The stint without its breaks. */
function workingTime(stint: Stint): Stretch[] {
  const work: Stretch[] = [];
  let fromMs = stint.fromMs;
  for (const pause of stint.breaks) {
    if (pause.fromMs > fromMs) work.push({fromMs, toMs: pause.fromMs});
    fromMs = pause.toMs;
  }
  if (stint.toMs > fromMs) work.push({fromMs, toMs: stint.toMs});
  return work;
}

function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, stretch) => sum + stretch.toMs - stretch.fromMs, 0);
}

/** Where a piece of working time lies on the wall; cut in two where a break lies in it. */
function onTheWall(work: readonly Stretch[], fromWorkMs: number, toWorkMs: number): Stretch[] {
  const pieces: Stretch[] = [];
  let beforeMs = 0;
  for (const stretch of work) {
    const lengthMs = stretch.toMs - stretch.fromMs;
    const fromMs = stretch.fromMs + Math.max(0, fromWorkMs - beforeMs);
    const toMs = stretch.fromMs + Math.min(lengthMs, toWorkMs - beforeMs);
    if (fromMs < toMs) pieces.push({fromMs, toMs});
    beforeMs += lengthMs;
  }
  return pieces;
}
