import {channelNames} from '../../compile/channels.ts';
import {capacityFindings, MOST_CHANNELS} from '../../routing/capacity/index.ts';
import type {Check} from './draft.ts';
import {reportFindings} from './findings.ts';

/** Capacity rules speak of channels there are, and let each of them start: no weight above the total. */
export const capacities: Check = ({scenario, reading, complete}) => {
  if (!complete.demand) return;
  const channels = channelNames(scenario);
  if (channels.length > MOST_CHANNELS) {
    reading.error(['demand'], `expected at most ${MOST_CHANNELS} channels, found ${channels.length}`);
    return;
  }
  for (const rule of Object.values(scenario.routing.capacity))
    reportFindings(reading, ['routing', 'capacity', rule.name], capacityFindings(rule, channels));
};
