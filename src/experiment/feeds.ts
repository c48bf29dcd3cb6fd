import {localDays} from '../calendar/index.ts';
import type {FeedContext, RecordedSink} from '../demand/context.ts';
import {createFeed} from '../demand/index.ts';
import {ArrivalBlock, type Feed} from '../model/arrivals.ts';
import type {Clock} from '../model/clock.ts';
import type {Brought} from '../model/moves.ts';
import type {Loaded} from './loaded.ts';
import {Warnings} from './warnings.ts';

/** The feeds of all sources for one replication, in the scenario's order. */
export function feedsOf(
  loaded: Loaded,
  replication: number,
  recorded: RecordedSink | null,
  warnings: Warnings,
): Feed[] {
  const context = feedContext(loaded, replication, recorded, warnings);
  return loaded.scenario.demand.map((source, index) => createFeed(source, index, context));
}

/** What an item brings to segmentation; null where no such item comes, or another item opens it. */
export function attributesOf(
  loaded: Loaded,
  replication: number,
  source: number,
  number: number,
): Brought['attributes'] | null {
  for (const block of blocksOf(loaded, replication, source)) {
    const row = block.number.subarray(0, block.count).indexOf(number);
    if (row >= 0) return block.brought[row]?.attributes ?? null;
  }
  return null;
}

/** The number nearest to one that no item of the source has; null where the source brings none by itself, or without end. */
export function nearestNumber(loaded: Loaded, replication: number, source: number, number: number): number | null {
  let best: number | null = null;
  if (loaded.compiled.model.horizon.untilMs === Infinity) return best;
  for (const block of blocksOf(loaded, replication, source))
    for (const one of block.number.subarray(0, block.count))
      if (best === null || Math.abs(one - number) < Math.abs(best - number)) best = one;
  return best;
}

/** All that arrives by itself, from the same draws as in the run; the block is used again. */
function* blocksOf(loaded: Loaded, replication: number, source: number): Generator<ArrivalBlock> {
  const context = feedContext(loaded, replication, null, new Warnings());
  // Where any item may be sent on, each takes along what it brings.
  const feed = createFeed(loaded.scenario.demand[source], source, {...context, reassigns: true});
  const block = new ArrivalBlock();
  for (feed.fill(block); block.count > 0; feed.fill(block)) yield block;
}

function feedContext(
  {scenario, compiled, openRows}: Loaded,
  replication: number,
  recorded: RecordedSink | null,
  warnings: Warnings,
): FeedContext {
  const {model, classifier} = compiled;
  const agents = new Map(model.names.agents.map((name, id) => [name, id]));
  return {
    seed: scenario.seed,
    replication,
    zone: scenario.zone,
    startEpochMs: scenario.fromEpochMs,
    untilMs: model.horizon.untilMs,
    dayAt: localDays(scenario.zone, scenario.fromEpochMs),
    clocks: clocksByName(Object.keys(scenario.calendars), model.clocks),
    classifier,
    agentId: (name) => agents.get(name),
    agentsOf: (group) => {
      const id = model.names.groups.indexOf(group);
      return [...agents.values()].filter((agent) => model.roster.group[agent] === id);
    },
    reassigns: model.life?.milestones?.reassigns === true,
    openRows,
    recorded,
    warn: (kind, message, example) => warnings.add(kind, message, example),
  };
}

/** Clock 0 is calendar time; the calendars follow in their order. */
function clocksByName(calendars: readonly string[], clocks: readonly Clock[]): Map<string, Clock> {
  return new Map(calendars.map((name, index) => [name, clocks[index + 1]]));
}
