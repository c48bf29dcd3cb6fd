import type {TimestampParser} from '../../calendar/index.ts';
import {shown} from '../../language/show.ts';
import type {InstantColumn} from '../../scenario/scenario.ts';
import {BadRow} from './badRow.ts';
import type {Cells, Columns} from './columns.ts';

/** Epoch ms of a row's instant; NaN where the cells are empty. Throws BadRow where they are no instant. */
export type InstantOf = (cells: Cells) => number;

/** Reads an instant from one column, or from a date and a time joined with a space. `what` names it in a BadRow. */
export function instantOf(
  column: InstantColumn,
  columns: Columns,
  parse: TimestampParser,
  path: string,
  what: string,
): InstantOf {
  const parsed = (text: string): number => {
    const epochMs = parse(text);
    if (Number.isNaN(epochMs)) throw new BadRow(`${what} ${shown(text)} is no time of the format given`);
    if (parse.skipped) throw new BadRow(`${what} ${shown(text)} does not exist: the clock skips it`);
    return epochMs;
  };
  if (column.kind === 'instant') {
    const text = columns.text(column.column, path);
    return (cells) => {
      const written = text(cells);
      return written === '' ? Number.NaN : parsed(written);
    };
  }
  const dateOf = columns.text(column.date, path);
  const timeOf = columns.text(column.time, path);
  return (cells) => {
    const date = dateOf(cells);
    const time = timeOf(cells);
    return date === '' || time === '' ? Number.NaN : parsed(`${date} ${time}`);
  };
}
