import type {ChartSpec} from '../charts/chart.ts';
import {described} from '../charts/described.ts';
import {htmlText} from './htmlText.ts';

export interface Drawing {
  readonly key: string;
  readonly title: string;
  readonly svg: string;
  readonly spec: ChartSpec;
}

/**
 * A drawing inside the page. Its ids get a prefix, for every drawing numbers its clips from 0. The markup is ours:
 * Vega escapes the texts in it.
 */
export function figureHtml({key, title, svg, spec}: Drawing): string {
  const own = svg
    .replace(/<\?xml[^>]*\?>/g, '')
    .replace(/\bid="([^"]+)"/g, (_, id) => `id="${key}-${id}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id) => `url(#${key}-${id})`);
  const label = htmlText(title);
  return `<figure id="chart-${htmlText(key)}" aria-label="${label}"><div class="still scroll" role="img" aria-label="${htmlText(described(spec))}">${own}</div></figure>`;
}
