/** A Markdown table; `right` counts from the left which columns hold numbers. */
export function table(header: readonly string[], rows: readonly (readonly string[])[], right: readonly number[] = []) {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map((_, i) => (right.includes(i) ? '--:' : '---'))), ...rows.map(line)].join('\n');
}

export const shown = (value: number, digits = 6): string => String(Number(value.toPrecision(digits)));
export const plusMinus = (width: number): string => (width === 0 ? '' : ` ± ${shown(width, 2)}`);
export const count = (value: number): string => value.toLocaleString('en');
/** A probability: 0.034, or < 0.0001. */
export const probability = (p: number): string => (p < 1e-4 ? '< 0.0001' : shown(p, 2));
