/**
 * Where the boxes and bands of a flow chart lie, in pixels: boxes in columns, what goes on as bands from left to right
 * (after the diagrams of M. H. P. R. Sankey, 1898), what goes back as loops below.
 */
export interface FlowNode {
  readonly name: string;
  /** From left to right; columns without nodes take no room. */
  readonly column: number;
}
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly items: number;
}

export interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly items: number;
}
/** Points of one have the band's edges; of a loop its middle, and it has a width. */
export interface Band {
  readonly edge: FlowEdge;
  readonly points: readonly {readonly x: number; readonly low: number; readonly high: number}[];
}
export interface Loop {
  readonly edge: FlowEdge;
  readonly width: number;
  readonly points: readonly {readonly x: number; readonly y: number}[];
}
export interface FlowLayout {
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly bands: readonly Band[];
  readonly loops: readonly Loop[];
}

const BOX_WIDTH = 12;
/** Room for two lines beside each box. */
const GAP = 30;
const THINNEST = 1.5;
const STEPS = 24;
const LOOP_GAP = 6;

interface Placed extends FlowNode {
  readonly items: number;
  y: number;
  height: number;
  /** Where the next band leaves and arrives. */
  out: number;
  in: number;
}

/** `width`: of the picture, names beside the last column included; `height`: of the tallest column; `aside`: column that lies at the bottom. */
export function flowLayout(
  nodes: readonly FlowNode[],
  edges: readonly FlowEdge[],
  size: {readonly width: number; readonly height: number; readonly names: number; readonly aside?: number},
): FlowLayout {
  const placed = placedNodes(nodes, edges);
  const columns = [...new Set(placed.map(({column}) => column))].sort((a, b) => a - b);
  const inColumn = (column: number) => placed.filter((node) => node.column === column);
  const scale = Math.min(
    ...columns.map((column) => {
      const of = inColumn(column);
      return (size.height - GAP * (of.length - 1)) / of.reduce((sum, {items}) => sum + items, 0);
    }),
  );
  for (const column of columns) place(inColumn(column), scale, size.height, column === size.aside);
  const step = (size.width - size.names - BOX_WIDTH) / Math.max(1, columns.length - 1);
  const xOf = (node: Placed) => columns.indexOf(node.column) * step;
  const thickness = (items: number) => Math.max(THINNEST, items * scale);
  const onward: Band[] = [];
  const back: {readonly edge: FlowEdge; readonly from: Placed; readonly to: Placed}[] = [];
  for (const {edge, from, to} of inOrder(edges, placed)) {
    if (from.column >= to.column) {
      back.push({edge, from, to});
      continue;
    }
    const half = thickness(edge.items) / 2;
    const [start, end] = [from.out + half, to.in + half];
    from.out += 2 * half;
    to.in += 2 * half;
    onward.push({edge, points: curve(xOf(from) + BOX_WIDTH, start, xOf(to), end, half)});
  }
  const ends = back.map(({edge, from, to}) => {
    const width = thickness(edge.items);
    const [start, end] = [from.out + width / 2, to.in + width / 2];
    from.out += width;
    to.in += width;
    return {edge, width, start, end, from, to};
  });
  // What leaves lowest turns first: loops lie one in another.
  let reach = 0;
  const loops = ends
    .sort((a, b) => b.start - a.start)
    .map(({edge, width, start, end, from, to}): Loop => {
      const radius = reach + LOOP_GAP + width / 2;
      reach = radius + width / 2;
      const points = loop(xOf(from) + BOX_WIDTH, start, xOf(to), end, size.height + LOOP_GAP + radius, radius);
      return {edge, width, points};
    });
  return {
    height: Math.ceil(size.height + (loops.length > 0 ? reach + 2 * LOOP_GAP : 0)),
    boxes: placed.map((node) => ({
      name: node.name,
      x: xOf(node),
      y: node.y,
      width: BOX_WIDTH,
      height: node.height,
      items: node.items,
    })),
    bands: onward,
    loops,
  };
}

/** As much as comes or goes, whichever is more: what begins only goes, what ends only comes. */
function placedNodes(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): Placed[] {
  return nodes.flatMap((node) => {
    const sum = (end: 'from' | 'to') =>
      edges.reduce((total, edge) => total + (edge[end] === node.name ? edge.items : 0), 0);
    const items = Math.max(sum('from'), sum('to'));
    if (items === 0) return [];
    return [{...node, items, y: 0, height: 0, out: 0, in: 0}];
  });
}

function place(nodes: readonly Placed[], scale: number, height: number, atBottom: boolean): void {
  const whole = nodes.reduce((sum, {items}) => sum + Math.max(THINNEST, items * scale), GAP * (nodes.length - 1));
  let y = atBottom ? Math.max(0, height - whole) : 0;
  for (const node of nodes) {
    node.y = node.out = node.in = y;
    node.height = Math.max(THINNEST, node.items * scale);
    y += node.height + GAP;
  }
}

/** Bands leave in the order of where they arrive, and arrive in the order of where they left: they cross least. */
function inOrder(edges: readonly FlowEdge[], placed: readonly Placed[]) {
  const byName = new Map(placed.map((node) => [node.name, node]));
  return edges
    .flatMap((edge) => {
      const [from, to] = [byName.get(edge.from), byName.get(edge.to)];
      return from && to ? [{edge, from, to}] : [];
    })
    .sort(
      (a, b) => a.from.column - b.from.column || a.from.y - b.from.y || a.to.y - b.to.y || b.to.column - a.to.column,
    );
}

/** From level to level, level at both ends. */
function curve(x0: number, y0: number, x1: number, y1: number, half: number): Band['points'] {
  return Array.from({length: STEPS + 1}, (_, i) => {
    const t = i / STEPS;
    const y = y0 + (y1 - y0) * t * t * (3 - 2 * t);
    return {x: x0 + (x1 - x0) * t, low: y - half, high: y + half};
  });
}

/** Out to the right, down, back below everything, up, and in from the left; corners are quarters of a circle. */
function loop(x0: number, y0: number, x1: number, y1: number, below: number, radius: number): Loop['points'] {
  const corner = (x: number, y: number, from: number) =>
    Array.from({length: 15}, (_, i) => {
      const angle = ((from + (i / 14) * 90) * Math.PI) / 180;
      return {x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle)};
    });
  return [
    {x: x0, y: y0},
    ...corner(x0, y0 + radius, -90),
    ...corner(x0, below - radius, 0),
    ...corner(x1, below - radius, 90),
    ...corner(x1, y1 + radius, 180),
    {x: x1, y: y1},
  ];
}
