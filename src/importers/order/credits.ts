import {pairedDifference, type Ratio} from '../../statistics/index.ts';
import {Claims, type Credits, creditOf, isExplained} from './claims.ts';
import type {Decision} from './decisions.ts';

/** A head start found in a log, ms. */
export interface FoundCredit {
  readonly kind: string;
  /** The roundest of those that explain nearly as much as the best: rules are set in round numbers. */
  readonly ms: number;
  readonly estimateMs: number;
  /** All that explain nearly as much, the others being as found. */
  readonly fromMs: number;
  readonly toMs: number;
}

const COARSE_MS = 10_000;
const FINE_MS = 1000;
/** Larger head starts are priority classes in all but name. */
const MOST_MS = 30 * 60_000;
const ROUND_MS: readonly number[] = [600_000, 300_000, 60_000, 30_000, 15_000, 10_000, 5000, FINE_MS];
/** Of the decisions a class has part in, a credit may explain so many fewer than the best. */
const TOLERANCE = 0.01;
/** Rounds of going through the classes; a few are enough. */
const MOST_ROUNDS = 12;

/**
 * The head starts in waiting time under which most decisions were right: by turns each class's on a grid while the
 * others keep theirs, until nothing is gained, then on a finer grid around. One class has none: the one furthest behind.
 * Clocks of a log are off by seconds, so that the best is hardly the number that was set.
 */
export function creditsIn(decisions: readonly Decision[]): FoundCredit[] {
  const claims = new Claims(decisions);
  const coarse = climbed(claims, new Map(claims.classes.map((kind) => [kind, 0])), COARSE_MS, MOST_MS);
  const best = fromZero(climbed(claims, coarse, FINE_MS, 2 * COARSE_MS));
  const found: FoundCredit[] = [];
  for (const [kind, estimateMs] of [...best].sort(([, a], [, b]) => a - b)) {
    if (found.length === 0) {
      found.push({kind, ms: 0, estimateMs: 0, fromMs: 0, toMs: 0});
      continue;
    }
    const {fromMs, toMs} = asGood(claims, best, kind);
    const ms = roundest(estimateMs, fromMs, toMs);
    found.push({kind, ms, estimateMs, fromMs, toMs});
  }
  return found;
}

export const creditsOf = (found: readonly FoundCredit[]): Credits => new Map(found.map(({kind, ms}) => [kind, ms]));

/** Each class by turns at its best place within `reach` of where it is. */
function climbed(claims: Claims, from: Credits, stepMs: number, reachMs: number): Map<string, number> {
  const credits = new Map(from);
  let most = claims.explained(credits);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = most;
    for (const kind of claims.classes) {
      const at = creditOf(credits, kind);
      const counts: number[] = [];
      for (let ms = at - reachMs; ms <= at + reachMs; ms += stepMs)
        counts.push(claims.explained(credits.set(kind, ms)));
      const top = Math.max(...counts);
      credits.set(kind, top > most ? at - reachMs + stepMs * middleOfRun(counts, top) : at);
      most = Math.max(most, top);
    }
    if (most === before) break;
  }
  return credits;
}

/** Of the longest run of equal counts its middle. */
function middleOfRun(counts: readonly number[], value: number): number {
  let [best, length, start] = [counts.indexOf(value), 0, -1];
  for (let i = 0; i <= counts.length; i++) {
    if (counts[i] === value) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      if (i - start > length) [best, length] = [(start + i - 1) >> 1, i - start];
      start = -1;
    }
  }
  return best;
}

function fromZero(credits: Credits): Map<string, number> {
  const least = Math.min(...credits.values());
  return new Map([...credits].map(([kind, ms]) => [kind, ms - least]));
}

/** How far a credit can be moved either way before it explains less by more than the tolerance. */
function asGood(claims: Claims, best: Credits, kind: string) {
  const at = creditOf(best, kind);
  const least = claims.explained(best) - TOLERANCE * claims.about(kind);
  const end = (stepMs: number) => {
    let ms = at;
    while (Math.abs(ms - at) < MOST_MS && ms + stepMs >= 0) {
      if (claims.explained(new Map(best).set(kind, ms + stepMs)) < least) break;
      ms += stepMs;
    }
    return ms;
  };
  return {fromMs: end(-FINE_MS), toMs: end(FINE_MS)};
}

/** Share of decisions that credits explain beyond what others do, with its interval over days. */
export function gain(decisions: readonly Decision[], one: Credits, other: Credits) {
  return pairedDifference(byDay(decisions, one), byDay(decisions, other));
}

/** Decisions explained and decisions, by day. */
export function byDay(decisions: readonly Decision[], credits: Credits): Ratio[] {
  const days = new Map<string, [number, number]>();
  for (const decision of decisions) {
    const counts = days.get(decision.day) ?? [0, 0];
    days.set(decision.day, counts);
    if (isExplained(decision, credits)) counts[0]++;
    counts[1]++;
  }
  return [...days.values()];
}

function roundest(ms: number, fromMs: number, toMs: number): number {
  for (const unit of ROUND_MS) {
    const round = Math.round(ms / unit) * unit;
    if (round >= fromMs && round <= toMs) return round;
  }
  return ms;
}
