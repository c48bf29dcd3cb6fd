import {spawnSync} from 'node:child_process';
import {table} from './table.mjs';

/** docs/lint.md: how lint is used, with what it prints, and every finding, out of the register that it looks for. */
export function lintPage(kinds, root, main) {
  const printed = (line) => {
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
    const {stdout, status} = spawnSync(process.execPath, [main, ...words.slice(2)], {
      cwd: root,
      encoding: 'utf8',
      env: {...process.env, NO_COLOR: '1', COLUMNS: '80'},
    });
    if (status > 1 || stdout === '') throw new Error(`nothing printed by ${line}`);
    return ['```sh', line, '```', '', '```text', stdout.trimEnd(), '```'].join('\n');
  };
  const own = kinds.filter(({told}) => !told);
  const told = kinds.filter(({told}) => told);
  if (own.length === 0 || told.length === 0) throw new Error('no findings to write of');
  const of = (severity) => own.filter((kind) => kind.severity === severity);
  return [
    '# What is wrong before anything runs',
    '<!-- Made by `npm run docs` out of src/lint: change the texts there, or in docs/make/lint.mjs. -->',
    INTRODUCTION,
    printed(
      `npx preroute lint scenarios/overflow/scenario.yaml --set 'routing.distribution.specialists.targets.0.skills=Sales Processing > 9'`,
    ),
    'Each finding has its place, its code, an example that shows it, and what to do. The example is no guess: the item goes through the\ndecision table that would run, the agent is one of the workforce, the hours are those of the schedule.',
    printed(`npx preroute lint scenarios/quick-start/scenario.yaml`),
    ACCEPTING,
    FORMATS,
    '## Errors',
    'Some of it can never work. `run` and `validate` refuse these with exit code 2; lint goes on and judges the rest.',
    ...of('error').map(entry),
    '## Warnings',
    'Hardly meant so.',
    ...of('warning').map(entry),
    '## Notes',
    'Worth knowing, and no reason to fail: notes alone leave the exit code at 0.',
    ...of('note').map(entry),
    '## What validation says too',
    '`validate`, and every run, warn of these; lint has them among its findings, each with a code to accept it by. Where lint says more of\nthe same line, it says it once.',
    table(
      ['code', 'what it is', 'why'],
      told.map(({code, title, doc}) => [`\`${code}\``, title, doc]),
    ),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

const entry = ({code, title, doc}) => `### ${code}\n\n${title}. ${doc}`;

const INTRODUCTION = `A rule can be valid and still do nothing: a row that an earlier one hides, a target that opens when the customer is gone, a lunch break at
which nobody is left. \`preroute lint\` looks for such things in seconds, without running anything.`;

const ACCEPTING = `Half an hour at four without anybody is what this scenario is there to show, and it says so. What is meant is accepted where it stands, on the
line of the finding or above it, with the reason:

\`\`\`yaml
    # lint: allow late-target (specialists are for long waits only)
    billing: { targets: [{ skills: Billing >= 5, for: 30s }, { skills: Billing >= 1 }] }
\`\`\`

An allow for which nothing is found any more is a finding itself (\`unused-allow\`), so that none outlives what it was written for.`;

const FORMATS = `## In a pipeline

\`\`\`sh
npx preroute lint scenarios/overflow/scenario.yaml scenarios/workbins/scenario.yaml --format sarif
npx preroute lint scenarios/lead-desk/scenario.yaml --skip overlapping-rows,falling-curve
npx preroute lint scenarios/blended-desk/scenario.yaml --only starvation,overloaded-hour --format json
\`\`\`

Exit code 0: clean. 1: findings, in any of the scenarios. 2: the input is wrong, a scenario that cannot be read included. SARIF 2.1.0 is
what platforms show beside the lines of a change; accepted findings are in it as suppressed. JSON has the examples as data. From the
library:

\`\`\`js
const {findings, accepted, failing} = lint(load({file: 'desk.yaml', tolerant: true}), {skip: ['overlapping-rows']});
\`\`\``;
