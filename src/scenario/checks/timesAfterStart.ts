import {DAY_MS, formatLocal, formatTimeOfDay, localDays, parseTimeOfDay} from '../../calendar/index.ts';
import {formatDuration} from '../../language/duration.ts';
import type {Path} from '../../language/problem.ts';
import type {Check} from './draft.ts';

/** Times of day where instants count from the start, in a scenario that starts at another time than midnight. */
export const timesAfterStart: Check = ({scenario, reading}) => {
  const {zone, fromEpochMs} = scenario;
  const startMs = -localDays(zone, fromEpochMs)(0).startMs;
  if (startMs === 0) return;
  const tell = (path: Path) => {
    const node = reading.node(path);
    const ms = node?.kind === 'scalar' && typeof node.value === 'string' ? parseTimeOfDay(node.value) : null;
    if (ms === null) return;
    const time = formatTimeOfDay(ms);
    const local = formatLocal(fromEpochMs + ms, zone)
      .slice(0, 16)
      .replace('T', ' ');
    reading.warn(
      path,
      `${time} counts from the start of the scenario, ${formatTimeOfDay(startMs)}: it is ${local} local time`,
      `write ${formatDuration((ms - startMs + DAY_MS) % DAY_MS)} for ${time} local time`,
    );
  };
  for (const source of scenario.demand) {
    const {arrivals} = source;
    const path = [...reading.pathOf(source), 'arrivals'];
    if (arrivals.kind === 'at') for (const i of arrivals.atMs.keys()) tell([...path, 'at', i]);
    if (arrivals.kind === 'steps' && Number.isNaN(arrivals.repeatMs))
      for (const i of arrivals.steps.keys()) tell([...path, 'perHour', i, 0]);
  }
};
