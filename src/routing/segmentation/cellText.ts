/** Characters of a word that stands for itself. Quotes, comparisons, brackets and `?` belong to FEEL. */
const WORD = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_ .'’&/+#@:-]*$/u;
const LETTER = /\p{L}/u;
const RESERVED = new Set(['and', 'or', 'not', 'in', 'between', 'null', 'if', 'then', 'else', 'for', 'some', 'every']);

/** True of a text such as `Gold` or `Web chat`, which FEEL would take for a variable. */
export function isPlainWord(text: string): boolean {
  return (
    WORD.test(text) &&
    LETTER.test(text) &&
    !text
      .toLowerCase()
      .split(/\s+/)
      .some((word) => RESERVED.has(word))
  );
}

const quoted = (text: string) => (isPlainWord(text) ? JSON.stringify(text) : text);

/**
 * A cell as written (YAML or CSV) in FEEL: an empty cell is `-`, a plain word or a list of words is that text, within
 * `not(…)` too; a number is a number; everything else stays as it is.
 */
export function feelOf(written: unknown): string {
  if (written === null || written === undefined) return '-';
  if (typeof written === 'boolean') return JSON.stringify(String(written));
  const text = String(written).trim();
  if (text === '') return '-';
  const negated = /^not\s*\((.*)\)$/s.exec(text);
  if (negated) return `not(${wordsQuoted(negated[1] ?? '')})`;
  return wordsQuoted(text);
}

const wordsQuoted = (text: string) => partsOf(text).map(quoted).join(', ');

/** The parts of a list, cut at commas that stand in no quotes and no brackets; trimmed. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let inQuotes = false;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (inQuotes) {
      if (char === '\\') i++;
      else if (char === '"') inQuotes = false;
    } else if (char === '"') inQuotes = true;
    else if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') depth--;
    else if (char === ',' && depth <= 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  return [...parts, text.slice(start).trim()];
}
