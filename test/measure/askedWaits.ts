/** What items wait for, found by asking every agent about every item at every instant: the definition, word by word. */
import {Simulation} from '../../src/engine/simulation.ts';
import type {Floor} from '../../src/floor/floor.ts';
import {ITEM} from '../../src/floor/items.ts';
import {OBSTACLE, Obstacles} from '../../src/journal/obstacle.ts';
import {Recorder} from '../../src/measure/recorder.ts';
import {PART, PART_NAMES, PARTS, type PartName} from '../../src/measure/waitParts/parts.ts';
import type {Model} from '../../src/model/model.ts';
import {type CentreSpec, modelOf} from '../engine/centre.ts';
import {dutyOf, feedsOf, offerDrawsOf} from '../engine/draws.ts';
import {itemName} from '../engine/journal.ts';

/** Instants looked at, at most: some centres never end. */
const MOST_MS = 50_000;

export type Parts = Readonly<Partial<Record<PartName, number>>>;

/** Parts of every item by its serial: as the product accounts for them, and by asking everybody. */
export interface BothWays {
  readonly booked: Record<string, Parts>;
  readonly asked: Record<string, Parts>;
  /** Of all items, as tallied; and their waits. */
  readonly tallied: number;
  readonly waitedMs: number;
}

export function bothWays(spec: CentreSpec): BothWays {
  const model = modelOf(spec);
  const recorder = new Recorder({model});
  const booked: Record<string, Parts> = {};
  const asked = new Map<number, Float64Array>();
  const names = new Map<number, string>();
  let waitedMs = 0;
  const simulation = new Simulation(model, feedsOf(spec), dutyOf(spec), offerDrawsOf(spec), (floor) => {
    const {items, clocks, agents} = floor;
    recorder.watch({items, clocks, profiles: agents.profile, milestones: floor.milestones, floor});
    const book = recorder.waiting;
    if (book === null) throw new Error('no account is kept');
    const ends = book.ends.bind(book);
    const seen = new Set<number>();
    book.ends = (item) => {
      ends(item);
      const serial = items.serial(item);
      if (items.status(item) <= ITEM.coming || seen.has(serial)) return;
      seen.add(serial);
      const wait = clocks.nowMs - items.arrivedMs(item);
      waitedMs += wait;
      // What is answered as the run begins is gone before anybody is asked.
      if (wait > 0 && wait > -items.arrivedMs(item))
        booked[`${serial} ${itemName(items.source(item), items.number(item), items.redial(item))}`] = named(
          book.partsOf(item),
        );
    };
    return recorder;
  });
  const {floor} = simulation;
  const {items} = floor;
  const slow = new SlowWaits(model, floor);
  let waits: {readonly serial: number; readonly part: number}[] = [];
  let since = 0;
  const upTo = (ms: number): void => {
    for (const {serial, part} of waits) (asked.get(serial) ?? new Float64Array(PARTS))[part] += ms - since;
    since = ms;
  };
  let isOver = false;
  for (const ms of instantsOf(spec)) {
    isOver = simulation.runUntil(ms + 1);
    upTo(ms);
    waits = [];
    for (let item = 0; item < items.rows; item++) {
      if (items.status(item) <= ITEM.coming || !Number.isNaN(items.answeredMs(item))) continue;
      const serial = items.serial(item);
      if (!asked.has(serial)) {
        const parts = new Float64Array(PARTS);
        parts[PART.before] = ms - items.arrivedMs(item);
        asked.set(serial, parts);
        names.set(serial, itemName(items.source(item), items.number(item), items.redial(item)));
      }
      waits.push({serial, part: slow.partOf(item)});
    }
    if (!isOver) continue;
    upTo(simulation.now);
    break;
  }
  if (!isOver) recorder.waiting?.closed();
  const {cells} = recorder.waiting?.byBin ?? {cells: new Float64Array(0)};
  return {
    booked,
    asked: Object.fromEntries(
      [...asked].flatMap(([serial, parts]) =>
        parts.some((ms, part) => ms > 0 && part !== PART.before)
          ? [[`${serial} ${names.get(serial)}`, named(parts)]]
          : [],
      ),
    ),
    tallied: cells.reduce((sum, ms) => sum + ms, 0),
    waitedMs,
  };
}

