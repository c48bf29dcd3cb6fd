import {createHash} from 'node:crypto';
import {type PartHashes, partHashes} from '../../scenario/hash.ts';
import type {SourceSpec} from '../../scenario/scenario.ts';
import type {Loaded} from '../loaded.ts';

/**
 * Fingerprints of the parts of a scenario, demand with the rows of the logs that it replays: cells count, not where the
 * files lie or how their lines end. Throws InputError where a log cannot be read.
 */
export function hashesOf({scenario, openRows}: Pick<Loaded, 'scenario' | 'openRows'>): PartHashes {
  const hashes = partHashes(scenario);
  const logs = scenario.demand.flatMap(logsOf);
  if (logs.length === 0) return hashes;
  const hash = createHash('sha256').update(hashes.demand);
  for (const {path, separator} of logs) {
    const rows = openRows(path, separator);
    hash.update(JSON.stringify(rows.header));
    for (let row = rows.next(); row !== null; row = rows.next()) hash.update(JSON.stringify(row));
    rows.close();
  }
  return {...hashes, demand: hash.digest('hex').slice(0, 16)};
}

interface Log {
  readonly path: string;
  readonly separator: string | null;
}

function logsOf({arrivals}: SourceSpec): Log[] {
  const of = arrivals.kind === 'opened' ? arrivals.of : arrivals;
  if (of.kind !== 'replay' && of.kind !== 'backlog') return [];
  return [of.replay, ...(of.replay.commands ? [of.replay.commands] : [])];
}
