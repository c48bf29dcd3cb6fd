import {command} from '../command.ts';
import {JOURNAL_OPTIONS} from '../journal.ts';
import {atLeastOne} from '../numbers.ts';
import {pictures} from '../pictures.ts';
import {rehearseAndReport} from '../rehearsal.ts';
import {RUN_OPTIONS, SCENARIO_OPTIONS, TAKES_SCENARIO, text} from '../scenarioOptions.ts';

export const run = command({
  name: 'run',
  takes: TAKES_SCENARIO,
  summary: 'Rehearse a scenario: summary here, tables and charts into a folder.',
  options: {
    ...RUN_OPTIONS,
    out: text('out', 'Folder of the report [default: reports/<scenario>]'),
    workers: {
      requiresArg: true,
      describe: 'Threads that share the replications [default: all cores]',
      coerce: atLeastOne('workers'),
    },
    json: {type: 'boolean', describe: 'Print summary.json and nothing else; files only with --out'},
    charts: {
      type: 'string',
      requiresArg: true,
      describe: 'all, none, or which of json,svg,png [default: all]',
      coerce: pictures,
    },
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
