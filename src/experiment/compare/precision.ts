import type {Comparison, Impact, Precision} from './comparison.ts';
import {HEADLINES} from './headlines.ts';

/** A point of service level and other shares; 2 % of a mean. */
export const PRECISION: Precision = {ratio: 0.01, share: 0.02};

/** Whether a comparison waits until the difference is known: of what goals ask, and of headlines of the whole centre. */
function isAwaited({measure: {goals, metric, scope}}: Impact): boolean {
  if (goals.length > 0) return true;
  return (
    Object.keys(scope).length === 0 && HEADLINES.some((headline) => headline.awaited && headline.metric === metric)
  );
}

/** Half width of the difference in widths asked: 1 and less is precise enough. */
function timesAsked({measure, current, candidate, difference}: Impact, precision: Precision): number {
  const half = difference.halfWidth;
  if (half === null || half === 0) return 0;
  if (measure.unit === 'ratio') return half / precision.ratio;
  return half / (precision.share * Math.max(Math.abs(current.value ?? 0), Math.abs(candidate.value ?? 0)));
}

/** The difference that is known least against what is asked; null where nothing is awaited. */
export function widestOf(
  candidates: readonly {readonly name: string; readonly impact: readonly Impact[]}[],
  precision: Precision,
): Comparison['stopped']['widest'] {
  let widest: Comparison['stopped']['widest'] = null;
  for (const {name, impact} of candidates)
    for (const one of impact.filter(isAwaited)) {
      const times = timesAsked(one, precision);
      if (widest === null || times > widest.timesAsked)
        widest = {what: one.measure.key, candidate: name, timesAsked: times};
    }
  return widest;
}
