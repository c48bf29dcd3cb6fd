import {timestampParser} from '../calendar/index.ts';
import {ownText} from '../language/ownText.ts';

/** What the cells of a column look like. */
export type Shape =
  | {readonly kind: 'instant'; readonly format: string | null}
  | {readonly kind: 'date'; readonly format: string}
  | {readonly kind: 'time'; readonly format: string}
  | {readonly kind: 'number'}
  | {readonly kind: 'duration'}
  | {readonly kind: 'text'};

interface Candidate {
  readonly shape: Shape;
  /** The instant or number that a cell is; NaN where it does not fit. */
  readonly read: (text: string) => number;
  /** Cells met that do not fit. */
  misfits: number;
  least: number;
  greatest: number;
}

const DATES = [
  'yyyy-MM-dd',
  'yyyy/MM/dd',
  'yyyy.MM.dd',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'dd.MM.yyyy',
  'dd-MM-yyyy',
  'MM-dd-yyyy',
  'dd/MM/yy',
  'MM/dd/yy',
  'dd.MM.yy',
  'dd-MM-yy',
  'dd MMM yyyy',
  'dd-MMM-yyyy',
  'dd-MMM-yy',
  'MMM dd, yyyy',
  'MMM dd yyyy',
];
const PACKED_DATES = ['yyMMdd', 'yyyyMMdd'];
const TIMES = ['H:mm:ss', 'H:mm', 'h:mm:ss a', 'h:mm a', 'H:mm:ss.SSS', 'HHmmss'];
/** Between a date and a time of one cell. */
const BETWEEN = [' ', ', ', "'T'"];
const TIME: Readonly<Record<string, RegExp>> = {
  'H:mm:ss': /^([01]?\d|2[0-4]):[0-5]\d:[0-5]\d$/,
  'H:mm': /^([01]?\d|2[0-4]):[0-5]\d$/,
  'h:mm:ss a': /^(0?\d|1[0-2]):[0-5]\d:[0-5]\d [ap]m$/i,
  'h:mm a': /^(0?\d|1[0-2]):[0-5]\d [ap]m$/i,
  'H:mm:ss.SSS': /^([01]?\d|2[0-4]):[0-5]\d:[0-5]\d\.\d+$/,
};
const ISO = /^\d{4}-\d\d-\d\d[T ]\d/;
const DURATION = /^(\d+:[0-5]\d(:[0-5]\d([.,]\d+)?)?|P(?=.)(\d+D)?(T[\d.HMS]+)?)$/;
const NUMBER = /^-?\d+([.,]\d+)?$/;
/** A date has a figure at one of its ends; most cells are none, and this is quick to see. */
const FIGURE = /\d/;

/** Most telling first: a column is what it could be first. Fresh for each column, because parsers keep state. */
function candidates(): Candidate[] {
  const parses = (format: string | null) => timestampParser(format, 'UTC');
  const matches = (pattern: RegExp) => (text: string) => (pattern.test(text) ? 0 : Number.NaN);
  const iso = parses(null);
  const instant = (format: string, read: Candidate['read']) => ({shape: {kind: 'instant' as const, format}, read});
  const all: Pick<Candidate, 'shape' | 'read'>[] = [
    {shape: {kind: 'instant', format: null}, read: (text) => (ISO.test(text) ? iso(text) : Number.NaN)},
    ...[...DATES, ...PACKED_DATES].flatMap((date) =>
      BETWEEN.flatMap((between) => TIMES.map((time) => `${date}${between}${time}`)).map((format) =>
        instant(format, parses(format)),
      ),
    ),
    instant('epoch-ms', matches(/^\d{13}$/)),
    instant('epoch-s', matches(/^1\d{9}(\.\d+)?$/)),
    ...[...DATES, ...PACKED_DATES].map((format) => ({shape: {kind: 'date' as const, format}, read: parses(format)})),
    ...Object.entries(TIME).map(([format, pattern]) => ({
      shape: {kind: 'time' as const, format},
      read: matches(pattern),
    })),
    {shape: {kind: 'duration'}, read: matches(DURATION)},
    {shape: {kind: 'number'}, read: matches(NUMBER)},
  ];
  return all.map((one) => ({
    ...one,
    misfits: 0,
    least: Number.POSITIVE_INFINITY,
    greatest: Number.NEGATIVE_INFINITY,
  }));
}

/** A way to read the dates of a column, and how many days they then span. */
export interface DateReading {
  readonly format: string;
  readonly isDayFirst: boolean;
  readonly days: number;
}

