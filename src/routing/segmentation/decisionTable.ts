import {type CellTest, compileCell} from './cell.ts';
import type {Attributes} from './feel.ts';
import type {DecisionTableSpec} from './spec.ts';

/** A decision table as functions. */
export interface DecisionTable {
  /** First rule that matches; the number of rules where none does. A column an item lacks is null. */
  ruleOf(attributes: Attributes): number;
  /** False where no value of the attribute changes which rule matches; true wherever a column or a cell names it. */
  mentions(attribute: string): boolean;
}

export function compileDecisionTable(spec: DecisionTableSpec): DecisionTable {
  const rules = spec.rules.map((rule) => {
    const tests: {column: string; test: CellTest}[] = [];
    rule.cells.forEach((cell, index) => {
      const test = compileCell(cell);
      const column = spec.columns[index];
      if (test && column !== undefined) tests.push({column, test});
    });
    return tests;
  });
  return {
    ruleOf(attributes) {
      const index = rules.findIndex((tests) =>
        tests.every(({column, test}) => test(attributes[column] ?? null, attributes)),
      );
      return index < 0 ? rules.length : index;
    },
    mentions: (attribute) =>
      spec.columns.includes(attribute) || spec.rules.some(({cells}) => cells.some((cell) => cell.includes(attribute))),
  };
}
