import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import {amount, percent} from '../quantities.ts';
import {AREAS, CONFIG, INK, MUTED, WIDTH} from '../theme.ts';
import type {Chart} from './chart.ts';
import {type FlowEdge, type FlowNode, flowLayout} from './flowLayout.ts';
import {rounded} from './linePanel.ts';
import {replicationNote} from './timeAxis.ts';

const COLUMNS = ['channel', 'process', 'taken at', 'group'] as const;
type Column = (typeof COLUMNS)[number];
/** Boxes of a column; what is more goes together into the last. */
const MOST_BOXES = 8;
const NAMES_WIDTH = 130;
const LEAST_HEIGHT = 170;
const BOX_HEIGHT = 48;

export const routingFlow: Chart = {
  key: 'routing-flow',
  title: 'From channel to group: who took what',
  needs: ({takenBy}) => (takenBy?.length ?? 0) > 0,
  spec(results) {
    const {nodes, edges, most} = flowOf(results);
    const {boxes, bands, height} = flowLayout(nodes, edges, {
      width: WIDTH,
      height: Math.max(LEAST_HEIGHT, most * BOX_HEIGHT),
      names: NAMES_WIDTH,
    });
    const all = (results.takenBy ?? []).reduce((sum, {answered}) => sum + answered, 0);
    const labels = boxes.map(({name, x, y, width, height: tall, items}) => ({
      x: rounded(x + width + 5),
      y: rounded(y + Math.min(tall / 2, 20)),
      name: nameOf(name),
      more: `${amount(items)} \u00b7 ${percent(items / all)}`,
    }));
    const heads = [...new Set(boxes.map(({x}) => x))].map((x, column) => ({x, y: -28, name: COLUMNS[column]}));
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: {
        text: this.title,
        subtitle: [
          'Number of items answered that arrived in the counted time. Taken at: targets in the order in which they open',
          replicationNote(results, false),
        ],
      },
      width: WIDTH,
      height: height + HEAD,
      layer: [
        ...bands.map(({edge, points}) => ({
          data: {values: points.map(({x, low, high}) => ({x: rounded(x), low: rounded(low), high: rounded(high)}))},
          mark: {
            type: 'area',
            color: AREAS.notStarted,
            opacity: 0.75,
            tooltip: `${nameOf(edge.from)} \u2192 ${nameOf(edge.to)}: ${amount(edge.items)} items`,
          },
          encoding: {x: x('x'), y: y('low', height), y2: {field: 'high'}},
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
          encoding: {x: x('x'), x2: {field: 'x2'}, y: y('y', height), y2: {field: 'y2'}},
        },
        text(labels, 'name', {color: INK, fontWeight: 'bold', dy: -1, baseline: 'bottom'}, height),
        text(labels, 'more', {color: MUTED, dy: 2, baseline: 'top', fontSize: 10}, height),
        text(heads, 'name', {color: MUTED, baseline: 'middle'}, height),
      ],
      config: {...CONFIG, axis: {...CONFIG.axis, grid: false}},
    };
  },
};

/** Room above the boxes for the heads of the columns. */
const HEAD = 38;

const x = (field: string) => ({
  field,
  type: 'quantitative',
  scale: {domain: [0, WIDTH], nice: false, zero: false},
  axis: null,
});
const y = (field: string, height: number) => ({
  field,
  type: 'quantitative',
  scale: {domain: [height, -HEAD], nice: false, zero: false},
  axis: null,
  stack: null,
});

function text(values: readonly object[], field: string, look: Record<string, unknown>, height: number) {
  return {
    data: {values},
    mark: {type: 'text', align: 'left', ...look},
    encoding: {x: x('x'), y: y('y', height), text: {field, type: 'nominal'}},
  };
}

/** Nodes of several columns may have one name: a channel and a process, a process and a group. */
const keyOf = (column: Column, name: string): string => `${COLUMNS.indexOf(column)}${name}`;
const nameOf = (key: string): string => printable(key.slice(1), 20);

/** Which target it was, as people say it. */
const STEPS = ['preferred agent', 'primary', 'secondary', 'tertiary'];
const stepName = (step: number): string => STEPS[step] ?? `target ${step}`;

interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  /** Boxes in the fullest column. */
  readonly most: number;
}

/** What was answered, from each column to the next. */
function flowOf({flow, takenBy = []}: Results): Flow {
  const arrived = flow.processChannel.map(({process, channel, values}) => ({
    process,
    channel,
    items: values.answered?.value ?? 0,
  }));
  const steps = [...new Set(takenBy.map(({step}) => step))].sort((a, b) => a - b);
  const processes = largest(takenBy.map(({process, answered}) => [process, answered]));
  const groups = largest(takenBy.map(({group, answered}) => [group, answered]));
  const channels = largest(arrived.map(({channel, items}) => [channel, items]));
  const edges = new Map<string, {from: string; to: string; items: number}>();
  const add = (from: string, to: string, items: number) => {
    if (items === 0) return;
    const key = JSON.stringify([from, to]);
    const edge = edges.get(key) ?? {from, to, items: 0};
    edge.items += items;
    edges.set(key, edge);
  };
  for (const {channel, process, items} of arrived)
    add(keyOf('channel', channels.shown(channel)), keyOf('process', processes.shown(process)), items);
  for (const {process, step, group, answered} of takenBy) {
    const target = keyOf('taken at', stepName(step));
    add(keyOf('process', processes.shown(process)), target, answered);
    add(target, keyOf('group', groups.shown(group)), answered);
  }
  const names: Readonly<Record<Column, readonly string[]>> = {
    channel: channels.names,
    process: processes.names,
    'taken at': steps.map(stepName),
    group: groups.names,
  };
  return {
    nodes: COLUMNS.flatMap((head, column) => names[head].map((name) => ({name: keyOf(head, name), column}))),
    edges: [...edges.values()],
    most: Math.max(...COLUMNS.map((head) => names[head].length)),
  };
}

/** Names in the order in which they came; of more than a column holds the largest, and the others as one. */
function largest(counts: readonly (readonly [name: string, items: number])[]) {
  const sums = new Map<string, number>();
  for (const [name, items] of counts) sums.set(name, (sums.get(name) ?? 0) + items);
  const all = [...sums.keys()];
  if (all.length <= MOST_BOXES) return {names: all, shown: (name: string) => name};
  const kept = new Set([...all].sort((a, b) => (sums.get(b) ?? 0) - (sums.get(a) ?? 0)).slice(0, MOST_BOXES - 1));
  const others = `${all.length - kept.size} others`;
  return {
    names: [...all.filter((name) => kept.has(name)), others],
    shown: (name: string) => (kept.has(name) ? name : others),
  };
}
