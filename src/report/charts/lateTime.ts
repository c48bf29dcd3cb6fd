import {printable} from '../../language/show.ts';
import type {LateTime} from '../../measure/results.ts';
import {OWNER_NAMES, OWNERS} from '../owners.ts';
import {amount} from '../quantities.ts';
import {CONFIG, WIDTH} from '../theme.ts';
import type {Chart} from './chart.ts';
import {durationUnit} from './durationUnit.ts';
import {rounded} from './linePanel.ts';

/** Waiting light, handling dark, of the same hue where it is the same office. */
const FILLS = ['#9cc7e8', '#0063a6', '#f0b27a', '#a84f00', '#b39ae0', '#c4c9ce'];
const LABELS = 130;
const GAP = 24;
const MOST_ROWS = 16;

export const lateTime: Chart = {
  key: 'late-time',
  title: 'Late items: who had them',
  needs: ({late = []}) => late.some(({items}) => (items.value ?? 0) > 0),
  spec({late = []}) {
    const seen = late.filter(({items}) => (items.value ?? 0) > 0);
    const rows = [...seen].sort((a, b) => (b.items.value ?? 0) - (a.items.value ?? 0)).slice(0, MOST_ROWS);
    const left = seen.length - rows.length;
    const panels = [
      {name: 'From arrival to the end', of: (row: LateTime) => row.wholeSeconds},
      {name: 'Past due', of: (row: LateTime) => row.pastDueSeconds},
    ];
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: {
        text: this.title,
        subtitle: `Mean of the items that were late: done, given up or still open after they were due${left > 0 ? `; the ${rows.length} processes with most of ${seen.length}` : ''}`,
      },
      hconcat: panels.map((panel, i) => bars(panel, rows, i === 0)),
      spacing: GAP,
      resolve: {scale: {color: 'shared', x: 'independent'}},
      config: {...CONFIG, legend: {...CONFIG.legend, symbolType: 'square', symbolSize: 120, columns: 3}},
    };
  },
};

interface Panel {
  readonly name: string;
  readonly of: (row: LateTime) => LateTime['wholeSeconds'];
}

function bars({name, of}: Panel, rows: readonly LateTime[], labels: boolean) {
  const mean = (row: LateTime, owner: (typeof OWNERS)[number]) => (of(row)[owner].value ?? 0) / (row.items.value ?? 1);
  const totals = rows.map((row) => OWNERS.reduce((sum, owner) => sum + mean(row, owner), 0));
  const unit = durationUnit(totals);
  const named = (row: LateTime) => `${printable(row.process, 40)} (${amount(row.items.value)})`;
  return {
    title: {text: name, fontSize: 12, offset: 6},
    width: (WIDTH - LABELS - GAP) / 2,
    height: {step: 26},
    data: {
      values: rows.flatMap((row) =>
        OWNERS.map((owner, order) => ({
          process: named(row),
          owner: OWNER_NAMES[owner],
          order,
          value: rounded(mean(row, owner) / unit.seconds),
        })),
      ),
    },
    mark: {type: 'bar', stroke: 'white', strokeWidth: 0.5},
    encoding: {
      x: {
        field: 'value',
        type: 'quantitative',
        stack: 'zero',
        axis: {title: unit.name, grid: true, tickCount: 4},
      },
      y: {
        field: 'process',
        type: 'nominal',
        sort: rows.map(named),
        axis: {title: null, ...(labels ? {labelLimit: 150} : {labels: false, minExtent: 0})},
      },
      order: {field: 'order', type: 'quantitative'},
      color: {
        field: 'owner',
        type: 'nominal',
        scale: {domain: OWNERS.map((owner) => OWNER_NAMES[owner]), range: FILLS},
      },
    },
  };
}
