import {nearest} from '../../language/nearest.ts';
import {error, type Finding, tolerable, warning} from '../finding.ts';
import {admissionRule, admits} from './admission.ts';
import {compileCapacity, MOST_STATES, TooManyLoads} from './automaton.ts';
import type {CapacitySpec} from './spec.ts';

/**
 * What is wrong with a capacity rule given the channels of the scenario: channels that do not exist (misspelt: an error;
 * of other scenarios: a warning), a channel that can
 * never start (a weight above the total, a load it forbids itself), loads too many to list, what interrupts itself.
 */
export function capacityFindings(spec: CapacitySpec, channels: readonly string[]): Finding[] {
  const unknown = unknownChannels(spec, channels);
  if (unknown.some((finding) => finding.severity === 'error')) return unknown;
  return [...unknown, ...neverStarting(spec, channels), ...selfInterrupting(spec), ...tooMany(spec, channels)];
}

function unknownChannels(spec: CapacitySpec, channels: readonly string[]): Finding[] {
  const named = Object.entries(spec.channels).flatMap(([name, rule]) => [
    {name, path: spec.units?.weights[name] !== undefined ? ['weights', name] : [name]},
    ...rule.notWhile.flatMap((load, index) =>
      Object.keys(load).map((of) => ({name: of, path: [name, 'notWhile', index, of]})),
    ),
    ...rule.interruptedBy.map((of, index) => ({name: of, path: [name, 'interruptedBy', index]})),
  ]);
  const held = spec.holdBackFor.map((name, index) => ({name, path: ['holdBackFor', index]}));
  return [...named, ...held]
    .filter(({name}) => !channels.includes(name))
    .map(({name, path}) => {
      const near = nearest(name, channels);
      const message = `expected a channel of a source, found ${JSON.stringify(name)}`;
      return near === undefined
        ? warning(path, message, `the channels are: ${channels.join(', ')}`)
        : error(path, message, `did you mean ${near}?`);
    });
}

function neverStarting(spec: CapacitySpec, channels: readonly string[]): Finding[] {
  const rule = admissionRule(spec, channels);
  const empty = channels.map(() => 0);
  return channels.flatMap((name, channel) => {
    const own = spec.channels[name];
    if (!own || own.max === 0 || admits(rule, empty, channel)) return [];
    const units = spec.units;
    if (units && (units.weights[name] ?? 0) > units.total)
      return [
        tolerable(
          error(
            ['weights', name],
            `expected a weight of at most the total, ${units.total}, found ${Number(units.weights[name].toFixed(6))}: no ${name} could ever start`,
            `write 100% for an item that takes the whole agent`,
          ),
        ),
      ];
    return [tolerable(error([name], `no ${name} could ever start under this rule`))];
  });
}

function selfInterrupting(spec: CapacitySpec): Finding[] {
  return Object.entries(spec.channels).flatMap(([name, rule]) =>
    rule.interruptedBy.includes(name)
      ? [error([name, 'interruptedBy'], `expected channels other than ${name}: nothing interrupts itself`)]
      : [],
  );
}

function tooMany(spec: CapacitySpec, channels: readonly string[]): Finding[] {
  try {
    compileCapacity([spec], channels);
    return [];
  } catch (fault) {
    if (!(fault instanceof TooManyLoads)) throw fault;
    return [
      error(
        [],
        `this rule allows more than ${MOST_STATES} different loads of one agent`,
        'lower `max` of the channels, or give the channels larger weights',
      ),
    ];
  }
}
