import type {Results} from '../../measure/results.ts';
import {DARK, DARK_PAGE} from '../theme.ts';
import type {Chart, ChartSpec} from './chart.ts';
import {recoloured} from './recoloured.ts';

/** How a chart may look by itself: as in the report, for a dark slide, in greys for a printer. */
export const THEMES = ['light', 'dark', 'print'] as const;
export type Theme = (typeof THEMES)[number];

export const CHART_FORMATS = ['svg', 'png', 'json'] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];

export interface ChartLook {
  readonly theme?: Theme | undefined;
  /** Pixels; everything grows in proportion. Default: as it is laid out, a PNG at twice that. A specification has none. */
  readonly width?: number | undefined;
}

/** One chart of the results as a file's content. */
export async function chartAlone(
  chart: Chart,
  results: Results,
  format: ChartFormat,
  {theme = 'light', width}: ChartLook = {},
): Promise<string | Uint8Array> {
  const spec = themed(chart.spec(results), theme);
  if (format === 'json') return `${JSON.stringify(spec, null, 1)}\n`;
  const {renderPng, renderSvg} = await import('./render.ts');
  const svg = await renderSvg(spec);
  return format === 'svg' ? `${sized(svg, width)}\n` : renderPng(svg, width);
}

const BACKGROUND: Readonly<Record<Theme, string>> = {light: '#ffffff', dark: DARK_PAGE, print: '#ffffff'};

function themed(spec: ChartSpec, theme: Theme): ChartSpec {
  const colours = {light: (colour: string) => colour, dark: darkOf, print: greyOf};
  return {...recoloured(spec, colours[theme]), background: BACKGROUND[theme]};
}

const darkOf = (colour: string): string => DARK[colour] ?? colour;

/** As light to the eye: luma of ITU-R BT.601. */
function greyOf(colour: string): string {
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const grey = Math.round(0.299 * part(1) + 0.587 * part(3) + 0.114 * part(5));
  return `#${grey.toString(16).padStart(2, '0').repeat(3)}`;
}

/** So many pixels wide, as high as that takes. */
function sized(svg: string, width: number | undefined): string {
  if (width === undefined) return svg;
  return svg.replace(/<svg[^>]*>/, (tag) => {
    const [, across = 1, down = 1] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(tag) ?? []).map(Number);
    const height = Math.round((width * down) / across);
    return tag.replace(/ width="[\d.]+"/, ` width="${width}"`).replace(/ height="[\d.]+"/, ` height="${height}"`);
  });
}
