import {printable} from '../../language/show.ts';
import {command} from '../command.ts';
import {EXIT} from '../exitCodes.ts';
import {reportProblems} from '../failure.ts';
import {loaded, SCENARIO_OPTIONS, TAKES_SCENARIO} from '../scenarioOptions.ts';

export const validate = command({
  name: 'validate',
  takes: TAKES_SCENARIO,
  summary: 'Say everything that is wrong with a scenario, at once.',
  options: SCENARIO_OPTIONS,
  examples: [['validate desk.yaml --routing candidate.yaml', 'with another routing']],
  async run(values, {terminal}) {
    const {warnings} = await loaded(values);
    if (warnings.length > 0) reportProblems(warnings, terminal);
    const count = warnings.length === 0 ? '' : `, ${warnings.length} ${warnings.length === 1 ? 'warning' : 'warnings'}`;
    terminal.out(`${printable(values.file)} is valid${count}.\n`);
    return EXIT.good;
  },
});
