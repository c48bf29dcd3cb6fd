import {printable} from '../../language/show.ts';
import type {GoalResult, Results} from '../../measure/results.ts';
import {percent} from '../quantities.ts';
import {GOAL, SERIES, WIDTH} from '../theme.ts';
import type {ChartSpec} from './chart.ts';
import {isolated} from './linePanel.ts';
import {panelHeight, stacked} from './stack.ts';
import {localInstant, replicationNote, timeChannel, uncounted} from './timeAxis.ts';

export interface RatioPanel {
  readonly name: string;
  readonly value: readonly (number | null)[];
  readonly halfWidth: readonly (number | null)[];
  readonly goals: readonly GoalResult[];
}

/** A ratio over time, a panel each: its line, the 95 % band, and the line of what was promised. */
export function ratioPanels(
  title: string,
  definition: string,
  results: Results,
  series: {readonly start: readonly string[]},
  panels: readonly RatioPanel[],
): ChartSpec {
  const promised = panels.some((panel) => panel.goals.length > 0) ? 'dashed: the goal' : '';
  const banded = panels.some(({halfWidth}) => halfWidth.some((half) => half !== null));
  return stacked(
    title,
    [
      definition,
      [replicationNote(results, banded), promised, uncounted(results).note].filter((part) => part !== '').join('; '),
    ],
    panels.map((panel, i) => ({
      name: panel.name,
      notes: panel.goals.map(({text}) => `goal: ${printable(text, 110)}`),
      layer: layers(results, series.start, panel, i === panels.length - 1),
    })),
    panelHeight(panels.length),
  );
}

function layers(results: Results, start: readonly string[], panel: RatioPanel, last: boolean) {
  const values = start.map((at, i) => {
    const value = panel.value[i] ?? null;
    const half = value === null ? null : (panel.halfWidth[i] ?? null);
    return {
      at: localInstant(at),
      value,
      low: value === null || half === null ? null : Math.max(0, value - half),
      high: value === null || half === null ? null : Math.min(1, value + half),
    };
  });
  const points = isolated(panel.value);
  const alone = values.filter((_, i) => points[i]);
  const x = timeChannel(results, last);
  const y = {
    type: 'quantitative',
    scale: {domain: [0, 1]},
    axis: {title: 'share', format: '.0%', tickCount: 4},
  };
  const colour = SERIES[0].colour;
  return [
    ...uncounted(results).layers(x),
    {
      data: {values},
      mark: {type: 'area', color: colour, opacity: 0.22, interpolate: 'linear'},
      encoding: {x, y: {field: 'low', ...y}, y2: {field: 'high'}},
    },
    {data: {values}, mark: {type: 'line', color: colour}, encoding: {x, y: {field: 'value', ...y}}},
    ...(alone.length > 0
      ? [
          {
            data: {values: alone.filter(({low}) => low !== null)},
            mark: {type: 'rule', color: colour, opacity: 0.22, strokeWidth: 5},
            encoding: {x, y: {field: 'low', ...y}, y2: {field: 'high'}},
          },
          {
            data: {values: alone},
            mark: {type: 'point', filled: true, size: 22, color: colour, opacity: 1},
            encoding: {x, y: {field: 'value', ...y}},
          },
        ]
      : []),
    ...panel.goals.flatMap((goal) => goalLayers(goal, y)),
  ];
}

/** The line of what was promised, named on the right where nothing else is drawn. */
function goalLayers(goal: GoalResult, y: Record<string, unknown>) {
  const {value, kind} = goal.limit;
  const label = [
    `goal ${kind === 'atLeast' ? '\u2265' : '\u2264'} ${whole(value)}`,
    ...(goal.onDays === null ? [] : [`on ${whole(goal.onDays)} of days`]),
  ];
  const data = {values: [{value, label}]};
  return [
    {
      data,
      mark: {type: 'rule', color: GOAL, strokeDash: [5, 3], strokeWidth: 1.4},
      encoding: {y: {field: 'value', ...y}},
    },
    {
      data,
      mark: {type: 'text', align: 'left', baseline: 'middle', dx: 6, color: GOAL, fontSize: 10, lineHeight: 12},
      encoding: {x: {value: WIDTH}, y: {field: 'value', ...y}, text: {field: 'label'}},
    },
  ];
}

const whole = (ratio: number): string => percent(ratio).replace('.0%', '%');
