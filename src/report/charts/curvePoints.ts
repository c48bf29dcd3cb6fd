import type {PriorityCurves} from '../../measure/results.ts';

export type Curve = PriorityCurves['curves'][number];

/** Growth of age from one point to the next where a line is bent by the logarithm. */
const STEP = 1.15;
/** Beyond due, and of what is never due, so much is looked at. */
const BEYOND_DUE = 1.25;
const NEVER_DUE_SECONDS = 600;

/**
 * Where the picture ends: a curve without end would press all others flat. Those with a due date count until a quarter
 * past it, those without (calls grow by the second) until ten minutes.
 */
export function highestOf(curves: readonly Curve[]): number {
  return Math.max(
    ...curves.map((curve) => {
      const until = curve.slaSeconds === null ? NEVER_DUE_SECONDS : curve.slaSeconds * BEYOND_DUE;
      return Math.max(valueAt(curve, until), ...curve.priority.filter((_, k) => (curve.ageSeconds[k] ?? 0) <= until));
    }),
  );
}

/** Corners on a logarithmic axis that begins at a second; slopes, straight in time, get points of their own. */
export function inLogTime(curve: Curve): [age: number, priority: number][] {
  const points: [number, number][] = [[1, valueAt(curve, 1)]];
  curve.ageSeconds.forEach((age, k) => {
    if (age < 1) return;
    const [from, low] = points.at(-1) ?? [1, 0];
    const value = curve.priority[k] ?? 0;
    if (value !== low)
      for (let at = from * STEP; at < age; at *= STEP)
        points.push([at, low + ((value - low) * (at - from)) / (age - from)]);
    points.push([age, value]);
  });
  return points;
}

/** Of the straight line between the corners around this age; of two corners of one age, the later. */
function valueAt({ageSeconds, priority}: Curve, age: number): number {
  const next = ageSeconds.findIndex((each) => each > age);
  if (next <= 0) return priority.at(next === 0 ? 0 : -1) ?? 0;
  const [from = 0, to = 0] = [ageSeconds[next - 1], ageSeconds[next]];
  const [low = 0, high = 0] = [priority[next - 1], priority[next]];
  return low + ((high - low) * (age - from)) / (to - from);
}
