import {timestampParser} from '../calendar/index.ts';

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
  readonly fits: (text: string) => boolean;
  /** Cells met that do not fit. */
  misfits: number;
}

const DATES = ['yyyy-MM-dd', 'yyyy/MM/dd', 'dd/MM/yyyy', 'MM/dd/yyyy', 'dd.MM.yyyy', 'dd-MM-yyyy', 'MM-dd-yyyy'];
const PACKED_DATES = ['yyMMdd', 'yyyyMMdd'];
const TIMES = ['H:mm:ss', 'H:mm', 'h:mm:ss a', 'h:mm a'];
const TIME: Readonly<Record<string, RegExp>> = {
  'H:mm:ss': /^([01]?\d|2[0-4]):[0-5]\d:[0-5]\d$/,
  'H:mm': /^([01]?\d|2[0-4]):[0-5]\d$/,
};

/** Most telling first: a column is what it could be first. Fresh for each column, because parsers keep state. */
function candidates(): Candidate[] {
  return shapes().map((one) => ({...one, misfits: 0}));
}

function shapes(): Omit<Candidate, 'misfits'>[] {
  const iso = /^\d{4}-\d\d-\d\d[T ]\d/;
  const parses = (format: string | null) => {
    const parse = timestampParser(format, 'UTC');
    return (text: string) => !Number.isNaN(parse(text));
  };
  const isoParses = parses(null);
  return [
    {shape: {kind: 'instant', format: null}, fits: (text) => iso.test(text) && isoParses(text)},
    ...[...DATES, ...PACKED_DATES].flatMap((date) =>
      TIMES.map((time) => {
        const format = `${date} ${time}`;
        return {shape: {kind: 'instant' as const, format}, fits: parses(format)};
      }),
    ),
    {shape: {kind: 'instant', format: 'epoch-ms'}, fits: (text) => /^\d{13}$/.test(text)},
    {shape: {kind: 'instant', format: 'epoch-s'}, fits: (text) => /^1\d{9}$/.test(text)},
    ...[...DATES, ...PACKED_DATES].map((format) => ({shape: {kind: 'date' as const, format}, fits: parses(format)})),
    ...Object.entries(TIME).map(([format, pattern]) => ({
      shape: {kind: 'time' as const, format},
      fits: (text: string) => pattern.test(text),
    })),
    {shape: {kind: 'duration'}, fits: (text) => /^(\d+:[0-5]\d(:[0-5]\d)?|PT[\d.HMS]+)$/.test(text)},
    {shape: {kind: 'number'}, fits: (text) => /^-?\d+([.,]\d+)?$/.test(text)},
  ];
}

/** Words that mean an empty cell wherever they stand. */
const NOTHING = new Set(['', 'NULL', 'null', 'N/A', 'n/a', 'NA', 'NaN', 'nan', 'None', 'none', '-', '?']);

/** Cells that may not fit what a column is: a total under it, a slip. This share of the filled, and a few while it is short. */
const STRAY_SHARE = 0.05;
const FEW = 20;

/** Most different values of a column that are counted one by one; those met later are not. */
const MOST_VALUES = 5000;

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
    for (const candidate of this.#candidates) if (!candidate.fits(text) && ++candidate.misfits > most) given++;
    if (given > 0) this.#candidates = this.#candidates.filter(({misfits}) => misfits <= most);
  }

  /**
   * What the column looks like: what most cells fit; text where nothing fits nearly all of them. A packed date is a
   * number unless its name says date.
   */
  get shape(): Shape {
    const shapes = this.#fitting.map(({shape}) => shape);
    const saysDate = /dat[eu]|day|fecha/i.test(this.name);
    const told = shapes.find((shape) => shape.kind !== 'date' || !PACKED_DATES.includes(shape.format) || saysDate);
    return told ?? {kind: 'text'};
  }

  /** Both day-first and month-first fit every date. */
  get isAmbiguousDate(): boolean {
    const formats = this.#fitting.flatMap(({shape}) => ('format' in shape && shape.format ? [shape.format] : []));
    return formats.some((format) => format.startsWith('dd')) && formats.some((format) => format.startsWith('MM'));
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

  #count(text: string): void {
    const count = this.values.get(text);
    if (count !== undefined || this.values.size < MOST_VALUES) this.values.set(text, (count ?? 0) + 1);
  }
}
