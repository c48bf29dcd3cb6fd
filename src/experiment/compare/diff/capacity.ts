import type {CapacitySpec} from '../../../routing/capacity/spec.ts';
import {type Change, namedChanges} from './change.ts';
import {differences} from './values.ts';

/** Limits of what an agent may have in hand. */
export function capacityChanges(
  before: Readonly<Record<string, CapacitySpec>>,
  after: Readonly<Record<string, CapacitySpec>>,
): Change[] {
  const words = {name: null, channels: null, max: 'at most', notWhile: 'not while', interruptedBy: 'interrupted by'};
  return namedChanges('capacity', 'capacity rule', before, after, (a, b) => [
    ...channelDifferences(a, b),
    ...differences(a, b, words),
  ]);
}

function channelDifferences(before: CapacitySpec, after: CapacitySpec): string[] {
  const words = {max: 'at most'};
  const channels = [...new Set([...Object.keys(before.channels), ...Object.keys(after.channels)])];
  return channels.flatMap((channel) => {
    const [was, now] = [before.channels[channel], after.channels[channel]];
    if (was === undefined) return [`${channel} added, at most ${now.max}`];
    if (now === undefined) return [`${channel} no longer taken`];
    return differences(was, now, words).map((text) => `${channel} ${text}`);
  });
}
