/**
 * A JSON document that is text for a terminal too: what would move a cursor, colour or hide is written as an escape,
 * which reads back the same. JSON has no infinity and no NaN: they are null, as nothing observed is.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, finite, 2);
  return `${text.replace(/[^\n\P{Cc}]|[\p{Cf}\u2028\u2029]/gu, escaped)}\n`;
}

function finite(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}

function escaped(char: string): string {
  return Array.from({length: char.length}, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
}
