import {command} from '../command.ts';
import {CHARTS_OPTION} from '../pictures.ts';
import {RUN_OPTIONS, SCENARIO_OPTIONS, TAKES_SCENARIO, text, WORKERS_OPTION} from '../scenarioOptions.ts';
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
    workers: WORKERS_OPTION,
    json: {type: 'boolean', describe: 'Print staffing.json and nothing else'},
    charts: CHARTS_OPTION,
    ...SCENARIO_OPTIONS,
  },
  examples: [
    ['staff desk.yaml', 'within the `between` of its groups'],
    ['staff desk.yaml --apply staffed.yaml', 'and write it down: run desk.yaml --workforce staffed.yaml'],
  ],
  run: staffAndReport,
});
