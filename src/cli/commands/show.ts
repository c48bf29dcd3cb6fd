import {command} from '../command.ts';
import {EXIT} from '../exitCodes.ts';
import {loaded, SCENARIO_OPTIONS, TAKES_SCENARIO} from '../scenarioOptions.ts';

export const show = command({
  name: 'show',
  takes: TAKES_SCENARIO,
  summary: 'Print what a scenario means: load, agents, reach, ticks, targets, due dates.',
  options: SCENARIO_OPTIONS,
  async run(values, {terminal}) {
    const {scenario} = await loaded(values);
    terminal.out(`${scenario.name}\n`);
    return EXIT.good;
  },
});
