import {formatDuration} from '../../language/duration.ts';
import type {RecordedComparison, RecordedRow} from '../results.ts';
import type {FoldContext} from './context.ts';
import type {Pair, RecordedRows} from './recordedRows.ts';

const EVERYTHING = () => true;

/** The table and the curves of simulated against recorded; null where no log says what happened. */
export function recordedComparison(
  rows: RecordedRows,
  intervalCount: number,
  {model, localTime}: FoldContext,
): RecordedComparison | null {
  const {classes} = rows;
  if (classes.length === 0) return null;
  const {names, reporting} = model;
  const processes = [...new Set(classes.map(({process}) => process))].sort((a, b) => a - b);
  const channels = [...new Set(classes.map(({channel}) => channel))].sort((a, b) => a - b);
  const total = rows.pair(EVERYTHING, null);
  const table: RecordedRow[] = [rowOf('everything', total)];
  if (processes.length > 1)
    table.push(
      ...largestFirst(
        processes.map((process) =>
          rowOf(
            `process ${names.processes[process]}`,
            rows.pair((it) => it.process === process, null),
          ),
        ),
      ),
    );
  if (channels.length > 1)
    table.push(
      ...largestFirst(
        channels.map((channel) =>
          rowOf(
            `channel ${names.channels[channel]}`,
            rows.pair((it) => it.channel === channel, null),
          ),
        ),
      ),
    );
  const startMs = Array.from({length: intervalCount}, (_, interval) => interval * reporting.intervalMs);
  const start = startMs.map(localTime);
  const byHourOfDay = binsBy((label) => Number(label.slice(11, 13)), start)
    .sort(([a], [b]) => a - b)
    .flatMap(([hour, bins]) => {
      const pair = rows.pair(EVERYTHING, bins);
      if (pair.recordedOffered + pair.simulatedOffered === 0) return [];
      const {recorded, simulated} = pair;
      return [
        {
          hour,
          recordedMeanWaitSeconds: recorded.meanWaitSeconds,
          simulatedMeanWaitSeconds: simulated.meanWaitSeconds,
          recordedWithin: recorded.within,
          simulatedWithin: simulated.within,
          recordedAbandonment: recorded.abandonment,
          simulatedAbandonment: simulated.abandonment,
        },
      ];
    });
  return {
    sentence: sentence(total),
    rows: table,
    byInterval: start.map((label, interval) => {
      const pair = rows.pair(EVERYTHING, [interval + 1]);
      return {
        start: label,
        startMs: startMs[interval],
        recordedMeanWaitSeconds: pair.recorded.meanWaitSeconds,
        simulatedMeanWaitSeconds: pair.simulated.meanWaitSeconds,
        recordedOffered: pair.recordedOffered,
        simulatedOffered: pair.simulatedOffered,
      };
    }),
    byDay: binsBy((label) => label.slice(0, 10), start).flatMap(([day, bins]) => {
      const {recordedOffered, recorded, simulated} = rows.pair(EVERYTHING, bins);
      return recordedOffered > 0 ? [{day, offered: recordedOffered, recorded, simulated}] : [];
    }),
    byHourOfDay,
  };
}

/** Of many only the first are shown; equal ones stay in the order of the scenario. */
const largestFirst = (rows: readonly RecordedRow[]) => [...rows].sort((a, b) => b.offered - a.offered);

/** Bins of the intervals whose local start has the same key, by key; bin 0 is what lies before the first interval. */
function binsBy<Key>(keyOf: (start: string) => Key, start: readonly string[]): [key: Key, bins: number[]][] {
  const groups = new Map<Key, number[]>();
  for (const [interval, localTime] of start.entries()) {
    const key = keyOf(localTime);
    const bins = groups.get(key);
    if (bins === undefined) groups.set(key, [interval + 1]);
    else bins.push(interval + 1);
  }
  return [...groups];
}

const rowOf = (scope: string, {recordedOffered, recorded, simulated}: Pair): RecordedRow => ({
  scope,
  offered: recordedOffered,
  recorded,
  simulated,
});

/** One plain sentence on how far apart they are, of what both know. */
function sentence({recordedOffered, simulatedOffered, recorded, simulated}: Pair): string {
  const parts = [
    seconds('the mean wait is', recorded.meanWaitSeconds, simulated.meanWaitSeconds),
    points(
      recorded.withinSeconds === null
        ? 'answered in time are'
        : `answered within ${plain(recorded.withinSeconds)} s are`,
      recorded.within,
      simulated.within,
    ),
    points('abandoned are', recorded.abandonment, simulated.abandonment),
  ].filter((part) => part !== null);
  const [there, here] = [recordedOffered, Math.round(simulatedOffered)].map((count) => count.toLocaleString('en'));
  const items = there === here ? `${there} items` : `${here} simulated and ${there} recorded items`;
  if (parts.length === 0) return `Of ${items} the log says neither the wait nor the outcome.`;
  return `Of ${items} ${parts.join('; ')}.`;
}

function seconds(what: string, recorded: number | null, simulated: number | null): string | null {
  if (recorded === null || simulated === null) return null;
  const by = recorded > 0 ? ` (${signed((100 * (simulated - recorded)) / recorded, 0)} %)` : '';
  return `${what} ${span(simulated)} simulated against ${span(recorded)} recorded${by}`;
}
function points(what: string, recorded: number | null, simulated: number | null): string | null {
  if (recorded === null || simulated === null) return null;
  const [there, here] = [100 * recorded, 100 * simulated];
  return `${what} ${here.toFixed(1)} % against ${there.toFixed(1)} % (${signed(here - there, 1)} points)`;
}
/** To a tenth of a second below two minutes, then in whole units. */
const span = (value: number): string =>
  value < 120
    ? `${value.toFixed(1)} s`
    : formatDuration(Math.round(value / (value < 7200 ? 1 : 60)) * (value < 7200 ? 1000 : 60_000));
const signed = (value: number, digits: number): string => {
  const text = value.toFixed(digits);
  if (Number(text) === 0) return text.replace('-', '');
  return value > 0 ? `+${text}` : text;
};
const plain = (value: number): string => String(Number(value.toFixed(3)));
