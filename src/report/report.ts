import type {Results} from '../measure/results.ts';
import type {Picture} from './charts/draw.ts';
import {documents} from './formats/index.ts';
import type {OutputFile} from './formats/outputFile.ts';
import {type PageOptions, reportPage} from './page/page.ts';

export interface ReportOptions extends PageOptions {
  /** No chart is begun once it aborts. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Everything a run leaves behind but `run.json` and `items.csv`: documents, charts as asked, and the page. The same
 * results give the same bytes. Without pictures the renderer is not even loaded.
 */
export async function report(
  results: Results,
  pictures: ReadonlySet<Picture>,
  {signal, script, command, named}: ReportOptions = {},
): Promise<OutputFile[]> {
  if (pictures.size === 0) return [...documents(results), page(results, [], {command, named})];
  const {draw} = await import('./charts/draw.ts');
  const {files, drawings} = await draw(results, pictures, signal);
  return [...documents(results), ...files, page(results, drawings, {script, command, named})];
}

/** The page alone, with every chart: what `report` makes of the same results and options where it draws. */
export async function reportHtml(results: Results, {signal, ...options}: ReportOptions = {}): Promise<OutputFile> {
  const {draw} = await import('./charts/draw.ts');
  const {drawings} = await draw(results, new Set(), signal);
  return page(results, drawings, options);
}

const page = (...parts: Parameters<typeof reportPage>): OutputFile => ({
  path: 'report.html',
  content: reportPage(...parts),
});
