import {command} from '../command.ts';
import {CHARTS_OPTION} from '../pictures.ts';
import {RUN_OPTIONS, SCENARIO_OPTIONS, TAKES_SCENARIO, text, WORKERS_OPTION} from '../scenarioOptions.ts';
import {sweepAndReport} from '../sweeping.ts';
import {varied} from '../vary.ts';

export const sweep = command({
  name: 'sweep',
  takes: TAKES_SCENARIO,
  summary: 'Let values of the scenario vary: a table, and a map or curves.',
  options: {
    vary: {
      type: 'string',
      array: true,
      nargs: 1,
      requiresArg: true,
      describe: 'path=2..5, path=10%..50% step 10%, path=8,10,12; the path as --set has it; may be repeated',
      coerce: (values: unknown) => (Array.isArray(values) ? values.map((value) => varied(String(value))) : undefined),
    },
    together: {type: 'boolean', describe: 'Values of several --vary go together, first with first: a line, not a grid'},
    ...RUN_OPTIONS,
    out: text('out', 'Folder of tables and chart [default: reports/<scenario>-swept]'),
    resume: {type: 'boolean', describe: 'Go on with what an earlier sweep left in the folder'},
    workers: WORKERS_OPTION,
    json: {type: 'boolean', describe: 'Print sweep.json and nothing else'},
    charts: CHARTS_OPTION,
    ...SCENARIO_OPTIONS,
  },
  examples: [
    ['sweep desk.yaml --vary routing.capacity.blended.chat.max=2..5', 'a curve for each goal'],
    ["sweep desk.yaml --vary workforce.seniors.agents=8,10,12 --vary 'seed=1..3'", 'a map for each goal'],
  ],
  run: sweepAndReport,
});
