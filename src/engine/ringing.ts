/** Offers that ring: answered after a while, or missed, or overtaken by the customer's hanging up. */
import {ITEM} from '../floor/items.ts';
import type {OfferDraws} from '../model/roster.ts';
import {EVENT} from './events.ts';
import {answer, freeAgent} from './handling.ts';
import {refreshOpen} from './presence.ts';
import {abandon, comeBack} from './queueing.ts';
import type {Run} from './run.ts';

/** The item, part of the agent's load already, rings. */
export function ring(run: Run, item: number, agent: number, target: number, offers: OfferDraws): void {
  const {model, now} = run;
  const {items, agents} = run;
  const group = model.roster.group[agent];
  const offered = items.offeredCount(item);
  items.setOfferedCount(item, offered + 1);
  offers.draw(group, items.source(item), items.number(item), items.redial(item), agent, offered);
  run.observer.offered(item, agent);
  if (!offers.missed && offers.ringMs === 0) {
    answer(run, item, agent, target);
    return;
  }
  items.setStatus(item, ITEM.ringing);
  run.waits?.touch(item);
  items.setTarget(item, target);
  items.setNotReadyMs(item, offers.missed ? offers.notReadyMs : -1);
  agents.ringing[agent]++;
  run.scheduleItem(now + offers.ringMs, EVENT.ringsOut, item);
  const leaves = items.leavesMs(item);
  if (leaves < Infinity) run.scheduleItem(Math.max(leaves, now), EVENT.timer, item);
}

/** It has rung long enough. */
export function ringsOut(run: Run, item: number): void {
  const {items, agents} = run;
  const agent = items.agent(item);
  items.supersede(item);
  agents.unlist(agent);
  agents.ringing[agent]--;
  if (items.notReadyMs(item) >= 0) {
    miss(run, item, agent);
    return;
  }
  agents.since[agent] = run.now;
  answer(run, item, agent, items.target(item));
  run.disturbAgent(agent);
}

/** Nobody answered: the item waits again, in its place, and the agent is not ready for a while. */
function miss(run: Run, item: number, agent: number): void {
  const {items, agents} = run;
  run.observer.missed(item, agent);
  const until = run.now + items.notReadyMs(item);
  if (until > run.now && until > agents.notReadyUntilMs[agent]) {
    agents.notReadyUntilMs[agent] = until;
    refreshOpen(run, agent);
    run.events.schedule(until, EVENT.ready, agent, 0);
  }
  freeAgent(run, item, agent);
  items.setAgent(item, -1);
  if (items.leavesMs(item) <= run.now) abandon(run, item);
  else comeBack(run, item, agent);
}

/** The customer hangs up while it rings. */
export function hangUpRinging(run: Run, item: number): void {
  stopRinging(run, item);
  abandon(run, item);
}

/** The offer ends before it was answered or missed: the agent is free at once. */
export function stopRinging(run: Run, item: number): void {
  const {items, agents} = run;
  const agent = items.agent(item);
  agents.unlist(agent);
  agents.ringing[agent]--;
  freeAgent(run, item, agent);
}
