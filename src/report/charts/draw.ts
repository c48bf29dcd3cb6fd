import type {Results} from '../../measure/results.ts';
import type {OutputFile} from '../formats/outputFile.ts';
import type {Drawing} from '../page/figure.ts';
import {CHARTS} from './index.ts';

export type Picture = 'json' | 'svg' | 'png';

/**
 * Every chart the results have something for: its specification (`charts/<key>.vl.json`), and drawn as SVG and PNG as
 * `pictures` asks. The renderer is loaded only here: it is large. The drawings come back too, for the page. Between two
 * charts others have their turn; none is begun after `signal` aborts.
 */
export async function draw(
  results: Results,
  pictures: ReadonlySet<Picture>,
  signal?: AbortSignal,
): Promise<{readonly files: OutputFile[]; readonly drawings: Drawing[]}> {
  const {renderPng, renderSvg} = await import('./render.ts');
  const drawings: Drawing[] = [];
  const files: OutputFile[] = [];
  const painted: Promise<OutputFile>[] = [];
  for (const chart of CHARTS.filter((each) => each.needs(results))) {
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) break;
    const spec = chart.spec(results);
    const svg = await renderSvg(spec);
    drawings.push({key: chart.key, title: chart.title, svg});
    const file = (ending: string, content: string | Uint8Array) => ({path: `charts/${chart.key}.${ending}`, content});
    if (pictures.has('json')) files.push(file('vl.json', `${JSON.stringify(spec, null, 1)}\n`));
    if (pictures.has('svg')) files.push(file('svg', svg));
    if (pictures.has('png')) painted.push(renderPng(svg).then((png) => file('png', png)));
  }
  return {files: [...files, ...(await Promise.all(painted))], drawings};
}
