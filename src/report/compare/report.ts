import type {ChangedItem, Comparison} from '../../experiment/compare/index.ts';
import type {Picture} from '../charts/draw.ts';
import type {OutputFile} from '../formats/outputFile.ts';
import {COMPARISON_CHARTS} from './charts/index.ts';
import {comparisonFiles} from './files.ts';
import {comparisonPage} from './page.ts';

export interface ToReport {
  readonly comparison: Comparison;
  /** By candidate. */
  readonly changed: readonly (readonly ChangedItem[])[];
  /** Of each candidate the first decision that differs, in lines; empty where none does, or nobody asked. */
  readonly difference: readonly (readonly string[])[];
  /** What makes the page answer; null: it stands still. */
  readonly script?: string | null | undefined;
}

/** Everything a comparison leaves behind but `run.json`. The same comparison gives the same bytes. */
export async function comparisonReport(
  {comparison, changed, difference, script = null}: ToReport,
  pictures: ReadonlySet<Picture>,
  signal?: AbortSignal,
): Promise<OutputFile[]> {
  const documents = comparisonFiles(comparison, changed);
  const page = (drawings: Parameters<typeof comparisonPage>[1]): OutputFile => ({
    path: 'compare.html',
    content: comparisonPage(comparison, drawings, difference, drawings.length > 0 ? script : null),
  });
  if (pictures.size === 0) return [...documents, page([])];
  const {drawn} = await import('../charts/draw.ts');
  const charts = COMPARISON_CHARTS.flatMap(({key, title, spec}) => {
    const found = spec(comparison);
    return found === null ? [] : [{key, title, spec: () => found}];
  });
  const {files, drawings} = await drawn(charts, pictures, signal);
  return [...documents, ...files, page(drawings)];
}
