import {reportedAtMs, type Told} from './told.ts';

const DAY_MS = 86_400_000;

/** The last 24 hours, or what the run has of them; half-open. */
export function lastDay(told: Told): {readonly fromMs: number; readonly toMs: number; has(ms: number): boolean} {
  const toMs = reportedAtMs(told);
  const fromMs = Math.max(0, toMs - DAY_MS);
  return {fromMs, toMs, has: (ms) => ms >= fromMs && ms < toMs};
}
