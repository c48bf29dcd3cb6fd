/**
 * Clopper and Pearson's exact interval of a probability when all of `trials` came out the same way, in closed form: the
 * lower end solves p^n = α/2 where all did, the upper end (1 - p)^n = α/2 where none did; the other end is 1 or 0.
 */
export function binomialOfAll(trials: number, confidence: number): {readonly low: number; readonly high: number} {
  return {low: ((1 - confidence) / 2) ** (1 / trials), high: 1};
}
export function binomialOfNone(trials: number, confidence: number): {readonly low: number; readonly high: number} {
  return {low: 0, high: 1 - binomialOfAll(trials, confidence).low};
}
