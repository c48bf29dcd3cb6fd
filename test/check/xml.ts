/** An element of a document, in the order in which they begin; text is its own. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

/** Reads elements, attributes and text, and nothing else that XML has. Throws where the text is not well-formed. */
export function elementsOf(xml: string): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  if (body === xml) throw new Error('no XML declaration');
  const tokens = /<(\/?)([a-z]+)((?:\s+[a-z]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(.)/gs;
  for (const [, closing, name = '', attributes = '', empty, text, strange] of body.matchAll(tokens)) {
    if (strange !== undefined) throw new Error(`not well-formed: ${strange}`);
    const last = open.at(-1);
    if (text !== undefined) {
      if (last) last.text += unescaped(text);
      else if (text.trim() !== '') throw new Error(`text outside: ${text}`);
    } else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> ends nothing`);
    } else {
      const pairs = [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)];
      const element = {
        name,
        text: '',
        attributes: Object.fromEntries(pairs.map(([, key, value = '']) => [key, unescaped(value)])),
      };
      found.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length > 0) throw new Error(`<${open[0]?.name}> does not end`);
  return found;
}

function unescaped(text: string): string {
  return text.replace(/&([a-z]*);?/g, (whole, name: string) => {
    const char = ENTITIES[name];
    if (char === undefined || !whole.endsWith(';')) throw new Error(`no entity: ${whole}`);
    return char;
  });
}
