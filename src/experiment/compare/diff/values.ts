import {formatDuration} from '../../../language/duration.ts';

/** Deeper than this a difference is told as one. */
const DEEPEST = 4;
const LONGEST = 60;

/** `2h instead of 4h`; of what was not there, `2h, which was not set`. */
export function instead(now: string | null, before: string | null): string {
  if (before === null) return `${now} (was not set)`;
  return now === null ? `no longer ${before}` : `${now} instead of ${before}`;
}

/** What keys are called. */
type Words = Readonly<Record<string, string | null>>;

/**
 * In words what differs between two values read from a scenario: `SLA 2h instead of 4h`. `words` says what keys are
 * called, '' for nothing; a key it gives null is left to somebody else. Keys that end in Ms are durations, shares are percentages.
 */
export function differences(before: unknown, after: unknown, words: Words = {}): string[] {
  return [...differing(before, after, words, [])];
}

function* differing(before: unknown, after: unknown, words: Words, path: readonly string[]): Generator<string> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const key = path.at(-1) ?? '';
  const isLeaf =
    path.length >= DEEPEST || !isMap(before) || !isMap(after) || isDistribution(before) || isDistribution(after);
  if (isLeaf) {
    const name = path
      .map((step) => words[step] ?? wordOf(step))
      .filter(Boolean)
      .join(' ');
    yield `${name} ${instead(textOf(after, key), textOf(before, key))}`.trim();
    return;
  }
  for (const step of new Set([...Object.keys(before), ...Object.keys(after)]))
    if (words[step] !== null) yield* differing(before[step], after[step], words, [...path, step]);
}

type Values = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as a person would write it; null where there is none. */
export function textOf(value: unknown, key = ''): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return numberText(value, key);
  if (typeof value !== 'object') return String(value);
  if (isDistribution(value)) return distributionText(value);
  const text = Array.isArray(value)
    ? value.map((one) => textOf(one, key) ?? 'nothing').join(', ')
    : Object.entries(value)
        .flatMap(([step, inner]) => (inner === undefined ? [] : [`${wordOf(step)} ${textOf(inner, step)}`]))
        .join(', ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
}

function numberText(value: number, key: string): string {
  if (/Ms$/.test(key) && !/EpochMs$/.test(key)) return formatDuration(value);
  if (/^(share|absence|cv|noAnswer|slowdown|onDays|swing|each)$/.test(key))
    return `${Number((value * 100).toFixed(2))}%`;
  return String(Number(value.toFixed(4)));
}

interface Distribution {
  readonly kind: string;
  readonly mean: number;
  readonly sd: number;
}
const isDistribution = (value: unknown): value is Distribution =>
  isMap(value) && typeof value.kind === 'string' && typeof value.mean === 'number' && typeof value.sd === 'number';

function distributionText({kind, mean, sd}: Distribution): string {
  return kind === 'constant' ? formatDuration(mean) : `${kind}, mean ${formatDuration(mean)}, sd ${formatDuration(sd)}`;
}

/** `answerWithinMs` as `answer within`. */
const wordOf = (key: string): string =>
  key.replace(/(Epoch)?Ms$/, '').replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
