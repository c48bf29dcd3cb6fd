const LONGEST = 60;

/**
 * A value somebody wrote, fit for one line of a message: text in quotes, control and direction characters escaped,
 * cut after 60 characters; `a list`, `a map`, `nothing` for the rest.
 */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return `"${printable(value, LONGEST).replaceAll('"', '\\"')}"`;
  if (typeof value === 'number') return `the number ${value}`;
  return String(value);
}

/** One line of text without anything that moves a cursor, colours a terminal or hides; cut after `longest` characters. */
export function printable(text: string, longest = Number.POSITIVE_INFINITY): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, escaped);
}

const NAMED: Readonly<Record<string, string>> = {'\n': '\\n', '\r': '\\r', '\t': '\\t'};

function escaped(char: string): string {
  return NAMED[char] ?? `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
