import {CONFIDENCE, type Estimate, halfWidthOf, NOTHING, type Ratio} from './estimate.ts';

/** Sums of n', d', n, d and of their ten products, per cell. */
const STRIDE = 14;
/** What is left of squares that cancel, as a share of the largest of them. */
const CANCELLED = 1e-12;

/** Sums from which `pairedDifference` of many cells is made without keeping their replications. */
export class PairedRatioSums {
  private sums = new Float64Array(STRIDE * 64);

  add(cell: number, after: Ratio, before: Ratio): void {
    const at = STRIDE * cell;
    if (at >= this.sums.length) {
      const sums = new Float64Array(2 * at + STRIDE);
      sums.set(this.sums);
      this.sums = sums;
    }
    const row = [...after, ...before];
    let next = at + row.length;
    row.forEach((value, i) => {
      this.sums[at + i] += value;
      for (let k = i; k < row.length; k++) this.sums[next++] += value * row[k];
    });
  }

  /** The difference after less before; as `pairedDifference` of the same replications. */
  estimate(cell: number, replications: number, confidence = CONFIDENCE): Estimate {
    const at = STRIDE * cell;
    if (at >= this.sums.length) return NOTHING;
    const [n1, d1, n0, d0, ...products] = this.sums.subarray(at, at + STRIDE);
    if (!(d1 > 0 && d0 > 0)) return NOTHING;
    const value = n1 / d1 - n0 / d0;
    if (replications < 2) return {value, halfWidth: null};
    // residuals are weights times (n', d', n, d), so their squares add up to a quadratic form of the products
    const weights = [1 / d1, -n1 / d1 ** 2, -1 / d0, n0 / d0 ** 2].map((weight) => weight * replications);
    let [squares, largest, k] = [0, 0, 0];
    weights.forEach((weight, i) => {
      for (let j = i; j < weights.length; j++) {
        const part = weight * weights[j] * products[k++] * (i === j ? 1 : 2);
        squares += part;
        largest = Math.max(largest, Math.abs(part));
      }
    });
    const exact = squares < CANCELLED * largest ? 0 : squares;
    return {value, halfWidth: halfWidthOf(exact, replications, replications, confidence)};
  }
}
