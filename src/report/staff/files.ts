import {csvLine} from '../../csv/write.ts';
import type {StaffResults} from '../../experiment/index.ts';
import {drawn, type Picture} from '../charts/draw.ts';
import {jsonText} from '../formats/json.ts';
import type {OutputFile} from '../formats/outputFile.ts';
import {frontierChart} from './frontierChart.ts';

/** `staffing.json`, `tried.csv` and the chart of what promises cost. The same results give the same bytes. */
export async function staffFiles(
  results: StaffResults,
  pictures: ReadonlySet<Picture>,
  signal?: AbortSignal,
): Promise<OutputFile[]> {
  const files = [
    {path: 'staffing.json', content: staffJson(results)},
    {path: 'tried.csv', content: triedCsv(results)},
  ];
  if (results.frontier.length < 2 || pictures.size === 0) return files;
  const chart = {key: 'cost-of-service', title: 'What promises cost', spec: () => frontierChart(results)};
  return [...files, ...(await drawn([chart], pictures, signal)).files];
}

/** Everything but each replication; posts without their paid time by interval. */
export function staffJson({posts, ...results}: StaffResults): string {
  return jsonText({...results, posts: posts.map(({paidMs: _, place: __, ...post}) => post)});
}

/** Every staffing that was tried, in order. */
export function triedCsv({tried, posts, goals}: StaffResults): Iterable<string> {
  const header = [
    'phase',
    ...posts.map(({label}) => label),
    'training',
    'cost',
    'replications',
    ...goals.flatMap(({text}) => [`to spare: ${text}`, '95% half width']),
    'meets every goal',
  ];
  return [
    csvLine(header),
    ...tried.map(({phase, staffing, trained, cost, replications, slack, meets}) =>
      csvLine([
        phase,
        ...staffing,
        trained && `one of ${posts[trained.post].label} as ${trained.as}`,
        cost,
        replications,
        ...slack.flatMap(({value, halfWidth}) => [value, halfWidth]),
        meets,
      ]),
    ),
  ];
}
