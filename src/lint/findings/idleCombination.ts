import type {Path} from '../../language/problem.ts';
import {compileCapacity, TooManyLoads} from '../../routing/capacity/index.ts';
import type {CapacitySpec} from '../../routing/capacity/spec.ts';
import type {FindingKind, Found} from '../finding.ts';

export const idleCombination: FindingKind = {
  code: 'idle-combination',
  title: 'A part of a capacity rule that changes nothing',
  severity: 'warning',
  doc: 'Without this `notWhile`, `max` or `interruptedBy` an agent could hold exactly the same loads, and start exactly the same items in each: the load it speaks of can never be in hand, or is forbidden already. Found by listing every load with and without it.',
  find({scenario, plan}) {
    const used = new Set(plan.people.agents.map(({capacity}) => capacity));
    return Object.values(scenario.routing.capacity)
      .filter(({name}) => used.has(name))
      .flatMap((spec) => idleParts(spec, plan.channels));
  },
};

type Channel = CapacitySpec['channels'][string];

function idleParts(spec: CapacitySpec, channels: readonly string[]): Found[] {
  const whole = loadsOf(spec, channels);
  if (whole === null) return [];
  const changed = (name: string, change: (channel: Channel) => Channel): CapacitySpec => ({
    ...spec,
    channels: {...spec.channels, [name]: change(spec.channels[name])},
  });
  const isIdle = (without: CapacitySpec) => loadsOf(without, channels) === whole;
  return Object.entries(spec.channels).flatMap(([name, {notWhile, interruptedBy, max}]) => {
    if (!channels.includes(name)) return [];
    const path: Path = ['routing', 'capacity', spec.name, name];
    const found: Found[] = [];
    for (const [index, load] of notWhile.entries()) {
      const others = notWhile.filter((_, other) => other !== index);
      if (
        Object.keys(load).every((key) => channels.includes(key)) &&
        isIdle(changed(name, (own) => ({...own, notWhile: others})))
      )
        found.push({
          path: [...path, 'notWhile', index],
          ...(canHold(spec, channels, load)
            ? {
                message: `notWhile ${loadText(load)} of ${name} changes nothing under ${spec.name}: another part of the rule keeps ${name} out then`,
                severity: 'note' as const,
              }
            : {
                message: `notWhile ${loadText(load)} of ${name} never applies under ${spec.name}: no agent can ever hold that`,
                suggestion: 'leave it out, or lower its numbers',
              }),
          counterExample: {kind: 'load', rule: spec.name, load},
        });
    }
    for (const [index, by] of interruptedBy.entries()) {
      const others = interruptedBy.filter((other) => other !== by);
      if (channels.includes(by) && by !== name && isIdle(changed(name, (own) => ({...own, interruptedBy: others}))))
        found.push({
          path: [...path, 'interruptedBy', index],
          message: `${by} never interrupts ${name} under ${spec.name}: the two are never in hand together`,
          counterExample: {kind: 'load', rule: spec.name, load: {[name]: 1, [by]: 1}},
          suggestion: `leave it out, or let ${by} start beside ${name}`,
        });
    }
    if (spec.units !== null && Number.isFinite(max) && isIdle(changed(name, (own) => ({...own, max: max + 1}))))
      found.push({
        path: [...path, 'max'],
        message: `max ${max} of ${name} is never reached under ${spec.name}: its weight allows fewer`,
        counterExample: {kind: 'load', rule: spec.name, load: {[name]: max}},
        suggestion: 'leave out max, or give the channel less weight',
        severity: 'note',
      });
    return found;
  });
}

/** Whether some load that the rule allows has at least these items. */
function canHold(spec: CapacitySpec, channels: readonly string[], load: Readonly<Record<string, number>>): boolean {
  const {counts, stateCount} = compileCapacity([spec], channels);
  return Array.from({length: stateCount}, (_, state) => state).some((state) =>
    Object.entries(load).every(([name, count]) => counts[state * channels.length + channels.indexOf(name)] >= count),
  );
}

const loadText = (load: Readonly<Record<string, number>>) =>
  Object.entries(load)
    .map(([channel, count]) => `${count} ${channel}`)
    .join(' and ');

/** Every load and what may start and is paused in it, as a text that is equal for equal rules; null: too many. */
function loadsOf(spec: CapacitySpec, channels: readonly string[]): string | null {
  try {
    const {counts, admits, paused, interrupts, stateCount} = compileCapacity([spec], channels);
    const width = channels.length;
    const loads = Array.from({length: stateCount}, (_, state) =>
      [
        counts.slice(state * width, (state + 1) * width).join(),
        admits[state],
        paused[state],
        interrupts.slice(state * width, (state + 1) * width).join(),
      ].join(' '),
    );
    return loads.sort().join('\n');
  } catch (fault) {
    if (fault instanceof TooManyLoads) return null;
    throw fault;
  }
}
