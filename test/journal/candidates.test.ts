/** The journal asks everybody anew at every decision: what it finds is what the engine found by its lines and buckets. */
import {expect, test} from 'vitest';
import {ASKED, type Asked, type Observer} from '../../src/engine/observer.ts';
import {Simulation} from '../../src/engine/simulation.ts';
import type {Floor} from '../../src/floor/floor.ts';
import {ITEM} from '../../src/floor/items.ts';
import {Candidates} from '../../src/journal/candidates.ts';
import {Naming} from '../../src/journal/naming.ts';
import {OBSTACLE, OBSTACLE_NAMES, Obstacles} from '../../src/journal/obstacle.ts';
import type {Model} from '../../src/model/model.ts';
import {modelOf} from '../engine/centre.ts';
import {dutyOf, feedsOf, offerDrawsOf} from '../engine/draws.ts';
import {randomCentre} from '../engine/randomCentre.ts';

const ignore = () => {};

/** Looks on, and keeps what does not fit. */
class Judge implements Observer {
  readonly faults: string[] = [];
  readonly met = new Set<number>();
  readonly askedFor = new Set<number>();
  decisions = 0;
  readonly #model: Model;
  readonly #floor: Floor;
  readonly #obstacles: Obstacles;
  readonly #candidates: Candidates;
  #decided = false;

  constructor(model: Model, floor: Floor, lots?: Int32Array) {
    this.#model = model;
    this.#floor = floor;
    this.#obstacles = new Obstacles(model, floor);
    this.#candidates = new Candidates(model, floor, this.#obstacles, new Naming(model, floor, String), lots);
  }

  deciding(item: number, agent: number, asked: Asked): void {
    this.decisions++;
    this.#decided = true;
    this.askedFor.add(asked);
    const agents = this.#candidates.agentsFor(item);
    const items = this.#candidates.itemsFor(agent, item);
    const at = `${this.#floor.clocks.nowMs} item ${item} agent ${agent} asked ${asked}`;
    if (asked === ASKED.inTurn ? !agents.includes(agent) : agents[0] !== agent) this.faults.push(`${at}: ${agents}`);
    if (items[0] !== item) this.faults.push(`${at}: of items ${items}`);
    if (asked === ASKED.agents && items.length > 1) this.faults.push(`${at}: others could have had him before`);
    if (asked === ASKED.items && agents.length > 1) this.faults.push(`${at}: others could have had it before`);
  }

  /** Between milliseconds something stands between every waiting item and every agent. */
  settled(): void {
    if (!this.#decided) return;
    this.#decided = false;
    const {items} = this.#floor;
    const {rows} = items;
    for (let item = 0; item < rows; item++) {
      if (items.status(item) !== ITEM.waiting) continue;
      for (let agent = 0; agent < this.#model.roster.agentCount; agent++) {
        const obstacle = this.#obstacles.between(item, agent);
        this.met.add(obstacle);
        if (obstacle === OBSTACLE.none) this.faults.push(`${this.#floor.clocks.nowMs}: ${agent} could take ${item}`);
      }
    }
  }
  created = ignore;
  rejected = ignore;
  offered = ignore;
  missed = ignore;
  answered = ignore;
  abandoned = ignore;
  completed = ignore;
  paused = ignore;
  resumed = ignore;
  agentBecame = ignore;
  measured = ignore;
  closed = ignore;
}

const CENTRES = 80;

test('whoever is chosen is the first of those who could, and nobody who could is left waiting', () => {
  const faults: string[] = [];
  const met = new Set<number>();
  const askedFor = new Set<number>();
  let decisions = 0;
  for (let seed = 1; seed <= CENTRES; seed++) {
    const spec = randomCentre(seed);
    const model = modelOf(spec);
    const duty = dutyOf(spec);
    const judges: Judge[] = [];
    new Simulation(model, feedsOf(spec), duty, offerDrawsOf(spec), (floor) => {
      const judge = new Judge(model, floor, duty.lots);
      judges.push(judge);
      return judge;
    }).run();
    for (const judge of judges) {
      faults.push(...judge.faults.slice(0, 3).map((fault) => `centre ${seed}: ${fault}`));
      decisions += judge.decisions;
      for (const code of judge.met) met.add(code);
      for (const code of judge.askedFor) askedFor.add(code);
    }
  }
  expect(faults.slice(0, 5)).toEqual([]);
  expect(decisions).toBeGreaterThan(CENTRES * 10);
  expect([...askedFor].sort()).toEqual(Object.values(ASKED));
  // nearly every obstacle stood in somebody's way; the rest is in test/program/rules
  expect(met.size, [...met].map((code) => OBSTACLE_NAMES[code]).join(' ')).toBeGreaterThanOrEqual(8);
});
