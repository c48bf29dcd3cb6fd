import type {Comparison, GoalImpact} from '../../../experiment/compare/index.ts';
import {printable} from '../../../language/show.ts';
import type {ChartSpec} from '../../charts/chart.ts';
import {cut, wrap} from '../../names.ts';
import {quantity} from '../../quantities.ts';
import {CONFIG, GOAL, INK, MUTED, SERIES} from '../../theme.ts';

const MOST_GOALS = 12;
const HEIGHT = 130;
/** Of a side in a panel, and of a row of panels. */
const SIDE_WIDTH = 90;
const ROW_WIDTH = 620;
const TITLE = 30;

/** Each goal from current to candidates, with its limit: a panel a goal, for they are in units of their own. */
export function goalSlopes(comparison: Comparison): ChartSpec | null {
  const goals = comparison.candidates[0]?.goals.slice(0, MOST_GOALS) ?? [];
  if (goals.length === 0) return null;
  const lines = Math.max(...goals.map(({text}) => titleOf(text).length));
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: {
      text: 'Goals, from current to candidate',
      subtitle: [
        `Bars: 95 % intervals of each side by itself; dashed: the limit; ${comparison.replications} replications`,
      ],
    },
    columns: Math.max(1, Math.floor(ROW_WIDTH / widthOf(comparison))),
    spacing: 28,
    concat: goals.map((goal) => panel(comparison, goal, lines)),
    config: CONFIG,
  };
}

const widthOf = ({candidates}: Comparison): number => SIDE_WIDTH * (1 + candidates.length);

const titleOf = (text: string): string[] =>
  wrap(printable(text), TITLE)
    .slice(0, 3)
    .map((line) => cut(line, TITLE));

function panel(comparison: Comparison, {text, measure, limit, onDays}: GoalImpact, lines: number) {
  const {current, candidates} = comparison;
  const same = candidates.flatMap(({name, goals}) => {
    const goal = goals.find((one) => one.text === text);
    return goal === undefined ? [] : [{name, goal}];
  });
  const sides = [
    ...same.slice(0, 1).map(({goal}) => ({name: current.name, estimate: goal.current})),
    ...same.map(({name, goal}) => ({name, estimate: goal.candidate})),
  ];
  const asked = onDays ?? limit.value;
  const names = sides.map(({name}) => cut(printable(name), 13));
  const values = sides.flatMap(({estimate: {value, halfWidth}}, k) =>
    value === null
      ? []
      : [
          {
            side: names[k],
            value,
            low: value - (halfWidth ?? 0),
            high: value + (halfWidth ?? 0),
            label: quantity(value, measure.unit),
          },
        ],
  );
  const from = values.find(({side}) => side === names[0]);
  const slopes = values.flatMap((to) =>
    from === undefined || to === from ? [] : [from, to].map((end) => ({...end, slope: to.side})),
  );
  const shown = [...values.flatMap(({low, high}) => [low, high]), asked];
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const margin = (most - least) * 0.2 || Math.abs(most) * 0.1 || 1;
  const ratio = measure.unit === 'ratio';
  const x = {
    field: 'side',
    type: 'nominal',
    sort: names,
    axis: {title: null, labelAngle: 0, labelColor: INK},
    scale: {padding: 0.6},
  };
  const y = {
    type: 'quantitative',
    scale: {
      zero: false,
      domain: [
        ratio ? Math.max(0, least - margin) : least - margin,
        ratio ? Math.min(1, most + margin) : most + margin,
      ],
    },
    axis: {title: null, tickCount: 3, ...(ratio ? {format: '.0%'} : {labelExpr: "format(datum.value, '~s')"})},
  };
  const title = titleOf(text);
  return {
    title: {
      text: [...title, ...Array.from({length: lines - title.length}, () => ' ')],
      fontSize: 11,
      color: INK,
      offset: 8,
      anchor: 'start',
    },
    width: widthOf(comparison),
    height: HEIGHT,
    data: {values},
    layer: [
      {
        data: {values: [{limit: asked}]},
        mark: {type: 'rule', color: GOAL, strokeDash: [5, 3]},
        encoding: {y: {field: 'limit', ...y}},
      },
      {
        data: {values: slopes},
        mark: {type: 'line', color: MUTED, strokeWidth: 1.5},
        encoding: {x, y: {field: 'value', ...y}, detail: {field: 'slope'}},
      },
      {
        mark: {type: 'rule', color: SERIES[0].colour, strokeWidth: 2},
        encoding: {x, y: {field: 'low', ...y}, y2: {field: 'high'}},
      },
      {
        mark: {type: 'point', filled: true, size: 50, color: SERIES[0].colour, opacity: 1},
        encoding: {x, y: {field: 'value', ...y}},
      },
      {
        mark: {type: 'text', align: 'center', baseline: 'bottom', dy: -4, color: INK},
        encoding: {x, y: {field: 'high', ...y}, text: {field: 'label'}},
      },
    ],
  };
}
