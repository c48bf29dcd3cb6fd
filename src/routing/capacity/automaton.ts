import type {Capacity} from '../../model/capacity.ts';
import {type AdmissionRule, admissionRule, admits, bits, pausedIn} from './admission.ts';
import type {CapacitySpec} from './spec.ts';

/** Loads in all that a model may have; beyond it tables grow without use. */
export const MOST_STATES = 20_000;
/** Channels are bits of a 32-bit integer. */
export const MOST_CHANNELS = 31;

/** A rule whose loads are too many to be listed. */
export class TooManyLoads extends Error {
  readonly rule: string;
  constructor(rule: string) {
    super(`capacity ${rule}: more than ${MOST_STATES} different loads`);
    this.name = 'TooManyLoads';
    this.rule = rule;
  }
}

/**
 * Every load that agents under these rules can hold, with what may start in each (src/model/capacity.ts). All rules are
 * monotone (a smaller load never admits less), so what is released leads only to loads that starts have reached.
 * Throws TooManyLoads.
 */
export function compileCapacity(specs: readonly CapacitySpec[], channels: readonly string[]): Capacity {
  const rules = specs.map((spec) => admissionRule(spec, channels));
  const states: State[] = [];
  const starts = rules.map((rule, index) => explore(rule, states, specs[index]?.name ?? ''));
  const width = channels.length;
  const held = specs.filter((spec) => spec.holdBackFor.length > 0);
  return {
    ruleCount: rules.length,
    stateCount: states.length,
    start: Int32Array.from(starts),
    admits: Int32Array.from(states, ({plus}) =>
      plus.reduce((set, to, channel) => (to >= 0 ? set | (1 << channel) : set), 0),
    ),
    plus: Int32Array.from(states.flatMap(({plus}) => plus)),
    minus: Int32Array.from(states.flatMap(({minus}) => minus)),
    joined: Int32Array.from(states.flatMap(({joined}) => joined)),
    counts: Int32Array.from(states.flatMap(({load}) => load)),
    active: Int32Array.from(states, ({load}) => sum(load)),
    used: Float64Array.from(states, usedIn),
    free: Float64Array.from(states, (state) => roomOf(state.rule) - usedIn(state)),
    paused: Int32Array.from(states, ({rule, load}) => pausedIn(rule, load)),
    interrupts: interruptions(states, width),
    heldFor: Int32Array.from(specs, (spec) => bits(spec.holdBackFor, channels)),
    afterHold: held.length > 0 && held.every((spec) => spec.afterHold === 'items') ? 'items' : 'agents',
  };
}

interface State {
  readonly rule: AdmissionRule;
  readonly load: readonly number[];
  readonly plus: number[];
  readonly minus: number[];
  readonly joined: number[];
}

/** Adds the loads of a rule to `states`, breadth first from the empty one, whose index it returns. */
function explore(rule: AdmissionRule, states: State[], name: string): number {
  const width = rule.max.length;
  const known = new Map<string, number>();
  const stateOf = (load: readonly number[]): number => {
    const key = load.join();
    const index = known.get(key) ?? states.length;
    if (index < states.length) return index;
    if (states.length >= MOST_STATES) throw new TooManyLoads(name);
    const none = () => new Array<number>(width).fill(-1);
    states.push({rule, load, plus: none(), minus: none(), joined: none()});
    known.set(key, index);
    return index;
  };
  const start = stateOf(new Array(width).fill(0));
  for (let index = start; index < states.length; index++) {
    const {load, plus} = states[index] as State;
    for (let channel = 0; channel < width; channel++)
      if (admits(rule, load, channel)) plus[channel] = stateOf(changed(load, channel, 1));
  }
  for (let index = start; index < states.length; index++) {
    const {load, minus} = states[index] as State;
    for (let channel = 0; channel < width; channel++) {
      if (load[channel] === 0) continue;
      const before = known.get(changed(load, channel, -1).join()) ?? -1;
      minus[channel] = before;
      if (before >= 0) (states[before] as State).joined[channel] = index;
    }
  }
  return start;
}

const changed = (load: readonly number[], channel: number, by: number) =>
  load.map((count, other) => (other === channel ? count + by : count));

const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);

const usedIn = ({rule, load}: State): number =>
  rule.units === null
    ? sum(load)
    : load.reduce((total, count, channel) => total + count * (rule.units?.weights[channel] ?? 0), 0);

/** Units of a rule, or places where it has none. */
const roomOf = (rule: AdmissionRule): number => rule.units?.total ?? sum(rule.max);

function interruptions(states: readonly State[], width: number): Uint8Array {
  const table = new Uint8Array(states.length * width);
  states.forEach(({rule, load, plus}, state) => {
    const before = pausedIn(rule, load);
    for (let channel = 0; channel < width; channel++)
      if (plus[channel] >= 0 && pausedIn(rule, changed(load, channel, 1)) !== before)
        table[state * width + channel] = 1;
  });
  return table;
}
