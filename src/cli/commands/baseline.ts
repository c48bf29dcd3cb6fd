import {keepBaseline} from '../check/keeping.ts';
import {command} from '../command.ts';
import {atLeastOne} from '../numbers.ts';
import {SCENARIO_OPTIONS, text, WORKERS_OPTION} from '../scenarioOptions.ts';
import {MARGIN_OPTION, RESUME_OPTION, TAKES_SCENARIOS} from './check.ts';

export const baseline = command({
  name: 'baseline',
  takes: TAKES_SCENARIOS,
  summary: 'Keep what scenarios come to, for check to compare with.',
  options: {
    out: text('out', 'The file [default: baseline.json]'),
    accept: {type: 'boolean', describe: 'Rewrite the file that is there, and say what moved'},
    margin: MARGIN_OPTION,
    replications: {
      requiresArg: true,
      describe: 'Runs that check can compare with [default: 80, or the scenario\u2019s own if more]',
      coerce: atLeastOne('replications'),
    },
    seed: text('seed', 'Seed of all random draws [default: as in the scenario]'),
    workers: WORKERS_OPTION,
    resume: RESUME_OPTION,
    ...SCENARIO_OPTIONS,
  },
  examples: [
    ['baseline scenarios', 'baseline.json, of every scenario below'],
    ['baseline --accept', 'once more, when what moved is as it should be'],
  ],
  run: keepBaseline,
});
