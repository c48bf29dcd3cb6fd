import type {ChartSpec} from '../charts/chart.ts';
import {drawn, type Picture} from '../charts/draw.ts';
import type {OutputFile} from '../formats/outputFile.ts';
import {cut} from '../names.ts';
import {CONFIG, GOAL, INK, SERIES} from '../theme.ts';

/** One fitted law beside what it was fitted to. */
export interface FitPanel {
  readonly name: string;
  readonly law: string;
  /** Of times: share of them in an interval, seconds. Of survival: share above `from`. */
  readonly points: readonly FitPoint[];
}

export interface FitPoint {
  readonly from: number;
  readonly to: number;
  readonly observed: number;
  readonly fitted: number;
}

/** Laws of one purpose, a panel a source. */
export interface FitPicture {
  /** File name without ending. */
  readonly key: string;
  readonly title: string;
  readonly subtitle: string;
  readonly kind: 'times' | 'survival';
  readonly panels: readonly FitPanel[];
}

const PANEL = {width: 290, height: 150};
const LONGEST = 58;

/** Histograms with the law drawn through them, or survival by steps with the law's curve. */
export function fitChart({title, subtitle, kind, panels}: FitPicture): ChartSpec {
  const isTimes = kind === 'times';
  const x = {
    field: 'from',
    type: 'quantitative',
    title: isTimes ? 'Seconds' : 'Seconds waited',
    scale: {nice: false, zero: true},
    axis: {tickCount: 6},
  };
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    title: isTimes ? 'Share' : 'Still there',
    axis: {format: isTimes ? '.1~%' : '~%', tickCount: 5},
    scale: {zero: isTimes, nice: true},
  });
  const observed = isTimes
    ? {
        mark: {type: 'bar', color: SERIES[0].colour, opacity: 0.45},
        encoding: {x, x2: {field: 'to'}, y: y('observed'), y2: {datum: 0}},
      }
    : {mark: {type: 'line', interpolate: 'step-after', color: SERIES[0].colour}, encoding: {x, y: y('observed')}};
  const fitted = {
    mark: {type: 'line', color: GOAL, strokeDash: [5, 3]},
    encoding: {x: isTimes ? {...x, field: 'middle'} : x, y: y('fitted')},
  };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: {text: title, subtitle: [subtitle, `${isTimes ? 'Bars' : 'Steps'}: the log. Dashed: the law.`]},
    config: CONFIG,
    columns: 2,
    concat: panels.map(({name, law, points}) => ({
      ...PANEL,
      title: {text: cut(name, LONGEST), subtitle: cut(law, LONGEST), fontSize: 12, color: INK, offset: 6},
      data: {values: points.map((point) => ({...point, middle: (point.from + point.to) / 2}))},
      layer: [observed, fitted],
    })),
  };
}

/** The charts of fits as files, `charts/<key>.*`. */
export async function fitFiles(fits: readonly FitPicture[], pictures: ReadonlySet<Picture>): Promise<OutputFile[]> {
  const charts = fits.map((fit) => ({key: fit.key, title: fit.title, spec: () => fitChart(fit)}));
  return (await drawn(charts, pictures)).files;
}
