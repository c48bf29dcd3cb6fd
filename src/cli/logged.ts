import type {FirstReplication} from '../measure/firstReplication.ts';
import type {ItemLog} from '../measure/itemLog.ts';
import type {OutputFile} from '../report/formats/outputFile.ts';
import type {NamedTable} from '../report/named/table.ts';
import type {LoadedScenario} from './load.ts';

/** All that was written down of the first replication. */
export interface Logged {
  readonly log: ItemLog;
  readonly people: FirstReplication;
}

/** The files that tell every item and the named reports, and these as the page holds them; nothing without a log. */
export async function reportedItems(
  logged: Logged | null,
  scenario: LoadedScenario,
): Promise<{readonly files: readonly OutputFile[]; readonly named: readonly NamedTable[]}> {
  if (logged === null) return {files: [], named: []};
  const [
    {itemsCsv},
    {visitsCsv},
    {occurrencesCsv},
    {namedCsvs},
    {namedParquets},
    {namedTables},
    {externalIdsOf, localTimeOf},
  ] = await Promise.all([
    import('../report/formats/itemsCsv.ts'),
    import('../report/formats/visitsCsv.ts'),
    import('../report/formats/occurrencesCsv.ts'),
    import('../report/named/csv.ts'),
    import('../report/named/parquet.ts'),
    import('../report/named/tables.ts'),
    import('../experiment/index.ts'),
  ]);
  const {log} = logged;
  const {model} = scenario.compiled;
  const telling = {localTime: localTimeOf(scenario), idOf: externalIdsOf(scenario)};
  const told = {...logged, ...telling, model};
  const files = [
    {path: 'items.csv', content: itemsCsv(log, model, telling)},
    {path: 'visits.csv', content: visitsCsv(log, model, telling)},
    ...(model.life?.milestones ? [{path: 'occurrences.csv', content: occurrencesCsv(log, model, telling)}] : []),
    ...namedCsvs(told),
    ...namedParquets(told),
  ];
  return {files, named: namedTables(told)};
}
