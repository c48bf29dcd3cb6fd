/** Names in columns of a terminal. What makes them harmless is `printable` in language/show.ts. */

/** Nearly every text: a character, a column. */
const PLAIN = /^[ -~]*$/;
const COMBINING = /^\p{M}$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

/** Columns a terminal gives a text: none to a combining mark, two to a wide character. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const char of text) columns += COMBINING.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return columns;
}

/** The text in at most `width` columns, cut with an ellipsis. */
export function cut(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let kept = '';
  let columns = 0;
  for (const char of text) {
    const next = columnsOf(char);
    if (columns + next > width - 1) break;
    kept += char;
    columns += next;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Texts of one column in at most `width` columns each: cut at the end, or in the middle where ends are what tells them
 * apart (`process-number-01`, `process-number-02`).
 */
export function cutApart(texts: readonly string[], width: number): string[] {
  const times = new Map<string, Set<string>>();
  for (const text of texts) {
    const short = cut(text, width);
    times.set(short, (times.get(short) ?? new Set()).add(text));
  }
  return texts.map((text) => {
    const short = cut(text, width);
    return (times.get(short)?.size ?? 0) > 1 ? cutMiddle(text, width) : short;
  });
}

function cutMiddle(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  const chars = [...text];
  let tail = '';
  while (columnsOf(tail) < Math.floor((width - 1) / 2)) tail = `${chars.pop() ?? ''}${tail}`;
  return `${cut(chars.join(''), width - columnsOf(tail))}${tail}`;
}

/** Cut to `width` columns, or filled up to them. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const short = cut(text, width);
  const fill = ' '.repeat(width - columnsOf(short));
  return align === 'left' ? short + fill : fill + short;
}

/** Lines of at most `width` columns, broken between words; a longer word is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (columnsOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = cut(word, width);
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}
