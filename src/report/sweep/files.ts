import {csvLine} from '../../csv/write.ts';
import type {SweepResults} from '../../experiment/index.ts';
import {drawn, type Picture} from '../charts/draw.ts';
import {jsonText} from '../formats/json.ts';
import type {OutputFile} from '../formats/outputFile.ts';
import {curvesChart} from './curvesChart.ts';
import {heatMap} from './heatMap.ts';

/** `sweep.json`, `sweep.csv`, and a chart where one or two values vary. The same results give the same bytes. */
export async function sweepFiles(
  results: SweepResults,
  pictures: ReadonlySet<Picture>,
  signal?: AbortSignal,
): Promise<OutputFile[]> {
  const files = [
    {path: 'sweep.json', content: sweepJson(results)},
    {path: 'sweep.csv', content: sweepCsv(results)},
  ];
  const isLine = results.together || results.axes.length === 1;
  if (pictures.size === 0 || results.points.length === 0 || !(isLine || results.axes.length === 2)) return files;
  const chart = {
    key: 'sweep',
    title: 'What the numbers do',
    spec: () => (isLine ? curvesChart(results) : heatMap(results)),
  };
  return [...files, ...(await drawn([chart], pictures, signal)).files];
}

export const sweepJson = (results: SweepResults): string => jsonText(results);

/** A line a point and number. Ratios 0 to 1, durations in seconds. */
export function sweepCsv({axes, numbers, points, current}: SweepResults): Iterable<string> {
  const header = [
    ...axes.map(({path}) => path),
    ...['number', 'what', 'unit', 'limit', 'value', 'half_width', 'difference', 'difference_half_width', 'goals'],
  ];
  const linesOf = (
    at: readonly string[],
    {values, limits, standing}: SweepResults['current'],
    differences: SweepResults['points'][number]['differences'] | null,
  ) =>
    numbers.map(({key, label, unit}, k) =>
      csvLine([
        ...at,
        key,
        label,
        unit,
        limits[k],
        values[k].value,
        values[k].halfWidth,
        differences?.[k].value,
        differences?.[k].halfWidth,
        standing,
      ]),
    );
  return [
    csvLine(header),
    ...linesOf(
      axes.map(() => 'as it is'),
      current,
      null,
    ),
    ...points.flatMap((point) => linesOf(point.at, point, point.differences)),
  ];
}
