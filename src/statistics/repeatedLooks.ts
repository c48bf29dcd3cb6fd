/**
 * Numbers of replications at which somebody looks: `first`, then twice as many each time, at last `most` itself.
 * Where `first` is no less than `most`, `most` alone.
 */
export function looksOf(first: number, most: number): number[] {
  const looks: number[] = [];
  for (let n = first; n < most; n *= 2) looks.push(n);
  return [...looks, most];
}

/**
 * Confidence of the interval at the `look`-th of so many looks (from 0), for all of them to hold together with
 * `confidence`: repeated confidence intervals (Jennison and Turnbull, Group Sequential Methods, ch. 9: the value at
 * which one stops, for whatever reason, is covered with at least `confidence`, eq. 9.2). The shares of the error are
 * added up (Boole), which holds whatever the looks have to do with each other and for any kind of interval, Student's
 * and the delta method's included; at numbers that double, neighbouring looks correlate by 0.7 and little is lost. They
 * are as 1 : 2 : 3 …, for intervals of few replications are the least to be trusted.
 */
export function confidenceAt(look: number, looks: number, confidence: number): number {
  return 1 - ((1 - confidence) * (look + 1)) / ((looks * (looks + 1)) / 2);
}
