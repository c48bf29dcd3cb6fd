/** The door to FEEL itself, for what is not compiled. Interpreting takes 50 to 200 µs: never per event. */
import {date, evaluate, unaryTest} from 'feelin';

export type Attributes = Readonly<Record<string, string | number | null>>;

const DATE = /^\d{4}-\d{2}-\d{2}/;

/** Dates are ISO text: where an expression speaks of dates, they are made dates of FEEL. */
function contextOf(expression: string, attributes: Attributes): Record<string, unknown> {
  if (!/\bdate\b|@"/.test(expression)) return {...attributes};
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'string' && DATE.test(value) ? date(value.slice(0, 10)) : value,
    ]),
  );
}

export interface FeelResult {
  readonly value: unknown;
  /** Variables that are not there. */
  readonly unknown: readonly string[];
}

/** A unary test of `value`; throws feelin's SyntaxError. */
export function testFeel(cell: string, value: string | number | null, attributes: Attributes): boolean {
  return unaryTest(cell, contextOf(cell, {...attributes, '?': value})).value === true;
}

/** An expression; throws feelin's SyntaxError. */
export function evaluateFeel(expression: string, attributes: Attributes): FeelResult {
  const {value, warnings} = evaluate(expression, contextOf(expression, attributes));
  const unknown = warnings
    .filter(({type}) => type === 'NO_VARIABLE_FOUND' || type === 'NO_FUNCTION_FOUND')
    .map(({position}) => expression.slice(position.from, position.to));
  return {value, unknown: [...new Set(unknown)]};
}

/** Null where the text parses as unary tests, else what FEEL says. */
export function syntaxFault(cell: string): string | null {
  try {
    unaryTest(cell, {'?': null});
    return null;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}
