import {CANDIDATE_OPTIONS} from '../candidates.ts';
import {command} from '../command.ts';
import {compareAndReport} from '../comparing.ts';
import {atLeastOne} from '../numbers.ts';
import {CHARTS_OPTION} from '../pictures.ts';
import {precision} from '../precision.ts';
import {RUN_OPTIONS, SCENARIO_OPTIONS, TAKES_SCENARIO, text, WORKERS_OPTION} from '../scenarioOptions.ts';

export const compare = command({
  name: 'compare',
  takes: TAKES_SCENARIO,
  summary: 'Compare candidates with a scenario on the same arrivals: who wins, who loses.',
  options: {
    ...CANDIDATE_OPTIONS,
    precision: {
      type: 'string',
      requiresArg: true,
      describe: 'Widest half width of a difference: 1% is a point of service level, 2% of a mean [default: 1%]',
      coerce: precision,
    },
    'max-replications': {
      requiresArg: true,
      describe: 'No more runs of each than this [default: 320]',
      coerce: atLeastOne('max-replications'),
    },
    seed: RUN_OPTIONS.seed,
    out: text('out', 'Folder of the report [default: reports/<scenario>-compared]'),
    resume: {type: 'boolean', describe: 'Go on from what the folder has of an earlier comparison'},
    workers: WORKERS_OPTION,
    json: {type: 'boolean', describe: 'Print comparison.json and nothing else; files only with --out'},
    charts: CHARTS_OPTION,
    ...SCENARIO_OPTIONS,
  },
  examples: [
    ['compare desk.yaml --with candidate.yaml', 'a file with another routing, workforce or demand'],
    ['compare desk.yaml --with a.yaml --with b.yaml --name evening', 'two candidates, each against desk.yaml'],
    ['compare desk.yaml --with desk.yaml --set workforce.team.agents=9 --name nine', 'one value'],
  ],
  run: compareAndReport,
});
