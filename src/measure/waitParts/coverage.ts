/**
 * How the agents who are qualified for a route stand, counted as they change: routes with the same qualified profiles
 * share the counts. An agent or an item in hand touches only the sets his profile is in.
 */
import type {Floor} from '../../floor/floor.ts';
import {ITEM} from '../../floor/items.ts';
import type {Model} from '../../model/model.ts';

/** How an agent stands where that is not his load: away, not ready after a missed offer, busy with what rings alone. */
const AWAY = -1;
const NOT_READY = -2;
const RINGING = -3;

/** What the qualified agents of a route leave in the way, nobody's room apart. */
export const WAY = {nobody: 0, room: 1, capacity: 2, notReady: 3, otherWork: 4, ownWork: 5} as const;
export const WAYS = 6;

export class Coverage {
  /** Per route: its set of qualified profiles. Per set: its routes. */
  readonly setOf: Int32Array;
  readonly routesOf: readonly Int32Array[];
  readonly setCount: number;
  /** A set that is watched has changed. */
  private readonly changed: (set: number) => void;
  private readonly model: Model;
  private readonly floor: Floor;
  private readonly channels: number;
  private readonly processes: number;
  private readonly routeProcess: Int32Array;
  /** Sets of profile p: sets[first[p]] up to sets[first[p + 1]]; and the profiles of each. */
  private readonly first: Int32Array;
  private readonly sets: Int32Array;
  private readonly profilesOf: readonly number[][];
  /** Per load: channels it keeps out though a unit is free and the channel alone would fit. */
  private readonly combination: Int32Array;
  private readonly ringsAlone: Uint8Array;
  private readonly ruleChannels: Int32Array;
  /** Per set: agents there, and those of them not ready; by channel, those with room and those whom the rule forbids it. */
  private readonly there: Int32Array;
  private readonly notReady: Int32Array;
  private readonly room: Int32Array;
  private readonly forbidden: Int32Array;
  /** Where agents are held back: those with room by profile and channel. */
  private readonly roomOf: Int32Array;
  /** Per set, and by process: items in the hands of its agents. */
  private readonly inHand: Int32Array;
  private readonly ofProcess: Int32Array;
  /** As counted last. */
  private readonly stood: Int32Array;
  private readonly profile: Int32Array;

  constructor(model: Model, floor: Floor, changed: (set: number) => void) {
    const {eligibility, roster, routes, capacity} = model;
    this.model = model;
    this.floor = floor;
    this.changed = changed;
    this.channels = model.channelCount;
    this.processes = model.processes.count;
    this.routeProcess = routes.process;
    this.ruleChannels = Int32Array.from(capacity.start, (start) => capacity.admits[start]);
    const found = new Map<string, number[]>();
    const sets: number[][] = [];
    const ruleOf = floor.ruleOfProfile;
    const keys = Array.from({length: routes.count}, (_, route) => {
      const profiles = this.qualified(route, ruleOf);
      const key = profiles.join();
      if (!found.has(key)) {
        found.set(key, []);
        sets.push(profiles);
      }
      found.get(key)?.push(route);
      return key;
    });
    const names = [...found.keys()];
    this.setCount = sets.length;
    this.profilesOf = sets;
    this.setOf = Int32Array.from(keys, (key) => names.indexOf(key));
    this.routesOf = names.map((name) => Int32Array.from(found.get(name) ?? []));
    this.first = new Int32Array(eligibility.profileCount + 1);
    const inSets = Array.from({length: eligibility.profileCount}, (): number[] => []);
    sets.forEach((profiles, set) => {
      for (const profile of profiles) inSets[profile].push(set);
    });
    inSets.forEach((of, profile) => {
      this.first[profile + 1] = this.first[profile] + of.length;
    });
    this.sets = Int32Array.from(inSets.flat());
    this.combination = combinations(model);
    this.ringsAlone = Uint8Array.from(roster.group, (group) => (roster.offers[group].takesOthers ? 0 : 1));
    this.there = new Int32Array(sets.length);
    this.notReady = new Int32Array(sets.length);
    this.room = new Int32Array(sets.length * this.channels);
    this.forbidden = new Int32Array(sets.length * this.channels);
    this.roomOf = new Int32Array(floor.hold === null ? 0 : eligibility.profileCount * this.channels);
    this.inHand = new Int32Array(sets.length);
    this.ofProcess = new Int32Array(sets.length * this.processes);
    this.stood = new Int32Array(roster.agentCount).fill(AWAY);
    this.profile = Int32Array.from(roster.profile);
  }

  /** An item came into an agent's hands, to ring or to be handled (`by` 1), or left them (-1). */
  hand(agent: number, route: number, by: number): void {
    const profile = this.profile[agent];
    const {first, sets, inHand, ofProcess, processes} = this;
    const process = this.routeProcess[route];
    const end = first[profile + 1];
    for (let i = first[profile]; i < end; i++) {
      const set = sets[i];
      inHand[set] += by;
      ofProcess[set * processes + process] += by;
      this.changed(set);
    }
  }

  /** The agent may stand otherwise than he did. */
  agent(agent: number): void {
    const {agents, clocks} = this.floor;
    const profile = agents.profile[agent];
    const before = this.stood[agent];
    let stands = agents.state[agent];
    if (agents.onDuty[agent] === 0 || agents.resting[agent] === 1) stands = AWAY;
    else if (agents.notReadyUntilMs[agent] > clocks.nowMs) stands = NOT_READY;
    else if (agents.ringing[agent] > 0 && this.ringsAlone[agent] === 1) stands = RINGING;
    if (profile !== this.profile[agent]) {
      this.count(agent, before, -1);
      this.changeProfile(agent, profile);
      this.count(agent, stands, 1);
    } else if (stands !== before) {
      this.count(agent, before, -1);
      this.count(agent, stands, 1);
    }
    this.stood[agent] = stands;
  }

