import {formatDuration} from '../../language/duration.ts';
import {priorityOf} from '../../routing/priority/index.ts';
import {firstFall, rangeOf} from '../curves.ts';
import type {FindingKind} from '../finding.ts';
import {rankedOf} from '../pairs.ts';
import {short} from '../words.ts';

export const fallingCurve: FindingKind = {
  code: 'falling-curve',
  title: 'A priority that falls with age',
  severity: 'note',
  doc: 'From then on items that came later stand before it. Promotions and leads that cool down are written so. A fall at the very due instant below anything it had before is a warning: overdue items would be forgotten.',
  find(context) {
    return rankedOf(context).flatMap(({served, spec, pieces}) => {
      const fall = firstFall(pieces);
      if (fall === null) return [];
      const due = spec.slaMs;
      const drops =
        due !== undefined && due > 0 && priorityOf(pieces, due) < priorityOf(pieces, due - 1) && isLowest(pieces, due);
      const {beforeMs, afterMs} = drops ? {beforeMs: due - 1, afterMs: due} : fall;
      const aged = (ageMs: number) => ({process: served.process, ageMs, priority: priorityOf(pieces, ageMs)});
      const [of, against] = [aged(beforeMs), aged(afterMs)];
      return [
        {
          path: ['routing', 'processes', served.process],
          message: `the priority of ${served.process} falls from ${short(of.priority)} to ${short(against.priority)} ${spanText(beforeMs, afterMs)}${drops ? ', when it is due' : ''}`,
          counterExample: {kind: 'ages' as const, of, against},
          ...(drops && {
            severity: 'warning' as const,
            suggestion: 'begin what is overdue where the curve ends: overdue: { from: … }',
          }),
        },
      ];
    });
  },
};

/** A millisecond before a step is at the step. */
const spanText = (fromMs: number, toMs: number) =>
  toMs - fromMs === 1
    ? `at ${formatDuration(toMs)}`
    : `between ${formatDuration(fromMs)} and ${formatDuration(Math.round(toMs / 1000) * 1000)}`;

const isLowest = (pieces: Parameters<typeof rangeOf>[0], due: number) =>
  priorityOf(pieces, due) < rangeOf(pieces, due - 1).low;
