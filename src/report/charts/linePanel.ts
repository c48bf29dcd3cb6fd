import {seriesScales} from '../theme.ts';

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

/** One line a series over shared points of x (a field `at`). */
export function lineLayer(
  at: readonly (string | number)[],
  series: readonly LineSeries[],
  names: readonly string[],
  x: Record<string, unknown>,
  yAxis: Record<string, unknown>,
): Record<string, unknown> {
  return {
    data: {
      values: series.flatMap(({name, values}) =>
        values.map((value, i) => ({at: at[i], series: name, value: value === null ? null : rounded(value)})),
      ),
    },
    mark: {type: 'line', interpolate: series[0]?.step ? 'step-after' : 'linear', clip: true},
    encoding: {x, y: {field: 'value', type: 'quantitative', ...yAxis}, ...seriesChannels(names)},
  };
}

/** Four significant digits are more than a picture shows. */
export const rounded = (value: number): number => Number(value.toPrecision(5));
