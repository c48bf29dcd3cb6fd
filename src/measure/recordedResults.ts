/** Simulated beside recorded, for replayed logs that say what happened. */
export interface RecordedComparison {
  readonly sentence: string;
  /** Total first, then by process and channel. */
  readonly rows: readonly RecordedRow[];
  readonly byInterval: readonly {
    readonly start: string;
    readonly startMs: number;
    readonly recordedMeanWaitSeconds: number | null;
    readonly simulatedMeanWaitSeconds: number | null;
    readonly recordedOffered: number;
    readonly simulatedOffered: number;
  }[];
  /** Local days on which something came in; quantiles are null. */
  readonly byDay: readonly RecordedDay[];
  readonly byHourOfDay: readonly {
    readonly hour: number;
    readonly recordedMeanWaitSeconds: number | null;
    readonly simulatedMeanWaitSeconds: number | null;
    readonly recordedWithin: number | null;
    readonly simulatedWithin: number | null;
    readonly recordedAbandonment: number | null;
    readonly simulatedAbandonment: number | null;
  }[];
}
export interface RecordedDay {
  /** Local date. */
  readonly day: string;
  readonly offered: number;
  readonly recorded: RecordedFigures;
  readonly simulated: RecordedFigures;
}
export interface RecordedRow {
  readonly scope: string;
  readonly offered: number;
  readonly recorded: RecordedFigures;
  readonly simulated: RecordedFigures;
}
export interface RecordedFigures {
  readonly meanWaitSeconds: number | null;
  readonly meanWaitAnsweredSeconds: number | null;
  readonly waitQuantilesSeconds: readonly (number | null)[];
  readonly withinSeconds: number | null;
  readonly within: number | null;
  readonly abandonment: number | null;
}
