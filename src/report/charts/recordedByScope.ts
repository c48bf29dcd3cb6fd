import {printable} from '../../language/show.ts';
import type {RecordedFigures} from '../../measure/results.ts';
import {CONFIG, SERIES, WIDTH} from '../theme.ts';
import type {Chart} from './chart.ts';
import {rounded} from './linePanel.ts';

const MOST_ROWS = 24;
const NAMES = ['recorded', 'simulated'];

export const recordedByScope: Chart = {
  key: 'recorded-by-process',
  title: 'Simulated against recorded, by process and channel',
  needs: (results) => (results.recorded?.rows.length ?? 0) > 1,
  spec(results) {
    const all = results.recorded?.rows ?? [];
    const rows = all.slice(0, MOST_ROWS);
    const scopes = [...new Set(rows.map(({scope}) => printable(scope, 40)))];
    const within = all[0]?.recorded.withinSeconds ?? null;
    const panel = (name: string, format: string, figure: (of: RecordedFigures) => number | null, labels: boolean) => ({
      title: {text: name, fontSize: 12, offset: 6},
      width: (WIDTH - 160) / 3,
      height: {step: 22},
      data: {
        values: rows.flatMap((row) =>
          NAMES.map((series) => {
            const value = figure(series === 'recorded' ? row.recorded : row.simulated);
            return {scope: printable(row.scope, 40), series, value: value === null ? null : rounded(value)};
          }),
        ),
      },
      mark: {type: 'point', filled: true, size: 70, opacity: 0.95},
      encoding: {
        x: {
          field: 'value',
          type: 'quantitative',
          scale: {domainMin: 0, nice: true},
          axis: {
            title: format === '' ? 'seconds' : 'share',
            grid: true,
            tickCount: 3,
            ...(format === '' ? {} : {format}),
          },
        },
        y: {
          field: 'scope',
          type: 'nominal',
          sort: scopes,
          axis: labels
            ? {title: null, grid: true, labelLimit: 150}
            : {title: null, grid: true, labels: false, minExtent: 0},
        },
        color: {
          field: 'series',
          type: 'nominal',
          scale: {domain: NAMES, range: [SERIES[0].colour, SERIES[1].colour]},
        },
        shape: {field: 'series', type: 'nominal', scale: {domain: NAMES, range: ['diamond', 'circle']}},
      },
    });
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: {
        text: this.title,
        ...(all.length > rows.length ? {subtitle: `The first ${rows.length} of ${all.length}`} : {}),
      },
      hconcat: [
        panel('Mean wait', '', (of) => of.meanWaitSeconds, true),
        panel(within === null ? 'Answered in time' : `Within ${within} s`, '.0%', (of) => of.within, false),
        panel('Abandonment', '.0%', (of) => of.abandonment, false),
      ],
      spacing: 24,
      resolve: {scale: {color: 'shared', shape: 'shared'}},
      config: {...CONFIG, legend: {...CONFIG.legend, symbolSize: 80}},
    };
  },
};
