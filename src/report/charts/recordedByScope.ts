import {printable} from '../../language/show.ts';
import type {RecordedFigures, RecordedRow} from '../../measure/results.ts';
import {recordedScope} from '../tables/recorded.ts';
import {CONFIG, SERIES, WIDTH} from '../theme.ts';
import type {Chart} from './chart.ts';
import {durationUnit} from './durationUnit.ts';
import {rounded} from './linePanel.ts';
import {isRare, leftOut} from './rare.ts';

const MOST_ROWS = 24;
/** The simulated fits into the recorded: both are seen where they agree. */
const SIZES = [150, 45];
const LABELS = 130;
const GAP = 24;
const NAMES = ['recorded', 'simulated'];

export const recordedByScope: Chart = {
  key: 'recorded-by-process',
  title: 'Simulated against recorded, by process and channel',
  needs: (results) => (results.recorded?.rows.length ?? 0) > 1,
  spec(results) {
    const {recorded} = results;
    const all = recorded?.rows ?? [];
    const seen = all.filter(({offered}) => recorded && !isRare(recorded, offered));
    const rows = seen.slice(0, MOST_ROWS);
    const rare = all.length - seen.length;
    const subtitle = [
      ...(rare > 0 ? [leftOut(rare === 1 ? '1 process' : `${rare} processes`)] : []),
      ...(seen.length > rows.length ? [`The first ${rows.length} of ${seen.length}`] : []),
    ];
    const unit = durationUnit(
      rows.flatMap(({recorded, simulated}) => [recorded.meanWaitSeconds, simulated.meanWaitSeconds]),
    );
    const within = all[0]?.recorded.withinSeconds ?? null;
    const share = {title: 'share', format: '.0%'};
    const figures: Panel[] = [
      {
        name: 'Mean wait',
        axis: {title: unit.name},
        figure: (of) => (of.meanWaitSeconds === null ? null : of.meanWaitSeconds / unit.seconds),
      },
      {name: within === null ? 'Answered in time' : `Within ${within} s`, axis: share, figure: (of) => of.within},
      {name: 'Abandonment', axis: share, figure: (of) => of.abandonment},
    ];
    const panels = figures.filter(({figure}) =>
      rows.some((row) => (figure(row.recorded) ?? 0) + (figure(row.simulated) ?? 0) > 0),
    );
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: {
        text: this.title,
        ...(subtitle.length > 0 ? {subtitle} : {}),
      },
      hconcat: panels.map((panel, i) =>
        dots(panel, rows, (WIDTH - LABELS - GAP * (panels.length - 1)) / panels.length, i === 0),
      ),
      spacing: GAP,
      resolve: {scale: {color: 'shared', shape: 'shared'}},
      config: {...CONFIG, legend: {...CONFIG.legend, symbolSize: 80}},
    };
  },
};

interface Panel {
  readonly name: string;
  readonly axis: Record<string, unknown>;
  readonly figure: (of: RecordedFigures) => number | null;
}

/** One figure of every row, recorded and simulated on a line of its own. */
function dots({name, axis, figure}: Panel, rows: readonly RecordedRow[], width: number, labels: boolean) {
  const scopeName = (scope: string) => printable(recordedScope(scope), 40);
  const values = rows.flatMap((row) =>
    NAMES.map((series) => {
      const value = figure(series === 'recorded' ? row.recorded : row.simulated);
      return {scope: scopeName(row.scope), series, value: value === null ? null : rounded(value)};
    }),
  );
  const labelled = labels ? {labelLimit: 150} : {labels: false, minExtent: 0};
  return {
    title: {text: name, fontSize: 12, offset: 6},
    width,
    height: {step: 22},
    layer: NAMES.map((name, i) => ({
      data: {values: values.filter(({series}) => series === name)},
      mark: {type: 'point', filled: false, strokeWidth: 2.2, opacity: 1, size: SIZES[i]},
    })),
    encoding: {
      x: {
        field: 'value',
        type: 'quantitative',
        scale: {zero: true, nice: true},
        axis: {grid: true, tickCount: 3, ...axis},
      },
      y: {
        field: 'scope',
        type: 'nominal',
        sort: [...new Set(rows.map(({scope}) => scopeName(scope)))],
        axis: {title: null, grid: true, ...labelled},
      },
      color: {
        field: 'series',
        type: 'nominal',
        scale: {domain: NAMES, range: [SERIES[0].colour, SERIES[1].colour]},
      },
      shape: {field: 'series', type: 'nominal', scale: {domain: NAMES, range: ['diamond', 'circle']}},
    },
  };
}
