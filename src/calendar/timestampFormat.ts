/**
 * Timestamp formats as written in a scenario, in the letters of Unicode TR 35 (as in Java and most exports):
 * yyyy yy, MM M MMM, dd d, HH H hh h a, mm m, ss s, SSS, XXX or Z for an offset, text in quotes as it stands.
 */
export type Field = 'year' | 'year2' | 'month' | 'monthName' | 'day' | 'hour' | 'hour12' | 'half' | 'minute';
export type TimeField = Field | 'second' | 'fraction' | 'offset';
export type FormatPart =
  | {readonly kind: 'field'; readonly field: TimeField; readonly minDigits: number; readonly maxDigits: number}
  | {readonly kind: 'literal'; readonly text: string};

const FIELDS: Readonly<Record<string, readonly [TimeField, number, number]>> = {
  yyyy: ['year', 4, 4],
  uuuu: ['year', 4, 4],
  yy: ['year2', 2, 2],
  MMMM: ['monthName', 0, 0],
  MMM: ['monthName', 0, 0],
  MM: ['month', 1, 2],
  M: ['month', 1, 2],
  dd: ['day', 1, 2],
  d: ['day', 1, 2],
  HH: ['hour', 1, 2],
  H: ['hour', 1, 2],
  hh: ['hour12', 1, 2],
  h: ['hour12', 1, 2],
  a: ['half', 0, 0],
  mm: ['minute', 1, 2],
  m: ['minute', 1, 2],
  ss: ['second', 1, 2],
  s: ['second', 1, 2],
  S: ['fraction', 1, 9],
  SS: ['fraction', 1, 9],
  SSS: ['fraction', 1, 9],
  SSSSSS: ['fraction', 1, 9],
  X: ['offset', 0, 0],
  XX: ['offset', 0, 0],
  XXX: ['offset', 0, 0],
  Z: ['offset', 0, 0],
};

/** Parts of a format, or what is wrong with it (`MMMMM` unknown, `dd/mm/yyyy` takes minutes for months). */
export function parseTimestampFormat(format: string): readonly FormatPart[] | string {
  const parts: FormatPart[] = [];
  for (const [token, quotedText] of format.matchAll(/'([^']*)'|([a-zA-Z])\2*|[^a-zA-Z']+/g)) {
    const field = FIELDS[token];
    if (field) {
      parts.push({kind: 'field', field: field[0], minDigits: field[1], maxDigits: field[2]});
    } else if (quotedText !== undefined) {
      parts.push({kind: 'literal', text: quotedText === '' ? "'" : quotedText});
    } else if (token === 'T' || !/[a-zA-Z]/.test(token)) {
      parts.push({kind: 'literal', text: token});
    } else {
      return `the format ${JSON.stringify(format)} has ${JSON.stringify(token)}, which is none of ${Object.keys(FIELDS).join(' ')}`;
    }
  }
  return missing(parts, format) ?? fixWidths(parts);
}

function missing(parts: readonly FormatPart[], format: string): string | null {
  const has = (...fields: TimeField[]) => parts.some((part) => part.kind === 'field' && fields.includes(part.field));
  const named = JSON.stringify(format);
  if (!has('year', 'year2')) return `the format ${named} has no year (yyyy or yy)`;
  if (!has('month', 'monthName'))
    return `the format ${named} has no month (MM)${has('minute') ? ': mm is minutes' : ''}`;
  if (!has('day')) return `the format ${named} has no day (dd)`;
  if (has('minute') && !has('hour', 'hour12')) return `the format ${named} has minutes but no hour (HH)`;
  if (has('hour12') && !has('half')) return `the format ${named} has hh (1 to 12) but no a (am or pm): HH is 0 to 23`;
  return null;
}

/** Digits that follow each other without a separator (`yyMMdd`) have their full width; else a leading zero may lack. */
function fixWidths(parts: readonly FormatPart[]): readonly FormatPart[] {
  const isNumber = (part: FormatPart | undefined) => part?.kind === 'field' && part.maxDigits > 0;
  return parts.map((part, i) =>
    part.kind === 'field' && isNumber(part) && (isNumber(parts[i + 1]) || isNumber(parts[i - 1]))
      ? {...part, minDigits: part.maxDigits === 9 ? 1 : part.maxDigits}
      : part,
  );
}
