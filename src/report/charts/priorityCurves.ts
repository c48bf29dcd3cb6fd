import {printable} from '../../language/show.ts';
import type {PriorityCurves, Results} from '../../measure/results.ts';
import {CONFIG, INK, WIDTH} from '../theme.ts';
import type {Chart} from './chart.ts';
import {crossingLabels} from './crossings.ts';
import {highestOf, inLogTime} from './curvePoints.ts';
import {durationAxis} from './durationAxis.ts';
import {rounded, seriesChannels} from './linePanel.ts';

const MOST_LINES = 8;

export const priorityCurves: Chart = {
  key: 'priority-curves',
  title: 'Priority against age',
  needs: (results) => (results.curves?.curves.length ?? 0) > 0,
  spec(results) {
    const curves = chosen(results);
    const names = curves.map(curveName);
    const top = highestOf(curves);
    const values = curves.flatMap((curve, i) =>
      inLogTime(curve).map(([at, priority], order) => ({at, order, series: names[i], priority: rounded(priority)})),
    );
    const crossings = crossingLabels(results, curves, top);
    const left = (results.curves?.curves.length ?? 0) - curves.length;
    const x = {
      field: 'at',
      type: 'quantitative',
      ...durationAxis(
        values.map(({at}) => at),
        'age on the process\u2019s clock',
      ),
    };
    const y = (field: string) => ({
      field,
      type: 'quantitative',
      scale: {domain: padded(values.map(({priority}) => Math.min(priority, top))), nice: true},
      axis: {title: 'priority', tickCount: 6},
    });
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: {
        text: this.title,
        subtitle: [
          `Logarithmic time; numbers: one curve passes another at equal age${left > 0 ? `; ${MOST_LINES} of ${MOST_LINES + left} processes` : ''}`,
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
      config: {...CONFIG, legend: {...CONFIG.legend, columns: 2}},
    };
  },
};

/** A little room above and below, so that no line lies on the frame. */
function padded(priorities: readonly number[]): [number, number] {
  const least = priorities.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = priorities.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const room = Math.max(1, (most - least) * 0.06);
  return [least - room, most + room];
}

function chosen(results: Results): PriorityCurves['curves'] {
  const all = results.curves?.curves ?? [];
  if (all.length <= MOST_LINES) return all;
  const offered = (process: string) => results.flow.process[process]?.offered?.value ?? 0;
  const largest = new Set([...all].sort((a, b) => offered(b.process) - offered(a.process)).slice(0, MOST_LINES));
  return all.filter((curve) => largest.has(curve));
}

function curveName({process, channels, clock}: PriorityCurves['curves'][number]): string {
  const on = clock === null ? '' : `, clock ${printable(clock, 20)}`;
  return `${printable(process, 36)} (${channels.map((channel) => printable(channel, 16)).join(', ')}${on})`;
}
