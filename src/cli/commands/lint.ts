import {nearest} from '../../language/nearest.ts';
import {InputError, type Problem} from '../../language/problem.ts';
import {printable} from '../../language/show.ts';
import type {LintResult} from '../../lint/lint.ts';
import {command} from '../command.ts';
import {EXIT} from '../exitCodes.ts';
import {loaded, SCENARIO_OPTIONS} from '../scenarioOptions.ts';
import {NO_FILE, UsageError} from '../usage.ts';
import {version} from '../version.ts';

const codes = (option: string, describe: string) =>
  ({
    type: 'string',
    array: true,
    nargs: 1,
    requiresArg: true,
    describe,
    coerce: (values: unknown) =>
      Array.isArray(values)
        ? values.flatMap((value) => String(value).split(',')).map((value) => value.trim())
        : values === undefined
          ? undefined
          : [option],
  }) as const;

export const lint = command({
  name: 'lint',
  takes: {name: 'scenarios', describe: 'The scenarios, YAML files', many: true},
  summary: 'Say what is hardly meant, before anything runs, each with an example.',
  options: {
    format: {
      choices: ['text', 'json', 'sarif'],
      default: 'text',
      requiresArg: true,
      describe: 'How findings are written: sarif for code scanning',
    },
    only: codes('only', 'Look for these findings only: code,code; may be repeated'),
    skip: codes('skip', 'Leave these findings out: code,code; may be repeated'),
    ...SCENARIO_OPTIONS,
  },
  examples: [
    ['lint desk.yaml night.yaml', 'every finding of both; exit code 1 where there are any'],
    ['lint desk.yaml --skip overlapping-rows', 'but those'],
    ['lint desk.yaml --format sarif > lint.sarif', 'for a platform that shows findings beside the lines'],
  ],
  async run({files, format, only, skip, ...values}, {terminal}) {
    const [{LISTED_KINDS, lint: lintScenario}, {lintText}, {lintJson}, {lintSarif}] = await Promise.all([
      import('../../lint/lint.ts'),
      import('../../report/lint/text.ts'),
      import('../../report/lint/json.ts'),
      import('../../report/lint/sarif.ts'),
    ]);
    if (files.length === 0) throw new UsageError(NO_FILE);
    const known = LISTED_KINDS.map(({code}) => code);
    for (const code of [...(only ?? []), ...(skip ?? [])]) checkCode(code, known);
    const results: {file: string; result: LintResult}[] = [];
    const problems: Problem[] = [];
    for (const file of files) {
      try {
        results.push({file, result: lintScenario(await loaded({...values, file, tolerant: true}), {only, skip})});
      } catch (error) {
        // What is wrong with one is told with what is wrong with the others.
        if (!(error instanceof InputError)) throw error;
        problems.push(...error.problems);
      }
    }
    if (problems.length > 0) throw new InputError(problems);
    if (format === 'json') terminal.out(lintJson(results));
    else if (format === 'sarif')
      terminal.out(
        lintSarif(
          results.map(({result}) => result),
          version(),
        ),
      );
    else terminal.out(results.map(({file, result}) => lintText(file, result)).join('\n'));
    return results.some(({result}) => result.failing > 0) ? EXIT.finding : EXIT.good;
  },
});

function checkCode(code: string, known: readonly string[]): void {
  if (known.includes(code)) return;
  const near = nearest(code, known);
  const hint = near === undefined ? 'docs/lint.md has them all.' : `Did you mean ${near}?`;
  throw new UsageError(`There is no finding ${printable(code, 60)}. ${hint}`);
}
