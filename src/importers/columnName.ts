/**
 * A heading as words: small letters without accents, camelCase and whatever is no letter or figure cut apart.
 * `Date/Time Opened`, `receivedAt` and `Heure d’arrivée` are `date time opened`, `received at` and `heure d arrivee`.
 */
export function plainName(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const UNITS: readonly [pattern: RegExp, ms: number][] = [
  [/(^| )(ms|msec|millis\w*)$/, 1],
  [/(^| )(min|mins|minutes?|minuten|minutos?)$/, 60_000],
  [/(^| )(h|hrs?|hours?|stunden|horas?|heures?|uren)$/, 3_600_000],
];

/** Ms of one of the bare numbers of a column, as far as its heading says: `talk_min`, `Duration (ms)`. Else seconds. */
export function unitIn(name: string): number {
  const plain = plainName(name);
  return UNITS.find(([pattern]) => pattern.test(plain))?.[1] ?? 1000;
}
