/** Where a function is greatest, and how great. */
export interface Highest {
  readonly at: readonly number[];
  readonly value: number;
}

const MOST_EVALUATIONS_PER_DIMENSION = 160;
/** Ends when the values at all corners are this near to each other: a log-likelihood need not be known better. */
const NEAR = 1e-5;
const STEP = 0.25;

/**
 * The maximum of a function of a few numbers near `start`, without derivatives (J. A. Nelder and R. Mead, A simplex
 * method for function minimization, 1965).
 */
export function highest(of: (at: readonly number[]) => number, start: readonly number[]): Highest {
  const n = start.length;
  const corner = (at: readonly number[]): Highest => ({at, value: of(at)});
  const corners = [corner(start), ...start.map((_, i) => corner(start.map((x, j) => (i === j ? x + STEP : x))))];
  for (let left = n * MOST_EVALUATIONS_PER_DIMENSION; left > 0; left -= 2) {
    corners.sort((a, b) => b.value - a.value);
    const [best, worst, next] = [corners[0], corners[n], corners[n - 1]];
    if (best.value - worst.value < NEAR) break;
    const middle = start.map((_, i) => corners.slice(0, n).reduce((sum, {at}) => sum + at[i] / n, 0));
    const along = (by: number) => corner(middle.map((m, i) => m + by * (worst.at[i] - m)));
    const reflected = along(-1);
    if (reflected.value > best.value) {
      const expanded = along(-2);
      corners[n] = expanded.value > reflected.value ? expanded : reflected;
    } else if (reflected.value > next.value) corners[n] = reflected;
    else {
      const contracted = along(reflected.value > worst.value ? -0.5 : 0.5);
      if (contracted.value > Math.max(worst.value, reflected.value)) corners[n] = contracted;
      else {
        for (let i = 1; i <= n; i++)
          corners[i] = corner(corners[i].at.map((x, j) => best.at[j] + 0.5 * (x - best.at[j])));
        left -= n;
      }
    }
  }
  return corners.reduce((best, one) => (one.value > best.value ? one : best));
}
