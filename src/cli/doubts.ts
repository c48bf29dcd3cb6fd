import type {Doubt, InitOptions, Reading} from '../importers/index.ts';
import {printable} from '../language/show.ts';
import type {Terminal} from './terminal.ts';

/** What a person says of what can be read in several ways, as the options he might have typed. */
export async function answersTo(
  doubts: readonly Doubt[],
  {ask, out}: Pick<Terminal, 'ask' | 'out'>,
): Promise<Pick<InitOptions, 'columns' | 'dates'>> {
  const columns: Record<string, string> = {};
  let dates: InitOptions['dates'];
  for (const doubt of doubts) {
    if (!ask || doubt.others.length === 0) continue;
    const {option} = await chosenOf(doubt, ask, out);
    if (option.name === 'dates') dates = option.value === 'month-first' ? 'month-first' : 'day-first';
    else {
      const [role = '', column = ''] = option.value.split(/=(.*)/s);
      columns[role] = column;
    }
  }
  return {columns, ...(dates === undefined ? {} : {dates})};
}

/** Asked until the answer is a number that was offered; nothing is the first. */
async function chosenOf(
  {question, chosen, why, others}: Doubt,
  ask: (question: string) => Promise<string>,
  out: (text: string) => void,
): Promise<Reading> {
  const readings = [chosen, ...others];
  out(`${printable(question)}\n`);
  for (const [i, {text}] of readings.entries())
    out(`  ${i + 1}  ${printable(text)}${i === 0 ? `, because ${why}` : ''}\n`);
  for (;;) {
    const answer = (await ask(`Number [1]: `)).trim();
    const reading = answer === '' ? chosen : readings[Number(answer) - 1];
    if (reading) return reading;
    out(`Expected a number from 1 to ${readings.length}.\n`);
  }
}
