import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {percent, span} from '../quantities.ts';
import {PART_LABELS, PART_NAMES, totalOf, waitAdvice} from '../waitParts.ts';
import {left, right, type Table} from './table.ts';

/** What items of each process, and of each value of a reported attribute, waited for. */
export function waitPartsTable({waitParts, flow}: Results): Table | null {
  if (waitParts === undefined) return null;
  const scopes = [
    ...waitParts.process.map(({process, seconds}) => ({
      name: printable(process),
      seconds,
      items: flow.process[process]?.offered?.value ?? 0,
    })),
    ...waitParts.attribute.map(({name, value, seconds}) => ({
      name: `${printable(name)}: ${printable(value)}`,
      seconds,
      items: flow.attribute[name]?.[value]?.offered?.value ?? 0,
    })),
  ].filter(({seconds}) => totalOf(seconds) > 0);
  if (scopes.length === 0) return null;
  return {
    key: 'wait-parts',
    title: 'What was waited for',
    columns: [left('of', 26), left('what stood in the way', 24), right('an item', 14), right('share', 10)],
    rows: scopes.flatMap(({name, seconds, items}) => {
      const total = totalOf(seconds);
      const cells = (ms: number) => [span(items > 0 ? ms / items : null), percent(ms / total)];
      const met = PART_NAMES.filter((part) => (seconds[part].value ?? 0) > 0);
      return [
        ...met.map((part, i) => [i === 0 ? name : '', PART_LABELS[part], ...cells(seconds[part].value ?? 0)]),
        ['', 'all', ...cells(total)],
      ];
    }),
    note: `Until the first answer, or until the item was given up or the run ended. ${waitAdvice(waitParts)
      .map((sentence) => printable(sentence))
      .join(' ')}`.trim(),
  };
}
