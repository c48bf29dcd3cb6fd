import {nearest} from '../../language/nearest.ts';
import {printable, shown} from '../../language/show.ts';
import {error, type Finding, warning} from '../finding.ts';
import {valuesOf} from './cell.ts';
import {partsOf} from './cellText.ts';
import {type Attributes, evaluateFeel, syntaxFault} from './feel.ts';
import {betterSpelling} from './spelling.ts';
import {isNothing, isSubset, NOTHING, type ValueSet} from './valueSet.ts';

export type AttributeType = 'text' | 'number' | 'date';

/** Values that stand for all of a type when a cell is tried out. */
const PROBES: Readonly<Record<AttributeType, readonly (string | number)[]>> = {
  text: ['a', 'Gold'],
  number: [0, 1, 7000.5],
  date: ['2026-03-02'],
};

/**
 * What is wrong with a cell in FEEL for a column of a type: a result that is neither true nor false, types that cannot
 * meet, a name that is no attribute; with the way it should be written where that can be told.
 */
export function cellFindings(
  cell: string,
  column: string,
  types: ReadonlyMap<string, ReadonlySet<AttributeType>>,
): Finding[] {
  const [type] = types.get(column) ?? [];
  if (type === undefined) return [];
  const values = valuesOf(cell);
  if (values) return valueFindings(cell, column, type, values);
  const better = betterSpelling(cell);
  // What only becomes a text in quotes is no better where numbers are due.
  if (better !== undefined && !(type === 'number' && better.startsWith('"')))
    return [fault(cell, 'it would never match', `write: ${better}`)];
  const syntax = syntaxFault(cell);
  const inQuotes = 'a text with such characters stands in quotes: \'"…"\'';
  if (syntax !== null) return [fault(cell, 'it cannot be read', type === 'number' ? undefined : inQuotes)];
  const parts = partsOf(/^not\s*\((.*)\)$/s.exec(cell)?.[1] ?? cell);
  return parts.flatMap((part) => partFindings(part, column, type, types)).slice(0, 1);
}

const fault = (cell: string, why: string, hint?: string) =>
  error([], `expected FEEL unary tests such as Gold, > 5000 or [1..9], found ${asWritten(cell)}: ${why}`, hint);

/** Cells hold quotes of their own. */
const asWritten = (cell: string) => `\`${printable(cell, 60)}\``;

function valueFindings(cell: string, column: string, type: AttributeType, values: ValueSet): Finding[] {
  if (cell === '-') return [];
  const literals = partsOf(/^not\s*\((.*)\)$/s.exec(cell)?.[1] ?? cell).filter((part) => part !== 'null');
  const texts = literals.filter((part) => part.includes('"'));
  const numbers = literals.filter((part) => !part.includes('"'));
  if (texts.length > 0 && numbers.length > 0)
    return [fault(cell, `it mixes text and numbers, and ${column} is ${named(type)}`, asType(literals, type))];
  if (type === 'number' && texts.length > 0)
    return [error([], `expected numbers, as ${column} is a number, found ${asWritten(cell)}`, numeric(texts))];
  if (type !== 'number' && numbers.length > 0)
    return [
      error([], `expected text, as ${column} is ${named(type)}, found ${asWritten(cell)}`, asType(literals, type)),
    ];
  if (isNothing(values)) return [fault(cell, 'nothing lies between these limits')];
  if (cell.startsWith('not')) return [];
  const [all] = values.numbers;
  if (values.numbers.length === 1 && all?.low === -Infinity && all.high === Infinity) {
    const better = betterSpelling(cell);
    return [warning([], `${cell} matches every number: a comma means or`, better && `both at once is ${better}`)];
  }
  return idleParts(literals);
}

/** Parts of a list that the others hold already: perhaps the comma of `> 5,500` was not meant as one. */
function idleParts(parts: readonly string[]): Finding[] {
  const sets = parts.map((part) => valuesOf(part) ?? NOTHING);
  const idle = parts.findIndex((_, index) =>
    sets.some((other, at) => at !== index && isSubset(sets[index] ?? NOTHING, other)),
  );
  if (idle < 0) return [];
  const better = betterSpelling(parts.join(', '));
  return [
    warning(
      [],
      `${parts[idle]} adds nothing to the rest of ${parts.join(', ')}: a comma means or`,
      better && `is it ${better}?`,
    ),
  ];
}

const named = (type: AttributeType) => (type === 'number' ? 'a number' : type === 'date' ? 'a date' : 'text');

/** The literals as they would be written for a column of a type; undefined where some cannot be. */
function asType(literals: readonly string[], type: AttributeType): string | undefined {
  if (type === 'number') return numeric(literals);
  if (literals.some((part) => /^[<>=![(\]]/.test(part))) return undefined;
  return `write: ${literals.map((part) => (part.includes('"') ? part : JSON.stringify(part))).join(', ')}`;
}

const numeric = (texts: readonly string[]): string | undefined => {
  const bare = texts.map((text) => text.replaceAll('"', ''));
  return bare.every((text) => !Number.isNaN(Number(text.replace(/^[<>=!]+\s*/, ''))))
    ? `write: ${bare.join(', ')}`
    : undefined;
};

function partFindings(
  part: string,
  column: string,
  type: AttributeType,
  types: ReadonlyMap<string, ReadonlySet<AttributeType>>,
): Finding[] {
  const operand = /^(?:<=|>=|<|>|=|!=)\s*(.+)$/s.exec(part)?.[1];
  const results = PROBES[type].map((probe) => evaluateFeel(operand ?? part, probing(probe, column, types)));
  const [unknown] = results.flatMap((result) => result.unknown);
  if (unknown !== undefined) return [unknownName(part, unknown, [...types.keys()])];
  const known = results.map(({value}) => value).filter((value) => value !== null);
  if (known.length === 0)
    return [fault(part, 'its result is neither true nor false', 'speak of the value as ?, as in ? > 1 and ? < 9')];
  const comparable = known.some((value) => (operand === undefined && typeof value === 'boolean') || fits(value, type));
  if (comparable) return [];
  const hint = type === 'number' && operand?.startsWith('"') ? numeric([part]) : undefined;
  return [fault(part, `${column} is ${named(type)}, and this is not`, hint)];
}

const fits = (value: unknown, type: AttributeType) =>
  type === 'number' ? typeof value === 'number' || isRangeOf(value) : typeof value !== 'number';
const isRangeOf = (value: unknown) => typeof value === 'object';

function unknownName(part: string, name: string, attributes: readonly string[]): Finding {
  const near = nearest(name, attributes);
  const hint =
    near === undefined
      ? `a text stands in quotes; the attributes are ${attributes.join(', ')}`
      : `did you mean ${near}?`;
  return error([], `expected an attribute, found ${shown(name)} in ${shown(part)}`, hint);
}

/** An item with a value of its type in every attribute. */
function probing(
  probe: string | number,
  column: string,
  types: ReadonlyMap<string, ReadonlySet<AttributeType>>,
): Attributes {
  const values = [...types].map(([name, [type]]) => [name, PROBES[type ?? 'text'][0]] as const);
  return {...Object.fromEntries(values), [column]: probe, '?': probe};
}
