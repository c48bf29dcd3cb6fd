import type {CapacitySpec} from './spec.ts';

/** A capacity rule with channels as positions. A channel it does not name has `max` 0. */
export interface AdmissionRule {
  readonly max: readonly number[];
  /** Per channel: loads (a count per channel) any of which forbids a new one. */
  readonly notWhile: readonly (readonly (readonly number[])[])[];
  /** Per channel: bit c set where channel c interrupts it. */
  readonly interruptedBy: readonly number[];
  readonly units: {readonly total: number; readonly weights: readonly number[]} | null;
}

/** Without a rule: one item at a time, of any channel. */
export const ONE_AT_A_TIME: CapacitySpec = {
  name: 'one at a time',
  channels: {},
  units: null,
  holdBackFor: [],
  afterHold: 'agents',
};

/** A rule over the channels of the scenario; those it names that are not there cannot be in hand. */
export function admissionRule(spec: CapacitySpec, channels: readonly string[]): AdmissionRule {
  if (spec === ONE_AT_A_TIME) return oneAtATime(channels.length);
  const loads = (named: Readonly<Record<string, number>>) => channels.map((channel) => named[channel] ?? 0);
  const units = spec.units;
  return {
    max: channels.map((channel) => spec.channels[channel]?.max ?? 0),
    notWhile: channels.map((channel) =>
      (spec.channels[channel]?.notWhile ?? [])
        .filter((load) => Object.keys(load).every((name) => channels.includes(name)))
        .map(loads),
    ),
    interruptedBy: channels.map((channel) => bits(spec.channels[channel]?.interruptedBy ?? [], channels)),
    units: units && {total: units.total, weights: loads(units.weights)},
  };
}

function oneAtATime(channelCount: number): AdmissionRule {
  const each = <T>(value: T) => Array.from({length: channelCount}, () => value);
  return {max: each(1), notWhile: each([]), interruptedBy: each(0), units: {total: 1, weights: each(1)}};
}

/** Bit c set for each named channel c. */
export const bits = (named: readonly string[], channels: readonly string[]): number =>
  channels.reduce((set, channel, index) => (named.includes(channel) ? set | (1 << index) : set), 0);

/** Channels, as bits, with at least one item in hand. */
export const inHand = (load: readonly number[]): number =>
  load.reduce((set, count, channel) => (count > 0 ? set | (1 << channel) : set), 0);

/**
 * Whether one more item of `channel` may join a load. Its own `max` counts every item, paused ones too; everything else
 * is asked of the load without the channels this one interrupts. Nothing starts under what interrupts it.
 */
export function admits(rule: AdmissionRule, load: readonly number[], channel: number): boolean {
  if (load[channel] >= rule.max[channel]) return false;
  if ((rule.interruptedBy[channel] & inHand(load)) !== 0) return false;
  const met = load.map((count, other) => (((rule.interruptedBy[other] >>> channel) & 1) === 1 ? 0 : count));
  if (rule.notWhile[channel].some((forbidden) => forbidden.every((count, other) => met[other] >= count))) return false;
  return rule.units === null || fits(rule.units, met, channel);
}

function fits(
  units: {readonly total: number; readonly weights: readonly number[]},
  load: readonly number[],
  channel: number,
) {
  const used = load.reduce((sum, count, other) => sum + count * units.weights[other], units.weights[channel]);
  return used <= units.total + 1e-9; // weights such as 33.3 % need not add up in binary
}

/** Channels of a load, as bits, whose items are paused because a channel that interrupts theirs is in hand. */
export function pausedIn(rule: AdmissionRule, load: readonly number[]): number {
  const busy = inHand(load);
  return load.reduce(
    (set, count, channel) => (count > 0 && (rule.interruptedBy[channel] & busy) !== 0 ? set | (1 << channel) : set),
    0,
  );
}
