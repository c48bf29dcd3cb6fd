import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {span} from '../quantities.ts';
import type {Curve} from './curvePoints.ts';

const MOST_CROSSINGS = 6;
/** Markers nearer to each other than this, as a share of width and height, would lie on one another. */
const NEAR = {x: 0.03, y: 0.065};

export interface CrossingLabel {
  readonly at: number;
  readonly crossing: number;
  /** Where its marker stands: at the crossing, or above or below it where another one stands there. */
  readonly priority: number;
  readonly number: string;
  readonly text: string;
}

/** What the picture shows: lines, each for curves that run alike; up to which age; from which to which priority. */
export interface Picture {
  readonly lines: readonly (readonly Curve[])[];
  readonly most: number;
  readonly low: number;
  readonly high: number;
}

type Crossing = NonNullable<Results['curves']>['crossings'][number];

/** Crossings inside the picture, those between channels first; what meets at one point has one number. */
export function crossingLabels(results: Results, picture: Picture): CrossingLabel[] {
  const {lines, high} = picture;
  const lineOf = new Map(lines.flatMap((alike, line) => alike.map(({process}) => [process, line])));
  const channelsOf = new Map(lines.flat().map(({process, channels}) => [process, channels.join()]));
  const shown = (results.curves?.crossings ?? []).filter(
    ({over, under, priority}) =>
      lineOf.has(over) && lineOf.has(under) && lineOf.get(over) !== lineOf.get(under) && priority <= high,
  );
  const isBetween = ({over, under}: Crossing) => channelsOf.get(over) !== channelsOf.get(under);
  const points = new Map<string, Crossing[]>();
  for (const crossing of [...shown.filter(isBetween), ...shown.filter((each) => !isBetween(each))]) {
    const key = `${crossing.atAgeSeconds} ${crossing.priority}`;
    points.set(key, [...(points.get(key) ?? []), crossing]);
  }
  const placed: Spot[] = [];
  return [...points.values()]
    .slice(0, MOST_CROSSINGS)
    .sort(([a], [b]) => (a?.atAgeSeconds ?? 0) - (b?.atAgeSeconds ?? 0))
    .flatMap((crossings, i) => {
      const [first] = crossings;
      if (!first) return [];
      const at = Math.max(1, first.atAgeSeconds);
      const priority = freeSpot({at, priority: first.priority}, placed, picture);
      placed.push({at, priority});
      const number = String(i + 1);
      const text = `${number}: ${meeting(crossings)} at ${span(first.atAgeSeconds)}`;
      return [{at, crossing: first.priority, priority, number, text}];
    });
}

/** `a passes b, c`; `a, b pass c`; else each for itself. */
function meeting(crossings: readonly Crossing[]): string {
  const names = (all: readonly string[]) => [...new Set(all)].map((name) => printable(name, 24));
  const overs = names(crossings.map(({over}) => over));
  const unders = names(crossings.map(({under}) => under));
  if (overs.length === 1) return `${overs[0]} passes ${unders.join(', ')}`;
  if (unders.length === 1) return `${overs.join(', ')} pass ${unders[0]}`;
  return crossings.map(({over, under}) => `${names([over])[0]} passes ${names([under])[0]}`).join('; ');
}

interface Spot {
  readonly at: number;
  readonly priority: number;
}

/** The priority itself, or the nearest one above or below it, where no marker stands. */
function freeSpot({at, priority}: Spot, placed: readonly Spot[], {most, low, high}: Picture): number {
  const step = NEAR.y * (high - low);
  const beside = placed.filter((other) => Math.abs(Math.log(other.at / at)) < NEAR.x * Math.log(most));
  const isFree = (tried: number) => beside.every((other) => Math.abs(other.priority - tried) >= step * 0.999);
  const steps = Array.from({length: MOST_CROSSINGS}, (_, k) => [(k + 1) * step, -(k + 1) * step]).flat();
  const tries = [0, ...steps].map((by) => priority + by).filter((tried) => tried <= high && tried >= low);
  return tries.find(isFree) ?? priority;
}
