/**
 * What is always true between milliseconds, looked at from the outside and at any price: for tests, after every event.
 * The floor's structures are only ways of answering quickly what is recomputed here from the items themselves.
 */

import {AgentChoice} from '../../src/engine/agentChoice.ts';
import {turnLines} from '../../src/engine/itemChoice.ts';
import type {Floor} from '../../src/floor/floor.ts';
import {goesBefore, ITEM} from '../../src/floor/items.ts';
import type {Lanes} from '../../src/floor/lanes.ts';
import type {Model} from '../../src/model/model.ts';

/** Items by where they are. */
export interface Census {
  readonly waiting: number;
  readonly ringing: number;
  /** Being handled, paused handling included. */
  readonly handled: number;
  readonly wrappingUp: number;
  readonly comingAgain: number;
  /** Awaiting confirmation, or held. */
  readonly aside: number;
}

/** Throws an Error that names the first thing that is not as it must be; else counts the items. */
export function checkInvariants(model: Model, floor: Floor): Census {
  turnLines(floor);
  checkAgents(model, floor);
  checkLines(floor);
  checkNobodyAbleWaits(model, floor);
  return takeCensus(floor);
}

/** Where each row is, an ITEM. */
export const statusesOf = (items: Floor['items']): number[] =>
  Array.from({length: items.rows}, (_, row) => items.status(row));

function takeCensus(floor: Floor): Census {
  const {items} = floor;
  const count = (...statuses: readonly number[]): number => {
    let sum = 0;
    for (const status of statusesOf(items)) if (statuses.includes(status)) sum++;
    return sum;
  };
  const census: Census = {
    waiting: count(ITEM.waiting),
    ringing: count(ITEM.ringing),
    handled: count(ITEM.working, ITEM.paused),
    wrappingUp: count(ITEM.wrapping, ITEM.wrappingPaused, ITEM.kept),
    comingAgain: count(ITEM.coming),
    aside: count(ITEM.awaiting, ITEM.held),
  };
  const live = Object.values(census).reduce((sum, part) => sum + part, 0);
  if (live !== items.live) fail(`${items.live} items are live, ${live} are somewhere`);
  if (floor.waiting !== census.waiting) fail(`${floor.waiting} stand in lines, ${census.waiting} wait`);
  return census;
}

/** Loads are those of the items in hand, within capacity; in a bucket stand those who may be given work, and no others. */
function checkAgents(model: Model, floor: Floor): void {
  const {agents, items} = floor;
  const {capacity, channelCount} = model;
  const counts = new Int32Array(agents.count * channelCount);
  const held = new Int32Array(agents.count);
  const ringing = new Int32Array(agents.count);
  for (let item = 0; item < items.rows; item++) {
    const status = items.status(item);
    if (status < ITEM.ringing || status === ITEM.awaiting || status === ITEM.held) continue;
    const agent = items.agent(item);
    if (agent < 0) fail(`item ${items.serial(item)} is in nobody's hands`);
    held[agent]++;
    if (status === ITEM.ringing) ringing[agent]++;
    counts[agent * channelCount + model.routes.channel[items.route(item)]]++;
  }
  for (let agent = 0; agent < agents.count; agent++) {
    if (held[agent] !== agents.held[agent]) fail(`agent ${agent} holds ${held[agent]}, not ${agents.held[agent]}`);
    if (ringing[agent] !== agents.ringing[agent]) fail(`agent ${agent} rings for ${ringing[agent]}`);
    for (let channel = 0; channel < channelCount; channel++) {
      const inLoad = capacity.counts[agents.state[agent] * channelCount + channel];
      const inHand = counts[agent * channelCount + channel];
      if (inLoad !== inHand) fail(`agent ${agent} holds ${inHand} of channel ${channel}, his load says ${inLoad}`);
    }
    if (agents.isListed(agent) !== agents.isAble(agent)) fail(`agent ${agent} stands in a bucket or not, wrongly`);
  }
  checkBuckets(model, floor);
}

