import {command} from '../command.ts';
import {atLeastOne} from '../numbers.ts';
import {pictures} from '../pictures.ts';
import {RUN_OPTIONS, SCENARIO_OPTIONS, TAKES_SCENARIO, text} from '../scenarioOptions.ts';
import {staffAndReport} from '../staffing.ts';

export const staff = command({
  name: 'staff',
  takes: TAKES_SCENARIO,
  summary: 'Find the cheapest staffing that meets every goal.',
  options: {
    ...RUN_OPTIONS,
    out: text('out', 'Folder of tables and chart [default: reports/<scenario>-staffed]'),
    apply: text('apply', 'Write the workforce with the staffing found to this file, for run --workforce'),
    resume: {type: 'boolean', describe: 'Go on with what an earlier search left in the folder'},
    workers: {
      requiresArg: true,
      describe: 'Threads that share the replications [default: all cores]',
      coerce: atLeastOne('workers'),
    },
    json: {type: 'boolean', describe: 'Print staffing.json and nothing else'},
    charts: {
      type: 'string',
      requiresArg: true,
      describe: 'all, none, or which of json,svg,png [default: all]',
      coerce: pictures,
    },
    ...SCENARIO_OPTIONS,
  },
  examples: [
    ['staff desk.yaml', 'within the `between` of its groups'],
    ['staff desk.yaml --apply staffed.yaml', 'and write it down: run desk.yaml --workforce staffed.yaml'],
  ],
  run: staffAndReport,
});
