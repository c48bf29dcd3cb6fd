import {printable} from '../language/show.ts';
import {UsageError} from './usage.ts';

/** An option that is a whole number of at least 1, as yargs coerces it. */
export const atLeastOne =
  (option: string) =>
  (value: unknown): number | undefined => {
    if (value === undefined) return undefined;
    if (Array.isArray(value)) throw new UsageError(`--${option} is given ${value.length} times: give it once.`);
    const number = Number(value);
    if (Number.isSafeInteger(number) && number >= 1 && String(value).trim() !== '') return number;
    throw new UsageError(
      `--${option} expects a whole number of at least 1, found ${printable(JSON.stringify(value), 40)}.`,
    );
  };
