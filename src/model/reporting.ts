/**
 * What results can be split by. A report class is one combination of source, channel, process and the values of the
 * attributes that goals or `reportBy` name; it is assigned at arrival, and every breakdown is a sum over classes.
 */
export interface Reporting {
  readonly intervalMs: number;
  /** Start of each local day inside the horizon, ms, ascending, and its ISO date. The first may be before 0. */
  readonly dayStartsMs: Float64Array;
  readonly dayNames: readonly string[];
  readonly classes: ReportClasses;
}

/** Grows while demand meets new combinations; rows are never removed. */
export interface ReportClasses {
  count: number;
  readonly source: number[];
  readonly channel: number[];
  readonly process: number[];
  /** Values of the reported attributes, by attribute name. */
  readonly attributes: Readonly<Record<string, string>>[];
}
