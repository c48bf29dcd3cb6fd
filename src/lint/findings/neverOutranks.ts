import {formatDuration} from '../../language/duration.ts';
import {priorityOf} from '../../routing/priority/index.ts';
import {firstAbove} from '../curves.ts';
import type {FindingKind} from '../finding.ts';
import {moves, rankedOf, rivalsOf} from '../pairs.ts';
import {listed, short} from '../words.ts';

export const neverOutranks: FindingKind = {
  code: 'never-outranks',
  title: 'A curve that rises and never passes fresh items of another channel',
  severity: 'note',
  doc: 'Its items grow in priority as they wait, but a contact of another channel that has just arrived still comes first, at whatever age: while any of those wait, none of these is taken by an agent who may take both. Often meant so between live and deferred work.',
  find(context) {
    const all = rankedOf(context);
    return all.flatMap((own) => {
      if (!moves(own.pieces)) return [];
      const above = rivalsOf(own, all).filter(({pieces}) => firstAbove(own.pieces, priorityOf(pieces, 0)) === null);
      const [first] = above;
      if (first === undefined) return [];
      const ageMs = own.spec.slaMs ?? own.pieces.at(-1)?.fromMs ?? 0;
      const priority = priorityOf(own.pieces, ageMs);
      const fresh = priorityOf(first.pieces, 0);
      const names = above.map(({served}) => served.process);
      return [
        {
          path: ['routing', 'processes', own.served.process],
          message: `${own.served.process} never passes a fresh item of ${listed(names)}: at ${formatDuration(ageMs)} it has ${short(priority)}, and ${first.served.process} begins with ${short(fresh)}`,
          counterExample: {
            kind: 'ages' as const,
            of: {process: own.served.process, ageMs, priority},
            against: {process: first.served.process, ageMs: 0, priority: fresh},
          },
        },
      ];
    });
  },
};
