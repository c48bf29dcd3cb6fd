/**
 * Numbers by bin of time and report class, `[(bin * classes + class) * stride + field]`. Grows with the classes that
 * demand brings and, without an end of the horizon, with time; never with the number of items.
 */
export class Tallies {
  cells: Float64Array;
  readonly stride: number;
  private binCapacity: number;
  private classCapacity: number;
  /** Bins and classes met so far. */
  binCount = 0;
  classCount = 0;

  constructor(stride: number, bins: number, classes: number) {
    this.stride = stride;
    this.binCapacity = Math.max(1, bins);
    this.classCapacity = Math.max(1, classes);
    this.cells = new Float64Array(this.binCapacity * this.classCapacity * stride);
  }

  /** Where the cell begins in `cells`, which may be a new array afterwards. */
  at(bin: number, reportClass: number): number {
    if (bin >= this.binCount || reportClass >= this.classCount) this.reach(bin, reportClass);
    return (bin * this.classCapacity + reportClass) * this.stride;
  }

  private reach(bin: number, reportClass: number): void {
    this.binCount = Math.max(this.binCount, bin + 1);
    this.classCount = Math.max(this.classCount, reportClass + 1);
    if (bin >= this.binCapacity) {
      this.binCapacity = Math.max(bin + 1, this.binCapacity * 2);
      const cells = new Float64Array(this.binCapacity * this.classCapacity * this.stride);
      cells.set(this.cells);
      this.cells = cells;
    }
    if (reportClass >= this.classCapacity) this.widen(Math.max(reportClass + 1, this.classCapacity * 2));
  }

  private widen(classes: number): void {
    const row = this.classCapacity * this.stride;
    const cells = new Float64Array(this.binCapacity * classes * this.stride);
    for (let bin = 0; bin < this.binCapacity; bin++)
      cells.set(this.cells.subarray(bin * row, (bin + 1) * row), bin * classes * this.stride);
    this.cells = cells;
    this.classCapacity = classes;
  }

  /** Per class. */
  sumOverBins(field: number): Float64Array {
    const sums = new Float64Array(this.classCount);
    for (let bin = 0; bin < this.binCount; bin++)
      for (let reportClass = 0; reportClass < sums.length; reportClass++)
        sums[reportClass] += this.cells[(bin * this.classCapacity + reportClass) * this.stride + field];
    return sums;
  }

  /** A copy without spare room: `[(bin * classes + class) * stride + field]`. */
  compact(bins: number, classes: number): Float64Array {
    const out = new Float64Array(bins * classes * this.stride);
    const shared = Math.min(classes, this.classCapacity) * this.stride;
    for (let bin = 0; bin < Math.min(bins, this.binCapacity); bin++) {
      const from = bin * this.classCapacity * this.stride;
      out.set(this.cells.subarray(from, from + shared), bin * classes * this.stride);
    }
    return out;
  }
}
