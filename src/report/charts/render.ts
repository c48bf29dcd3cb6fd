import {createRequire} from 'node:module';
import {renderAsync} from '@resvg/resvg-js';
import * as vega from 'vega';
import {compile, type TopLevelSpec} from 'vega-lite';
import type {ChartSpec} from './chart.ts';
import {textWidth} from './textWidth.ts';

/** The page's pixels times this are the picture's: sharp on paper and on fine screens. */
const PNG_SCALE = 2;

interface TextItem {
  readonly text?: unknown;
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  readonly limit?: number;
}
/** Vega's own hook for machines without a canvas; its typings leave it out. */
const {textMetrics} = vega as unknown as {textMetrics: {width: (item: TextItem, text: unknown) => number}};
textMetrics.width = (item, text) => {
  const bold = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600;
  const width = textWidth(String(text ?? item.text ?? ''), item.fontSize ?? 11, bold);
  return item.limit ? Math.min(width, item.limit) : width;
};

/**
 * The chart as SVG, drawn without a browser. What the compiler has to say about the specification goes to `warn`.
 */
export async function renderSvg(spec: ChartSpec, warn: (message: string) => void = () => {}): Promise<string> {
  const logger = messages(warn);
  const compiled = compile(spec as unknown as TopLevelSpec, {logger}).spec;
  const view = new vega.View(vega.parse(compiled), {renderer: 'none', logger});
  try {
    return renumbered(await view.toSVG());
  } finally {
    view.finalize();
  }
}

/** Vega counts its clips over all drawings of a process; ours begin at 0 in each, so that equal charts are equal bytes. */
function renumbered(svg: string): string {
  const numbers = new Map<string, number>();
  const own = (id: string) => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return `clip${number}`;
  };
  return svg
    .replace(/url\(#(clip\d+)\)/g, (_, id: string) => `url(#${own(id)})`)
    .replace(/\bid="(clip\d+)"/g, (_, id: string) => `id="${own(id)}"`);
}

/** The SVG as PNG on white, `width` pixels across or at twice its size, in a font that comes with the package. */
export async function renderPng(svg: string, width?: number): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    font: {fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans'},
    fitTo: width === undefined ? {mode: 'zoom', value: PNG_SCALE} : {mode: 'width', value: width},
    background: '#ffffff',
  });
  return image.asPng();
}

const require = createRequire(import.meta.url);
const FONT_FILES = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) =>
  require.resolve(`dejavu-fonts-ttf/ttf/${file}`),
);

function messages(warn: (message: string) => void): vega.LoggerInterface {
  const logger: vega.LoggerInterface = {
    level: () => logger as never,
    error: (...parts) => say(logger, warn, parts),
    warn: (...parts) => say(logger, warn, parts),
    info: () => logger,
    debug: () => logger,
  };
  return logger;
}

function say(logger: vega.LoggerInterface, warn: (message: string) => void, parts: readonly unknown[]) {
  warn(parts.map(String).join(' '));
  return logger;
}
