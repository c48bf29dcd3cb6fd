import type {Precision} from '../experiment/index.ts';
import {printable} from '../language/show.ts';
import {UsageError} from './usage.ts';

/** `1%`: ratios to one point, means to twice as much of themselves. */
export function precision(value: unknown): Precision | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) throw new UsageError(`--precision is given ${value.length} times: give it once.`);
  const [, number] = /^(\d+(?:\.\d+)?)%$/.exec(String(value).trim()) ?? [];
  const ratio = Number(number) / 100;
  if (number === undefined || ratio <= 0 || ratio >= 1)
    throw new UsageError(
      `--precision expects a percentage such as 0.5%, found ${printable(JSON.stringify(value), 40)}.`,
    );
  return {ratio, share: 2 * ratio};
}
