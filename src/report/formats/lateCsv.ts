import {csvLine} from '../../csv/write.ts';
import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {OWNERS, ownerColumn} from '../owners.ts';

/**
 * `late.csv`: a line for each process and interval, `start` empty for the whole of the counted items: how many of them were
 * late (also: abandoned or called off, open at the end), then the seconds past due by who had them. By interval it is
 * the time past due that passed there.
 */
export function lateCsv({late, intervals}: Results): string | null {
  if (late === undefined) return null;
  const header = [
    'process',
    'start',
    'items',
    'gave_up',
    'open',
    ...OWNERS.map((owner) => `late_${ownerColumn(owner)}`),
  ];
  return [
    csvLine(header),
    ...late.flatMap(({process, items, gaveUp, open, pastDueSeconds}) => {
      const name = printable(process);
      const found = intervals.late?.find((one) => one.process === process);
      return [
        csvLine([
          name,
          '',
          items.value,
          gaveUp.value,
          open.value,
          ...OWNERS.map((owner) => pastDueSeconds[owner].value),
        ]),
        ...intervals.start.map((start, i) =>
          csvLine([name, start, '', '', '', ...OWNERS.map((owner) => found?.pastDueSeconds[owner][i] ?? 0)]),
        ),
      ];
    }),
  ].join('');
}
