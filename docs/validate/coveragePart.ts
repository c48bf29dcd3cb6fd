/** How often intervals hold what is true, and how often checks are wrong. */
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {count, shown, table} from './table.ts';

interface Coverage {
  readonly experiments: number;
  readonly replications: number;
  readonly pool: number;
  readonly intervals: readonly {
    readonly what: string;
    readonly truth: number;
    readonly halfWidth: number;
    readonly covered: number;
  }[];
  readonly checks: readonly {
    readonly what: string;
    readonly checks: number;
    readonly kept: number;
    readonly broken: number;
    readonly undecided: number;
    readonly wrong: number;
  }[];
}

export function coveragePart(data: string): string[] {
  const file = join(data, 'coverage.json');
  if (!existsSync(file)) return [];
  const {experiments, replications, pool, intervals, checks}: Coverage = JSON.parse(readFileSync(file, 'utf8'));
  return [
    '## Do 95 % intervals hold 95 % of the time?',
    '',
    `${count(experiments)} experiments of ${replications} replications each: three hours of M/M/c with 3 agents, and with 4 on the same calls, whose`,
    'values Erlang’s formula gives. A share’s interval, and that of a difference with common random numbers, must hold the true',
    'value between 93 and 97 % of the time. The mean waits of three hours are so skewed that Student’s interval of 20 of them',
    'holds it less often; `preroute check` takes the skewness out.',
    '',
    table(
      ['value', 'true', 'mean half width', 'covered'],
      intervals.map(({what, truth, halfWidth, covered}) => [
        what,
        shown(truth, 4),
        shown(halfWidth, 2),
        `${(100 * covered).toFixed(1)} %`,
      ]),
      [1, 2, 3],
    ),
    '',
    '**And checks?** Of something that lies exactly at its limit nothing can be shown: each verdict other than undecided is wrong of',
    'a goal a hair on the other side. 1,000 checks of each, with looks at 20, 40, 80, 160 and 320 replications drawn from',
    `${count(pool)}, may decide 50 times at most.`,
    '',
    table(
      ['of', 'kept', 'broken', 'undecided', 'decided'],
      checks.map(({what, kept, broken, undecided, wrong}) => [
        what,
        `${kept}`,
        `${broken}`,
        `${undecided}`,
        `${(100 * wrong).toFixed(1)} %`,
      ]),
      [1, 2, 3, 4],
    ),
    '',
  ];
}
