/**
 * A JSON document that is text for a terminal too: what would move a cursor, colour or hide is written as an escape,
 * which reads back the same. JSON has no infinity and no NaN: they are null, as nothing observed is.
 */
export const jsonText = (value: unknown): string => shownText(JSON.stringify(value, finite, 2));

/** The same on one line: for what is long and read by programs. */
export const jsonLine = (value: unknown): string => shownText(JSON.stringify(value, finite));

function shownText(text: string): string {
  return `${text.replace(/[^\n\P{Cc}]|[\p{Cf}\u2028\u2029]/gu, escaped)}\n`;
}

function finite(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}

function escaped(char: string): string {
  return Array.from({length: char.length}, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
}
