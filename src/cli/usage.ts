import {nearest} from '../language/nearest.ts';
import {printable} from '../language/show.ts';

/** A command line that cannot be meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What yargs says, in words of ours where it found something unknown, with the nearest that is known. */
export function withSuggestion(message: string, known: readonly string[], typed: readonly string[]): string {
  const unknown = /^Unknown (?:argument|command)s?: (.*)$/s.exec(message)?.[1];
  if (unknown === undefined) return REWORDED.find(([pattern]) => pattern.test(message))?.[1] ?? printable(message);
  const options = known.some((word) => word.startsWith('--'));
  return [...new Set(unknown.split(', '))]
    .map((word) => {
      if (options && typed.includes(word)) return `Expected one file, found ${printable(word, 60)} as well.`;
      const name = !options ? word : word.length > 1 ? `--${word}` : `-${word}`;
      const near = nearest(name, known);
      const hint = near === undefined ? '' : ` Did you mean ${near}?`;
      return `There is no ${options ? 'option' : 'command'} ${printable(name, 60)}.${hint}`;
    })
    .join('\n');
}

const REWORDED: readonly (readonly [RegExp, string])[] = [
  [/^Not enough non-option arguments/, 'Expected the path of a file after the command.'],
];
