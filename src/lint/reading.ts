/** How `and` and `or` are read where they are mixed without brackets. */

/** A text cut into words that are `and` or `or` at the outermost level, and what stands between them. */
interface Chain {
  readonly parts: readonly string[];
  readonly words: readonly ('and' | 'or')[];
}

/** The same expression with brackets: as FEEL has it, `and` first, and from left to right, as some products read it. */
export interface Readings {
  readonly feel: string;
  readonly leftToRight: string;
}

/** Null where nothing is mixed, or both ways of reading are one. Brackets written are kept, and looked into. */
export function readingsOf(text: string): Readings | null {
  const chain = chainOf(text);
  const inner = chain.parts.map((part) => {
    const inside = /^((?:not\s*)?\()(.*)\)$/is.exec(part);
    const read = inside && readingsOf(inside[2] ?? '');
    return read && {feel: `${inside[1]}${read.feel})`, leftToRight: `${inside[1]}${read.leftToRight})`};
  });
  const mixed = chain.words.includes('and') && chain.words.includes('or');
  // `a and b or c` is one and the same; what surprises is an `or` before an `and`.
  const surprises = mixed && chain.words.lastIndexOf('and') > chain.words.indexOf('or');
  if (!surprises && inner.every((one) => one === null)) return null;
  const parts = (way: keyof Readings) => chain.parts.map((part, index) => inner[index]?.[way] ?? part);
  return {
    feel: mixed ? andFirst({...chain, parts: parts('feel')}) : joined({...chain, parts: parts('feel')}),
    leftToRight: mixed
      ? inTurn({...chain, parts: parts('leftToRight')})
      : joined({...chain, parts: parts('leftToRight')}),
  };
}

const joined = ({parts, words}: Chain) =>
  parts.map((part, i) => (i === 0 ? part : `${words[i - 1]} ${part}`)).join(' ');

function andFirst({parts, words}: Chain): string {
  const groups: string[][] = [[parts[0] ?? '']];
  for (const [index, word] of words.entries())
    if (word === 'and') groups.at(-1)?.push(parts[index + 1] ?? '');
    else groups.push([parts[index + 1] ?? '']);
  return groups.map((group) => (group.length > 1 ? `(${group.join(' and ')})` : group[0])).join(' or ');
}

function inTurn({parts, words}: Chain): string {
  return words.reduce((read, word, index) => {
    const changes = index > 0 && words[index - 1] !== word;
    return `${changes ? `(${read})` : read} ${word} ${parts[index + 1]}`;
  }, parts[0] ?? '');
}

/** The `and` of `between a and b` joins nothing. */
function chainOf(text: string): Chain {
  const parts: string[] = [];
  const words: ('and' | 'or')[] = [];
  let depth = 0;
  let start = 0;
  let between = 0;
  const pattern = /"(?:[^"\\]|\\.)*"|[([{]|[)\]}]|(?<![\p{L}\p{N}_])(and|or|between)(?![\p{L}\p{N}_])/giu;
  for (const match of text.matchAll(pattern)) {
    const [found, word] = match;
    if (/^[([{]$/.test(found)) depth++;
    else if (/^[)\]}]$/.test(found)) depth--;
    else if (word === undefined || depth > 0) continue;
    else if (word.toLowerCase() === 'between') between++;
    else if (word.toLowerCase() === 'and' && between > 0) between--;
    else {
      parts.push(text.slice(start, match.index).trim());
      words.push(word.toLowerCase() as 'and' | 'or');
      start = match.index + found.length;
    }
  }
  return {parts: [...parts, text.slice(start).trim()], words};
}
