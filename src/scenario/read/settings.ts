import {epochOf, isZone, zoneNames} from '../../calendar/index.ts';
import {parseDuration} from '../../language/duration.ts';
import {nearest} from '../../language/nearest.ts';
import type {Path} from '../../language/problem.ts';
import type {z} from '../../language/schema.ts';
import {shown} from '../../language/show.ts';
import type {Scenario} from '../scenario.ts';
import {SETTINGS} from '../schema/settings.ts';
import type {Reading} from './reading.ts';

export type Settings = Omit<
  Scenario,
  'calendars' | 'demand' | 'routing' | 'shifts' | 'workforce' | 'goals' | 'located' | 'name'
> & {readonly name: string | undefined};

/** The keys that are no parts. What is wrong is reported and stands at its default, so that the rest can be read. */
export function readSettings(reading: Reading): Settings {
  const get = <Key extends keyof typeof SETTINGS>(key: Key): z.output<(typeof SETTINGS)[Key]> =>
    (reading.check([key], SETTINGS[key]) ?? SETTINGS[key].parse(undefined)) as z.output<(typeof SETTINGS)[Key]>;
  const zone = zoneOf(reading, get('timezone'));
  reading.zone = zone;
  const fromEpochMs = instantAt(reading, ['from'], get('from')) || 0;
  const settings = {
    name: get('name'),
    zone,
    fromEpochMs,
    until: untilOf(reading, get('to'), fromEpochMs),
    warmUpMs: get('warmUp'),
    coolDownMs: get('coolDown'),
    atEnd: get('atEnd'),
    seed: get('seed'),
    replications: get('replications'),
    measureAtMs: get('measureAt') ?? [],
    intervalMs: get('intervals'),
    reportBy: get('reportBy') ?? [],
    waitParts: get('waitParts'),
    stages: Object.entries(get('stages') ?? {}).map(([name, status]) => ({name, status})),
  };
  checkSpans(reading, settings);
  return settings;
}

function zoneOf(reading: Reading, zone: string): string {
  if (isZone(zone)) return zone;
  const near = nearest(zone, zoneNames());
  reading.error(
    ['timezone'],
    `expected an IANA time zone such as Europe/Madrid, found ${shown(zone)}`,
    near ? `did you mean ${near}?` : undefined,
  );
  return 'UTC';
}

/** The instant of a date, or date and time, at `path`; NaN where it is none, which is reported. */
export function instantAt(reading: Reading, path: Path, text: string): number {
  const read = epochOf(text, reading.zone);
  if (!read.ok) {
    reading.error(path, read.message);
    return Number.NaN;
  }
  if (read.note === 'skipped')
    reading.warn(path, `${shown(text)} does not exist in ${reading.zone}: clocks skip it; the instant after is taken`);
  return read.epochMs;
}

function untilOf(reading: Reading, to: string | {readonly arrivals: number}, fromEpochMs: number): Scenario['until'] {
  if (typeof to !== 'string') return to;
  const durationMs = parseDuration(to);
  const bare = durationMs === null && /^\s*-?\d+(\.\d+)?\s*[a-z]*\s*$/i.test(to);
  if (bare) reading.error(['to'], `expected a date, or a duration with a unit such as 14d, found ${shown(to)}`);
  const epochMs = durationMs !== null ? fromEpochMs + durationMs : bare ? Number.NaN : instantAt(reading, ['to'], to);
  if (Number.isNaN(epochMs)) return {epochMs: fromEpochMs + 86_400_000};
  if (epochMs <= fromEpochMs)
    reading.error(
      ['to'],
      `expected an end after the start, found ${shown(to)}`,
      'the end is not part of the run: one day is from: 2026-03-02, to: 2026-03-03',
    );
  return {epochMs};
}

function checkSpans(reading: Reading, settings: Omit<Settings, 'name'>): void {
  const {until, fromEpochMs, warmUpMs, coolDownMs, measureAtMs, intervalMs} = settings;
  const lengthMs = 'epochMs' in until ? until.epochMs - fromEpochMs : Number.POSITIVE_INFINITY;
  if (lengthMs > 0 && warmUpMs + coolDownMs >= lengthMs)
    reading.error(
      [reading.node(['warmUp']) ? 'warmUp' : 'coolDown'],
      'expected a warm-up and cool-down shorter than the horizon, found nothing left to count',
    );
  for (const [i, atMs] of measureAtMs.entries())
    if (atMs >= lengthMs)
      reading.error(['measureAt', i], 'expected an instant before the end, found one at or after it');
  if (!(intervalMs > 0) || 86_400_000 % intervalMs !== 0)
    reading.error(['intervals'], 'expected intervals a whole number of which make a day, such as 15m, 30m or 1h');
}
