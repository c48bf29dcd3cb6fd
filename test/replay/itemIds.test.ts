import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {expect, test} from 'vitest';
import {compile} from '../../src/compile/index.ts';
import {parseTable} from '../../src/csv/table.ts';
import {externalIdsOf, localTimeOf, rehearse} from '../../src/experiment/index.ts';
import {openRows, textFiles} from '../../src/files/index.ts';
import {ItemLog} from '../../src/measure/itemLog.ts';
import {itemsCsv} from '../../src/report/formats/itemsCsv.ts';
import {readScenario} from '../../src/scenario/read.ts';

const FOLDER = resolve(import.meta.dirname, '../../scenarios/replay');
const table = (text: string) => {
  const {header, rows} = parseTable(text, '');
  return rows.map(
    ({cells}) =>
      (name: string) =>
        cells[header.indexOf(name)] ?? '',
  );
};

test('an item of a log goes by the id the log gives it, whichever source replays it', async () => {
  const read = readScenario(resolve(FOLDER, 'scenario.yaml'), {files: textFiles(), parseTable, replications: 1});
  const compiled = compile(read.scenario);
  const loaded = {scenario: read.scenario, compiled, hash: '', openRows};
  const log = new ItemLog();
  await rehearse({loaded, remote: null, version: '0', log}, {workers: 1});
  const items = table(
    [...itemsCsv(log, compiled.model, {localTime: localTimeOf(loaded), idOf: externalIdsOf(loaded)})].join(''),
  );
  const rows = new Map(table(readFileSync(resolve(FOLDER, 'contacts.csv'), 'utf8')).map((row) => [row('number'), row]));
  expect(items).toHaveLength(2052);
  for (const item of items) {
    const row = rows.get(item('id'));
    const [day, month, year] = (row?.('opened_on') ?? '').split('/');
    expect(item('arrived')).toBe(`${year}-${month}-${day}T${row?.('opened_at')}`);
  }
  expect(new Set(items.map((item) => item('source')))).toEqual(new Set(['live', 'cases']));
});
