/** Which item for an agent: highest priority, then longest in routing, then lowest id, of all he may take now. */
import type {Floor} from '../floor/floor.ts';
import {goesBefore} from '../floor/items.ts';
import type {Model} from '../model/model.ts';

/** The item for an agent who is able, or -1. */
export function chooseItem(model: Model, floor: Floor, agent: number): number {
  const {lines, agents, hold} = floor;
  if (lines.waiting === 0 && floor.personal === null) return -1;
  const profile = agents.profile[agent];
  let admits = model.capacity.admits[agents.state[agent]];
  if (hold?.isHeld(agent, profile)) admits &= hold.exempt[profile];
  if (admits === 0) return -1;
  if (lines.turning) turnLines(floor);
  const {lanes, words, sees, channel, bound} = lines;
  const occupied = lanes.occupied;
  const at = profile * words;
  let best = -1;
  let bestPriority = -Infinity;
  for (let word = 0; word < words; word++) {
    let set = occupied[word] & sees[at + word];
    while (set !== 0) {
      const low = set & -set;
      set ^= low;
      const lane = (word << 5) + 31 - Math.clz32(low);
      if (((admits >>> channel[lane]) & 1) === 0) continue;
      if (bound[lane] < bestPriority - BOUND_SLACK) return betterPersonal(floor, agent, admits, best, bestPriority);
      const item = lanes.best(lane);
      const priority = floor.priority(item);
      if (goesBefore(floor.items, item, priority, best, bestPriority)) {
        best = item;
        bestPriority = priority;
      }
    }
  }
  return floor.personal === null ? best : betterPersonal(floor, agent, admits, best, bestPriority);
}

/** Lanes stand in order of their bounds; what lies this far below the best cannot tie with it. */
export const BOUND_SLACK = 1e-6;

/** Items whose curves have entered new sections stand in their new lanes, before anybody is compared. */
export function turnLines(floor: Floor): void {
  floor.lines.lanes.turn();
  floor.personal?.lanes.turn();
}

/** The best so far, or a better one among those who wait for this very agent. */
function betterPersonal(
  floor: Floor,
  agent: number,
  admits: number,
  sharedBest: number,
  sharedPriority: number,
): number {
  const {personal} = floor;
  if (personal === null || personal.waitingFor[agent] === 0) return sharedBest;
  let best = sharedBest;
  let bestPriority = sharedPriority;
  let bestAhead = 0;
  for (const lane of personal.of[agent]) {
    if (personal.lanes.size[lane] === 0 || ((admits >>> personal.channel[lane]) & 1) === 0) continue;
    const ahead = personal.ahead[lane];
    if (ahead < bestAhead) continue;
    const item = personal.lanes.best(lane);
    const priority = floor.priority(item);
    if (ahead > bestAhead || (item !== best && goesBefore(floor.items, item, priority, best, bestPriority))) {
      best = item;
      bestPriority = priority;
      bestAhead = ahead;
    }
  }
  return best;
}
