/**
 * Numbers by bin of time and report class, `[(bin * classes + class) * stride + field]`. Grows with the classes that
 * demand brings and, without an end of the horizon, with time; never with the number of items.
 */
export class Tallies {
  cells: Float64Array;
  readonly stride: number;
  binCapacity: number;
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

  /** Whether any number of the class is not 0. */
  holds(reportClass: number): boolean {
    if (reportClass >= this.classCount) return false;
    for (let bin = 0; bin < this.binCount; bin++) {
      const at = (bin * this.classCapacity + reportClass) * this.stride;
      for (let field = 0; field < this.stride; field++) if (this.cells[at + field] !== 0) return true;
    }
    return false;
  }

  /**
   * Sums over bins that belong together, `toBin` of each, with these classes in this order,
   * `[(bin * order.length + k) * stride + field]`. `toBin` increases; bins it takes to `bins` or beyond are left out.
   */
  joined(bins: number, order: readonly number[], toBin: (bin: number) => number): Float64Array {
    const out = new Float64Array(bins * order.length * this.stride);
    const {cells, stride} = this;
    for (let bin = 0; bin < this.binCount; bin++) {
      const to = toBin(bin);
      if (to >= bins) break;
      order.forEach((reportClass, k) => {
        if (reportClass >= this.classCount) return;
        const from = (bin * this.classCapacity + reportClass) * stride;
        const at = (to * order.length + k) * stride;
        for (let field = 0; field < stride; field++) out[at + field] += cells[from + field];
      });
    }
    return out;
  }

  /** A copy of the first bins with these classes in this order, `[(bin * order.length + k) * stride + field]`. */
  compact(bins: number, order: readonly number[]): Float64Array {
    const out = new Float64Array(bins * order.length * this.stride);
    const {cells, stride} = this;
    let to = 0;
    for (let bin = 0; bin < Math.min(bins, this.binCapacity); bin++)
      for (const reportClass of order) {
        const from = (bin * this.classCapacity + reportClass) * stride;
        if (reportClass < this.classCapacity)
          for (let field = 0; field < stride; field++) out[to + field] = cells[from + field];
        to += stride;
      }
    return out;
  }
}
