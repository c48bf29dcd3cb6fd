import {columnsOf} from '../names.ts';
import type {Table} from '../tables/table.ts';

/** Names are not squeezed further than this. */
const LEAST_NAME = 8;

/**
 * How wide each column is where a table has `total` columns of the terminal: as declared, but numbers (on the right)
 * are never cut, and names that would be take the room that others leave, who keep two spaces then.
 */
export function columnWidths({columns, rows}: Table, total: number): number[] {
  const needed = columns.map(
    ({label}, i) => 1 + Math.max(...[...label.split('\n'), ...rows.map((row) => row[i] ?? '')].map(columnsOf)),
  );
  const need = (i: number) => needed[i] ?? 0;
  const isName = columns.map(({align}) => align === 'left');
  const widths = columns.map(({width}, i) => (isName[i] ? width : Math.max(width, need(i))));
  const sum = () => widths.reduce((a, b) => a + b, 0);
  const give = (i: number, most: number, least: number) => {
    const given = Math.max(0, Math.min(most, (widths[i] ?? 0) - least));
    widths[i] = (widths[i] ?? 0) - given;
    return given;
  };
  const indices = columns.map((_, i) => i);
  let lack = sum() - total;
  for (const i of indices) lack -= give(i, lack, need(i));
  for (const i of indices.filter((each) => isName[each])) lack -= give(i, lack, LEAST_NAME);
  let room = total - sum();
  for (const i of indices.filter((each) => isName[each])) {
    const wanted = need(i) - (widths[i] ?? 0);
    for (const from of indices) if (room < wanted && from !== i) room += give(from, wanted - room, need(from) + 1);
    const taken = Math.max(0, Math.min(room, wanted));
    widths[i] = (widths[i] ?? 0) + taken;
    room -= taken;
  }
  return widths;
}
