/**
 * Hazard of the standard normal at x: density divided by the probability of more than x. Beyond 3 by Laplace's
 * continued fraction, below by Marsaglia's series (G. Marsaglia, Evaluating the normal distribution, 2004).
 */
export function normalHazard(x: number): number {
  if (x > 3) {
    let fraction = x;
    for (let k = 200; k >= 1; k--) fraction = x + k / fraction;
    return fraction;
  }
  const density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  if (x < -38) return density;
  return density / (0.5 - signedArea(x, density));
}

/** Probability between 0 and x, negative for x below 0. */
function signedArea(x: number, density: number): number {
  if (x < -3) return -0.5 + density / normalHazard(-x);
  let term = x;
  let sum = x;
  for (let i = 3; Math.abs(term) > 1e-18 * Math.abs(sum); i += 2) {
    term *= (x * x) / i;
    sum += term;
  }
  return sum * density;
}
