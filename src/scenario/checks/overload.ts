import {channelsOf} from '../../compile/channels.ts';
import {formatDuration} from '../../language/duration.ts';
import type {CapacitySpec} from '../../routing/capacity/spec.ts';
import {peopleOf} from '../../workforce/index.ts';
import {spanOf, stintsOf} from '../../workforce/schedule/index.ts';
import type {GroupSpec, Scenario, SourceSpec} from '../scenario.ts';
import type {Check} from './draft.ts';
import {horizonMs, meanArrivals, meanOf} from './load.ts';

const LOOK_MS = 14 * 86_400_000;
/** Offered work ÷ what agents could do if they did nothing else, above which a scenario is hardly meant so. */
const FAR_ABOVE = 1.25;

/** Work that comes in far above what the agents on duty could do at best. */
export const overload: Check = ({scenario, reading, complete}) => {
  const lengthMs = horizonMs(scenario);
  if (lengthMs === null || lengthMs < 3_600_000 || !complete.demand || !complete.workforce) return;
  const there = agentHours(scenario, lengthMs);
  const load = scenario.demand.map((source) => ({source, hours: workHours(scenario, source)}));
  const total = load.reduce((sum, one) => sum + one.hours, 0);
  if (there === 0 || total <= FAR_ABOVE * there) return;
  const [most] = [...load].sort((a, b) => b.hours - a.hours);
  if (most)
    reading.warn(
      ['workforce'],
      `the work offered is ${(total / there).toFixed(1)} times what the agents on duty could do: about ${round(total)} hours for ${round(there)}`,
      `most of it is ${most.source.name}, ${round(most.hours)} hours: check its rate, its handle time (mean ${formatDuration(Math.round(meanOf(most.source.handleTime)))}) and the head counts`,
      true,
    );
};

const round = (hours: number): string => String(Number(hours.toPrecision(3)));

/** Work of a source in agent hours, with as many items side by side as any agent may have. */
function workHours(scenario: Scenario, source: SourceSpec): number {
  const arrivals = meanArrivals(scenario, source) ?? 0;
  const channels = channelsOf(source.channel);
  const aside = Math.max(1, ...scenario.workforce.map((group) => most(scenario, group, channels)));
  const gain = source.concurrency ? aside ** Math.max(0, 1 - source.concurrency.slowdown) : aside;
  return (arrivals * (meanOf(source.handleTime) + meanOf(source.wrapUp))) / 3_600_000 / gain;
}

function most({routing}: Scenario, {capacity}: GroupSpec, channels: readonly string[]): number {
  const rule = capacity === undefined ? undefined : routing.capacity[capacity];
  return rule ? Math.max(...channels.map((channel) => mostOf(rule, channel))) : 1;
}

function mostOf({channels, units}: CapacitySpec, channel: string): number {
  const byUnits = units
    ? Math.floor(units.total / (units.weights[channel] ?? Number.POSITIVE_INFINITY))
    : Number.POSITIVE_INFINITY;
  return Math.min(channels[channel]?.max ?? (units ? Number.POSITIVE_INFINITY : 0), byUnits);
}

/** Hours that agents are there over the horizon, breaks off, at the pace of its first two weeks; speed counted. */
function agentHours(scenario: Scenario, lengthMs: number): number {
  const people = peopleOf(scenario);
  const span = spanOf(scenario, 0, Math.min(lengthMs, LOOK_MS));
  let ms = 0;
  for (const seat of people.seats) {
    let there = 0;
    for (const stint of stintsOf(scenario, seat, span)) {
      there += Math.min(stint.toMs, span.toMs) - Math.max(stint.fromMs, 0);
      for (const pause of stint.breaks)
        there -= Math.max(0, Math.min(pause.toMs, span.toMs) - Math.max(pause.fromMs, 0));
    }
    ms += Math.max(0, there) * fastest(seat.spec);
  }
  return (ms / 3_600_000) * (lengthMs / span.toMs);
}

function fastest({speed}: GroupSpec): number {
  return speed.kind === 'fixed' ? speed.factor : Math.max(...speed.levels.map((level) => level.factor));
}
