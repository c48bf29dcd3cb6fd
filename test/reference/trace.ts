/** A scenario played once, told event by event in the words of the reference's traces. */
import {AGENT, type Observer} from '../../src/engine/observer.ts';
import type {Loaded} from '../../src/experiment/index.ts';
import type {Floor} from '../../src/floor/floor.ts';
import type {Model} from '../../src/model/model.ts';
import type {GoldenTrace} from './cases.ts';
import {play} from './play.ts';
import type {Sim} from './sim.ts';

/** `100 start x 2 A#0`: second, what, class, number of the item in its class, agent as group and number in it. */
export function traceOf(loaded: Loaded): string[] {
  return play(loaded, 0, (floor) => new Teller(loaded.compiled.model, floor)).lines;
}

class Teller implements Observer {
  readonly lines: string[] = [];
  readonly #model: Model;
  readonly #floor: Floor;
  readonly #state: number[];
  constructor(model: Model, floor: Floor) {
    this.#model = model;
    this.#floor = floor;
    this.#state = new Array(model.roster.agentCount).fill(AGENT.off);
  }
  #tell(what: string, item: number, agent = -1): void {
    const {items} = this.#floor;
    const of = item < 0 ? '' : ` ${this.#model.names.sources[items.source(item)]} ${items.number(item)}`;
    this.lines.push(`${this.#floor.clocks.nowMs / 1000} ${what}${of}${agent < 0 ? '' : ` ${this.#agent(agent)}`}`);
  }
  #agent(agent: number): string {
    const {group, numberInGroup} = this.#model.roster;
    return `${this.#model.names.groups[group[agent]]}#${numberInGroup[agent]}`;
  }
  created(item: number): void {
    this.#tell('enter', item);
  }
  rejected(item: number): void {
    this.#tell('reject', item);
  }
  offered(item: number, agent: number): void {
    this.#tell('ring', item, agent);
  }
  missed(item: number, agent: number): void {
    this.#tell('rona', item, agent);
  }
  answered(item: number, agent: number, _stage: number): void {
    this.#tell('start', item, agent);
  }
  abandoned(item: number): void {
    this.#tell('abandon', item);
  }
  completed(item: number, agent: number): void {
    this.#tell('end', item, agent);
  }
  paused(): void {}
  resumed(): void {}
  /** Coming, going and becoming ready again; who goes with work in hand is off at once, as in the reference. */
  agentBecame(agent: number, state: number, _held: number): void {
    const before = this.#state[agent];
    this.#state[agent] = state;
    const isGone = (it: number) => it === AGENT.off || it === AGENT.overtime;
    if (before === AGENT.notReady && !isGone(state)) this.#tell('ready', -1, agent);
    else if (isGone(before) && !isGone(state) && this.#model.features.duty) this.#tell('on', -1, agent);
    else if (isGone(state) && !isGone(before)) this.#tell('off', -1, agent);
  }
  measured(): void {}
  closed(): void {}
}

/** Of a trace, what an observer is told: opening targets are no event of their own in Preroute. */
export function expectedOf({trace, sim}: GoldenTrace): string[] {
  const numbers = numbersInClass(sim);
  return trace
    .filter(({ev}) => ev !== 'stage')
    .map(({t, ev, cls, item, agent}) => {
      const of = item === undefined ? '' : ` ${cls} ${numbers.get(item)}`;
      return `${t} ${ev}${of}${agent === undefined ? '' : ` ${agent}`}`;
    });
}

/** The reference numbers items through all classes in order of arrival. */
function numbersInClass(sim: Sim): Map<number, number> {
  const arrivals = sim.classes.flatMap(({arrival}) =>
    arrival.type === 'fixed' ? arrival.times.map((at, number) => ({at, number})) : [],
  );
  return new Map(arrivals.toSorted((a, b) => a.at - b.at).map(({number}, item) => [item, number]));
}

/** Events of one second in the order of their text: what happens within an instant has an order of its own. */
export const inOrder = (lines: readonly string[]) =>
  lines.toSorted((a, b) => Number.parseFloat(a) - Number.parseFloat(b) || (a < b ? -1 : 1));
