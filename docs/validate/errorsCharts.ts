/** Pictures of the standardized errors, in the look of the product's own charts. */

import type {ChartSpec} from '../../src/report/charts/chart.ts';
import {CONFIG, GOAL, GRID, INK, MUTED, WIDTH} from '../../src/report/theme.ts';
import {upperTail} from '../../test/reference/student.ts';

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json';
const DOT = '#0063a6';

export interface ErrorDot {
  readonly id: string;
  readonly z: number;
  readonly against: 'exact value' | 'another simulator';
}

const most = (dots: readonly ErrorDot[]) => Math.max(4, Math.ceil(Math.max(...dots.map(({z}) => Math.abs(z)))));

/** Every figure a dot in the row of its case. */
export function dotPlot(dots: readonly ErrorDot[]): ChartSpec {
  const ids = [...new Set(dots.map(({id}) => id))];
  const far = most(dots);
  const x = {
    field: 'z',
    type: 'quantitative',
    scale: {domain: [-far, far], nice: false},
    axis: {title: 'standard errors off', values: range(-far, far), format: 'd', grid: false},
  };
  const against = ['exact value', 'another simulator'];
  return {
    $schema: SCHEMA,
    title: {
      text: 'Standardized error of every figure, by case',
      subtitle: ['Dashed: two standard errors (95 in 100 lie within); full: three (997 in 1,000)'],
    },
    width: WIDTH - 60,
    height: 13 * ids.length,
    layer: [
      ...guides(),
      {
        data: {values: dots.map((dot) => ({...dot, z: Number(dot.z.toFixed(3))}))},
        mark: {type: 'point', size: 30, strokeWidth: 1.1, opacity: 0.85},
        encoding: {
          x,
          y: {field: 'id', type: 'nominal', sort: ids, axis: {title: null, grid: true, labelPadding: 6}},
          shape: {field: 'against', type: 'nominal', scale: {domain: against, range: ['circle', 'triangle-up']}},
          color: {field: 'against', type: 'nominal', scale: {domain: against, range: [DOT, '#b85a00']}, sort: null},
        },
      },
    ],
    config: {...CONFIG, legend: {...CONFIG.legend, symbolSize: 50, symbolStrokeWidth: 1.4}},
  };
}

function guides(): Record<string, unknown>[] {
  return [
    {at: [0], stroke: MUTED, dash: [1, 0]},
    {at: [-2, 2], stroke: MUTED, dash: [5, 4]},
    {at: [-3, 3], stroke: GOAL, dash: [1, 0]},
  ].map(({at, stroke, dash}) => ({
    data: {values: at.map((value) => ({at: value}))},
    mark: {type: 'rule', color: stroke, strokeDash: dash, strokeWidth: 1},
    encoding: {x: {field: 'at', type: 'quantitative'}},
  }));
}

const STEP = 0.25;

/** How many figures are how far off, beside how many a standard normal would have there. */
export function histogram(dots: readonly ErrorDot[]): ChartSpec {
  const far = most(dots);
  const bins = range(-far / STEP, far / STEP - 1).map((k) => ({
    from: k * STEP,
    to: (k + 1) * STEP,
    figures: dots.filter(({z}) => Math.floor(z / STEP) === k).length,
  }));
  const curve = range(-far * 20, far * 20).map((k) => ({
    at: k / 20,
    figures: (dots.length * STEP * Math.exp(-((k / 20) ** 2) / 2)) / Math.sqrt(2 * Math.PI),
  }));
  const x = {type: 'quantitative', scale: {domain: [-far, far], nice: false}};
  const y = {type: 'quantitative', axis: {title: 'figures', tickCount: 5}};
  const names = ['measured', 'standard normal distribution'];
  return {
    $schema: SCHEMA,
    title: {
      text: 'Standardized errors against the standard normal distribution',
      subtitle: [`${dots.length} figures, in steps of a quarter of a standard error`],
    },
    width: WIDTH,
    height: 240,
    layer: [
      {
        data: {values: bins},
        mark: {type: 'rect', fill: '#9cc7e8', stroke: DOT, strokeWidth: 0.8},
        encoding: {
          x: {...x, field: 'from', axis: {title: 'standard errors off', values: range(-far, far), format: 'd'}},
          x2: {field: 'to'},
          y: {...y, field: 'figures'},
          y2: {datum: 0},
        },
      },
      {
        data: {values: curve},
        mark: {type: 'line', color: INK, strokeWidth: 2, strokeDash: [6, 3]},
        encoding: {x: {...x, field: 'at'}, y: {...y, field: 'figures'}},
      },
      legend(names),
    ],
    config: CONFIG,
  };
}

/** A legend for a filled and a dashed mark. */
function legend(names: readonly string[]): Record<string, unknown> {
  return {
    data: {values: names.map((name) => ({name}))},
    mark: {type: 'line', opacity: 0},
    encoding: {
      strokeDash: {
        field: 'name',
        type: 'nominal',
        sort: null,
        scale: {
          domain: names,
          range: [
            [1, 0],
            [6, 3],
          ],
        },
        legend: {symbolStrokeColor: INK, symbolOpacity: 1, symbolType: 'stroke'},
      },
      color: {
        field: 'name',
        type: 'nominal',
        sort: null,
        scale: {domain: names, range: [DOT, INK]},
        legend: {symbolOpacity: 1},
      },
    },
  };
}

/** One probability a case, sorted, against what independent ones would be. */
export function probabilityPlot(ps: readonly {readonly id: string; readonly p: number}[]): ChartSpec {
  const sorted = [...ps].sort((a, b) => a.p - b.p);
  const values = sorted.map(({id, p}, i) => ({id, p, rank: (i + 0.5) / sorted.length}));
  const axis = (title: string) => ({title, values: [0, 0.25, 0.5, 0.75, 1], format: '.2~f', grid: true});
  const scale = {domain: [0, 1], nice: false};
  // Kolmogorov and Smirnov's band that holds all points in 95 of 100 validations
  const band = 1.358 / (Math.sqrt(sorted.length) + 0.12 + 0.11 / Math.sqrt(sorted.length));
  const line = (shift: number, stroke: string, dash: readonly number[]) => ({
    data: {values: [0, 1].map((at) => ({at, p: at + shift}))},
    mark: {type: 'line', clip: true, color: stroke, strokeWidth: 1, strokeDash: dash},
    encoding: {x: {field: 'at', type: 'quantitative'}, y: {field: 'p', type: 'quantitative', scale}},
  });
  return {
    $schema: SCHEMA,
    title: {
      text: 'Probability of each case, smallest to largest',
      subtitle: ['Of a right simulator they lie along the line, within the dashed band in 95 of 100 validations'],
    },
    width: 360,
    height: 300,
    layer: [
      line(0, MUTED, [1, 0]),
      line(band, GOAL, [5, 4]),
      line(-band, GOAL, [5, 4]),
      {
        data: {values},
        mark: {type: 'point', filled: true, size: 34, color: DOT, opacity: 1},
        encoding: {
          x: {field: 'rank', type: 'quantitative', scale, axis: axis('rank among the cases')},
          y: {field: 'p', type: 'quantitative', scale, axis: axis('probability')},
        },
      },
    ],
    config: {...CONFIG, axis: {...CONFIG.axis, gridColor: GRID}},
  };
}

const range = (from: number, to: number) => Array.from({length: to - from + 1}, (_, i) => from + i);

/** How many of so many a standard normal has beyond ± z. */
export const expectedBeyond = (figures: number, z: number): number => figures * 2 * upperTail(z);
