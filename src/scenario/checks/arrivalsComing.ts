import type {Check} from './draft.ts';
import {meanArrivals} from './load.ts';

/** Sources of which nothing comes, or fewer than one item. */
export const arrivalsComing: Check = ({scenario, reading}) => {
  if ('epochMs' in scenario.until && scenario.until.epochMs <= scenario.fromEpochMs) return;
  for (const source of scenario.demand) {
    const mean = meanArrivals(scenario, source);
    if (mean !== 0) continue;
    const during = 'during' in source.arrivals ? source.arrivals.during : undefined;
    reading.warn(
      [...reading.pathOf(source), 'arrivals'],
      `no item of ${source.name} ever arrives`,
      during === undefined
        ? 'a rate above 0, inside the horizon'
        : `the calendar ${during} may not be open in the horizon`,
    );
  }
};
