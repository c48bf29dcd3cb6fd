import {command} from '../command.ts';
import {JOURNAL_OPTIONS} from '../journal.ts';
import {CHARTS_OPTION} from '../pictures.ts';
import {rehearseAndReport} from '../rehearsal.ts';
import {RUN_OPTIONS, SCENARIO_OPTIONS, TAKES_SCENARIO, text, WORKERS_OPTION} from '../scenarioOptions.ts';

export const run = command({
  name: 'run',
  takes: TAKES_SCENARIO,
  summary: 'Rehearse a scenario: summary here, tables and charts into a folder.',
  options: {
    ...RUN_OPTIONS,
    out: text('out', 'Folder of the report [default: reports/<scenario>]'),
    workers: WORKERS_OPTION,
    json: {type: 'boolean', describe: 'Print summary.json and nothing else; files only with --out'},
    charts: CHARTS_OPTION,
    items: {
      type: 'boolean',
      describe:
        'Write down the first replication: items.csv, visits.csv, occurrences.csv of milestones, and the named reports',
    },
    ...JOURNAL_OPTIONS,
    ...SCENARIO_OPTIONS,
  },
  examples: [
    ['run desk.yaml --replications 50', 'narrower intervals'],
    ['run desk.yaml --set seed=7', 'other luck'],
    ['run desk.yaml --journal --from 09:00 --to 09:05', 'who got what, and why, in five minutes'],
  ],
  bare: {journal: '1'},
  run: rehearseAndReport,
});
