import {seriesScales, WIDTH} from '../theme.ts';
import {textWidth} from './textWidth.ts';

export interface LineSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Held until the next point: for what stands over an interval. */
  readonly step?: boolean;
}

/** The colour and dash channels of series named so, one legend on top for both. */
export function seriesChannels(names: readonly string[]) {
  const scales = seriesScales(names);
  const legend = {symbolType: 'stroke'};
  return {
    color: {field: 'series', type: 'nominal', scale: scales.colour, sort: null, legend},
    strokeDash: {field: 'series', type: 'nominal', scale: scales.dash, sort: null, legend},
  };
}

/** Where a legend of two columns has room for these names; else one column, each on a line of its own. */
export function legendFor(names: readonly string[]): {readonly columns: number; readonly labelLimit: number} {
  const room = WIDTH / 2 - 60;
  const widest = Math.max(0, ...names.map((name) => textWidth(name, 11, false)));
  return widest <= room ? {columns: 2, labelLimit: room + 10} : {columns: 1, labelLimit: WIDTH - 60};
}

/** A step held to the end of the last interval needs its value there once more. */
const heldTo = (until: string | undefined, at: readonly (string | number)[]) =>
  until === undefined ? at : [...at, until];

/** True for points in a run shorter than this: a line of them would not be seen. */
const SHORT_RUN = 4;
export function isolated(values: readonly (number | null)[]): boolean[] {
  const alone = values.map(() => false);
  for (let first = 0; first < values.length; first++) {
    if (values[first] === null) continue;
    let end = first;
    while (end < values.length && values[end] !== null) end++;
    if (end - first < SHORT_RUN) alone.fill(true, first, end);
    first = end;
  }
  return alone;
}

/** Points where a line has too few of them to be seen; no layer where there are none. */
export function pointLayers(
  at: readonly (string | number)[],
  series: readonly LineSeries[],
  names: readonly string[],
  x: Record<string, unknown>,
  yAxis: Record<string, unknown>,
): Record<string, unknown>[] {
  const values = series.flatMap(({name, values: all}) => {
    const alone = isolated(all);
    return all.flatMap((value, i) =>
      value !== null && alone[i] ? [{at: at[i], series: name, value: rounded(value)}] : [],
    );
  });
  if (values.length === 0) return [];
  const {color} = seriesChannels(names);
  return [
    {
      data: {values},
      mark: {type: 'point', filled: true, size: 22, opacity: 1},
      encoding: {x, y: {field: 'value', type: 'quantitative', ...yAxis}, color},
    },
  ];
}

/** One line a series over shared points of x (a field `at`); steps are held until `until`. */
export function lineLayer(
  at: readonly (string | number)[],
  series: readonly LineSeries[],
  names: readonly string[],
  x: Record<string, unknown>,
  yAxis: Record<string, unknown>,
  until?: string,
): Record<string, unknown> {
  const points = heldTo(until, at);
  return {
    data: {
      values: series.flatMap(({name, values}) =>
        points.map((instant, i) => {
          const value = values[Math.min(i, values.length - 1)] ?? null;
          return {at: instant, series: name, value: value === null ? null : rounded(value)};
        }),
      ),
    },
    mark: {type: 'line', interpolate: series[0]?.step ? 'step-after' : 'linear'},
    encoding: {x, y: {field: 'value', type: 'quantitative', ...yAxis}, ...seriesChannels(names)},
  };
}

/** Four significant digits are more than a picture shows. */
export const rounded = (value: number): number => Number(value.toPrecision(5));
