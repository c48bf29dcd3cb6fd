import {formatDuration} from '../../language/duration.ts';
import type {Check} from './draft.ts';

/** Instants, and spells of presence, lie inside the horizon. Holidays need not. */
export const datesInHorizon: Check = ({scenario, reading}) => {
  const {until, fromEpochMs} = scenario;
  if (!('epochMs' in until)) return;
  const lengthMs = until.epochMs - fromEpochMs;
  // An end before the start has been told.
  if (lengthMs <= 0) return;
  for (const source of scenario.demand) {
    const {arrivals} = source;
    const path = [...reading.pathOf(source), 'arrivals'];
    if (arrivals.kind === 'at')
      for (const [i, atMs] of arrivals.atMs.entries())
        if (atMs >= lengthMs)
          reading.error(
            [...path, 'at', i],
            'expected an instant before the end of the scenario, found one at or after it',
          );
    if (arrivals.kind === 'steps' && Number.isNaN(arrivals.repeatMs))
      for (const [i, step] of arrivals.steps.entries())
        if (step.fromMs >= lengthMs)
          reading.warn(
            [...path, 'perHour', i, 0],
            'this rate begins at or after the end of the scenario: it has no effect',
          );
  }
  for (const {name, expiresEpochMs} of Object.values(scenario.routing.processes))
    if (expiresEpochMs !== undefined && expiresEpochMs >= until.epochMs)
      reading.warn(
        ['routing', 'processes', name, 'expires'],
        'it expires at or after the end of the scenario: that has no effect',
      );
  for (const goal of scenario.goals) {
    const {at} = goal.params;
    if (typeof at === 'object' && at.ms > lengthMs)
      reading.error(
        [...reading.pathOf(goal), goal.metric, 'at'],
        `expected an instant inside the scenario, which lasts ${formatDuration(lengthMs)}, found ${formatDuration(at.ms)}`,
      );
  }
  for (const group of scenario.workforce) {
    const spells = group.agents.flatMap((block) => (block.kind === 'presence' ? block.spells : []));
    const inside = spells.some(({fromEpochMs: from, toEpochMs: to}) => to > fromEpochMs && from < until.epochMs);
    // A month of presence may serve a scenario of one day; none of it inside is a slip.
    if (spells.length > 0 && !inside)
      reading.error(
        [...reading.pathOf(group), 'presence'],
        `expected presence of ${group.name} inside the horizon, found all ${spells.length} spells outside it`,
        'check from and to, and the zone',
      );
  }
};
