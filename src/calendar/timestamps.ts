import {DAY_MS, daysInMonth, daysOf} from './civil.ts';
import {type FormatPart, parseTimestampFormat, type TimeField} from './timestampFormat.ts';
import {Zone} from './zone.ts';

/** Reads one timestamp: epoch ms, NaN where the text is none. After each call `skipped` says whether DST skips that local time. */
export interface TimestampParser {
  (text: string): number;
  readonly skipped: boolean;
}

const EPOCH_UNITS: Readonly<Record<string, number>> = {'epoch-s': 1000, 'epoch-ms': 1};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What is wrong with a timestamp format, or null: letters it does not know, a day, month or year it lacks. */
export function timestampFormatProblem(format: string): string | null {
  if (format in EPOCH_UNITS) return null;
  const parts = parseTimestampFormat(format);
  return typeof parts === 'string' ? parts : null;
}

/**
 * A reader of timestamps for millions of rows: no object per row, the UTC offset kept from row to row.
 *
 * @param format `dd/MM/yyyy HH:mm:ss`, `yyMMdd H:mm:ss`, …, `epoch-s`, `epoch-ms`; null: ISO 8601 with or without an
 *   offset. A date and a time from two columns are joined with a space. `yy` below 70 is 20yy.
 * @param zone of texts without an offset; a local time shown twice is the first, one skipped the instant after the gap.
 * @throws Error where the format is not one: ask `timestampFormatProblem` first.
 */
export function timestampParser(format: string | null, zone: string): TimestampParser {
  const reader = format === null ? new FieldReader(null) : readerOf(format);
  const toInstant = new LocalToInstant(zone);
  const parser = (text: string): number => {
    toInstant.skipped = false;
    const read = reader.read(text);
    return reader.isInstant || Number.isNaN(read) ? read : toInstant.of(read);
  };
  Object.defineProperty(parser, 'skipped', {get: () => toInstant.skipped});
  return parser as TimestampParser;
}

interface Reader {
  /** Local ms, or epoch ms where `isInstant`. */
  read(text: string): number;
  readonly isInstant: boolean;
}

function readerOf(format: string): Reader {
  const unit = EPOCH_UNITS[format];
  if (unit !== undefined) return {isInstant: true, read: (text) => readEpoch(text, unit)};
  const parts = parseTimestampFormat(format);
  if (typeof parts === 'string') throw new Error(parts);
  return new FieldReader(parts);
}

function readEpoch(text: string, unit: number): number {
  const trimmed = text.trim();
  return /^-?\d+(\.\d+)?$/.test(trimmed) ? Math.round(Number(trimmed) * unit) : Number.NaN;
}

/** Local time to instant; between two changes of the zone's offset it is one subtraction. */
class LocalToInstant {
  skipped = false;
  readonly #zone: Zone;
  #fromLocalMs = 1;
  #toLocalMs = 0;
  #offsetMs = 0;

  constructor(zone: string) {
    this.#zone = Zone.of(zone);
  }

  of(localMs: number): number {
    if (localMs >= this.#fromLocalMs && localMs < this.#toLocalMs) return localMs - this.#offsetMs;
    const instant = this.#zone.instantOf(localMs);
    this.skipped = instant.note === 'skipped';
    const stretch = this.#zone.stretchOf(instant.epochMs);
    // Two days from either change no local time is skipped or shown twice.
    this.#fromLocalMs = stretch.fromMs + stretch.offsetMs + 2 * DAY_MS;
    this.#toLocalMs = stretch.toMs + stretch.offsetMs - 2 * DAY_MS;
    this.#offsetMs = stretch.offsetMs;
    return instant.epochMs;
  }
}

/** Reads the parts of a format one after another; without parts it reads ISO 8601. */
class FieldReader implements Reader {
  isInstant = false;
  readonly #parts: readonly FormatPart[] | null;
  #text = '';
  #at = 0;
  #year = 0;
  #month = 0;
  #day = 0;
  #hour = 0;
  #half = -1;
  #minute = 0;
  #second = 0;
  #fraction = 0;
  #offset = 0;

  constructor(parts: readonly FormatPart[] | null) {
    this.#parts = parts;
  }

  read(text: string): number {
    this.#text = text;
    this.#at = 0;
    this.isInstant = false;
    this.#hour = this.#minute = this.#second = this.#fraction = this.#offset = 0;
    this.#half = -1;
    this.#skipBlanks();
    const good = this.#parts === null ? this.#readIso() : this.#readParts(this.#parts);
    if (!good) return Number.NaN;
    this.#skipBlanks();
    return this.#at === text.length ? this.#value() : Number.NaN;
  }

