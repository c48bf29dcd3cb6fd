/** What holds values of the reader's, which may look like colours. */
const DATA = new Set(['data', 'domain']);

/** The specification with other colours: `of` is asked for every `#rrggbb` in it. */
export function recoloured<Node>(node: Node, of: (colour: string) => string): Node {
  return withColours(node, of) as Node;
}

function withColours(node: unknown, of: (colour: string) => string): unknown {
  if (typeof node === 'string') return /^#[0-9a-f]{6}$/i.test(node) ? of(node) : node;
  if (Array.isArray(node)) return node.map((each) => withColours(each, of));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, DATA.has(key) ? value : withColours(value, of)]),
  );
}
