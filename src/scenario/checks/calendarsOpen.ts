import type {ProcessSpec} from '../scenario.ts';
import type {Check} from './draft.ts';
import {horizonMs, openMs} from './load.ts';

/** Calendars of processes that are closed all through the horizon. */
export const calendarsOpen: Check = ({scenario, reading}) => {
  const lengthMs = horizonMs(scenario);
  if (lengthMs === null) return;
  const tell = (process: ProcessSpec, key: 'clock' | 'open', means: string) => {
    const calendar = process[key];
    if (calendar === undefined || openMs(scenario, calendar, lengthMs) > 0) return;
    reading.warn(
      ['routing', 'processes', process.name, key],
      `the calendar ${calendar} is never open in the horizon: ${means}`,
    );
  };
  for (const process of Object.values(scenario.routing.processes)) {
    tell(process, 'clock', `items of ${process.name} never age`);
    if (process.whenClosed === 'reject') tell(process, 'open', `every item of ${process.name} is rejected`);
  }
};
