import {printable} from '../language/show.ts';
import {UsageError} from './usage.ts';

/** What `--vary` says: a path as `--set` has it, and the values it takes, as YAML. */
export interface Varied {
  readonly path: string;
  readonly values: readonly string[];
}

const NUMBER = '-?\\d+(?:\\.\\d+)?';
/** `2..5`, `10%..50% step 10%`, `30s..2m`-like ranges only within one unit. */
const RANGE = new RegExp(`^(${NUMBER})([a-z%]*)\\.\\.(${NUMBER})([a-z%]*)(?:\\s+step\\s+(${NUMBER})([a-z%]*))?$`, 'i');
const MOST_VALUES = 200;

/** `path=2..5`, `path=0.5..1 step 0.1`, `path=8,10,12`. Throws UsageError. */
export function varied(text: string): Varied {
  const equals = text.indexOf('=');
  const path = text.slice(0, Math.max(0, equals)).trim();
  const written = text.slice(equals + 1).trim();
  if (path === '' || written === '')
    throw new UsageError(
      `--vary expects path=values, such as workforce.seniors.agents=8,10,12 or 2..5, found ${printable(text, 60)}.`,
    );
  return {path, values: written.includes('..') ? rangeOf(text, written) : listOf(written)};
}

function rangeOf(text: string, written: string): string[] {
  const [, from, unit, to, unitTo, step, unitStep] = RANGE.exec(written) ?? [];
  const units = new Set([unit, unitTo, ...(unitStep === undefined ? [] : [unitStep])]);
  if (from === undefined || units.size > 1)
    throw new UsageError(
      `--vary expects a range as 2..5 or 10%..50% step 10%, in one unit, found ${printable(text, 60)}.`,
    );
  const [low, high, by] = [Number(from), Number(to), Number(step ?? 1)];
  const count = Math.floor((high - low) / by + 1e-9) + 1;
  if (!(by > 0) || !(count >= 1))
    throw new UsageError(`--vary expects a range that goes up, found ${printable(text, 60)}.`);
  if (count > MOST_VALUES)
    throw new UsageError(`--vary expects at most ${MOST_VALUES} values, found ${count} in ${printable(text, 60)}.`);
  const digits = Math.max(...[from, step ?? '1'].map((number) => number.split('.')[1]?.length ?? 0));
  return Array.from({length: count}, (_, k) => `${(low + k * by).toFixed(digits)}${unit}`);
}

/** Cut at commas that stand in no brackets or quotes. */
function listOf(written: string): string[] {
  const values: string[] = [];
  let [value, depth, quote] = ['', 0, ''];
  for (const char of written) {
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if ('[{('.includes(char)) depth++;
    else if (']})'.includes(char)) depth--;
    if (char === ',' && depth === 0 && quote === '') {
      values.push(value.trim());
      value = '';
    } else value += char;
  }
  return [...values, value.trim()].filter((each) => each !== '');
}

/** The places of all points: every value with every other, or the axes' values together. The last axis changes first. */
export function placesOf(axes: readonly Varied[], together: boolean): string[][] {
  if (!together)
    return axes.reduce<string[][]>(
      (places, {values}) => places.flatMap((at) => values.map((value) => [...at, value])),
      [[]],
    );
  const [first] = axes;
  if (axes.some(({values}) => values.length !== first.values.length))
    throw new UsageError(
      `--together expects as many values of each, found ${axes.map(({values}) => values.length).join(' and ')}.`,
    );
  return first.values.map((_, k) => axes.map(({values}) => values[k]));
}
