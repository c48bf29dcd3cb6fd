/** A table of a README: its header and its rows, cells without the blanks that line them up. */
export interface MarkdownTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const cells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** The tables of a Markdown text, in order. */
export function tablesOf(markdown: string): MarkdownTable[] {
  const blocks = markdown.split(/\n(?!\|)/).flatMap((block) => {
    const lines = block.split('\n').filter((line) => line.startsWith('|'));
    return lines.length > 2 ? [lines] : [];
  });
  return blocks.map(([header, , ...rows]) => ({header: cells(header ?? ''), rows: rows.map(cells)}));
}

/** The text from the line that begins so, up to the next line that begins otherwise: a section of a README. */
export function sectionOf(markdown: string, begins: string, ends: string): string {
  const from = markdown.indexOf(`\n${begins}`);
  const to = markdown.indexOf(`\n${ends}`, from + 1);
  if (from < 0 || to < 0) throw new Error(`the README has no part from "${begins}" to "${ends}"`);
  return markdown.slice(from + 1, to);
}
