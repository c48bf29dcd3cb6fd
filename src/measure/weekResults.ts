/** Metrics of everything by local weekday and half-hour, of all weeks and replications together. */
export interface WeekPattern {
  /** Length of a cell: 30, or as long as an interval where that is longer. */
  readonly minutes: number;
  readonly rows: readonly {
    readonly metric: string;
    /** `[weekday * cells of a day + cell]`, Monday first; null where there was nothing to judge. Counts are means of one such time. */
    readonly values: readonly (number | null)[];
  }[];
}
