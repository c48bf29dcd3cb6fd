import type {RecordedComparison} from '../../measure/results.ts';

/** Rows of fewer of all contacts would stretch an axis by the luck of a few. */
const RARE = 1 / 500;

/** Whether so few of all recorded contacts say nothing; none at all are nothing to leave out. */
export function isRare(recorded: RecordedComparison, offered: number): boolean {
  return offered > 0 && offered < RARE * (recorded.rows[0]?.offered ?? 0);
}

/** Said under the title where rows are left out: `rows` as in `3 hours`. */
export const leftOut = (rows: string): string => `Left out: ${rows} with fewer than one in 500 contacts`;
