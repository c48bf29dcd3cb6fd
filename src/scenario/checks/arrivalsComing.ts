import type {Check} from './draft.ts';
import {horizonMs, meanArrivals, openMs} from './load.ts';

/** Sources of which nothing ever comes. */
export const arrivalsComing: Check = ({scenario, reading}) => {
  for (const source of scenario.demand) {
    if (source.arrivals.kind === 'opened' || meanArrivals(scenario, source) !== 0) continue;
    const during = 'during' in source.arrivals ? source.arrivals.during : undefined;
    const closed = during !== undefined && openMs(scenario, during, horizonMs(scenario) ?? 0) === 0;
    reading.warn(
      [...reading.pathOf(source), 'arrivals'],
      `no item of ${source.name} ever arrives`,
      closed ? `the calendar ${during} is never open in the horizon` : 'give it a rate above 0, inside the horizon',
    );
  }
};
