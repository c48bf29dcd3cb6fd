import type {ChartSpec} from './chart.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/**
 * A chart in words, for who does not see it: its title and subtitle, then of each panel, and of each series in it, its
 * lowest and highest value and when. Read off the specification, so that it holds for any chart.
 */
export function described(spec: ChartSpec): string {
  const {text, subtitle} = isObject(spec.title) ? spec.title : {};
  const panels = Array.isArray(spec.vconcat) ? objects(spec.vconcat) : [spec];
  return [text, ...(Array.isArray(subtitle) ? subtitle : [subtitle]), ...panels.flatMap(panelText)]
    .filter((part) => typeof part === 'string' && part !== '')
    .map((part) => `${part}`.replace(/\.?$/, '.'))
    .join(' ');
}

/** A page of a hundred series is read by nobody. */
const MOST_SERIES = 8;

function panelText(panel: Json): string[] {
  const layers = [panel, ...objects(panel.layer)];
  const line = layers.find((layer) => markOf(layer) === 'line') ?? layers.find((layer) => markOf(layer) === 'area');
  if (!line) return [];
  const {x, y} = isObject(line.encoding) ? line.encoding : {};
  if (!isObject(x) || !isObject(y) || x.type !== 'temporal') return [];
  const rows = rowsOf(line) ?? rowsOf(panel) ?? [];
  const field = String(y.field ?? '');
  const name = isObject(panel.title) ? String(panel.title.text ?? '') : '';
  const percent = isObject(y.axis) && String(y.axis.format ?? '').endsWith('%');
  const series = [...new Set(rows.map((row) => String(row.series ?? '')))].slice(0, MOST_SERIES);
  return series.flatMap((each) => {
    const points = rows
      .filter((row) => String(row.series ?? '') === each && typeof row[field] === 'number')
      .map((row) => ({at: String(row[String(x.field)] ?? ''), value: Number(row[field])}));
    const range = rangeText(points, percent);
    const label = [name, each].filter((part) => part !== '').join(', ');
    return range === '' ? [] : [label === '' ? range : `${label}: ${range}`];
  });
}

function rangeText(points: readonly {readonly at: string; readonly value: number}[], percent: boolean): string {
  const sorted = [...points].sort((a, b) => a.value - b.value);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest) return '';
  const said = (value: number) =>
    percent ? `${Number((value * 100).toFixed(1))}%` : String(Number(value.toPrecision(3)));
  if (lowest.value === highest.value) return `${said(lowest.value)} throughout`;
  return `lowest ${said(lowest.value)} at ${instantText(lowest.at)}, highest ${said(highest.value)} at ${instantText(highest.at)}`;
}

const instantText = (iso: string): string => iso.slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ');

const markOf = ({mark}: Json): string => String(isObject(mark) ? mark.type : mark);

const rowsOf = ({data}: Json): readonly Json[] | null =>
  isObject(data) && Array.isArray(data.values) ? objects(data.values) : null;
