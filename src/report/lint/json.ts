import type {LintResult} from '../../lint/lint.ts';

/** What was found in each scenario; places in files are 1-based, times in ms. */
export const lintJson = (results: readonly {readonly file: string; readonly result: LintResult}[]): string =>
  `${JSON.stringify({scenarios: results.map(({file, result}) => ({scenario: file, ...result}))}, finite, 2)}\n`;

/** JSON has no infinity. */
const finite = (_key: string, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? null : value);
