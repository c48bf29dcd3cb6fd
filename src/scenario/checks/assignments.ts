import {channelsOf, openingOf} from '../../compile/channels.ts';
import {attributeTypes, possibleValues} from '../../compile/possibleValues.ts';
import {processesOf} from '../../compile/routes.ts';
import {reachedRules} from '../../routing/segmentation/index.ts';
import type {Scenario, SourceSpec} from '../scenario.ts';

/** A process that items of a source and channel may be assigned to. */
export interface Assignment {
  readonly source: SourceSpec;
  readonly channel: string;
  readonly process: string;
}

const KNOWN = new WeakMap<Scenario, readonly Assignment[]>();

/** Every assignment segmentation may make, or a transfer; rather too many than too few. */
export function assignments(scenario: Scenario): readonly Assignment[] {
  const known = KNOWN.get(scenario);
  if (known) return known;
  const found = scenario.demand.flatMap((source) =>
    channelsOf(source.channel).flatMap((channel) =>
      assignedTo(scenario, source, channel).map((process) => ({source, channel, process})),
    ),
  );
  KNOWN.set(scenario, found);
  return found;
}

function assignedTo(scenario: Scenario, source: SourceSpec, channel: string): string[] {
  const opening = openingOf(source);
  if (opening) return [opening.process];
  const {segmentation} = scenario.routing;
  const space = segmentation.columns.map((column) => possibleValues(source, channel, column));
  const {rules, complete} = reachedRules(segmentation, attributeTypes(scenario), [space]);
  const outcomes = segmentation.rules.filter((_, rule) => rules.has(rule)).map(({then}) => then);
  if (!complete && segmentation.otherwise) outcomes.push(segmentation.otherwise);
  return processesOf(scenario, source, outcomes);
}
