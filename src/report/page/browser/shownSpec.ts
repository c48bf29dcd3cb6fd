import {recoloured} from '../../charts/recoloured.ts';
import type {Chosen} from './chosen.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The brush over time has this name in every chart, with the number of its panel. */
export const BRUSH = 'brush';

/** Names that a chart can leave out: of its panels, and of the series in them. */
export function namesIn(spec: Json): readonly string[] {
  const names = new Set<string>();
  const panels = Array.isArray(spec.vconcat) ? spec.vconcat.filter(isObject) : [];
  if (panels.length > 1) for (const panel of panels) names.add(panelName(panel));
  walk(spec, (node) => {
    const {color} = isObject(node.encoding) ? node.encoding : {};
    if (!isObject(color) || color.field !== 'series' || !isObject(color.scale)) return;
    const {domain} = color.scale;
    if (Array.isArray(domain)) for (const name of domain) names.add(String(name));
  });
  names.delete('');
  return [...names];
}

/** What the chart's axis of time spans, ms; null where it has none. */
export function timeSpanOf(spec: Json): readonly number[] | null {
  let span: readonly number[] | null = null;
  walk(spec, (node) => {
    const scale = timeOf(node)?.scale;
    if (isObject(scale) && Array.isArray(scale.domain)) span ??= scale.domain.map(Number);
  });
  return span;
}

/** The chart as chosen: hidden panels and series left out, the time axis narrowed. What would leave nothing is not left out. */
export function chosenSpec(spec: Json, {window, hidden}: Chosen): Json {
  const shown: Json = structuredClone(spec);
  if (Array.isArray(shown.vconcat)) {
    const kept = shown.vconcat.filter((panel) => !isObject(panel) || !hidden.has(panelName(panel)));
    if (kept.length > 0)
      shown.vconcat = kept.map((panel, i) => (i === kept.length - 1 ? axisBack(panel, spec) : panel));
  }
  walk(shown, (node) => {
    const {data} = node;
    if (isObject(data) && Array.isArray(data.values)) {
      const kept = data.values.filter((row) => !isObject(row) || !hidden.has(String(row.series)));
      if (kept.length > 0) data.values = kept;
    }
    const time = timeOf(node);
    if (!time || !window || !isObject(time.scale)) return;
    time.scale = {...time.scale, domain: [...window]};
    node.mark = {...markOf(node), clip: true};
  });
  return shown;
}

/** The same with tooltips on, and a brush on each panel over time. The colours of `replaced` stand for others. */
export function answeringSpec(spec: Json, replaced: Readonly<Record<string, string>>): Json {
  const shown = recoloured(structuredClone(spec), (colour) => replaced[colour] ?? colour);
  let brushes = 0;
  walk(shown, (node) => {
    if (node.mark !== undefined && isObject(node.encoding)) node.mark = {...markOf(node), tooltip: {content: 'data'}};
    const first = Array.isArray(node.layer) ? node.layer.find((layer) => isObject(layer) && timeOf(layer)) : null;
    if (isObject(first))
      first.params = [{name: `${BRUSH}${brushes++}`, select: {type: 'interval', encodings: ['x'], zoom: false}}];
  });
  return shown;
}

const markOf = ({mark}: Json): Json => (isObject(mark) ? mark : {type: mark});

/** Rows of a chart that lie in a stretch of time; those without an instant all do. */
export function rowsWithin(rows: readonly Json[], window: Chosen['window']): readonly Json[] {
  if (!window) return rows;
  return rows.filter(({at}) => {
    const ms = typeof at === 'string' ? Date.parse(at) : Number.NaN;
    return Number.isNaN(ms) || (ms >= window[0] && ms <= window[1]);
  });
}

/** What stands behind a chart: every row of data once, with the panel it is in. */
export function rowsOf(spec: Json): Json[] {
  const rows: Json[] = [];
  const seen = new Set<string>();
  const take = (node: unknown, panel: string) =>
    walk(node, ({data}) => {
      if (!isObject(data) || !Array.isArray(data.values)) return;
      for (const value of data.values) {
        if (!isObject(value)) continue;
        const row = panel === '' ? value : {panel, ...value};
        const key = JSON.stringify(row);
        if (!seen.has(key)) rows.push(row);
        seen.add(key);
      }
    });
  if (Array.isArray(spec.vconcat))
    for (const panel of spec.vconcat) take(panel, isObject(panel) ? panelName(panel) : '');
  else take(spec, '');
  return rows;
}

function panelName({title}: Json): string {
  return isObject(title) ? String(title.text ?? '') : '';
}

/** The x channel of a mark over time. */
function timeOf({encoding}: Json): Json | null {
  const x = isObject(encoding) ? encoding.x : null;
  return isObject(x) && x.type === 'temporal' ? x : null;
}

/** Only the last panel has labels of time; whichever is last now gets them. */
function axisBack(panel: unknown, spec: Json): unknown {
  const panels = Array.isArray(spec.vconcat) ? spec.vconcat : [];
  let axis: unknown;
  walk(panels.at(-1), (node) => {
    axis ??= timeOf(node)?.axis;
  });
  walk(panel, (node) => {
    const time = timeOf(node);
    if (time && axis !== undefined) time.axis = axis;
  });
  return panel;
}

function walk(node: unknown, visit: (node: Json) => void): void {
  if (Array.isArray(node)) for (const each of node) walk(each, visit);
  if (!isObject(node)) return;
  visit(node);
  for (const [key, value] of Object.entries(node)) if (key !== 'data' && key !== 'config') walk(value, visit);
}
