import type {Standing, SweepResults} from '../../experiment/index.ts';
import type {ChartSpec} from '../charts/chart.ts';
import {quantity} from '../quantities.ts';
import {CONFIG, INK, SERIES, WIDTH} from '../theme.ts';
import {axisNames} from './names.ts';
import {titled, toldIn} from './panels.ts';

/** A map for each goal, one under the other: darker is better; cells where every goal is met have a frame. */
export function heatMap(results: SweepResults): ChartSpec {
  const {axes, points, numbers} = results;
  const [down, across] = axisNames(axes);
  const panels = toldIn(results).map((index) => {
    const {label, unit, better} = numbers[index];
    const known = points.flatMap(({values}) => values[index].value ?? []);
    const [low, high] = [Math.min(...known), Math.max(...known)];
    const values = points.map(({at, values: all, standing}) => {
      const {value} = all[index];
      const share = value === null || high === low ? 0.5 : (value - low) / (high - low);
      return {
        down: at[0],
        across: at[1],
        shade: better === 'lower' ? 1 - share : share,
        text: quantity(value, unit),
        goals: standing,
      };
    });
    const x = {field: 'across', type: 'ordinal', sort: null, title: across, axis: {labelAngle: 0}};
    const y = {field: 'down', type: 'ordinal', sort: null, title: down};
    const frame = (standing: Standing, dash: readonly number[]) => ({
      transform: [{filter: `datum.goals == '${standing}'`}],
      mark: {type: 'rect', filled: false, stroke: SERIES[2].colour, strokeWidth: 3, strokeDash: dash},
      encoding: {x, y},
    });
    return {
      title: titled(label),
      width: WIDTH,
      height: 34 * axes[0].values.length,
      data: {values},
      layer: [
        {
          mark: {type: 'rect', strokeWidth: 0},
          encoding: {
            x,
            y,
            color: {
              field: 'shade',
              type: 'quantitative',
              scale: {domain: [0, 1], range: ['#f3f6f9', '#8fc1e3']},
              legend: null,
            },
          },
        },
        frame('met', [1, 0]),
        frame('undecided', [4, 4]),
        {mark: {type: 'text', color: INK}, encoding: {x, y, text: {field: 'text', type: 'nominal'}}},
      ],
    };
  });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: {
      text: `What ${down} and ${across} do`,
      subtitle: 'Darker is better. In a frame every goal is met; a broken one: undecided by these replications',
    },
    config: CONFIG,
    vconcat: panels,
    resolve: {scale: {color: 'independent'}},
  };
}
