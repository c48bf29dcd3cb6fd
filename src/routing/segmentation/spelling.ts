import {isPlainWord, partsOf} from './cellText.ts';

const NUMBER = '-?\\d+(?:\\.\\d+)?';
const SIGN = '(<=|>=|=<|=>|<|>)';
const BOTH = new RegExp(`^${SIGN}\\s*(${NUMBER})\\s*(?:and|&&?|,)\\s*${SIGN}\\s*(${NUMBER})$`, 'i');
const BETWEEN = new RegExp(`^(?:between\\s+)?(${NUMBER})\\s*(?:-|–|\\.\\.\\.?|to|and)\\s*(${NUMBER})$`, 'i');
const THOUSANDS = new RegExp(`^(${SIGN}?)\\s*(\\d{1,3}(?:,\\s?\\d{3})+)$`);

/**
 * How a cell that FEEL takes for something else, or fails on in silence, should be written; undefined where nobody can
 * tell. `"Gold" or "Silver"` is `Gold, Silver`; `>5000 and <9000` is `(5000..9000)`.
 */
export function betterSpelling(cell: string): string | undefined {
  return bothLimits(cell) ?? range(cell) ?? thousands(cell) ?? foreignSign(cell) ?? alternatives(cell) ?? quoted(cell);
}

function bothLimits(cell: string): string | undefined {
  const match = BOTH.exec(cell);
  if (!match) return undefined;
  const [, first, a, second, b] = match as unknown as [string, string, string, string, string];
  if (isUpper(first) === isUpper(second)) return undefined;
  const [low, high] = isUpper(first) ? [b, a] : [a, b];
  const [lowSign, highSign] = isUpper(first) ? [second, first] : [first, second];
  if (Number(low) > Number(high)) return undefined;
  return `${lowSign.includes('=') ? '[' : '('}${low}..${high}${highSign.includes('=') ? ']' : ')'}`;
}

const isUpper = (sign: string) => sign.includes('<');

function range(cell: string): string | undefined {
  const match = BETWEEN.exec(cell);
  return match && Number(match[1]) < Number(match[2]) ? `[${match[1]}..${match[2]}]` : undefined;
}

/** Digits grouped by commas, which FEEL reads as a list. */
function thousands(cell: string): string | undefined {
  const match = THOUSANDS.exec(cell);
  if (!match || (!match[1] && !/,\s?0/.test(cell))) return undefined;
  return `${match[1] ? `${match[1]} ` : ''}${match[3]?.replace(/[,\s]/g, '')}`;
}

function foreignSign(cell: string): string | undefined {
  const equal = /^==\s*(.+)$/s.exec(cell);
  if (equal) return bare(equal[1] ?? '');
  const unequal = /^(?:<>|!(?!=)|not\s+(?!\())\s*(.+)$/is.exec(cell);
  if (unequal) return `not(${bare(unequal[1] ?? '')})`;
  const reversed = /^(=>|=<)\s*(.+)$/s.exec(cell);
  if (reversed) return `${reversed[1] === '=>' ? '>=' : '<='} ${reversed[2]}`;
  const listed = /^in\s*[([](.*)[)\]]$/is.exec(cell);
  if (listed)
    return partsOf(listed[1] ?? '')
      .map(bare)
      .join(', ');
  const equals = /^=\s*(.+)$/s.exec(cell);
  return equals && isPlainWord(equals[1] ?? '') ? equals[1] : undefined;
}

/** Words joined by something else than a comma. */
function alternatives(cell: string): string | undefined {
  const parts = cell.split(/\s+or\s+|\s*\|\|?\s*|\s*;\s*/i).map(bare);
  const simple = new RegExp(`^(?:${SIGN}\\s*)?${NUMBER}$|^"(?:[^"\\\\]|\\\\.)*"$`);
  if (parts.length < 2 || !parts.every((part) => isPlainWord(part) || simple.test(part))) return undefined;
  return parts.join(', ');
}

/** A text in single or typographic quotes, or one with characters that FEEL reads as its own. */
function quoted(cell: string): string | undefined {
  const single = /^['‘’“”](.*)['‘’“”]$/s.exec(cell);
  if (single) return bare(JSON.stringify(single[1]));
  return /^[\p{L}][^"<>=!?[\]]*$/u.test(cell) && !/^[\p{L} ]+\(/u.test(cell) ? JSON.stringify(cell) : undefined;
}

/** A word without the quotes it does not need. */
function bare(text: string): string {
  const match = /^["'](.*)["']$/s.exec(text.trim());
  const inner = match?.[1] ?? text.trim();
  return match && !isPlainWord(inner) ? JSON.stringify(inner) : inner;
}
