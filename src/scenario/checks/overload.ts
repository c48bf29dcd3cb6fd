import {formatDuration} from '../../language/duration.ts';
import type {CapacitySpec} from '../../routing/capacity/spec.ts';
import {type People, peopleOf} from '../../workforce/index.ts';
import {spanOf, stintsOf} from '../../workforce/schedule/index.ts';
import type {GroupSpec, Scenario, SourceSpec} from '../scenario.ts';
import {assignments} from './assignments.ts';
import type {Check, Draft} from './draft.ts';
import {horizonMs, meanArrivals, meanOf} from './load.ts';
import {meanWork} from './meanWork.ts';
import {Reach} from './reach.ts';

const HOUR_MS = 3_600_000;
const LOOK_MS = 14 * 24 * HOUR_MS;
/** Offered work ÷ what agents could do if they did nothing else, above which a scenario is hardly meant so. */
const FAR_ABOVE = 1.25;

/** The work of some sources, and all the agents who may take any of it. */
interface Pool {
  readonly agents: ReadonlySet<number>;
  readonly sources: readonly SourceSpec[];
}

/** Work that comes in far above what the agents who may take it could do at best. */
export const overload: Check = (draft) => {
  const {scenario} = draft;
  const lengthMs = horizonMs(scenario);
  if (lengthMs === null || lengthMs < HOUR_MS) return;
  const people = peopleOf(scenario);
  const hours = agentHours(scenario, people, lengthMs);
  const told = new Set<SourceSpec>();
  for (const pool of poolsOf(scenario, people)) {
    if (pool.sources.some((source) => told.has(source))) continue;
    const there = [...pool.agents].reduce((sum, agent) => sum + (hours[agent] ?? 0), 0);
    const load = pool.sources
      .map((source) => ({source, hours: workHours(scenario, people, source, pool.agents)}))
      .filter((one) => one.hours > 0);
    const total = load.reduce((sum, one) => sum + one.hours, 0);
    if (there === 0 || total <= FAR_ABOVE * there) continue;
    for (const source of pool.sources) told.add(source);
    tell(draft, load, total, there);
  }
};

function tell(
  {reading}: Draft,
  load: readonly {readonly source: SourceSpec; readonly hours: number}[],
  total: number,
  there: number,
): void {
  const [most] = [...load].sort((a, b) => b.hours - a.hours);
  if (most === undefined) return;
  const {source, hours} = most;
  reading.warn(
    [...reading.pathOf(source), source.arrivals.kind === 'opened' ? 'handleTime' : 'arrivals'],
    `the work of ${load.map((one) => one.source.name).join(', ')} is ${(total / there).toFixed(1)} times what all agents who may take it could do: about ${round(total)} hours for ${round(there)}`,
    `most of it is ${source.name}, ${round(hours)} hours: check its rate, its handle time (mean ${formatDuration(Math.round(meanOf(source.handleTime)))}) and the head counts`,
    true,
  );
}

const round = (hours: number): string => String(Number(hours.toPrecision(3)));

/**
 * For each set of agents that some source may go to, the sources that may go to nobody else, smallest sets first: if
 * one of these is too much for its agents, nothing else can help.
 */
function poolsOf(scenario: Scenario, people: People): Pool[] {
  const reach = new Reach(scenario, people);
  const reached = new Map<SourceSpec, Set<number>>(scenario.demand.map((source) => [source, new Set<number>()]));
  for (const {source, channel, process} of assignments(scenario))
    for (const agent of reach.of(process, channel)) reached.get(source)?.add(agent);
  const sets = new Map([...reached.values()].map((agents) => [[...agents].sort((a, b) => a - b).join(), agents]));
  const all = new Set([...reached.values()].flatMap((agents) => [...agents]));
  return [...sets.values(), all]
    .sort((a, b) => a.size - b.size)
    .map((agents) => ({
      agents,
      sources: [...reached].filter(([, own]) => [...own].every((agent) => agents.has(agent))).map(([source]) => source),
    }));
}

/** Work of a source in agent hours, with as many items side by side as any of the agents may have. */
function workHours(scenario: Scenario, people: People, source: SourceSpec, agents: ReadonlySet<number>): number {
  const arrivals = meanArrivals(scenario, source) ?? 0;
  const channels = 'name' in source.channel ? [source.channel.name] : Object.values(source.channel.values);
  const rules = new Set([...agents].map((agent) => people.agents[agent]?.capacity ?? null));
  const aside = Math.max(1, ...[...rules].map((rule) => most(scenario, rule, channels)));
  const gain = source.concurrency ? aside ** Math.max(0, 1 - source.concurrency.slowdown) : aside;
  return (arrivals * meanWork(source)) / HOUR_MS / gain;
}

function most({routing}: Scenario, capacity: string | null, channels: readonly string[]): number {
  const rule = capacity === null ? undefined : routing.capacity[capacity];
  return rule ? Math.max(...channels.map((channel) => mostOf(rule, channel))) : 1;
}

function mostOf({channels, units}: CapacitySpec, channel: string): number {
  const byUnits = units ? Math.floor(units.total / (units.weights[channel] ?? Number.POSITIVE_INFINITY)) : Infinity;
  return Math.min(channels[channel]?.max ?? (units ? Infinity : 0), byUnits);
}

/** Hours each agent is there over the horizon, breaks off, at the pace of its first two weeks; speed counted. */
function agentHours(scenario: Scenario, people: People, lengthMs: number): number[] {
  const span = spanOf(scenario, 0, Math.min(lengthMs, LOOK_MS));
  return people.seats.map((seat) => {
    let ms = 0;
    for (const stint of stintsOf(scenario, seat, span)) {
      ms += overlap(stint, span.toMs);
      for (const pause of stint.breaks) ms -= overlap(pause, span.toMs);
    }
    return ((ms * fastest(seat.spec)) / HOUR_MS) * (lengthMs / span.toMs);
  });
}

const overlap = ({fromMs, toMs}: {readonly fromMs: number; readonly toMs: number}, endMs: number): number =>
  Math.max(0, Math.min(toMs, endMs) - Math.max(fromMs, 0));

function fastest({speed}: GroupSpec): number {
  return speed.kind === 'fixed' ? speed.factor : Math.max(...speed.levels.map((level) => level.factor));
}
