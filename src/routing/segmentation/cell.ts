import {partsOf} from './cellText.ts';
import {type Attributes, testFeel} from './feel.ts';
import {
  complement,
  EVERYTHING,
  holds,
  type Interval,
  isEverything,
  MISSING,
  NOTHING,
  numberSet,
  textSet,
  union,
  type ValueSet,
} from './valueSet.ts';

export type CellValue = string | number | null;
export type CellTest = (value: CellValue, attributes: Attributes) => boolean;

/** A number as FEEL writes it: no thousands, no leading zeros. */
const NUMBER = '-?(?:0|[1-9]\\d*)(?:\\.\\d+)?';
const COMPARISON = new RegExp(`^(<=|>=|<|>|=|!=)\\s*(${NUMBER})$`);
const EQUALITY = /^(=|!=)\s*("(?:[^"\\]|\\.)*")$/s;
const STRING = /^"(?:[^"\\]|\\.)*"$/s;
const INTERVAL = new RegExp(`^([[(\\]])\\s*(${NUMBER})\\s*\\.\\.\\s*(${NUMBER})\\s*([\\])[])$`);
const PLAIN = new RegExp(`^${NUMBER}$`);
/** Distinct values an interpreted cell remembers its answer for. */
const MOST_REMEMBERED = 10_000;

/** What a cell in FEEL matches, where it is built of words, numbers, comparisons, ranges, lists and not(); else null. */
export function valuesOf(cell: string): ValueSet | null {
  if (cell === '-') return EVERYTHING;
  const negated = /^not\s*\((.*)\)$/s.exec(cell);
  if (!negated) return listOf(cell);
  const inner = listOf(negated[1] ?? '');
  return inner && complement(inner);
}

function listOf(cell: string): ValueSet | null {
  let values: ValueSet = NOTHING;
  for (const part of partsOf(cell)) {
    const set = partOf(part);
    if (set === null) return null;
    values = union(values, set);
  }
  return values;
}

function partOf(part: string): ValueSet | null {
  if (part === 'null') return MISSING;
  if (STRING.test(part)) return textOf(part);
  if (PLAIN.test(part)) return numberSet(exactly(Number(part)));
  const equality = EQUALITY.exec(part);
  if (equality) return equality[1] === '=' ? textOf(equality[2] ?? '') : inverted(textOf(equality[2] ?? ''));
  const comparison = COMPARISON.exec(part);
  if (comparison) return compared(comparison[1] ?? '', Number(comparison[2]));
  const interval = INTERVAL.exec(part);
  if (!interval) return null;
  const [, opens, low, high, closes] = interval;
  return numberSet({low: Number(low), lowOpen: opens !== '[', high: Number(high), highOpen: closes !== ']'});
}

function textOf(literal: string): ValueSet | null {
  try {
    return textSet(JSON.parse(literal) as string);
  } catch {
    return null;
  }
}

const inverted = (set: ValueSet | null) => set && complement(set);
const exactly = (value: number): Interval => ({low: value, lowOpen: false, high: value, highOpen: false});

function compared(sign: string, value: number): ValueSet {
  if (sign === '=') return numberSet(exactly(value));
  if (sign === '!=') return complement(numberSet(exactly(value)));
  const open = sign.length === 1;
  return sign.startsWith('<')
    ? numberSet({low: -Infinity, lowOpen: false, high: value, highOpen: open})
    : numberSet({low: value, lowOpen: open, high: Infinity, highOpen: false});
}

/** A cell as a function; null where it matches everything. Pure: the same value and attributes, the same answer. */
export function compileCell(cell: string): CellTest | null {
  const values = valuesOf(cell);
  if (values === null) return interpreted(cell);
  if (isEverything(values)) return null;
  const {missing, texts, numbers} = values;
  if (missing || numbers.length > 0 || !texts.inside) return (value) => holds(values, value);
  const [only, ...others] = texts.listed;
  if (others.length > 0) return (value) => typeof value === 'string' && texts.listed.has(value);
  return (value) => value === only;
}

/** Asked of FEEL once per distinct value, and values of the attributes its text mentions. */
function interpreted(cell: string): CellTest {
  const answers = new Map<string, boolean>();
  return (value, attributes) => {
    const mentioned = Object.entries(attributes).filter(([name]) => cell.includes(name));
    const key = JSON.stringify([value, mentioned]);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = testFeel(cell, value, attributes);
    if (answers.size >= MOST_REMEMBERED) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
