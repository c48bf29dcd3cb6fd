import {wrap} from '../names.ts';
import {paragraph, SUMMARY_WIDTH, tableLines} from '../text/lines.ts';
import type {Style} from '../text/style.ts';
import {type FidelityReport, validityText} from './fidelityReport.ts';
import {fidelityTables} from './tables.ts';

/** For a terminal: the verdict in words, how near, what was fitted, and where it is off. */
export function fidelityText(report: FidelityReport, style: Style): string {
  const words = validityText(report).flatMap((sentence) => wrap(sentence, SUMMARY_WIDTH));
  const tables = fidelityTables(report).filter(({key}) => ['nearness', 'calibration', 'days'].includes(key));
  return [
    ...words,
    ...tables.flatMap((table) => ['', ...tableLines(table, style)]),
    '',
    ...doubtLines(report, style),
    '',
  ].join('\n');
}

function doubtLines({doubts}: FidelityReport, style: Style): string[] {
  if (doubts.length === 0) return ['Nowhere is it off by much.'];
  return [
    style.heading('Where it is off'),
    ...doubts.flatMap(({where, cause, tries}) =>
      paragraph('- ', `${where}: ${cause}. Try ${tries}.`, SUMMARY_WIDTH, 2),
    ),
  ];
}
