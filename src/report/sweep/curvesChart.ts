import type {SweepResults} from '../../experiment/index.ts';
import type {ChartSpec} from '../charts/chart.ts';
import {CONFIG, GOAL, SERIES, WIDTH} from '../theme.ts';
import {axisNames} from './names.ts';
import {titled, toldIn} from './panels.ts';

/** A panel for each goal, one under the other: its value with band, its limit, and where every goal is met. */
export function curvesChart(results: SweepResults): ChartSpec {
  const {axes, points} = results;
  const names = axisNames(axes);
  const isNumeric =
    axes.length === 1 && axes[0].values.every((value) => value !== '' && Number.isFinite(Number(value)));
  const x = {
    field: 'at',
    title: names.join(', '),
    ...(isNumeric
      ? {
          type: 'quantitative',
          scale: {zero: false, nice: false, padding: 14},
          axis: {values: axes[0].values.map(Number), grid: false},
        }
      : {type: 'ordinal', sort: null, axis: {labelAngle: 0}}),
  };
  const panels = toldIn(results).map((index) => {
    const {label, unit} = results.numbers[index];
    const scale = unit === 'ratio' ? 100 : 1;
    const values = points.map(({at, values: all, limits, standing}) => {
      const {value, halfWidth} = all[index];
      const limit = limits[index];
      return {
        at: isNumeric ? Number(at[0]) : at.join(', '),
        value: value === null ? null : value * scale,
        low: value === null ? null : (value - (halfWidth ?? 0)) * scale,
        high: value === null ? null : (value + (halfWidth ?? 0)) * scale,
        limit: limit === null ? null : limit * scale,
        goals: standing,
      };
    });
    const y = {type: 'quantitative', title: unit === 'ratio' ? '%' : unit, scale: {zero: false}};
    return {
      title: titled(label),
      width: WIDTH,
      height: 140,
      data: {values},
      layer: [
        {
          mark: {type: 'area', color: SERIES[0].colour, opacity: 0.2},
          encoding: {x, y: {field: 'low', ...y}, y2: {field: 'high'}},
        },
        {mark: {type: 'line', color: SERIES[0].colour}, encoding: {x, y: {field: 'value', ...y}}},
        {
          mark: {type: 'line', color: GOAL, strokeDash: [4, 3]},
          encoding: {x, y: {field: 'limit', ...y}},
        },
        {
          mark: {type: 'point', size: 70, filled: true, opacity: 1, stroke: SERIES[0].colour},
          encoding: {
            x,
            y: {field: 'value', ...y},
            fill: {
              condition: {test: "datum.goals == 'met'", value: SERIES[0].colour},
              value: '#ffffff',
            },
          },
        },
      ],
    };
  });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: {
      text: `What ${names.join(' and ')} does`,
      subtitle: 'Bands: 95 % intervals. Dashed: the goal. Filled points: every goal is met there',
    },
    config: CONFIG,
    vconcat: panels,
    resolve: {scale: {y: 'independent'}},
  };
}
