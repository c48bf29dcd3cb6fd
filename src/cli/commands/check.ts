import {checkAndReport} from '../check/checking.ts';
import {command} from '../command.ts';
import {atLeastOne} from '../numbers.ts';
import {RUN_OPTIONS, SCENARIO_OPTIONS, text, WORKERS_OPTION} from '../scenarioOptions.ts';

export const TAKES_SCENARIOS = {
  name: 'scenarios',
  describe: 'Scenario files, or folders of scenario.yaml files [default: all below this folder]',
  many: true,
} as const;

export const MARGIN_OPTION = {
  type: 'string',
  array: true,
  nargs: 1,
  requiresArg: true,
  describe: 'How much worse a metric may be than in the baseline: serviceLevel=2%, wait=10s; may be repeated',
} as const;

export const RESUME_OPTION = text(
  'resume',
  'Keep replications in this folder, and do not run again those that are there',
);

export const check = command({
  name: 'check',
  takes: TAKES_SCENARIOS,
  summary: 'Check in CI that goals are kept, and that nothing is worse than a baseline.',
  options: {
    baseline: text('baseline', 'The file that preroute baseline wrote: nothing may be worse than there'),
    margin: MARGIN_OPTION,
    'max-replications': {
      requiresArg: true,
      describe: 'What is undecided doubles its replications up to these [default: 320]',
      coerce: atLeastOne('max-replications'),
    },
    'time-limit': text('time-limit', 'What is not decided after this time stays undecided: 10m'),
    undecided: {
      choices: ['fail', 'warn'] as const,
      default: 'fail' as const,
      requiresArg: true,
      describe: 'What undecided counts as',
    },
    format: {
      choices: ['text', 'json', 'junit', 'github'],
      requiresArg: true,
      describe: 'How it is told [default: text; github where GITHUB_ACTIONS is true]',
    },
    report: {
      type: 'string',
      array: true,
      nargs: 1,
      requiresArg: true,
      describe: 'Write a file as well: junit=check.xml, json=check.json; may be repeated',
    },
    workers: WORKERS_OPTION,
    resume: RESUME_OPTION,
    ...RUN_OPTIONS,
    ...SCENARIO_OPTIONS,
  },
  examples: [
    ['check scenarios', 'every goal of every scenario below'],
    ['check --baseline baseline.json --report junit=check.xml', 'all of them, and nothing worse than it was'],
    ['check desk.yaml --routing candidate.yaml', 'would other rules keep the goals?'],
  ],
  run: checkAndReport,
});
