/** Centres of test/engine whose items have a life after handling, told by hand: what becomes of which visit. */
import type {Simulation} from '../../src/engine/simulation.ts';
import {Simulation as Engine} from '../../src/engine/simulation.ts';
import type {Floor} from '../../src/floor/floor.ts';
import type {LifeDraws, OutcomeRow} from '../../src/model/life.ts';
import {STATUS} from '../../src/model/life.ts';
import {type CentreSpec, modelOf} from '../engine/centre.ts';
import {dutyOf, feedsOf, offerDrawsOf} from '../engine/draws.ts';
import {itemLines, Journal} from '../engine/journal.ts';

export interface LifeSpec {
  /** Of every source alike. */
  readonly outcomes: readonly OutcomeRow[];
  /** By item and visit; 0 the first outcome. */
  readonly outcome?: (number: number, visit: number) => number;
  readonly handle?: (number: number, visit: number) => number;
  readonly wrapUp?: (number: number, visit: number) => number;
  readonly span?: (number: number, visit: number, span: number) => number;
  /** Per process; absent: Infinity. */
  readonly confirm?: readonly number[];
  /** Per route. */
  readonly restarts?: readonly boolean[];
}

const NAMES = Object.fromEntries(Object.entries(STATUS).map(([name, code]) => [code, name]));

class LifeJournal extends Journal {
  override readonly life = {
    stands: (item: number, status: number): void => this.#tell(item, NAMES[status] ?? '?'),
    handled: (item: number, agent: number): void => this.#tell(item, `handled @${agent}`),
    takenAgain: (item: number, agent: number, stage: number): void =>
      this.#tell(item, `again @${agent} target ${stage} at ${Number(this.#floor.priority(item).toFixed(6))}`),
  };
  readonly #floor: Floor;
  constructor(floor: Floor) {
    super(floor);
    this.#floor = floor;
  }
  #tell(item: number, what: string): void {
    const {source, number} = this.#floor.items;
    const name = source[item] === 0 ? `${number[item]}` : `${source[item]}.${number[item]}`;
    this.lines.push(`${this.#floor.clocks.nowMs} ${name} ${what}`);
  }
}

/** What is told of items; agents' states and creations left out. `each` looks at the floor every ten milliseconds. */
export function lived(spec: CentreSpec, life: LifeSpec, each?: (simulation: Simulation) => void): string[] {
  const model = modelOf(spec);
  const sources = spec.sources.length;
  const draws: LifeDraws = {
    outcome: (number, _redial, visit) => life.outcome?.(number, visit) ?? 0,
    handleMs: (number, _redial, visit) => life.handle?.(number, visit) ?? 100,
    wrapUpMs: (number, _redial, visit) => life.wrapUp?.(number, visit) ?? 0,
    spanMs: (number, _redial, visit, span) => life.span?.(number, visit, span) ?? 0,
  };
  let journal: LifeJournal | undefined;
  const engine = new Engine(
    {
      ...model,
      life: {
        first: Int32Array.from({length: sources}, (_, source) => source * life.outcomes.length),
        outcomes: Array.from({length: sources}, () => life.outcomes).flat(),
        confirmMs: Float64Array.from(spec.processes ?? [{}], (_, process) => life.confirm?.[process] ?? Infinity),
        restarts: Uint8Array.from(spec.routes, (_, route) => (life.restarts?.[route] ? 1 : 0)),
      },
    },
    feedsOf(spec).map((feed) => ({fill: (block) => feed.fill(block), redial: () => null, life: draws})),
    dutyOf(spec),
    offerDrawsOf(spec),
    (floor) => {
      journal = new LifeJournal(floor);
      return journal;
    },
  );
  if (each) {
    for (let at = 0, over = false; !over; at += 10) {
      over = engine.runUntil(at);
      each(engine);
    }
  } else {
    engine.run();
  }
  if (!journal) throw new Error('the simulation made no observer');
  return itemLines(journal.lines).filter((line) => !/ (created|assigned)/.test(line));
}