/** Instants at which anything happens. */
function instantsOf(spec: CentreSpec): number[] {
  const model = modelOf(spec);
  const met = new Set([0]);
  const simulation = new Simulation(model, feedsOf(spec), dutyOf(spec), offerDrawsOf(spec), (floor) => {
    let nowMs = 0;
    Object.defineProperty(floor.clocks, 'nowMs', {
      get: () => nowMs,
      set: (ms: number) => {
        nowMs = ms;
        met.add(ms);
      },
    });
    const recorder = new Recorder({model, waitParts: false});
    recorder.watch({
      items: floor.items,
      clocks: floor.clocks,
      profiles: floor.agents.profile,
      milestones: floor.milestones,
    });
    return recorder;
  });
  simulation.runUntil(MOST_MS);
  return [...met].sort((a, b) => a - b);
}

function named(parts: Float64Array): Parts {
  return Object.fromEntries(PART_NAMES.flatMap((name, part) => (parts[part] === 0 ? [] : [[name, parts[part]]])));
}

class SlowWaits {
  private readonly model: Model;
  private readonly floor: Floor;
  private readonly obstacles: Obstacles;

  constructor(model: Model, floor: Floor) {
    this.model = model;
    this.floor = floor;
    this.obstacles = new Obstacles(model, floor);
  }

  partOf(item: number): number {
    const {items, workbins, pulled} = this.floor;
    const status = items.status(item);
    if (status === ITEM.ringing) return PART.ringing;
    if (status !== ITEM.waiting || workbins?.has(item)) return PART.held;
    const {routes} = this.model;
    const route = items.route(item);
    const obstacles = this.qualified(route).map((agent) => ({
      agent,
      obstacle: this.obstacles.ofAgent(agent, routes.channel[route]),
    }));
    const there = obstacles.filter(({obstacle}) => obstacle !== OBSTACLE.offDuty && obstacle !== OBSTACLE.resting);
    if (there.length === 0) return PART.nobody;
    const some = (...of: number[]) => there.some(({obstacle}) => of.includes(obstacle));
    if (some(OBSTACLE.none)) {
      if (pulled?.has(item)) return PART.notTaken;
      return items.stage(item) < 0 ? PART.kept : PART.notOpen;
    }
    if (some(OBSTACLE.combination, OBSTACLE.heldBack)) return PART.capacity;
    if (there.every(({obstacle}) => obstacle === OBSTACLE.notReady)) return PART.ringing;
    const his = new Set(obstacles.map(({agent}) => agent));
    let [inHand, own] = [0, 0];
    for (let other = 0; other < items.rows; other++) {
      const isInHand =
        (items.status(other) >= ITEM.ringing && items.status(other) <= ITEM.wrappingPaused) ||
        items.status(other) === ITEM.kept;
      if (!isInHand || !his.has(items.agent(other))) continue;
      inHand++;
      if (routes.process[items.route(other)] === routes.process[route]) own++;
    }
    return 2 * own < inHand ? PART.otherWork : PART.ownWork;
  }

  /** Agents in any target of a route, whose rule takes its channel. */
  private qualified(route: number): number[] {
    const {eligibility, capacity, roster, routes} = this.model;
    const {agents} = this.floor;
    const at = (route * eligibility.maxStages + eligibility.stageCount[route] - 1) * eligibility.words;
    return Array.from(agents.profile.keys()).filter((agent) => {
      const profile = agents.profile[agent];
      const admits = capacity.admits[capacity.start[roster.capacityRule[agent]]];
      return (
        ((eligibility.union[at + (profile >>> 5)] >>> (profile & 31)) & 1) === 1 &&
        ((admits >>> routes.channel[route]) & 1) === 1
      );
    });
  }
}
