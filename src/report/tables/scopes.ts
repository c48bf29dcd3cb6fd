import {printable} from '../../language/show.ts';
import type {MetricValues, Results} from '../../measure/results.ts';

/** A line of the tables by process and channel. */
export interface ScopeRow {
  readonly name: string;
  readonly channel: string;
  readonly values: MetricValues;
}

/**
 * Each process by channel; then all of a process that has several channels, all of a channel that has several
 * processes, and everything where there is more than one line.
 */
export function scopeRows(results: Results): ScopeRow[] {
  const {processChannel, process, channel, total} = results.flow;
  const rows: ScopeRow[] = processChannel.map((row) => ({
    name: printable(row.process),
    channel: printable(row.channel),
    values: row.values,
  }));
  const several = (key: 'process' | 'channel', name: string) =>
    processChannel.filter((row) => row[key] === name).length > 1;
  for (const [name, values] of Object.entries(process))
    if (several('process', name)) rows.push({name: printable(name), channel: 'all', values});
  const severalChannels = Object.keys(channel).length > 1;
  for (const [name, values] of Object.entries(channel))
    if (severalChannels && several('channel', name)) rows.push({name: 'all', channel: printable(name), values});
  if (processChannel.length > 1) rows.push({name: 'all', channel: 'all', values: total});
  return rows;
}