  /** What a route's qualified agents leave in the way. */
  way(route: number): number {
    const set = this.setOf[route];
    const there = this.there[set];
    if (there === 0) return WAY.nobody;
    const channel = this.model.routes.channel[route];
    const at = set * this.channels + channel;
    if (this.room[at] > 0) {
      if (this.floor.hold === null || !this.floor.hold.any) return WAY.room;
      return this.isFree(set, channel) ? WAY.room : WAY.capacity;
    }
    if (this.forbidden[at] > 0) return WAY.capacity;
    if (this.notReady[set] === there) return WAY.notReady;
    return 2 * this.ofProcess[set * this.processes + this.routeProcess[route]] < this.inHand[set]
      ? WAY.otherWork
      : WAY.ownWork;
  }

  /** Of the agents with room for a channel somebody is not held back. */
  private isFree(set: number, channel: number): boolean {
    const {hold} = this.floor;
    if (hold === null) return true;
    for (const profile of this.profilesOf[set]) {
      if (this.roomOf[profile * this.channels + channel] === 0) continue;
      const isExempt = ((hold.exempt[profile] >>> channel) & 1) === 1;
      if (isExempt) return true;
      if (
        hold.anyPersonal
          ? this.hasFreeAgent(profile, channel)
          : ((hold.held[profile >>> 5] >>> (profile & 31)) & 1) === 0
      )
        return true;
    }
    return false;
  }

  private hasFreeAgent(profile: number, channel: number): boolean {
    const {hold} = this.floor;
    const {admits} = this.model.capacity;
    return this.stood.some(
      (load, agent) =>
        load >= 0 &&
        this.profile[agent] === profile &&
        ((admits[load] >>> channel) & 1) === 1 &&
        hold?.isHeld(agent, profile) !== true,
    );
  }

  private count(agent: number, stands: number, by: number): void {
    if (stands === AWAY) return;
    const profile = this.profile[agent];
    const {first, sets, channels} = this;
    const admits = stands < 0 ? 0 : this.model.capacity.admits[stands];
    const forbids = stands < 0 ? 0 : this.combination[stands];
    const end = first[profile + 1];
    for (let i = first[profile]; i < end; i++) {
      const set = sets[i];
      this.there[set] += by;
      if (stands === NOT_READY) this.notReady[set] += by;
      const at = set * channels;
      for (let mask = admits; mask !== 0; mask &= mask - 1) this.room[at + 31 - Math.clz32(mask & -mask)] += by;
      for (let mask = forbids; mask !== 0; mask &= mask - 1) this.forbidden[at + 31 - Math.clz32(mask & -mask)] += by;
      this.changed(set);
    }
    if (this.roomOf.length === 0) return;
    for (let mask = admits; mask !== 0; mask &= mask - 1)
      this.roomOf[profile * channels + 31 - Math.clz32(mask & -mask)] += by;
  }

  /** With what he has in hand. */
  private changeProfile(agent: number, profile: number): void {
    const {items, agents} = this.floor;
    const his: number[] = [];
    for (let item = 0; agents.held[agent] > 0 && item < items.rows; item++)
      if (IN_HAND.has(items.status(item)) && items.agent(item) === agent) his.push(items.route(item));
    for (const route of his) this.hand(agent, route, -1);
    this.profile[agent] = profile;
    for (const route of his) this.hand(agent, route, 1);
  }

  private qualified(route: number, ruleOf: Int32Array): number[] {
    const {eligibility, routes} = this.model;
    const at = (route * eligibility.maxStages + eligibility.stageCount[route] - 1) * eligibility.words;
    const found: number[] = [];
    for (let profile = 0; profile < eligibility.profileCount; profile++) {
      if (((eligibility.union[at + (profile >>> 5)] >>> (profile & 31)) & 1) === 0 || ruleOf[profile] < 0) continue;
      if (((this.ruleChannels[ruleOf[profile]] >>> routes.channel[route]) & 1) === 1) found.push(profile);
    }
    return found;
  }
}

const IN_HAND: ReadonlySet<number> = new Set([
  ITEM.ringing,
  ITEM.working,
  ITEM.paused,
  ITEM.wrapping,
  ITEM.wrappingPaused,
  ITEM.kept,
]);

/** Per load: as a mask, channels with a free unit that fit beside their own kind alone but not beside this load. */
function combinations({capacity, channelCount}: Model): Int32Array {
  const {start, admits, free, plus, counts} = capacity;
  const masks = new Int32Array(capacity.stateCount);
  for (const first of start) {
    for (const load of loadsFrom(first, plus, channelCount)) {
      if (free[load] <= 0) continue;
      for (let channel = 0; channel < channelCount; channel++) {
        if (((admits[load] >>> channel) & 1) === 1) continue;
        let alone = first;
        for (let n = counts[load * channelCount + channel]; n > 0 && alone >= 0; n--)
          alone = plus[alone * channelCount + channel];
        if (alone >= 0 && ((admits[alone] >>> channel) & 1) === 1) masks[load] |= 1 << channel;
      }
    }
  }
  return masks;
}

function loadsFrom(start: number, plus: Int32Array, channelCount: number): Set<number> {
  const found = new Set([start]);
  for (const load of found)
    for (let channel = 0; channel < channelCount; channel++) {
      const next = plus[load * channelCount + channel];
      if (next >= 0) found.add(next);
    }
  return found;
}
