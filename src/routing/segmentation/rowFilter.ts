/**
 * The `where` of a replayed log: one FEEL expression over the columns of a row. A CSV knows text only, so a cell counts
 * as a number where it is compared with one; a cell that is none is then never equal, above or below.
 */
import {nearest} from '../../language/nearest.ts';
import {InputError, type Problem} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import {error, type Finding} from '../finding.ts';
import {evaluateFeel, type FeelResult} from './feel.ts';
import {parseRowFilter} from './rowExpression.ts';

export type RowFilter = (cells: readonly string[]) => boolean;

/** Answers remembered of an expression that is interpreted. */
const MOST_REMEMBERED = 10_000;

/**
 * The rows to keep: what the expression says of a row's cells, in the order of the header. Throws InputError, with the
 * path `where` and no place, for an expression with findings.
 */
export function compileRowFilter(expression: string, header: readonly string[]): RowFilter {
  const findings = rowFilterFindings(expression, header);
  if (findings.length > 0) throw new InputError(findings.map(problemOf));
  return parseRowFilter(expression, header) ?? interpreted(expression, header);
}

const problemOf = ({severity, message, hint}: Finding): Problem => ({
  severity,
  at: {file: '', line: 0, column: 0},
  path: 'where',
  message,
  ...(hint === undefined ? {} : {hint}),
});

/** What is wrong with an expression: it cannot be read, names no column, or is neither true nor false. */
export function rowFilterFindings(expression: string, header: readonly string[]): Finding[] {
  if (parseRowFilter(expression, header) !== null) return [];
  const example = 'expected FEEL over the columns, such as status != "Test"';
  if (/==|&&|\|\|/.test(expression))
    return [error([], `${example}, found ${shown(expression)}`, `write: ${inFeel(expression)}`)];
  try {
    const results = ['1', 'a'].map((cell) =>
      evaluated(
        expression,
        columnsOf(
          header,
          header.map(() => cell),
        ),
      ),
    );
    const unknown = results.flatMap((result) => result.unknown);
    const [name] = unknown;
    if (name !== undefined) {
      const near = nearest(name, header);
      const hint =
        near === undefined ? `a text stands in quotes; the columns are ${header.join(', ')}` : `did you mean ${near}?`;
      return [error([], `expected a column of the file, found ${shown(name)} in ${shown(expression)}`, hint)];
    }
    return results.some(({value}) => typeof value === 'boolean')
      ? []
      : [error([], `${example}, found ${shown(expression)}: it is neither true nor false`)];
  } catch {
    return [error([], `${example}, found ${shown(expression)}: it cannot be read`)];
  }
}

const inFeel = (expression: string) =>
  expression
    .replace(/\s*==\s*/g, ' = ')
    .replace(/\s*&&\s*/g, ' and ')
    .replace(/\s*\|\|\s*/g, ' or ');

type Columns = readonly (readonly [name: string, cell: string])[];

const columnsOf = (header: readonly string[], cells: readonly string[]): Columns =>
  header.map((name, index) => [name, cells[index] ?? ''] as const).filter(([name]) => name !== '');

/** Cells that look like numbers are numbers where that gives an answer, else all are text. */
function evaluated(expression: string, columns: Columns): FeelResult {
  const numeric = columns.map(([name, cell]) => [name, String(Number(cell)) === cell ? Number(cell) : cell] as const);
  const result = evaluateFeel(expression, Object.fromEntries(numeric));
  return typeof result.value === 'boolean' ? result : evaluateFeel(expression, Object.fromEntries(columns));
}

function interpreted(expression: string, header: readonly string[]): RowFilter {
  const answers = new Map<string, boolean>();
  return (cells) => {
    const mentioned = columnsOf(header, cells).filter(([name]) => expression.includes(name));
    const key = JSON.stringify(mentioned);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = evaluated(expression, mentioned).value === true;
    if (answers.size >= MOST_REMEMBERED) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
