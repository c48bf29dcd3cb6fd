import type {Results} from '../measure/results.ts';
import type {Picture} from './charts/draw.ts';
import {documents} from './formats/index.ts';
import type {OutputFile} from './formats/outputFile.ts';
import {reportPage} from './page/page.ts';

/**
 * Everything a run leaves behind but `run.json` and `items.csv`: documents, charts as asked, and the page. The same
 * results give the same bytes. Without pictures the renderer is not even loaded; once `signal` aborts, no other chart
 * is begun.
 */
export async function report(
  results: Results,
  pictures: ReadonlySet<Picture>,
  signal?: AbortSignal,
): Promise<OutputFile[]> {
  if (pictures.size === 0) return [...documents(results), page(results, [])];
  const {draw} = await import('./charts/draw.ts');
  const {files, drawings} = await draw(results, pictures, signal);
  return [...documents(results), ...files, page(results, drawings)];
}

const page = (results: Results, drawings: Parameters<typeof reportPage>[1]): OutputFile => ({
  path: 'report.html',
  content: reportPage(results, drawings),
});
