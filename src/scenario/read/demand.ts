import type {Path} from '../../language/problem.ts';
import type {ArrivalsSpec, ChannelSpec, SourceSpec} from '../scenario.ts';
import {type SourceWritten, sourceSchema} from '../schema/demand.ts';
import {readArrivals} from './arrivals.ts';
import {readAttributes} from './attributes.ts';
import {distributionAt, varyingAt} from './distribution.ts';
import {mayComeBack, readHandling} from './handling.ts';
import {readLeads} from './leads.ts';
import {readOpen} from './open.ts';
import {openedBy} from './opened.ts';
import type {Reading} from './reading.ts';
import {readReplay} from './replay.ts';

/** Sources in order, then those of what they open; those with something wrong are left out, which is reported. */
export function readDemand(reading: Reading): SourceSpec[] {
  const node = reading.node(['demand']);
  if (node?.kind !== 'list' || node.items.length === 0) {
    reading.error(
      ['demand'],
      'expected a list of sources under demand, found none',
      'begin with demand: [ { source: …, channel: voice, arrivals: { perHour: 60 } } ]',
    );
    return [];
  }
  const sources = node.items.flatMap((_, i) => readSource(reading, ['demand', i]));
  return [...sources, ...new Set(sources.flatMap(openedBy))];
}

const NOTHING: ArrivalsSpec = {kind: 'at', atMs: []};

/** A source, and beside it what of it is open at the start. */
function readSource(reading: Reading, path: Path): SourceSpec[] {
  const written = reading.check(path, sourceSchema);
  if (written === undefined) return [];
  const before = reading.errorCount;
  const name = written.source;
  const arrivals = arrivalsOf(reading, path, written);
  const varying = (key: 'handleTime' | 'wrapUp' | 'patience') => {
    const value = written[key];
    return value === undefined ? null : varyingAt(reading, [...path, key], value);
  };
  const [handleTime, wrapUp, patience] = [varying('handleTime'), varying('wrapUp'), varying('patience')];
  const redial = redialOf(reading, path, written);
  const opener = {name, arrivals: arrivals ?? NOTHING, taken: new Set<string>()};
  const handling = readHandling(reading, [...path, 'handling'], written.handling, opener);
  const confirmed = written.confirmed && distributionAt(reading, [...path, 'confirmed'], written.confirmed);
  const spec = {
    name,
    channel: channelOf(reading, path, written),
    arrivals,
    attributes: readAttributes(reading, path, written.attributes),
    ...(handleTime && {handleTime}),
    ...(wrapUp && {wrapUp}),
    ...(patience && {patience}),
    ...(redial && {redial}),
    ...(handling && {handling}),
    ...(confirmed && {confirmed}),
    ...(written.markDone === 'disabled' && {markDone: written.markDone}),
    ...readLeads(reading, path, written),
    ...(written.concurrency && {concurrency: written.concurrency}),
    ...(written.preferredAgent && {preferredAgent: preferredOf(reading, written.preferredAgent)}),
  };
  const open = written.open && readOpen(reading, [...path, 'open'], written.open);
  if (arrivals === null || reading.errorCount > before) return [];
  const alone = open && isAlone(written);
  const snapshot: ArrivalsSpec | null = open ? {kind: 'backlog', replay: open} : null;
  const sources: SourceSpec[] = [
    ...(alone ? [] : [{...spec, arrivals}]),
    ...(snapshot ? [{...spec, ...(alone ? {} : {name: `${name}: open`, of: name}), arrivals: snapshot}] : []),
  ];
  for (const source of sources) {
    checkHandleTime(reading, path, source);
    reading.placed(source, path);
  }
  return sources;
}

const isAlone = ({arrivals, replay, backlog}: SourceWritten): boolean => !arrivals && !replay && !backlog;

function arrivalsOf(reading: Reading, path: Path, written: SourceWritten): ArrivalsSpec | null {
  if (written.open && isAlone(written)) return NOTHING;
  const ways = (['arrivals', 'replay', 'backlog'] as const).filter((key) => written[key] !== undefined);
  if (ways.length !== 1) {
    const found = ways.length === 0 ? 'none of them' : ways.join(' and ');
    reading.error(path, `expected one of arrivals, replay and backlog, found ${found}`, 'arrivals: { perHour: 60 }');
    return null;
  }
  if (written.arrivals) return readArrivals(reading, [...path, 'arrivals'], written.source, written.arrivals);
  for (const kind of ['replay', 'backlog'] as const) {
    const replay = written[kind] && readReplay(reading, [...path, kind], written[kind]);
    if (replay) return {kind, replay};
  }
  return null;
}

function channelOf(reading: Reading, path: Path, {channel, arrivals}: SourceWritten): ChannelSpec {
  if (typeof channel === 'string') return {name: channel};
  if (arrivals)
    reading.error([...path, 'channel'], 'expected one channel of a generated source, found a column', 'channel: voice');
  if (Object.keys(channel.values).length === 0)
    reading.error([...path, 'channel', 'values'], 'expected a channel for each value of the column, found none');
  return channel;
}

function redialOf(reading: Reading, path: Path, {redial, patience, replay, backlog}: SourceWritten) {
  if (redial === undefined) return null;
  const hasPatience = patience !== undefined || (replay ?? backlog)?.columns.patience !== undefined;
  if (!hasPatience)
    reading.warn(
      [...path, 'redial'],
      'nobody hangs up without `patience`, so nobody calls again',
      'add patience: { exponential: { mean: 2m } }',
    );
  const after = distributionAt(reading, [...path, 'redial', 'after'], redial.after);
  return after && {share: redial.share, after, atMost: redial.atMost};
}

/** Names of groups, or else of agents: which is which the check of names tells. */
function preferredOf(reading: Reading, {share, from}: NonNullable<SourceWritten['preferredAgent']>) {
  const groups = new Set(reading.groupNames());
  return {
    share,
    groups: from.filter((name) => groups.has(name)),
    agents: from.filter((name) => !groups.has(name)),
  };
}

function checkHandleTime(reading: Reading, path: Path, source: SourceSpec): void {
  const {handleTime, arrivals} = source;
  const replay = 'replay' in arrivals ? arrivals.replay : null;
  if (
    replay?.columns.handleTime &&
    handleTime === undefined &&
    !replay.columns.handleTime.missing &&
    mayComeBack(source)
  )
    reading.error(
      [...path, 'handling'],
      'expected a distribution of handle time: the log has that of the first visit only',
      'handleTime: { lognormal: { mean: 4m, cv: 0.9 } }',
    );
  if (handleTime !== undefined || replay?.columns.handleTime) return;
  reading.error(
    path,
    'expected the key handleTime, found none',
    replay
      ? 'a column of the log under columns, or handleTime: { lognormal: { mean: 4m, cv: 0.9 } }'
      : 'handleTime: { lognormal: { mean: 4m, cv: 0.9 } }',
  );
}
