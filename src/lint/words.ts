/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** Rows count from 1 for people: `row 2`, `rows 2 and 5`. */
export const numbered = (noun: string, rows: readonly number[]): string =>
  `${noun}${rows.length === 1 ? '' : 's'} ${listed(rows.map((row) => String(row + 1)))}`;

export const percent = (share: number): string => `${Number((100 * share).toPrecision(2))} %`;

/** As many digits as a person compares. */
export const short = (value: number): string => String(Number(value.toPrecision(4)));
