import type {Results} from '../../measure/results.ts';
import type {OutputFile} from '../formats/outputFile.ts';
import type {Drawing} from '../page/figure.ts';
import type {ChartSpec} from './chart.ts';
import {CHARTS} from './index.ts';

export type Picture = 'json' | 'svg' | 'png';

/** A chart with its data inside, ready to be drawn. */
export interface Picturable {
  /** File name without ending, anchor in the page. */
  readonly key: string;
  readonly title: string;
  spec(): ChartSpec;
}

/** Every chart the results have something for, drawn as `drawn` says. */
export const draw = (results: Results, pictures: ReadonlySet<Picture>, signal?: AbortSignal): Promise<Drawn> =>
  drawn(
    CHARTS.filter((chart) => chart.needs(results)).map((chart) => ({
      key: chart.key,
      title: chart.title,
      spec: () => chart.spec(results),
    })),
    pictures,
    signal,
  );

export interface Drawn {
  readonly files: OutputFile[];
  readonly drawings: Drawing[];
}

/**
 * Each chart's specification (`charts/<key>.vl.json`), and drawn as SVG and PNG as `pictures` asks. The renderer is
 * loaded only here: it is large. The drawings come back too, for the page. Between two charts others have their turn;
 * none is begun after `signal` aborts.
 */
export async function drawn(
  charts: readonly Picturable[],
  pictures: ReadonlySet<Picture>,
  signal?: AbortSignal,
): Promise<Drawn> {
  const {renderPng, renderSvg} = await import('./render.ts');
  const drawings: Drawing[] = [];
  const files: OutputFile[] = [];
  const painted: Promise<OutputFile>[] = [];
  for (const {key, title, spec: specOf} of charts) {
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) break;
    const spec = specOf();
    const svg = await renderSvg(spec);
    drawings.push({key, title, svg, spec});
    const file = (ending: string, content: string | Uint8Array) => ({path: `charts/${key}.${ending}`, content});
    if (pictures.has('json')) files.push(file('vl.json', `${JSON.stringify(spec, null, 1)}\n`));
    if (pictures.has('svg')) files.push(file('svg', svg));
    if (pictures.has('png')) painted.push(renderPng(svg).then((png) => file('png', png)));
  }
  return {files: [...files, ...(await Promise.all(painted))], drawings};
}
