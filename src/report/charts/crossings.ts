import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {span} from '../quantities.ts';
import type {Curve} from './curvePoints.ts';

const MOST_CROSSINGS = 6;

export interface CrossingLabel {
  readonly at: number;
  readonly priority: number;
  readonly number: string;
  readonly text: string;
}

/** Crossings inside the picture, those between channels first; what one curve passes at one point has one number. */
export function crossingLabels(results: Results, curves: readonly Curve[], top: number): CrossingLabel[] {
  const channelsOf = new Map(curves.map(({process, channels}) => [process, channels.join()]));
  const shown = (results.curves?.crossings ?? []).filter(
    ({over, under, priority}) => channelsOf.has(over) && channelsOf.has(under) && priority <= top,
  );
  const isBetween = ({over, under}: (typeof shown)[number]) => channelsOf.get(over) !== channelsOf.get(under);
  const points = new Map<string, typeof shown>();
  for (const crossing of [...shown.filter(isBetween), ...shown.filter((each) => !isBetween(each))]) {
    const key = `${crossing.atAgeSeconds} ${crossing.over}`;
    points.set(key, [...(points.get(key) ?? []), crossing]);
  }
  return [...points.values()]
    .slice(0, MOST_CROSSINGS)
    .sort(([a], [b]) => (a?.atAgeSeconds ?? 0) - (b?.atAgeSeconds ?? 0))
    .flatMap((crossings, i) => {
      const [first] = crossings;
      if (!first) return [];
      const under = crossings.map((each) => printable(each.under, 24)).join(', ');
      return [
        {
          at: Math.max(1, first.atAgeSeconds),
          priority: first.priority,
          number: String(i + 1),
          text: `${i + 1}: ${printable(first.over, 24)} passes ${under} at ${span(first.atAgeSeconds)}`,
        },
      ];
    });
}
