/** From so many of both kinds on the normal approximation is as good. */
const MANY = 100;

/**
 * Clopper and Pearson's exact interval of a probability, from `count` of `trials` independent cases: each end is the
 * probability at which as many or more, as many or fewer, have half the error. Null where there are many of both kinds.
 * All of n: from (α/2)^(1/n) to 1; none of n: from 0 to 1 - (α/2)^(1/n).
 */
export function rareShare(
  count: number,
  trials: number,
  confidence: number,
): {readonly low: number; readonly high: number} | null {
  const tail = (1 - confidence) / 2;
  if (count > trials / 2) {
    const mirrored = rareShare(trials - count, trials, confidence);
    return mirrored && {low: 1 - mirrored.high, high: 1 - mirrored.low};
  }
  if (count > MANY) return null;
  return {
    low: count === 0 ? 0 : solved((p) => 1 - atMost(count - 1, trials, p) > tail),
    high: count === 0 ? -Math.expm1(Math.log(tail) / trials) : solved((p) => atMost(count, trials, p) < tail),
  };
}

/** Where something that grows more likely with p becomes true, to the last bits. */
function solved(isBeyond: (p: number) => boolean): number {
  let [below, above] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (below + above) / 2;
    if (isBeyond(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** Probability of at most so many of `trials`, each with probability p: by logarithms, for the first term may be tiny. */
function atMost(count: number, trials: number, p: number): number {
  let term = trials * Math.log1p(-p);
  let sum = Math.exp(term);
  for (let k = 1; k <= count; k++) {
    term += Math.log(((trials - k + 1) / k) * (p / (1 - p)));
    sum += Math.exp(term);
  }
  return sum;
}