/** Buckets are in order of the last change, then of id, and what `occupied` says. */
function checkBuckets(model: Model, floor: Floor): void {
  const {agents} = floor;
  const listed = new Uint8Array(agents.count);
  for (let load = 0; load < model.capacity.stateCount; load++) {
    for (let profile = 0; profile < model.eligibility.profileCount; profile++) {
      if (((agents.occupied[load * agents.words + (profile >>> 5)] >>> (profile & 31)) & 1) === 0) continue;
      let before = -1;
      for (let agent = agents.head[agents.bucket(load, profile)]; agent >= 0; agent = agents.next[agent]) {
        if (agents.state[agent] !== load || agents.profile[agent] !== profile)
          fail(`agent ${agent} is in a wrong bucket`);
        const inOrder =
          before < 0 ||
          agents.since[before] < agents.since[agent] ||
          (agents.since[before] === agents.since[agent] && before < agent);
        if (!inOrder) fail(`agents ${before} and ${agent} stand in the wrong order`);
        listed[agent] = 1;
        before = agent;
      }
      if (before < 0) fail(`load ${load} of profile ${profile} is said to have an agent`);
    }
  }
  for (let agent = 0; agent < agents.count; agent++) {
    if ((listed[agent] === 1) !== agents.isListed(agent)) fail(`agent ${agent} is missing from his bucket`);
  }
}

/** A waiting item stands in exactly the lines it belongs to, and the best of every lane is the best of its items. */
function checkLines(floor: Floor): void {
  const {items, lines, personal} = floor;
  const shared: number[][] = Array.from({length: lines.lanes.count}, () => []);
  const own: number[][] = Array.from({length: personal?.lanes.count ?? 0}, () => []);
  for (let item = 0; item < items.rows; item++) {
    const isWaiting = items.status(item) === ITEM.waiting;
    const lane = laneOf(lines.lanes, item);
    if (lane >= 0 !== (isWaiting && items.stage(item) >= 0))
      fail(`item ${items.serial(item)} stands in a line or not, wrongly`);
    if (lane >= 0) {
      shared[lane].push(item);
      const isRight = lines.route[lane] === items.route(item) && lines.stage[lane] === items.stage(item);
      if (!isRight) fail(`item ${items.serial(item)} stands in another route's line`);
    }
    if (personal === null) continue;
    const ownLane = laneOf(personal.lanes, item);
    if (ownLane >= 0 !== (isWaiting && items.waitsFor(item) >= 0))
      fail(`item ${items.serial(item)} waits for its agent wrongly`);
    if (ownLane >= 0) own[ownLane].push(item);
  }
  checkLanes(floor, lines.lanes, shared);
  if (personal !== null) checkLanes(floor, personal.lanes, own);
}

function laneOf(lanes: Lanes, item: number): number {
  return item < lanes.links.rows ? lanes.links.lane[item] : -1;
}

function checkLanes(floor: Floor, lanes: Lanes, members: readonly number[][]): void {
  members.forEach((waiting, lane) => {
    if (waiting.length !== lanes.size[lane]) fail(`lane ${lane} has ${waiting.length} items, not ${lanes.size[lane]}`);
    const occupied = ((lanes.occupied[lane >>> 5] >>> (lane & 31)) & 1) === 1;
    if (occupied !== waiting.length > 0) fail(`lane ${lane} is said to be ${occupied ? 'occupied' : 'empty'}`);
    if (waiting.length === 0) return;
    let best = -1;
    let bestPriority = -Infinity;
    for (const item of waiting) {
      const priority = floor.priority(item);
      if (!goesBefore(floor.items, item, priority, best, bestPriority)) continue;
      best = item;
      bestPriority = priority;
    }
    const said = lanes.best(lane);
    if (said !== best)
      fail(`lane ${lane} says item ${floor.items.serial(said)} is its best, not ${floor.items.serial(best)}`);
  });
}

/** Quiescence: everybody who could be served is being served. */
function checkNobodyAbleWaits(model: Model, floor: Floor): void {
  const choice = new AgentChoice(model, floor);
  const {items} = floor;
  for (let item = 0; item < items.rows; item++) {
    if (items.status(item) !== ITEM.waiting) continue;
    const agent = choice.for(item);
    if (agent >= 0) fail(`item ${items.serial(item)} waits though agent ${agent} could take it`);
  }
}

function fail(what: string): never {
  throw new Error(`invariant broken: ${what}`);
}
