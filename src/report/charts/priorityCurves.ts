import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {CONFIG, INK, WIDTH} from '../theme.ts';
import type {Chart} from './chart.ts';
import {crossingLabels} from './crossings.ts';
import {type Curve, highestOf, inLogTime} from './curvePoints.ts';
import {durationAxis} from './durationAxis.ts';
import {legendFor, rounded, seriesChannels} from './linePanel.ts';

const MOST_LINES = 8;

export const priorityCurves: Chart = {
  key: 'priority-curves',
  title: 'Priority against age',
  needs: tells,
  spec(results) {
    const {curves, left} = chosen(results);
    const names = curves.map(({name}) => name);
    const top = highestOf(curves);
    const values = curves.flatMap((curve, i) =>
      inLogTime(curve).map(([at, priority], order) => ({at, order, series: names[i], priority: rounded(priority)})),
    );
    const ages = values.map(({at}) => at);
    const [low, high] = padded(values.map(({priority}) => Math.min(priority, top)));
    const crossings = crossingLabels(results, {
      lines: curves.map(({alike}) => alike),
      most: ages.reduce((a, b) => Math.max(a, b), 60),
      low,
      high,
    });
    const x = {field: 'at', type: 'quantitative', ...durationAxis(ages, 'age on the process\u2019s clock')};
    const y = (field: string) => ({
      field,
      type: 'quantitative',
      scale: {domain: [low, high], nice: true},
      axis: {title: 'priority', tickCount: 6},
    });
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: {
        text: this.title,
        subtitle: [
          `Logarithmic time${crossings.length > 0 ? '; numbers: one curve passes another at equal age' : ''}${left > 0 ? `; ${left} more curves are not shown` : ''}`,
          ...crossings.map(({text}) => text),
        ],
      },
      width: WIDTH,
      height: 320,
      layer: [
        {
          data: {values},
          mark: {type: 'line', clip: true, interpolate: 'linear'},
          encoding: {x, y: y('priority'), order: {field: 'order', type: 'quantitative'}, ...seriesChannels(names)},
        },
        ...(crossings.length > 0
          ? [
              {
                data: {values: crossings.filter(({crossing, priority}) => crossing !== priority)},
                mark: {type: 'rule', color: INK},
                encoding: {x, y: y('crossing'), y2: {field: 'priority'}},
              },
              {
                data: {values: crossings},
                mark: {
                  type: 'point',
                  shape: 'circle',
                  size: 190,
                  filled: true,
                  fill: '#ffffff',
                  stroke: INK,
                  opacity: 1,
                },
                encoding: {x, y: y('priority')},
              },
              {
                data: {values: crossings},
                mark: {type: 'text', fontWeight: 'bold', fontSize: 10, color: '#000000', dy: 0.5},
                encoding: {x, y: y('priority'), text: {field: 'number'}},
              },
            ]
          : []),
      ],
      config: {...CONFIG, legend: {...CONFIG.legend, ...legendFor(names)}},
    };
  },
};

interface Line extends Curve {
  readonly name: string;
  /** All that it stands for. */
  readonly alike: readonly Curve[];
}

/** A priority that is the same for all and never moves says nothing. */
function tells({curves}: Results): boolean {
  const values = curves?.curves.flatMap(({priority}) => priority) ?? [];
  return values.some((value) => value !== values[0]);
}

/** A little room above and below, so that no line lies on the frame; from 0 where none is negative. */
function padded(priorities: readonly number[]): [number, number] {
  const least = priorities.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = priorities.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const room = Math.max(1, (most - least) * 0.06);
  return [least >= 0 ? 0 : least - room, most + room];
}

/** Curves that run alike are one line; of more than a picture holds, those with most offered. */
function chosen(results: Results): {readonly curves: Line[]; readonly left: number} {
  const kinds = new Map<string, Curve[]>();
  for (const curve of results.curves?.curves ?? []) {
    const key = JSON.stringify([curve.clock, curve.ageSeconds, curve.priority]);
    kinds.set(key, [...(kinds.get(key) ?? []), curve]);
  }
  const offered = (alike: readonly Curve[]) =>
    alike.reduce((sum, {process}) => sum + (results.flow.process[process]?.offered?.value ?? 0), 0);
  const all = [...kinds.values()];
  const largest = new Set([...all].sort((a, b) => offered(b) - offered(a)).slice(0, MOST_LINES));
  const curves = all
    .filter((alike) => largest.has(alike))
    .flatMap((alike) => alike.slice(0, 1).map((curve) => ({...curve, name: lineName(alike), alike})));
  return {curves, left: all.length - curves.length};
}

function lineName(curves: readonly Curve[]): string {
  const names = curves.slice(0, 2).map(({process}) => printable(process, 36));
  const more = curves.length > 2 ? ` and ${curves.length - 2} more` : '';
  const channels = [...new Set(curves.flatMap((curve) => curve.channels))].map((channel) => printable(channel, 16));
  const clock = curves[0]?.clock ?? null;
  const on = clock === null ? '' : `, clock ${printable(clock, 20)}`;
  return `${names.join(', ')}${more} (${channels.join(', ')}${on})`;
}
