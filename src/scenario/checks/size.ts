import {formatDuration} from '../../language/duration.ts';
import type {Check} from './draft.ts';
import {meanArrivals} from './load.ts';

const MOST_INTERVALS = 200_000;
const MOST_ARRIVALS = 1e9;

/** What would not end, or not fit: too many intervals to report, too many arrivals to simulate. */
export const size: Check = ({scenario, reading}) => {
  const {until, fromEpochMs, intervalMs} = scenario;
  const lengthMs = 'epochMs' in until ? until.epochMs - fromEpochMs : 0;
  const intervals = lengthMs / intervalMs;
  if (intervals > MOST_INTERVALS) {
    reading.error(
      reading.node(['to']) ? ['to'] : ['intervals'],
      `expected at most ${MOST_INTERVALS} reporting intervals, found ${Math.ceil(intervals)} of ${formatDuration(intervalMs)}`,
      'end earlier, or widen intervals',
    );
    return;
  }
  for (const source of scenario.demand) {
    const mean = meanArrivals(scenario, source);
    if (mean !== null && mean > MOST_ARRIVALS)
      reading.error(
        [...reading.pathOf(source), 'arrivals'],
        `expected at most ${MOST_ARRIVALS} arrivals, found some ${mean.toPrecision(3)} of ${source.name}`,
      );
  }
};
