import type {MetricDefinition, WeekPattern} from '../../measure/results.ts';
import {quantity} from '../quantities.ts';
import {CONFIG, INK, MUTED, WIDTH} from '../theme.ts';
import type {Chart} from './chart.ts';
import {replicationNote} from './timeAxis.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const ROW_HEIGHT = 15;
/** Light to dark: it reads in grey too. */
const SHADES = ['#eef3f8', '#0063a6'];

export const weekHeatMap: Chart = {
  key: 'week',
  title: 'The week at a glance',
  needs: ({week}) => (week?.rows.length ?? 0) > 0,
  spec(results) {
    const {week} = results;
    const rows = week?.rows ?? [];
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: {
        text: this.title,
        subtitle: [
          `All processes by local weekday and ${spanText(week)} of arrival. SLA attainment: of the due date; backlog: open at the start`,
          'Dark is high; of shares that should be high, dark is low',
          replicationNote(results, false),
        ],
      },
      vconcat: rows.flatMap(({metric, values}) => {
        const definition = results.metrics[metric];
        return definition && week ? [panel(definition, values, week)] : [];
      }),
      spacing: 14,
      config: CONFIG,
      resolve: {scale: {color: 'independent'}},
    };
  },
};

const spanText = (week: WeekPattern | undefined): string =>
  week === undefined || week.minutes === 30 ? 'half-hour' : week.minutes === 60 ? 'hour' : 'interval';

function panel(metric: MetricDefinition, values: readonly (number | null)[], {minutes}: WeekPattern) {
  const slots = values.length / WEEKDAYS.length;
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const shadeOf = (value: number) => {
    const share = high === low ? 0 : (value - low) / (high - low);
    return Number((metric.better === 'higher' ? 1 - share : share).toFixed(3));
  };
  const cells = values.flatMap((value, at) =>
    value === null
      ? []
      : [
          {
            day: WEEKDAYS[Math.floor(at / slots)],
            from: ((at % slots) * minutes) / 60,
            to: (((at % slots) + 1) * minutes) / 60,
            value: quantity(value, metric.unit),
            shade: shadeOf(value),
          },
        ],
  );
  const range =
    low === high ? quantity(low, metric.unit) : `${quantity(low, metric.unit)} to ${quantity(high, metric.unit)}`;
  const days = WEEKDAYS.filter((day) => cells.some((cell) => cell.day === day));
  return {
    title: {
      text: metric.label,
      subtitle: `${range}${metric.unit === 'items' ? ' items' : ''}`,
      fontSize: 12,
      subtitleColor: MUTED,
      color: INK,
      offset: 4,
      subtitlePadding: 2,
    },
    width: WIDTH,
    height: ROW_HEIGHT * days.length,
    data: {values: cells},
    mark: {type: 'rect', strokeWidth: 0},
    encoding: {
      x: {
        field: 'from',
        type: 'quantitative',
        scale: {domain: [0, 24], nice: false},
        axis: {title: null, values: [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24], labelExpr: "datum.value + 'h'"},
      },
      x2: {field: 'to'},
      y: {field: 'day', type: 'ordinal', sort: days, axis: {title: null}},
      color: {
        field: 'shade',
        type: 'quantitative',
        scale: {domain: [0, 1], range: SHADES},
        legend: null,
      },
      tooltip: [
        {field: 'day', type: 'nominal'},
        {field: 'from', type: 'quantitative', title: 'hour'},
        {field: 'value', type: 'nominal', title: metric.label},
      ],
    },
  };
}
