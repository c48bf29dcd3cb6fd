import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {amount} from '../quantities.ts';
import {paragraph} from './lines.ts';
import type {Style} from './style.ts';

const SHOWN = 3;

/** What the result may be wrong about, with the first examples. */
export function warningLines(results: Results, style: Style, width: number): string[] {
  const {warnings} = results;
  if (warnings.length === 0) return [style.heading('Warnings: none')];
  return [
    style.doubtful(`Warnings: ${warnings.length}`),
    ...warnings.flatMap((warning) => {
      const said = warning.count <= 1 || warning.message.includes(String(warning.count));
      const times = said ? '' : ` (${amount(warning.count)} times)`;
      const further = warning.examples.length - SHOWN;
      return [
        ...paragraph('- ', `${printable(warning.message)}${times}`, width, 2),
        ...warning.examples.slice(0, SHOWN).flatMap((example) => paragraph('    ', printable(example), width, 6)),
        ...(further > 0 ? [`    and ${further} more in summary.json`] : []),
      ];
    }),
  ];
}
