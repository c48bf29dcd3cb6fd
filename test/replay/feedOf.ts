import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {localDays} from '../../src/calendar/index.ts';
import type {AttributeValue, FeedContext} from '../../src/demand/context.ts';
import {createFeed} from '../../src/demand/index.ts';
import {openRows} from '../../src/files/index.ts';
import {ArrivalBlock, type Feed} from '../../src/model/arrivals.ts';
import {constantOf} from '../../src/random/readDistribution.ts';
import type {ReplaySpec, SourceSpec} from '../../src/scenario/scenario.ts';

/** Monday 2 March 2026, midnight in UTC. */
export const START = Date.UTC(2026, 2, 2);
export const HOUR = 3_600_000;
export const fixed = constantOf;

const dir = mkdtempSync(join(tmpdir(), 'preroute-replay-'));
process.on('exit', () => rmSync(dir, {recursive: true, force: true}));
let logs = 0;

/** A log on the disk, from its lines. */
export function logOf(...lines: string[]): string {
  const path = join(dir, `log${logs++}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

export type Replay = Partial<Omit<ReplaySpec, 'columns'>> & {readonly columns?: Partial<ReplaySpec['columns']>};

export function replayOf(path: string, {columns, ...rest}: Replay = {}): ReplaySpec {
  return {
    file: 'log.csv',
    path,
    time: {format: null, zone: 'UTC'},
    attributes: [],
    empty: [''],
    sorted: {kind: 'yes'},
    onRepeat: 'visit',
    onBadRow: 'count',
    separator: null,
    ...rest,
    columns: {
      id: [],
      arrived: {kind: 'instant', column: ['at']},
      handleTime: {kind: 'column', column: ['work'], unitMs: 1000},
      wrapUp: null,
      patience: null,
      preferredAgent: [],
      due: null,
      priority: [],
      recorded: {wait: null, outcome: [], abandoned: [], agent: []},
      ...columns,
    },
  };
}

export function sourceOf(replay: ReplaySpec, more: Partial<SourceSpec> = {}): SourceSpec {
  return {name: 'log', channel: {name: 'voice'}, arrivals: {kind: 'replay', replay}, attributes: {}, ...more};
}

export interface Read {
  readonly rows: {
    number: number;
    arrivedMs: number;
    handleMs: number;
    wrapUpMs: number;
    patienceMs: number;
    dueMs: number;
    initial: number;
    preferred: number;
  }[];
  readonly classified: {channel: string; attributes: Readonly<Record<string, AttributeValue>>; priority: number}[];
  readonly recorded: {arrivedMs: number; waitMs: number; abandoned: boolean}[];
  /** Kind, then examples. */
  readonly warnings: Map<string, string[]>;
  readonly feed: Feed;
}

/** Everything the feed of a source hands out, and what it says on the way. */
export function readFeed(source: SourceSpec, over: Partial<FeedContext> = {}): Read {
  const read: Omit<Read, 'feed'> = {rows: [], classified: [], recorded: [], warnings: new Map()};
  const context: FeedContext = {
    seed: '1',
    replication: 0,
    zone: 'UTC',
    startEpochMs: START,
    untilMs: 24 * HOUR,
    dayAt: localDays('UTC', START),
    clocks: new Map(),
    classifier: {
      classify(_, channel, attributes, priority) {
        read.classified.push({channel, attributes, priority});
        return {route: 0, rule: 0, reportClass: 0, initial: Number.NaN};
      },
      decides: () => true,
      initialFrom: () => null,
      send: () => {
        throw new Error('nothing is handed over');
      },
    },
    agentId: (name) => ({Ann: 3, Bob: 4})[name],
    agentsOf: () => [],
    openRows,
    recorded: {record: (_, arrivedMs, waitMs, abandoned) => read.recorded.push({arrivedMs, waitMs, abandoned})},
    warn(kind, _, example) {
      read.warnings.set(kind, [...(read.warnings.get(kind) ?? []), example]);
    },
    ...over,
  };
  const feed = createFeed(source, 0, context);
  const block = new ArrivalBlock();
  for (feed.fill(block); block.count > 0; feed.fill(block))
    for (let i = 0; i < block.count; i++)
      read.rows.push({
        number: block.number[i],
        arrivedMs: block.arrivedMs[i],
        handleMs: block.handleMs[i],
        wrapUpMs: block.wrapUpMs[i],
        patienceMs: block.patienceMs[i],
        dueMs: block.dueMs[i],
        initial: block.initial[i],
        preferred: block.preferred[i],
      });
  return {...read, feed};
}
