import type {Path} from '../../language/problem.ts';
import {handlingSchema} from '../handling/index.ts';
import type {LineWritten} from '../handling/workOrder.ts';
import type {ArrivalsSpec, SourceSpec} from '../scenario.ts';
import {readAttributes} from './attributes.ts';
import {distributionAt, varyingAt} from './distribution.ts';
import {readHandling} from './handling.ts';
import type {Reading} from './reading.ts';

/** What opens items: a source, or a line item of one. */
export interface Opener {
  readonly name: string;
  readonly arrivals: ArrivalsSpec;
  /** Names given to what it and those it opens open. */
  readonly taken: Set<string>;
}

/**
 * The items that a line of a work order opens, as a source of their own: `each` of them for every item of the opener, on
 * average. Null where something is wrong, which is reported.
 */
export function readOpened(
  reading: Reading,
  path: Path,
  written: LineWritten,
  opener: Opener,
  each: number,
): SourceSpec | null {
  const before = reading.errorCount;
  const name = nameOf(opener, written.open);
  const arrivals: ArrivalsSpec = {
    kind: 'opened',
    by: opener.name,
    process: written.open,
    of: opener.arrivals,
    each,
  };
  const handleTime = varyingAt(reading, [...path, 'handleTime'], written.handleTime);
  const wrapUp = written.wrapUp && varyingAt(reading, [...path, 'wrapUp'], written.wrapUp);
  const confirmed = written.confirmed && distributionAt(reading, [...path, 'confirmed'], written.confirmed);
  const outcomes = written.handling && reading.check([...path, 'handling'], handlingSchema);
  const handling = readHandling(reading, [...path, 'handling'], outcomes, {...opener, name, arrivals});
  const attributes = readAttributes(reading, path, written.attributes);
  if (reading.errorCount > before || handleTime === null) return null;
  const spec: SourceSpec = {
    name,
    channel: {name: written.channel ?? 'workitem'},
    arrivals,
    attributes,
    handleTime,
    ...(wrapUp && {wrapUp}),
    ...(handling && {handling}),
    ...(confirmed && {confirmed}),
  };
  return reading.placed(spec, path);
}

/** `cases: finance`, and `cases: finance 2` where the same process does two things for it. */
function nameOf({name, taken}: Opener, process: string): string {
  const first = `${name}: ${process}`;
  let given = first;
  for (let k = 2; taken.has(given); k++) given = `${first} ${k}`;
  taken.add(given);
  return given;
}

/** Every source that work orders of a source open, and those that these open: in order, the openers first. */
export function openedBy({handling = []}: SourceSpec): SourceSpec[] {
  const opened = handling.flatMap((outcome) => ('opens' in outcome ? outcome.opens : []));
  return opened.flatMap((source) => [source, ...openedBy(source)]);
}
