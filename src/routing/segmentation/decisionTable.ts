import {type CellTest, compileCell} from './cell.ts';
import type {Attributes} from './feel.ts';
import type {DecisionTableSpec} from './spec.ts';

/** A decision table as functions. */
export interface DecisionTable {
  /** First rule that matches; the number of rules where none does. A column an item lacks is null. */
  ruleOf(attributes: Attributes): number;
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
  };
}
