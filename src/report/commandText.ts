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
 * What to type for these results again: the words typed, without options that change no number, and without folders,
 * which are of one machine: of a path the name alone stays, and the folder of what is called scenario.yaml as all are.
 */
export function commandText(typed: readonly string[]): string {
  const words: string[] = [];
  for (let i = 0; i < typed.length; i++) {
    const word = typed[i] ?? '';
    const [option = ''] = word.split('=', 1);
    const takesValue = WITHOUT_BEARING.get(option);
    if (takesValue === undefined) words.push(word.replace(PATH, '$1$2'));
    else if (takesValue && option === word) i++;
  }
  return ['preroute', ...words.map(shellWord)].join(' ');
}

/** An option's name where it has one, folders, and the name of a file; what sets a value is no path. */
const PATH = /^(--[a-z-]+=)?[^=]*?[\\/]?((?:[^=\\/]+[\\/])?scenario\.ya?ml|(?<=[\\/])[^=\\/]+)$/s;

/** In quotes where a shell would read it otherwise. */
function shellWord(word: string): string {
  const text = printable(word);
  return /^[\w./:=,@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
