import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {CONFIG, WIDTH} from '../theme.ts';
import {PART_FILLS, PART_LABELS, PART_NAMES, type PartName, totalOf} from '../waitParts.ts';
import type {Chart} from './chart.ts';
import {durationUnit} from './durationUnit.ts';
import {rounded} from './linePanel.ts';
import {replicationNote} from './timeAxis.ts';

const LABELS = 130;
const MOST_ROWS = 16;

/** Bars of one process each: the mean wait of its items by what stood in the way. */
export const waitParts: Chart = {
  key: 'wait-parts',
  title: 'What was waited for',
  needs: (results) => rowsOf(results).length > 0,
  spec(results) {
    const all = rowsOf(results);
    const rows = all.slice(0, MOST_ROWS);
    const unit = durationUnit(rows.map(({total, items}) => total / items));
    const met = PART_NAMES.filter((part) => rows.some(({seconds}) => (seconds[part].value ?? 0) > 0));
    const left = all.length - rows.length;
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: {
        text: this.title,
        subtitle: [
          `Mean wait of the items of each process, by what stood in the way${left > 0 ? `; the ${rows.length} that waited most of ${all.length}` : ''}`,
          replicationNote(results, false),
        ].filter((line) => line !== ''),
      },
      width: WIDTH - LABELS,
      height: {step: 26},
      data: {
        values: rows.flatMap(({process, seconds, items}) =>
          met.map((part, order) => ({
            process: printable(process, 40),
            part: PART_LABELS[part],
            order,
            value: rounded((seconds[part].value ?? 0) / items / unit.seconds),
          })),
        ),
      },
      mark: {type: 'bar', stroke: 'white', strokeWidth: 0.5},
      encoding: {
        x: {field: 'value', type: 'quantitative', stack: 'zero', axis: {title: unit.name, grid: true, tickCount: 6}},
        y: {
          field: 'process',
          type: 'nominal',
          sort: rows.map(({process}) => printable(process, 40)),
          axis: {title: null, ticks: false, domain: false, labelLimit: LABELS},
        },
        order: {field: 'order', type: 'quantitative'},
        color: partColor(met),
      },
      config: PART_CONFIG,
    };
  },
};

/** What a colour stands for, in the order of the stack. */
export const partColor = (parts: readonly PartName[]): Record<string, unknown> => ({
  field: 'part',
  type: 'nominal',
  title: null,
  sort: null,
  scale: {domain: parts.map((part) => PART_LABELS[part]), range: parts.map((part) => PART_FILLS[part])},
});

export const PART_CONFIG = {
  ...CONFIG,
  legend: {...CONFIG.legend, symbolType: 'square', symbolSize: 120, columns: 3},
};

/** Processes whose items waited, the longest wait in all first. */
function rowsOf({waitParts, flow}: Results) {
  return (waitParts?.process ?? [])
    .map(({process, seconds}) => ({
      process,
      seconds,
      total: totalOf(seconds),
      items: flow.process[process]?.offered?.value ?? 0,
    }))
    .filter(({total, items}) => total > 0 && items > 0)
    .sort((a, b) => b.total - a.total);
}