const DAY_MS = 86_400_000;

/** Words that mean an empty cell wherever they stand. */
const NOTHING = new Set(['', 'NULL', 'null', 'N/A', 'n/a', 'NA', 'NaN', 'nan', 'None', 'none', '-', '?']);

/** Cells that may not fit what a column is: a total under it, a slip. This share of the filled, and a few while it is short. */
const STRAY_SHARE = 0.05;
const FEW = 20;

/** Most different values of a column that are counted one by one; those met later are not. */
const MOST_VALUES = 5000;
const SAMPLED = 16;

/** A column of a log, looked at cell by cell. */
export class ColumnProfile {
  readonly name: string;
  readonly index: number;
  rows = 0;
  filled = 0;
  /** How often each value stands. */
  readonly values = new Map<string, number>();
  /** Words for an empty cell that were met. */
  readonly nothing = new Set<string>();
  /** A person said what it is. */
  isNamed = false;
  /** How a person says that its dates are written. */
  dates: 'day-first' | 'month-first' | null = null;
  #candidates = candidates();

  constructor(name: string, index: number) {
    this.name = name;
    this.index = index;
  }

  add(cell: string): void {
    const text = cell.trim();
    this.rows++;
    if (NOTHING.has(text)) {
      if (text !== '') this.nothing.add(text);
      return;
    }
    this.filled++;
    this.#count(text);
    const most = Math.max(FEW, STRAY_SHARE * this.filled);
    let given = 0;
    const hasFigure = FIGURE.test(text);
    for (const candidate of this.#candidates) {
      const value = hasFigure ? candidate.read(text) : Number.NaN;
      if (Number.isNaN(value)) {
        if (++candidate.misfits > most) given++;
      } else if (value < candidate.least || value > candidate.greatest) {
        candidate.least = Math.min(candidate.least, value);
        candidate.greatest = Math.max(candidate.greatest, value);
      }
    }
    if (given > 0) this.#candidates = this.#candidates.filter(({misfits}) => misfits <= most);
  }

  /**
   * What the column looks like: what most cells fit; text where nothing fits nearly all of them. A packed date is a
   * number unless its name says date. Of dates that fit day-first and month-first, those in which the log is shorter.
   */
  get shape(): Shape {
    const [ambiguous] = this.dateReadings;
    const shapes = this.#fitting.map(({shape}) => shape);
    const saysDate = /dat[eu]|day|fecha|^tag$|jour/i.test(this.name);
    const told = shapes.find((shape) => {
      if (ambiguous && 'format' in shape && shape.format !== ambiguous.format) return false;
      return shape.kind !== 'date' || !PACKED_DATES.includes(shape.format) || saysDate;
    });
    return told ?? {kind: 'text'};
  }

  /** Where both day-first and month-first fit every date: the better reading, then the other; else nothing. */
  get dateReadings(): readonly DateReading[] {
    const readings = this.#fitting.flatMap(({shape, least, greatest}) => {
      if (!('format' in shape) || !shape.format || !/^(dd|MM)[/.-]/.test(shape.format)) return [];
      return [
        {
          format: shape.format,
          isDayFirst: shape.format.startsWith('dd'),
          days: 1 + Math.floor((greatest - least) / DAY_MS),
        },
      ];
    });
    const [dayFirst, monthFirst] = [true, false].map((first) => readings.find(({isDayFirst}) => isDayFirst === first));
    if (!dayFirst || !monthFirst) return [];
    const isDayFirst = this.dates === null ? dayFirst.days <= monthFirst.days : this.dates === 'day-first';
    return isDayFirst ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  }

  /** The shapes that fit best. */
  get #fitting(): readonly Candidate[] {
    const fewest = Math.min(...this.#candidates.map(({misfits}) => misfits));
    if (this.filled === 0 || fewest > STRAY_SHARE * this.filled) return [];
    return this.#candidates.filter(({misfits}) => misfits === fewest);
  }

  /** Share of filled cells that hold `value`. */
  shareOf(value: string): number {
    return this.filled === 0 ? 0 : (this.values.get(value) ?? 0) / this.filled;
  }

  /** Once there are too many values to know all, a sample of the cells stands for them: looking one up takes long. */
  #count(text: string): void {
    const isFull = this.values.size >= MOST_VALUES;
    if (isFull && this.filled % SAMPLED !== 0) return;
    const count = this.values.get(text);
    if (count !== undefined) this.values.set(text, count + (isFull ? SAMPLED : 1));
    else if (!isFull) this.values.set(ownText(text), 1);
  }
}
