import {DAY_MS, formatTimeOfDay} from '../../calendar/index.ts';
import {WEEKDAYS} from '../scenario.ts';
import type {Check} from './draft.ts';

/** Breaks that lie in no day's hours of their shift: nobody ever takes them. */
export const breaksInShift: Check = ({scenario, reading}) => {
  for (const [name, {week, breaks}] of Object.entries(scenario.shifts)) {
    const ranges = WEEKDAYS.flatMap((day) => week[day]);
    for (const [i, {atMs}] of breaks.entries()) {
      const isTaken = ranges.some(({fromMs, toMs}) => [atMs, atMs + DAY_MS].some((at) => at >= fromMs && at < toMs));
      if (!isTaken)
        reading.warn(
          ['shifts', name, 'breaks', i, 'at'],
          `${formatTimeOfDay(atMs)} lies outside all hours of the shift ${name}: nobody takes this break`,
        );
    }
  }
};
