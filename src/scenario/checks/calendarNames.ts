import type {Check} from './draft.ts';
import {known} from './known.ts';

/** Calendars that sources and processes name exist. */
export const calendarNames: Check = ({scenario, reading}) => {
  const names = reading.names('calendars');
  for (const source of scenario.demand) {
    if ('during' in source.arrivals && source.arrivals.during !== undefined)
      known(reading, [...reading.pathOf(source), 'arrivals', 'during'], 'calendar', source.arrivals.during, names);
  }
  for (const process of Object.values(scenario.routing.processes)) {
    for (const key of ['clock', 'open'] as const) {
      const name = process[key];
      if (name !== undefined) known(reading, ['routing', 'processes', process.name, key], 'calendar', name, names);
    }
  }
};
