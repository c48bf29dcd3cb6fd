import {printable} from '../../language/show.ts';
import type {Results, StageFlow} from '../../measure/results.ts';
import {amount, span} from '../quantities.ts';
import {AREAS, CONFIG, INK, MUTED, SERIES, WIDTH} from '../theme.ts';
import type {Chart} from './chart.ts';
import {type Box, type FlowLayout, flowLayout} from './flowLayout.ts';
import {rounded} from './linePanel.ts';
import {replicationNote} from './timeAxis.ts';

/** A picture holds so many processes; what is more goes together into one. */
const MOST_PANELS = 4;
const NAMES_WIDTH = 116;
const COLUMN_OF: Readonly<Record<string, number>> = {
  new: 0,
  captured: 0,
  queued: 1,
  assigned: 2,
  'awaiting confirmation': 3,
  held: 3,
};
const [ASIDE, FINAL] = [3, 4];
/** Left of the first column loops need room. */
const MARGIN = 4;

export const stageFlow: Chart = {
  key: 'stage-flow',
  title: 'Flow between stages',
  needs: ({stages}) => (stages?.flows.length ?? 0) > 0,
  spec(results) {
    const panels = panelsOf(results);
    const height = panels.length === 1 ? 230 : panels.length === 2 ? 170 : 130;
    const back = panels.some(({layout}) => layout(height).loops.length > 0);
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: {
        text: this.title,
        subtitle: [
          `Number of items that arrived in the counted time, and how long a stay was${back ? '. Below, dark: what goes back' : ''}`,
          replicationNote(results, false),
        ],
      },
      vconcat: panels.map(({name, layout, stays}) => panel(name, layout(height), stays)),
      spacing: 18,
      bounds: 'full',
      config: {...CONFIG, axis: {...CONFIG.axis, grid: false}},
    };
  },
};

interface FlowPanel {
  readonly name: string;
  readonly layout: (height: number) => FlowLayout;
  /** Mean stay of each stage, s. */
  readonly stays: ReadonlyMap<string, number | null>;
}

function panelsOf({stages}: Results): FlowPanel[] {
  if (stages === undefined) return [];
  const begun = new Map<string, number>();
  const [first] = stages.names;
  for (const {process, from, items} of stages.flows)
    begun.set(process, (begun.get(process) ?? 0) + (from === first?.stage ? items : 0));
  const processes = [...begun.keys()];
  const largest = new Set(
    [...processes].sort((a, b) => (begun.get(b) ?? 0) - (begun.get(a) ?? 0)).slice(0, MOST_PANELS),
  );
  const own = processes.length <= MOST_PANELS ? processes : processes.filter((name) => largest.has(name)).slice(0, -1);
  const others = processes.filter((name) => !own.includes(name));
  const groups = [
    ...own.map((name) => ({name: printable(name, 60), of: [name]})),
    ...(others.length > 0 ? [{name: `${others.length} others together`, of: others}] : []),
  ];
  return groups.map(({name, of}) => {
    const rows = stages.rows.filter(({process}) => of.includes(process));
    const nodes = stages.names.map(({stage, status}) => ({name: stage, column: COLUMN_OF[status] ?? FINAL}));
    const flows = together(stages.flows.filter(({process}) => of.includes(process)));
    return {
      name,
      layout: (height) => flowLayout(nodes, flows, {width: WIDTH - MARGIN, height, names: NAMES_WIDTH, aside: ASIDE}),
      stays: new Map(
        stages.names.map(({stage, final}) => {
          const stays = rows.filter((row) => row.stage === stage);
          const left = stays.reduce((sum, row) => sum + row.left, 0);
          const seconds = stays.reduce((sum, row) => sum + row.seconds, 0);
          return [stage, final || left === 0 ? null : seconds / left];
        }),
      ),
    };
  });
}

/** Flows of several processes between the same stages are one. */
function together(flows: readonly StageFlow[]): {from: string; to: string; items: number}[] {
  const sums = new Map<string, {from: string; to: string; items: number}>();
  for (const {from, to, items} of flows) {
    const key = JSON.stringify([from, to]);
    const sum = sums.get(key) ?? {from, to, items: 0};
    sum.items += items;
    sums.set(key, sum);
  }
  return [...sums.values()];
}

function panel(name: string, {height, boxes, bands, loops}: FlowLayout, stays: FlowPanel['stays']) {
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: {domain: [-MARGIN, WIDTH - MARGIN], nice: false, zero: false},
    axis: null,
  });
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    scale: {domain: [height, 0], nice: false, zero: false},
    axis: null,
    stack: null,
  });
  const besideY = (box: Box) => box.y + Math.min(box.height / 2, 20);
  /** What goes back leaves to the right: there a name would lie on it, unless one of another box is in the way on the left. */
  const isLeft = (box: Box) =>
    loops.some(({edge}) => edge.from === box.name) &&
    !boxes.some(
      (other) => other.x < box.x && box.x - other.x < WIDTH / 2 && Math.abs(besideY(other) - besideY(box)) < 32,
    );
  const label = (box: Box) => {
    const stay = stays.get(box.name) ?? null;
    return {
      left: isLeft(box),
      x: rounded(isLeft(box) ? box.x - 5 : box.x + box.width + 5),
      y: rounded(besideY(box)),
      name: box.name === 'new' ? 'arrived' : printable(box.name, 20),
      more: [amount(box.items), ...(stay === null || stay === 0 ? [] : [span(stay)])].join(' · '),
    };
  };
  const labels = boxes.map(label);
  return {
    title: {text: name, fontSize: 12, color: INK, offset: 6},
    width: WIDTH,
    height,
    view: {stroke: null},
    layer: [
      ...bands.map(({points}) => ({
        data: {values: points.map(({x, low, high}) => ({x: rounded(x), low: rounded(low), high: rounded(high)}))},
        mark: {type: 'area', color: AREAS.notStarted, opacity: 0.75},
        encoding: {x: x('x'), y: y('low'), y2: {field: 'high'}},
      })),
      ...loops.map(({points, width}) => ({
        data: {values: points.map(({x, y}, i) => ({i, x: rounded(x), y: rounded(y)}))},
        mark: {type: 'line', color: SERIES[1].colour, opacity: 0.55, strokeWidth: rounded(width), strokeJoin: 'round'},
        encoding: {x: x('x'), y: y('y'), order: {field: 'i', type: 'quantitative'}},
      })),
      {
        data: {
          values: boxes.map((box) => ({
            x: rounded(box.x),
            x2: rounded(box.x + box.width),
            y: rounded(box.y),
            y2: rounded(box.y + box.height),
          })),
        },
        mark: {type: 'rect', color: AREAS.inHand},
        encoding: {x: x('x'), x2: {field: 'x2'}, y: y('y'), y2: {field: 'y2'}},
      },
      ...[false, true].flatMap((left) => {
        const those = labels.filter((one) => one.left === left).map(({left: _, ...shown}) => shown);
        const align = left ? 'right' : 'left';
        return those.length === 0
          ? []
          : [
              text(those, 'name', {align, color: INK, fontWeight: 'bold', dy: -1, baseline: 'bottom'}, x, y),
              text(those, 'more', {align, color: MUTED, dy: 2, baseline: 'top', fontSize: 10}, x, y),
            ];
      }),
    ],
  };
}

function text(
  values: readonly Record<string, unknown>[],
  field: string,
  look: Record<string, unknown>,
  x: (field: string) => unknown,
  y: (field: string) => unknown,
) {
  return {
    data: {values},
    mark: {type: 'text', ...look},
    encoding: {x: x('x'), y: y('y'), text: {field, type: 'nominal'}},
  };
}
