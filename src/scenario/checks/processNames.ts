import {EVERYONE, FIRST_COME} from '../read/routing.ts';
import type {Check} from './draft.ts';
import {known} from './known.ts';

/** Priorities and distributions that processes name exist. */
export const processNames: Check = ({scenario, reading}) => {
  for (const {name, priority, distribute} of Object.values(scenario.routing.processes)) {
    const at = ['routing', 'processes', name];
    const bounded = reading.node([...at, 'priority'])?.kind === 'map';
    if (priority.use !== FIRST_COME)
      known(
        reading,
        bounded ? [...at, 'priority', 'use'] : [...at, 'priority'],
        'priority',
        priority.use,
        reading.names('routing', 'priorities'),
      );
    if (distribute !== EVERYONE)
      known(reading, [...at, 'distribute'], 'distribution', distribute, reading.names('routing', 'distribution'));
  }
};
