import type {RowFilter} from './rowFilter.ts';

type Operand = {readonly column: number} | {readonly text: string} | {readonly number: number};

const STRING = /^"((?:[^"\\]|\\.)*)"/s;
const NUMBER = /^-?\d+(?:\.\d+)?(?![\p{L}\p{N}_])/u;
const SIGN = /^(<=|>=|!=|<|>|=)/;
const WORD = /[\p{L}\p{N}_]/u;

/**
 * Comparisons of columns with texts and numbers (`=`, `<`, `in (…)`, `between`), joined by and, or, not and
 * parentheses, as a function; null where an expression is anything more, or no expression at all.
 */
export function parseRowFilter(expression: string, header: readonly string[]): RowFilter | null {
  const parser = new Parser(expression, header);
  const filter = parser.anyOf();
  return filter && parser.ended ? filter : null;
}

class Parser {
  #rest: string;
  readonly #longestFirst: readonly {readonly name: string; readonly column: number}[];

  constructor(expression: string, header: readonly string[]) {
    this.#rest = expression.trimStart();
    this.#longestFirst = header
      .map((name, column) => ({name, column}))
      .filter(({name}) => name !== '')
      .sort((a, b) => b.name.length - a.name.length);
  }

  get ended(): boolean {
    return this.#rest === '';
  }

  anyOf(): RowFilter | null {
    let filter = this.#allOf();
    while (filter && this.#word('or')) {
      const [left, right] = [filter, this.#allOf()];
      filter = right && ((cells) => left(cells) || right(cells));
    }
    return filter;
  }

  #allOf(): RowFilter | null {
    let filter = this.#one();
    while (filter && this.#word('and')) {
      const [left, right] = [filter, this.#one()];
      filter = right && ((cells) => left(cells) && right(cells));
    }
    return filter;
  }

  #one(): RowFilter | null {
    if (this.#takes(/^not\s*\(/)) {
      const inner = this.anyOf();
      return inner && this.#takes(/^\)/) ? (cells) => !inner(cells) : null;
    }
    if (this.#takes(/^\(/)) {
      const inner = this.anyOf();
      return inner && this.#takes(/^\)/) ? inner : null;
    }
    return this.#comparison();
  }

  #comparison(): RowFilter | null {
    const left = this.#operand();
    if (!left) return null;
    if (this.#word('in')) return this.#isIn(left);
    if (this.#word('between')) return this.#isBetween(left);
    const sign = SIGN.exec(this.#rest)?.[0];
    if (sign === undefined) return null;
    this.#skip(sign.length);
    if (this.#word('null')) return nullTest(sign, left);
    const right = this.#operand();
    return right && comparing(sign, left, right);
  }

  #isIn(left: Operand): RowFilter | null {
    if (!this.#takes(/^[([]/)) return null;
    const tests: RowFilter[] = [];
    do {
      const value = this.#operand();
      if (!value) return null;
      tests.push(comparing('=', left, value));
    } while (this.#takes(/^,/));
    return this.#takes(/^[)\]]/) ? (cells) => tests.some((test) => test(cells)) : null;
  }

  #isBetween(left: Operand): RowFilter | null {
    const low = this.#operand();
    const high = low && this.#word('and') ? this.#operand() : null;
    if (!low || !high) return null;
    const [above, below] = [comparing('>=', left, low), comparing('<=', left, high)];
    return (cells) => above(cells) && below(cells);
  }

  #operand(): Operand | null {
    for (const {name, column} of this.#longestFirst) {
      if (!this.#rest.startsWith(name)) continue;
      if (WORD.test(name.at(-1) ?? '') && WORD.test(this.#rest[name.length] ?? '')) continue;
      this.#skip(name.length);
      return {column};
    }
    const number = NUMBER.exec(this.#rest)?.[0];
    if (number !== undefined) {
      this.#skip(number.length);
      return {number: Number(number)};
    }
    const string = STRING.exec(this.#rest);
    if (!string) return null;
    this.#skip(string[0].length);
    return {text: (string[1] ?? '').replace(/\\(.)/g, '$1')};
  }

  #word(word: string): boolean {
    return this.#takes(new RegExp(`^${word}(?![\\p{L}\\p{N}_])`, 'u'));
  }

  #takes(pattern: RegExp): boolean {
    const length = pattern.exec(this.#rest)?.[0].length;
    if (length === undefined) return false;
    this.#skip(length);
    return true;
  }

  #skip(length: number): void {
    this.#rest = this.#rest.slice(length).trimStart();
  }
}

/** An empty cell is null. */
function nullTest(sign: string, of: Operand): RowFilter | null {
  if (!('column' in of) || (sign !== '=' && sign !== '!=')) return null;
  return (cells) => ((cells[of.column] ?? '') === '') === (sign === '=');
}

function comparing(sign: string, left: Operand, right: Operand): RowFilter {
  if ('column' in left && 'column' in right && sign !== '=' && sign !== '!=') return ordering(sign, left, right);
  const numeric = 'number' in left || 'number' in right;
  const [a, b] = numeric ? [numberOf(left), numberOf(right)] : [textOf(left), textOf(right)];
  return (cells) => compare(sign, a(cells), b(cells));
}

/** Two columns in order: as numbers where both cells are, else as text. */
function ordering(sign: string, left: Operand, right: Operand): RowFilter {
  const [a, b, x, y] = [textOf(left), textOf(right), numberOf(left), numberOf(right)];
  return (cells) => {
    const [first, second] = [x(cells), y(cells)];
    if (Number.isNaN(first) || Number.isNaN(second)) return compare(sign, a(cells), b(cells));
    return compare(sign, first, second);
  };
}

function compare(sign: string, a: string | number, b: string | number): boolean {
  if (sign === '=') return a === b;
  if (sign === '!=') return a !== b;
  if (sign === '<') return a < b;
  if (sign === '<=') return a <= b;
  return sign === '>' ? a > b : a >= b;
}

type Reading<Value> = (cells: readonly string[]) => Value;

function numberOf(operand: Operand): Reading<number> {
  if ('number' in operand) return () => operand.number;
  const read = textOf(operand);
  return (cells) => {
    const text = read(cells).trim();
    return text === '' ? Number.NaN : Number(text);
  };
}

function textOf(operand: Operand): Reading<string> {
  if ('text' in operand) return () => operand.text;
  if ('number' in operand) return () => String(operand.number);
  return (cells) => cells[operand.column] ?? '';
}
