import {localDays} from '../../src/calendar/index.ts';
import type {AttributeValue, Classifier, FeedContext} from '../../src/demand/context.ts';
import {createFeed} from '../../src/demand/index.ts';
import {z} from '../../src/language/schema.ts';
import {ArrivalBlock, type Feed} from '../../src/model/arrivals.ts';
import type {Clock} from '../../src/model/clock.ts';
import type {DistributionSpec} from '../../src/random/distribution.ts';
import type {Unit} from '../../src/random/kind.ts';
import {distributionSchema, readDistribution} from '../../src/random/readDistribution.ts';
import type {ArrivalsSpec, SourceSpec} from '../../src/scenario/scenario.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const ALL_WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export function distribution(written: unknown, unit: Unit = 'duration'): DistributionSpec {
  const parsed = distributionSchema(unit).safeParse(written);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const spec = readDistribution(parsed.data, () => null);
  if (spec === null || typeof spec === 'string') throw new Error(`${spec}`);
  return spec;
}

/** Routes items by nothing: each combination of attributes met is a route of its own, in order of meeting. */
export class CountingClassifier implements Classifier {
  readonly met: Readonly<Record<string, AttributeValue>>[] = [];
  classify(_source: number, _channel: string, attributes: Readonly<Record<string, AttributeValue>>, initial: number) {
    this.met.push(attributes);
    return {route: this.met.length - 1, rule: 0, reportClass: 0, initial};
  }
  decides(): boolean {
    return true;
  }
  initialFrom(): null {
    return null;
  }
  send(): never {
    throw new Error('nothing is handed over');
  }
}

export interface Setting {
  readonly seed?: string;
  readonly replication?: number;
  readonly zone?: string;
  /** ISO instant; a Monday midnight in Madrid unless told. */
  readonly start?: string;
  readonly untilMs?: number;
  readonly clocks?: Readonly<Record<string, Clock>>;
  readonly classifier?: Classifier;
  readonly groups?: Readonly<Record<string, readonly number[]>>;
}

export function contextOf(setting: Setting = {}): FeedContext {
  const {seed = '1', replication = 0, zone = 'Europe/Madrid', start = '2026-03-02T00:00:00+01:00'} = setting;
  const startEpochMs = Date.parse(start);
  return {
    seed,
    replication,
    zone,
    startEpochMs,
    untilMs: setting.untilMs ?? DAY,
    dayAt: localDays(zone, startEpochMs),
    clocks: new Map(Object.entries(setting.clocks ?? {})),
    classifier: setting.classifier ?? new CountingClassifier(),
    agentId: () => undefined,
    agentsOf: (group) => setting.groups?.[group] ?? [],
    openRows: () => {
      throw new Error('no files here');
    },
    recorded: null,
    warn: () => {
      throw new Error('nothing to warn of');
    },
  };
}

export const sourceOf = (arrivals: ArrivalsSpec, rest: Partial<SourceSpec> = {}): SourceSpec => ({
  name: 'calls',
  channel: {name: 'voice'},
  attributes: {},
  arrivals,
  ...rest,
});

export const perHour = (rate: number, rest: Partial<Extract<ArrivalsSpec, {kind: 'perHour'}>> = {}): ArrivalsSpec => ({
  kind: 'perHour',
  rate,
  swing: 0,
  periodMs: DAY,
  peakMs: 0,
  ...rest,
});

const COLUMNS = [
  'arrivedMs',
  'number',
  'route',
  'handleMs',
  'wrapUpMs',
  'patienceMs',
  'dueMs',
  'initial',
  'preferred',
] as const;
export type Items = Record<(typeof COLUMNS)[number], number[]>;

/** All items of a feed (at most `most`), column by column. */
export function itemsOf(feed: Feed, most = 1_000_000): Items {
  const items = Object.fromEntries(COLUMNS.map((name) => [name, [] as number[]])) as Items;
  const block = new ArrivalBlock();
  for (feed.fill(block); block.count > 0 && items.number.length < most; feed.fill(block))
    for (const name of COLUMNS) items[name].push(...block[name].subarray(0, block.count));
  return items;
}

export const generate = (arrivals: ArrivalsSpec, setting: Setting = {}, rest: Partial<SourceSpec> = {}): Items =>
  itemsOf(createFeed(sourceOf(arrivals, rest), 0, contextOf(setting)));

/** Arrivals in each [edge, next edge). */
export function countsBetween(arrivedMs: readonly number[], edges: readonly number[]): number[] {
  const counts = edges.slice(1).map(() => 0);
  for (const at of arrivedMs)
    for (const [i, edge] of edges.entries()) if (at >= edge && at < edges[i + 1]) counts[i] = (counts[i] ?? 0) + 1;
  return counts;
}

export const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
export const variance = (values: readonly number[]): number => {
  const middle = mean(values);
  return values.reduce((sum, x) => sum + (x - middle) ** 2, 0) / (values.length - 1);
};
/** Standard errors that the truth all but never exceeds: about 1 in 150,000. */
export const Z = 4.5;
