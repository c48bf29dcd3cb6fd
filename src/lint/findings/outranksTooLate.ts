import {formatDuration} from '../../language/duration.ts';
import {priorityOf} from '../../routing/priority/index.ts';
import {firstAbove} from '../curves.ts';
import type {FindingKind} from '../finding.ts';
import {moves, rankedOf, rivalsOf} from '../pairs.ts';
import {short} from '../words.ts';

export const outranksTooLate: FindingKind = {
  code: 'outranks-too-late',
  title: 'A curve that passes fresh items of another channel only when its own SLA is broken',
  severity: 'warning',
  doc: 'It is built to pass them with age, and does so after the item was due: the rise comes too late to help anything to be in time.',
  find(context) {
    const all = rankedOf(context);
    return all.flatMap((own) => {
      const {slaMs} = own.spec;
      if (slaMs === undefined || !moves(own.pieces)) return [];
      return rivalsOf(own, all).flatMap((rival) => {
        const fresh = priorityOf(rival.pieces, 0);
        const ageMs = firstAbove(own.pieces, fresh);
        if (ageMs === null || ageMs <= slaMs) return [];
        const priority = priorityOf(own.pieces, ageMs);
        const [process, other] = [own.served.process, rival.served.process];
        return [
          {
            path: ['routing', 'processes', process],
            message: `${process} passes a fresh item of ${other} (${short(fresh)}) only after ${formatDuration(ageMs)}, beyond its SLA of ${formatDuration(slaMs)}`,
            counterExample: {
              kind: 'ages' as const,
              of: {process, ageMs, priority},
              against: {process: other, ageMs: 0, priority: fresh},
            },
            suggestion: `have its priority rise faster, or end above ${short(fresh)} at its SLA`,
          },
        ];
      });
    });
  },
};
