import type {Sample} from './sample.ts';

/** Mean with what was seen in part: all time ÷ cases seen whole, the maximum of the exponential likelihood. */
export function expectedMean({whole, mean, censored}: Sample): number {
  const waited = censored.reduce((sum, {at, count}) => sum + at * count, 0);
  return Math.max((whole * mean + waited) / Math.max(1, whole), Number.MIN_VALUE);
}

/** Mean and standard deviation of the logarithms of the cells from one share of the cases seen whole up to another. */
export function logMoments({cells, whole}: Sample, from = 0, to = 1): {readonly mean: number; readonly sd: number} {
  let [passed, count, sum, squares] = [0, 0, 0, 0];
  for (const cell of cells) {
    const taken = Math.max(0, Math.min(passed + cell.count, to * whole) - Math.max(passed, from * whole));
    passed += cell.count;
    if (taken === 0) continue;
    const log = Math.log((cell.from + cell.to) / 2);
    count += taken;
    sum += taken * log;
    squares += taken * log * log;
  }
  const mean = sum / count;
  return {mean, sd: Math.sqrt(Math.max(0, squares / count - mean * mean))};
}
