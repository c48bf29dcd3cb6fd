/**
 * Gini's coefficient of concentration of amounts that are not negative: 0 where all are equal, (n - 1) / n where one has
 * everything. G = Σ (2 i - n - 1) x_i / (n Σ x), x ascending, i from 1 (C. Gini, 1912; in this form A. Sen, On Economic
 * Inequality, 1973, section 2.2). Null where there is nothing to share.
 */
export function gini(amounts: readonly number[]): number | null {
  const sorted = [...amounts].sort((a, b) => a - b);
  const n = sorted.length;
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (!(total > 0)) return null;
  return sorted.reduce((sum, amount, i) => sum + (2 * (i + 1) - n - 1) * amount, 0) / (n * total);
}

/**
 * The curve of M. O. Lorenz (Methods of Measuring the Concentration of Wealth, 1905): of `points` equal steps from nobody
 * to everybody, the share that so many of those with least have, straight lines between persons. [0, ..., 1]; empty where
 * there is nothing to share.
 */
export function lorenz(amounts: readonly number[], points: number): number[] {
  const sorted = [...amounts].sort((a, b) => a - b);
  const upTo = [0];
  for (const amount of sorted) upTo.push((upTo.at(-1) ?? 0) + amount);
  const total = upTo.at(-1) ?? 0;
  if (!(total > 0)) return [];
  return Array.from({length: points + 1}, (_, k) => {
    const persons = (k / points) * sorted.length;
    const whole = Math.min(Math.floor(persons), sorted.length - 1);
    return (upTo[whole] + (persons - whole) * sorted[whole]) / total;
  });
}
