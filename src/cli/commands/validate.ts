import {printable} from '../../language/show.ts';
import {command} from '../command.ts';
import {EXIT} from '../exitCodes.ts';
import {reportProblems} from '../failure.ts';
import {SCENARIO_OPTIONS, scenarioFrom, TAKES_SCENARIO} from '../scenarioOptions.ts';

export const validate = command({
  name: 'validate',
  takes: TAKES_SCENARIO,
  summary: 'Say everything that is wrong with a scenario, at once.',
  options: SCENARIO_OPTIONS,
  examples: [['validate scenario.yaml --routing candidate.yaml', 'with another routing']],
  async run(values, {terminal}) {
    const {scenario, warnings} = await scenarioFrom(values);
    const {compile} = await import('../../compile/index.ts');
    const {InputError, sortedProblems} = await import('../../language/problem.ts');
    const compiled = compile(scenario);
    if (compiled.problems.length > 0)
      throw new InputError(sortedProblems([...compiled.problems, ...compiled.warnings, ...warnings]));
    const doubts = sortedProblems([...warnings, ...compiled.warnings]);
    if (doubts.length > 0) reportProblems(doubts, terminal);
    const count = doubts.length === 0 ? '' : `, ${doubts.length} ${doubts.length === 1 ? 'warning' : 'warnings'}`;
    terminal.out(`${printable(values.file)} is valid${count}.\n`);
    return EXIT.good;
  },
});
