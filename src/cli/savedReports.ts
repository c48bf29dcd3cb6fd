import {join} from 'node:path';
import type {NamedTable} from '../report/named/table.ts';

/** The named reports that a run left in its folder, as its page has them; none where not every item was written down. */
export async function savedReports(dir: string): Promise<NamedTable[]> {
  const [{openRows, textFiles}, {readNamedTables}] = await Promise.all([
    import('../files/index.ts'),
    import('../report/named/read.ts'),
  ]);
  const files = textFiles();
  return readNamedTables((path) => (files.exists(join(dir, path)) ? rowsOf(openRows(join(dir, path), ',')) : null));
}

function* rowsOf(reader: {next(): readonly string[] | null; close(): void}) {
  try {
    for (let row = reader.next(); row !== null; row = reader.next()) yield row;
  } finally {
    reader.close();
  }
}
