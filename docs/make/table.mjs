/** Text for a cell of a Markdown table. */
export const cell = (text) =>
  text
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ')
    .replaceAll('<name>', '`<name>`')
    .replaceAll('``<name>``', '`<name>`');

/** A Markdown table; nothing where there are no rows. */
export function table(header, rows) {
  if (rows.length === 0) throw new Error(`a table of ${header.join(', ')} without rows`);
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
