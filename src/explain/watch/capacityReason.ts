import type {Loaded} from '../../experiment/index.ts';
import type {Floor} from '../../floor/floor.ts';

/**
 * Which rule of capacity forbids an agent one more item of a channel beside what he has in hand, in words of the
 * scenario: `blended: no voice while chat 1`.
 */
export function capacityReason({scenario, compiled}: Loaded, floor: Floor, agent: number, channel: number): string {
  const {capacity, channelCount, names} = compiled.model;
  const spec = scenario.routing.capacity[compiled.people.agents[agent].capacity ?? ''];
  if (spec === undefined) return 'one item at a time';
  const state = floor.agents.state[agent];
  const count = (name: string) => capacity.counts[state * channelCount + names.channels.indexOf(name)] || 0;
  const own = names.channels[channel];
  const rule = spec.channels[own];
  if (rule !== undefined && count(own) >= rule.max) return `${spec.name}: at most ${rule.max} ${own}`;
  const above = rule?.interruptedBy.find((name) => count(name) > 0);
  if (above !== undefined) return `${spec.name}: no ${own} starts under ${above}`;
  const stands = (name: string) => (spec.channels[name]?.interruptedBy.includes(own) ? 0 : count(name));
  const forbidden = rule?.notWhile.find((load) => Object.entries(load).every(([name, least]) => stands(name) >= least));
  if (forbidden === undefined) return `${spec.name}: not enough units free`;
  const load = Object.entries(forbidden).map(([name, least]) => `${name} ${least}`);
  return `${spec.name}: no ${own} while ${load.join(' and ')}`;
}
