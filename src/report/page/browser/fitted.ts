import {textWidth} from '../../charts/textWidth.ts';
import {CONFIG, WIDTH} from '../../theme.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A plot narrower than this is not read, a wider one not better read. */
const [NARROWEST, WIDEST] = [280, 1080];

/** The fonts of two machines differ by so much at the labels. */
const SLACK = 8;

/** How wide the plots of a chart are made: what `room` leaves beside axes and labels, `beside` pixels. */
export const plotWidth = (room: number, beside: number): number =>
  Math.round(Math.min(WIDEST, Math.max(NARROWEST, room - beside - SLACK)));

/** The chart with plots so wide, as it was made for `WIDTH`; what is said under the title is broken into lines. */
export function fitted(spec: Json, width: number): Json {
  const {title} = spec;
  const said = isObject(title) ? title.subtitle : undefined;
  const lines = (Array.isArray(said) ? said : said === undefined ? [] : [said]).map(String);
  const wrapped = lines.flatMap((line) => broken(line, width + 40));
  return {
    ...(widened(spec, width) as Json),
    ...(isObject(title) && wrapped.length > 0 ? {title: {...title, subtitle: wrapped}} : {}),
  };
}

/** Every width of a plot, and every mark at its right edge; parts of plots in proportion. Data and looks stay. */
function widened(node: unknown, width: number): unknown {
  if (Array.isArray(node)) return node.map((each) => widened(each, width));
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'data' || key === 'config') return [key, value];
      if (key === 'width' && typeof value === 'number' && 'height' in node) return [key, (value * width) / WIDTH];
      if (key === 'x' && isObject(value) && value.value === WIDTH) return [key, {value: width}];
      return [key, widened(value, width)];
    }),
  );
}

function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, CONFIG.title.subtitleFontSize, false) <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
