import type {RecordedComparison} from '../../measure/results.ts';
import {type Nearness, waitError} from './fidelity.ts';

/** Where a simulation is off, what the likely cause is, and a setting to try. */
export interface Doubt {
  readonly where: string;
  readonly cause: string;
  readonly tries: string;
}

/** Smaller differences are not told. */
const WAIT_OFF = 0.1;
const SHARE_OFF = 0.015;
/** An hour or a queue: relative and absolute (s) difference of its mean wait, and its share of all that came in. */
const PART_OFF = 0.25;
const PART_OFF_S = 5;
const PART_SHARE = 0.03;

/** The likely causes of what is off, from the whole to its parts. */
export function doubtsOf(comparison: RecordedComparison, nearness: Nearness): Doubt[] {
  return [...ofWhole(nearness), ...ofHours(comparison), ...ofProcesses(comparison)];
}

function ofWhole(nearness: Nearness): Doubt[] {
  const doubts: Doubt[] = [];
  const error = waitError(nearness);
  const by = error === null ? '' : `${Math.abs(100 * error).toFixed(0)} %`;
  if (error !== null && error < -WAIT_OFF)
    doubts.push({
      where: `waits are ${by} too short`,
      cause:
        'people were less available than inferred: work after contacts that the log does not show, or breaks shorter than the limit',
      tries: 'a longer --wrap-up, or a shorter --break (5m)',
    });
  if (error !== null && error > WAIT_OFF)
    doubts.push({
      where: `waits are ${by} too long`,
      cause: 'somebody is missing from the log, or people were there between contacts that count as breaks',
      tries: 'a shorter --wrap-up, or a longer --break (20m)',
    });
  const {abandonment} = nearness;
  const more = abandonment === null ? 0 : abandonment.simulated - abandonment.recorded;
  if (Math.abs(more) > SHARE_OFF && Math.abs(error ?? 0) <= WAIT_OFF)
    doubts.push({
      where: `abandonment is ${Math.abs(100 * more).toFixed(1)} points too ${more > 0 ? 'high' : 'low'} though waits agree`,
      cause: `callers are ${more > 0 ? 'more' : 'less'} patient than the fit says`,
      tries: `${more > 0 ? 'a longer' : 'a shorter'} mean of \`patience\``,
    });
  return doubts;
}

function ofHours({byHourOfDay, byInterval}: RecordedComparison): Doubt[] {
  const offered = new Map<number, number>();
  let total = 0;
  for (const {start, recordedOffered} of byInterval) {
    const hour = Number(start.slice(11, 13));
    offered.set(hour, (offered.get(hour) ?? 0) + recordedOffered);
    total += recordedOffered;
  }
  return byHourOfDay.flatMap(({hour, recordedMeanWaitSeconds: there, simulatedMeanWaitSeconds: here}) => {
    if ((offered.get(hour) ?? 0) < PART_SHARE * total || !isOff(there, here)) return [];
    const clock = `${String(hour).padStart(2, '0')}:00`;
    return {
      where: `from ${clock} waits are ${ofTo(there, here)}`,
      cause: `${(here ?? 0) < (there ?? 0) ? 'fewer' : 'more'} people were at work in that hour than presence has: breaks, meetings, the turn of shifts`,
      tries: `presence.csv around ${clock}`,
    };
  });
}

function ofProcesses({rows}: RecordedComparison): Doubt[] {
  const all = rows[0]?.offered ?? 0;
  return rows.flatMap(({scope, offered, recorded, simulated}) => {
    if (!scope.startsWith('process ') || offered < PART_SHARE * all) return [];
    const [there, here] = [recorded.meanWaitSeconds, simulated.meanWaitSeconds];
    if (!isOff(there, here)) return [];
    return {
      where: `${scope.slice('process '.length)} waits ${ofTo(there, here)}`,
      cause: `it is ${(here ?? 0) < (there ?? 0) ? 'served later' : 'served earlier'} than the rules say: another order between queues, or fewer or more people with that skill`,
      tries: 'a head start with --credit, or the skills in presence.csv',
    };
  });
}

function isOff(recorded: number | null, simulated: number | null): boolean {
  if (recorded === null || simulated === null) return false;
  const apart = Math.abs(simulated - recorded);
  return apart > PART_OFF_S && apart > PART_OFF * Math.max(recorded, 1);
}

const ofTo = (recorded: number | null, simulated: number | null) =>
  `${(simulated ?? 0).toFixed(0)} s instead of ${(recorded ?? 0).toFixed(0)} s`;
