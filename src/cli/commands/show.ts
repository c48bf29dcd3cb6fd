import {printable} from '../../language/show.ts';
import {cut} from '../../report/names.ts';
import {SUMMARY_WIDTH} from '../../report/text/lines.ts';
import {command} from '../command.ts';
import {EXIT} from '../exitCodes.ts';
import {reportProblems} from '../failure.ts';
import {loaded, SCENARIO_OPTIONS, TAKES_SCENARIO} from '../scenarioOptions.ts';

export const show = command({
  name: 'show',
  takes: TAKES_SCENARIO,
  summary: 'Print what a scenario means: load, agents, reach, ticks, targets, due dates.',
  options: SCENARIO_OPTIONS,
  examples: [['show desk.yaml | less', 'page by page']],
  async run(values, {terminal}) {
    const {scenario, warnings} = await loaded(values);
    const [{meaningOf}, {meaningText}] = await Promise.all([
      import('../../compile/meaning.ts'),
      import('../show/meaning.ts'),
    ]);
    if (warnings.length > 0) reportProblems(warnings, terminal);
    terminal.out(`${terminal.outStyle.heading(cut(printable(scenario.name), SUMMARY_WIDTH))}\n\n`);
    terminal.out(meaningText(meaningOf(scenario), terminal.outStyle));
    return EXIT.good;
  },
});
