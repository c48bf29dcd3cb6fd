import {printable} from '../language/show.ts';

/** Options that bear on where results go and how fast they come, not on what they are; those with a value. */
const WITHOUT_BEARING: ReadonlyMap<string, boolean> = new Map([
  ['--out', true],
  ['--workers', true],
  ['--charts', true],
  ['--no-charts', false],
  ['--json', false],
  ['--items', false],
  ['--debug', false],
]);

/**
 * What to type for these results again: the words typed, without options that change no number, and without the folders
 * of one machine: of an absolute path the name alone stays.
 */
export function commandText(typed: readonly string[]): string {
  const words: string[] = [];
  for (let i = 0; i < typed.length; i++) {
    const word = typed[i] ?? '';
    const [option = ''] = word.split('=', 1);
    const takesValue = WITHOUT_BEARING.get(option);
    if (takesValue === undefined)
      words.push(word.replace(/^((?:--[a-z-]+=)?)(?:\/|[A-Za-z]:[\\/])(?:.*[\\/])?/s, '$1'));
    else if (takesValue && option === word) i++;
  }
  return ['preroute', ...words.map(shellWord)].join(' ');
}

/** In quotes where a shell would read it otherwise. */
function shellWord(word: string): string {
  const text = printable(word);
  return /^[\w./:=,@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