  #value(): number {
    let hour = this.#hour;
    if (this.#half >= 0) {
      if (hour < 1 || hour > 12) return Number.NaN;
      hour = (hour % 12) + 12 * this.#half;
    }
    const timeMs = hour * 3_600_000 + this.#minute * 60_000 + this.#second * 1000 + this.#fraction;
    const monthGood = this.#month >= 1 && this.#month <= 12;
    if (!monthGood || this.#day < 1 || (this.#day > 28 && this.#day > daysInMonth(this.#year, this.#month)))
      return Number.NaN;
    if (this.#minute > 59 || this.#second > 59 || timeMs > DAY_MS) return Number.NaN;
    return daysOf(this.#year, this.#month, this.#day) * DAY_MS + timeMs - this.#offset;
  }

  #readParts(parts: readonly FormatPart[]): boolean {
    for (const part of parts) {
      if (part.kind === 'literal') {
        if (!this.#text.startsWith(part.text, this.#at)) return false;
        this.#at += part.text.length;
      } else if (!this.#readField(part.field, part.minDigits, part.maxDigits)) return false;
    }
    return true;
  }

  #readIso(): boolean {
    if (!this.#readField('year', 4, 4) || !this.#skip('-') || !this.#readField('month', 2, 2)) return false;
    if (!this.#skip('-') || !this.#readField('day', 2, 2)) return false;
    if (!this.#skip('T') && !this.#skip('t') && !this.#skip(' ')) return true;
    if (this.#at === this.#text.length) return true;
    if (!this.#readField('hour', 1, 2) || !this.#skip(':') || !this.#readField('minute', 2, 2)) return false;
    if (this.#skip(':') && !this.#readField('second', 2, 2)) return false;
    if ((this.#skip('.') || this.#skip(',')) && !this.#readField('fraction', 1, 9)) return false;
    this.#skipBlanks();
    return this.#at === this.#text.length || this.#readOffset();
  }

  #readField(field: TimeField, minDigits: number, maxDigits: number): boolean {
    if (field === 'offset') return this.#readOffset();
    if (field === 'half') return this.#readHalf();
    if (field === 'monthName') return this.#readMonthName();
    const from = this.#at;
    const value = this.#readNumber(minDigits, maxDigits);
    if (value < 0) return false;
    if (field === 'year') this.#year = value;
    else if (field === 'year2') this.#year = value + (value < 70 ? 2000 : 1900);
    else if (field === 'month') this.#month = value;
    else if (field === 'day') this.#day = value;
    else if (field === 'minute') this.#minute = value;
    else if (field === 'second') this.#second = value;
    else if (field === 'fraction') this.#fraction = Math.floor((value * 1000) / 10 ** (this.#at - from));
    else this.#hour = value;
    return true;
  }

  /** The number at the cursor, -1 where there are fewer digits than must be. */
  #readNumber(minDigits: number, maxDigits: number): number {
    const from = this.#at;
    let value = 0;
    while (this.#at - from < maxDigits) {
      const digit = this.#text.charCodeAt(this.#at) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
      this.#at++;
    }
    return this.#at - from >= minDigits ? value : -1;
  }

  #readHalf(): boolean {
    this.#half = ['am', 'pm'].indexOf(this.#text.slice(this.#at, this.#at + 2).toLowerCase());
    this.#at += 2;
    return this.#half >= 0;
  }

  #readMonthName(): boolean {
    this.#month = MONTHS.indexOf(this.#text.slice(this.#at, this.#at + 3).toLowerCase()) + 1;
    while (/[\p{L}.]/u.test(this.#text.charAt(this.#at))) this.#at++;
    return this.#month > 0;
  }

  /** `Z`, `+02`, `+0200`, `+02:00`. */
  #readOffset(): boolean {
    this.isInstant = true;
    if (this.#skip('Z') || this.#skip('z')) return true;
    const sign = this.#skip('+') ? 1 : this.#skip('-') ? -1 : 0;
    const hours = this.#readNumber(2, 2);
    if (sign === 0 || hours < 0) return false;
    const minutes = this.#skip(':') || this.#text.charCodeAt(this.#at) > 32 ? this.#readNumber(2, 2) : 0;
    this.#offset = sign * (hours * 3_600_000 + minutes * 60_000);
    return minutes >= 0;
  }

  #skip(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #skipBlanks(): void {
    while (this.#text.charCodeAt(this.#at) <= 32) this.#at++;
  }
}
