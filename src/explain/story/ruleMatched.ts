import {attributesOf, type Loaded} from '../../experiment/index.ts';
import type {ItemKey} from '../watch/itemWatch.ts';
import type {RuleMatched} from './story.ts';

/** Which row of the decision table took an item, and the values that matched its cells. */
export function ruleMatched(loaded: Loaded, replication: number, rule: number, {source, number}: ItemKey): RuleMatched {
  const {scenario, compiled} = loaded;
  const {columns, rules} = scenario.routing.segmentation;
  const text = compiled.model.names.rules[rule];
  const cells = rules[rule]?.cells;
  if (cells === undefined) return {row: null, text, matched: []};
  const spec = scenario.demand[source];
  const channel = 'name' in spec.channel ? {channel: spec.channel.name} : {};
  const brought = attributesOf(loaded, replication, source, number);
  const values: Readonly<Record<string, string | number | null>> = {
    ...brought,
    source: spec.of ?? spec.name,
    ...channel,
  };
  const matched = columns.flatMap((column, k) => {
    const cell = cells[k] ?? '-';
    return cell === '-' ? [] : [{column, cell, value: values[column] ?? null}];
  });
  return {row: rule + 1, text, matched};
}
