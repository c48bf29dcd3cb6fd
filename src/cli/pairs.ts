import {parseDuration} from '../language/duration.ts';
import {printable} from '../language/show.ts';
import {UsageError} from './usage.ts';

/** Options such as `--column role=name`, given any number of times, as a map. */
export function pairs(option: string, given: readonly string[] | undefined): Record<string, string> {
  return Object.fromEntries(
    (given ?? []).map((each) => {
      const at = each.indexOf('=');
      if (at > 0) return [each.slice(0, at).trim(), each.slice(at + 1).trim()];
      throw new UsageError(`--${option} expects name=value, found ${printable(JSON.stringify(each), 60)}.`);
    }),
  );
}

/** A duration such as 10m as milliseconds; undefined stays. */
export function durationOption(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const ms = parseDuration(given);
  if (ms !== null) return ms;
  throw new UsageError(
    `--${option} expects a duration such as 30s or 10m, found ${printable(JSON.stringify(given), 40)}.`,
  );
}
