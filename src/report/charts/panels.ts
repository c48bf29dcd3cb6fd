import {printable} from '../../language/show.ts';
import type {Estimate, IntervalRow} from '../../measure/results.ts';
import {weightedMean} from './coarse.ts';

/** A picture holds so many panels; what is more goes together into one. */
export const MOST_PANELS = 8;

export interface Panel {
  readonly name: string;
  readonly row: IntervalRow;
}

/**
 * A panel for each process and channel that `concerns` the chart, those with most offered first chosen but shown in
 * their own order, and one of all others together.
 */
export function panelsOf(rows: readonly IntervalRow[], concerns: (row: IntervalRow) => boolean): Panel[] {
  const wanted = rows.filter(concerns);
  if (wanted.length <= MOST_PANELS) return wanted.map((row) => ({name: panelName(row), row}));
  const offered = (row: IntervalRow) => row.offered.reduce((a, b) => a + b, 0);
  const largest = new Set([...wanted].sort((a, b) => offered(b) - offered(a)).slice(0, MOST_PANELS - 1));
  const others = wanted.filter((row) => !largest.has(row));
  return [
    ...wanted.filter((row) => largest.has(row)).map((row) => ({name: panelName(row), row})),
    {name: `${others.length} others together`, row: together(others)},
  ];
}

export function panelName(row: {readonly process: string; readonly channel: string}): string {
  return `${printable(row.process, 48)} (${printable(row.channel, 20)})`;
}

function together(rows: readonly IntervalRow[]): IntervalRow {
  const length = rows[0]?.offered.length ?? 0;
  const indices = Array.from({length}, (_, i) => i);
  const sum = (column: (row: IntervalRow) => readonly number[]) =>
    indices.map((i) => rows.reduce((total, row) => total + (column(row)[i] ?? 0), 0));
  const mean = (
    column: (row: IntervalRow, i: number) => number | null,
    weight: (row: IntervalRow) => readonly number[] = (row) => row.offered,
  ) =>
    indices.map((i) =>
      weightedMean(
        rows.map((row) => column(row, i)),
        rows.map((row) => weight(row)[i] ?? 0),
      ),
    );
  const ratio = (
    column: (row: IntervalRow) => readonly Estimate[],
    weight?: (row: IntervalRow) => readonly number[],
  ): Estimate[] => mean((row, i) => column(row)[i]?.value ?? null, weight).map((value) => ({value, halfWidth: null}));
  return {
    process: 'others',
    channel: 'all',
    offered: sum((row) => row.offered),
    answered: sum((row) => row.answered),
    abandoned: sum((row) => row.abandoned),
    rejected: sum((row) => row.rejected),
    serviceLevel: ratio((row) => row.serviceLevel),
    slaAttainment: ratio(
      (row) => row.slaAttainment,
      (row) => row.judgedDue ?? [],
    ),
    judgedDue: sum((row) => row.judgedDue ?? []),
    meanWaitSeconds: mean((row, i) => row.meanWaitSeconds[i] ?? null),
    backlogNotStarted: sum((row) => row.backlogNotStarted),
    backlogInHand: sum((row) => row.backlogInHand),
    backlogOverdue: sum((row) => row.backlogOverdue),
    backlogHalfWidth: indices.map(() => null),
    ...(rows[0]?.backlogByStage && {
      backlogByStage: rows[0].backlogByStage.map((_, k) => sum((row) => row.backlogByStage?.[k] ?? [])),
    }),
    handledSeconds: sum((row) => row.handledSeconds),
  };
}
