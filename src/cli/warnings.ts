import {basename} from 'node:path';
import type {Problem} from '../language/problem.ts';
import type {Results} from '../measure/results.ts';

/** What was doubtful in the scenario stands in the results too, before what the run met. No path of this machine does. */
export function withScenarioWarnings(results: Results, problems: readonly Problem[]): Results {
  const warnings = problems.map(({at, message, hint}) => ({
    kind: 'scenario',
    count: 1,
    message: `${basename(at.file)}${at.line > 0 ? ` line ${at.line}` : ''}: ${message}`,
    examples: hint === undefined ? [] : [hint],
  }));
  return {...results, warnings: [...warnings, ...results.warnings]};
}
