import {localDays} from '../calendar/index.ts';
import type {FeedContext, RecordedSink} from '../demand/context.ts';
import {createFeed} from '../demand/index.ts';
import type {Feed} from '../model/arrivals.ts';
import type {Clock} from '../model/clock.ts';
import type {Loaded} from './loaded.ts';
import type {Warnings} from './warnings.ts';

/** The feeds of all sources for one replication, in the scenario's order. */
export function feedsOf(
  {scenario, compiled, openRows}: Loaded,
  replication: number,
  recorded: RecordedSink | null,
  warnings: Warnings,
): Feed[] {
  const {model, classifier} = compiled;
  const agents = new Map(model.names.agents.map((name, id) => [name, id]));
  const context: FeedContext = {
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
  return scenario.demand.map((source, index) => createFeed(source, index, context));
}

/** Clock 0 is calendar time; the calendars follow in their order. */
function clocksByName(calendars: readonly string[], clocks: readonly Clock[]): Map<string, Clock> {
  return new Map(calendars.map((name, index) => [name, clocks[index + 1]]));
}
