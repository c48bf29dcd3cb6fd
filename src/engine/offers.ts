/**
 * Offers come once, after everything else of a millisecond, and again whenever an offer frees something. Rule R3: of all
 * waiting items that have an able agent the one of highest priority goes first, to its best agent; repeat. One item or
 * one agent disturbed, as nearly always, need no more than one choice.
 */

import {goesBefore, ITEM} from '../floor/items.ts';
import {give} from './giving.ts';
import {BOUND_SLACK, chooseItem, turnLines} from './itemChoice.ts';
import {ASKED, type Asked} from './observer.ts';
import type {Run} from './run.ts';
import {scheduleTimer} from './targets.ts';

/** Asks everybody whom this millisecond has disturbed. Afterwards no waiting item has an able agent. */
export function offer(run: Run): void {
  const {hold} = run.floor;
  run.unsettled = false;
  run.pulls?.note();
  if (hold?.mayHaveEnded) settle(run);
  else if (run.freshItemCount === 0 && run.freshAgentCount === 1) askForAgent(run, run.freshAgents[0]);
  else if (run.freshItemCount === 1 && run.freshAgentCount === 0) askForItem(run, run.freshItems[0]);
  else settle(run);
  run.pulls?.settle();
  hold?.rest();
  if (run.waits !== null) run.waits.settled();
  if (run.journals) run.observer.settled?.();
}

function askForItem(run: Run, item: number): void {
  const {floor} = run;
  run.freshItemCount = 0;
  const agent = run.choice.for(item);
  if (agent < 0) {
    floor.wait(item);
    scheduleTimer(run, item);
    return;
  }
  if (run.journals) run.observer.deciding?.(item, agent, ASKED.agents);
  floor.agents.unlist(agent);
  give(run, item, agent);
  floor.agents.list(agent);
  run.teller.tell(agent);
}

function askForAgent(run: Run, agent: number): void {
  const {agents} = run;
  const {hold} = run.floor;
  agents.unlist(agent);
  while (takeBest(run, agent, ASKED.items)) {
    if (!hold?.ended()) continue;
    settle(run, true);
    return;
  }
  agents.list(agent);
  run.tellAgents();
}

/** Gives an agent who stands in no bucket the best item he may take; false where there is none. */
function takeBest(run: Run, agent: number, asked: Asked): boolean {
  if (!run.agents.isAble(agent)) return false;
  const item = chooseItem(run.model, run.floor, agent);
  if (item < 0) return false;
  if (run.journals) run.observer.deciding?.(item, agent, asked);
  run.floor.takeOut(item);
  give(run, item, agent);
  return true;
}

/** Several are disturbed, or agents are held back no longer: pairs by rule R3. */
export function settle(run: Run, endedBefore = false): void {
  const {floor} = run;
  const {agents, hold} = floor;
  const inTurn = run.model.capacity.afterHold === 'agents';
  for (let i = 0; i < run.freshItemCount; i++) floor.wait(run.freshItems[i]);
  for (let i = 0; i < run.freshAgentCount; i++) agents.list(run.freshAgents[i]);
  if (floor.lines.turning) turnLines(floor);
  // Only now: an item that came in this millisecond holds on to what one that went held.
  const endedNow = hold?.ended() ?? false;
  const holdEnded = endedBefore || endedNow;
  nameCandidates(run, holdEnded);
  if (holdEnded && inTurn) askInTurn(run);
  for (;;) {
    const item = bestCandidate(run);
    if (item < 0) break;
    const agent = run.choice.for(item);
    if (agent < 0) {
      const lane = floor.lines.lanes.links.lane[item];
      run.candidates[lane >>> 5] &= ~(1 << (lane & 31));
      continue;
    }
    if (run.journals) run.observer.deciding?.(item, agent, ASKED.pairs);
    floor.takeOut(item);
    agents.unlist(agent);
    give(run, item, agent);
    agents.list(agent);
    run.teller.tell(agent);
    const ended = hold?.ended() ?? false;
    if (hold?.eased()) nameCandidates(run, true);
    if (ended && inTurn) askInTurn(run);
  }
  for (let i = 0; i < run.freshItemCount; i++) {
    if (floor.items.status(run.freshItems[i]) === ITEM.waiting) scheduleTimer(run, run.freshItems[i]);
  }
  run.freshItemCount = 0;
  run.tellAgents();
}

/** A hold has ended: agents in turn, by id, each takes what he can. */
function askInTurn(run: Run): void {
  const {agents} = run;
  const {hold} = run.floor;
  do {
    for (let agent = 0; agent < agents.count; agent++) {
      // Nearly all find nothing: nobody is taken out of his bucket before an item is found for him.
      if (!agents.isListed(agent) || chooseItem(run.model, run.floor, agent) < 0) continue;
      agents.unlist(agent);
      while (takeBest(run, agent, ASKED.inTurn));
      agents.list(agent);
      run.teller.tell(agent);
    }
  } while (hold?.ended());
}

/**
 * Lanes that may hold an item with an able agent: those the disturbed agents may take from, and those the disturbed items
 * stand in. All of them, where holds have ended.
 */
function nameCandidates(run: Run, all: boolean): void {
  const {items, agents} = run;
  const {lines} = run.floor;
  const {candidates} = run;
  candidates.fill(all ? -1 : 0);
  if (all) return;
  for (let i = 0; i < run.freshAgentCount; i++) {
    const agent = run.freshAgents[i];
    if (!agents.isListed(agent)) continue;
    const at = agents.profile[agent] * lines.words;
    for (let word = 0; word < lines.words; word++) candidates[word] |= lines.sees[at + word];
  }
  for (let i = 0; i < run.freshItemCount; i++) {
    const item = run.freshItems[i];
    if (items.stage(item) < 0) continue;
    const lane = lines.lanes.links.lane[item];
    candidates[lane >>> 5] |= 1 << (lane & 31);
  }
}

/** The first of all items in candidate lanes, and of those whose preferred agents may take them. */
function bestCandidate(run: Run): number {
  const {floor, candidates} = run;
  const {lanes, bound, words} = floor.lines;
  let best = -1;
  let bestPriority = -Infinity;
  scan: for (let word = 0; word < words; word++) {
    let set = lanes.occupied[word] & candidates[word];
    while (set !== 0) {
      const low = set & -set;
      set ^= low;
      const lane = (word << 5) + 31 - Math.clz32(low);
      if (bound[lane] < bestPriority - BOUND_SLACK) break scan;
      const item = lanes.best(lane);
      const priority = floor.priority(item);
      if (goesBefore(floor.items, item, priority, best, bestPriority)) {
        best = item;
        bestPriority = priority;
      }
    }
  }
  const {personal} = floor;
  if (personal === null || personal.waiting === 0) return best;
  let bestAhead = 0;
  for (let lane = personal.lanes.nextOccupied(0); lane >= 0; lane = personal.lanes.nextOccupied(lane + 1)) {
    if (!run.choice.mayTake(personal.agent[lane], personal.channel[lane])) continue;
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
