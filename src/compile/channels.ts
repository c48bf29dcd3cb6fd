import type {ChannelSpec, Scenario, SourceSpec} from '../scenario/scenario.ts';

/** Channels a source's items may come by, each once. */
export function channelsOf(channel: ChannelSpec): string[] {
  return 'name' in channel ? [channel.name] : [...new Set(Object.values(channel.values))];
}

/** Every channel of the scenario, in the order in which its sources name them. */
export const channelNames = (scenario: Scenario): string[] => [
  ...new Set(scenario.demand.flatMap(({channel}) => channelsOf(channel))),
];

/** The log a source reads its items from; null where they are generated. */
export const logOf = ({arrivals}: SourceSpec) =>
  arrivals.kind === 'replay' || arrivals.kind === 'backlog' ? arrivals.replay : null;

/** What opens the items of a source, and the process they are assigned to; null where they come by themselves. */
export const openingOf = ({arrivals}: Pick<SourceSpec, 'arrivals'>) => (arrivals.kind === 'opened' ? arrivals : null);

/** Whether items of a source go back to the agent who had them, after what they opened or waited for. */
export const waitsForAgent = ({handling = []}: SourceSpec): boolean =>
  handling.some(
    (outcome) => 'resume' in outcome && outcome.resume === 'sameAgent' && !('waits' in outcome && !outcome.waits),
  );

/** Whether items of a source may come with an agent they prefer. */
export const bringsPreferred = (source: SourceSpec): boolean =>
  source.preferredAgent !== undefined || (logOf(source)?.columns.preferredAgent.length ?? 0) > 0;
