import {nearest} from '../language/nearest.ts';
import {printable} from '../language/show.ts';

/** A command line that cannot be meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What yargs says, in words of ours where it found something unknown, with the nearest that is known. */
export function withSuggestion(message: string, known: readonly string[], typed: readonly string[]): string {
  const unknown = /^Unknown (?:argument|command)s?: (.*)$/s.exec(message)?.[1];
  if (unknown === undefined) return reworded(message);
  const words = [...new Set(unknown.split(', '))];
  // what follows an unknown command belongs to it
  if (!known.some((word) => word.startsWith('--'))) return unknownWord('command', words[0] ?? '', known);
  return words
    .map((word) =>
      typed.includes(word)
        ? `Expected one file, found ${printable(word, 60)} as well.`
        : unknownWord('option', word.length > 1 ? `--${word}` : `-${word}`, known),
    )
    .join('\n');
}

function unknownWord(what: 'command' | 'option', word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return `There is no ${what} ${printable(word, 60)}.${near === undefined ? '' : ` Did you mean ${near}?`}`;
}

function reworded(message: string): string {
  if (/^Not enough non-option arguments/.test(message)) return NO_FILE;
  const option = /^Not enough arguments following: (\S+)$/.exec(message)?.[1];
  return option === undefined ? printable(message) : `--${printable(option)} expects a value.`;
}

export const NO_FILE = 'Expected the path of a file after the command.';
