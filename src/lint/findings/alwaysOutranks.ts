import {formatDuration} from '../../language/duration.ts';
import {priorityOf} from '../../routing/priority/index.ts';
import {rangeOf} from '../curves.ts';
import type {FindingKind} from '../finding.ts';
import type {Ranked} from '../pairs.ts';
import {moves, rankedOf, rivalsOf} from '../pairs.ts';
import {drawsOf} from '../quantile.ts';
import {short} from '../words.ts';

export const alwaysOutranks: FindingKind = {
  code: 'always-outranks',
  title: 'A curve that rises, and that another channel is above from the first second',
  severity: 'note',
  doc: 'Live contacts grow in priority while they wait, and deferred work of another channel stands above them from its arrival until it is due: their growth decides nothing between the two.',
  find(context) {
    const all = rankedOf(context);
    return all.flatMap((own) => {
      const {slaMs} = own.spec;
      if (slaMs === undefined || own.served.isLive) return [];
      return rivalsOf(own, all).flatMap((rival) => {
        const longest = longestWait(rival);
        if (!rival.served.isLive || longest === null || !moves(rival.pieces)) return [];
        const {high} = rangeOf(rival.pieces, longest);
        if (rangeOf(own.pieces, slaMs).low <= high) return [];
        const [process, other] = [own.served.process, rival.served.process];
        return [
          {
            path: ['routing', 'processes', process],
            message: `${process} is above ${other} from the first second: it begins with ${short(priorityOf(own.pieces, 0))}, and ${other} comes to ${short(high)} in ${formatDuration(longest)}`,
            counterExample: {
              kind: 'ages' as const,
              of: {process, ageMs: 0, priority: priorityOf(own.pieces, 0)},
              against: {process: other, ageMs: longest, priority: priorityOf(rival.pieces, longest)},
            },
          },
        ];
      });
    });
  },
};

/** How long nearly all its customers would wait, whole ms; null where they never hang up. */
function longestWait({served}: Ranked): number | null {
  const waits = served.sources.map(({patience}) => (patience ? drawsOf(patience) : null));
  if (waits.length === 0 || waits.includes(null)) return null;
  return Math.round(Math.max(...waits.map((draws) => draws?.[Math.floor(draws.length * 0.99)] ?? 0)));
}
