/** An item in an agent's hands: answered, handled, wrapped up, gone. */
import {ITEM} from '../floor/items.ts';
import {endDirectly, isAlone} from './direct.ts';
import {EVENT} from './events.ts';
import {handled, isOver, left, stays, taken} from './life/handled.ts';
import {pauseAndResume, startPace, takeFromHand, takeInHand} from './pace.ts';
import {beginRest} from './presence.ts';
import type {Run} from './run.ts';

const ENDS = EVENT.ends;
const {working: WORKING, wrapping: WRAPPING} = ITEM;

/** Handling begins, or begins again; `target` took the item, -1 its preferred agent alone. */
export function answer(run: Run, item: number, agent: number, target: number): void {
  const {model, now} = run;
  const {items, agents} = run;
  items.setStatus(item, WORKING);
  if (run.life === null) {
    items.setAnsweredMs(item, now);
    run.observer.answered(item, agent, target);
  } else {
    taken(run, item, agent, target);
  }
  if (run.paces) {
    takeInHand(run, item, agent);
    startPace(run, item, agent, items.handleMs(item));
    pauseAndResume(run, agent);
    return;
  }
  const speed = model.roster.profileSpeed[agents.profile[agent]];
  run.scheduleItem(now + lasts(items.handleMs(item), speed), ENDS, item);
}

/** Whole milliseconds that an effort takes at a speed. */
export function lasts(effortMs: number, speed: number): number {
  return speed === 1 ? effortMs : Math.floor(effortMs / speed + 0.5);
}

/** What was being done with an item is done: its handling, or its wrap-up. */
export function end(run: Run, item: number): void {
  const {items, agents} = run;
  const agent = items.agent(item);
  if (items.status(item) === WRAPPING) {
    if (run.paces || run.journals) run.observer.wrappedUp?.(item, agent);
    letGo(run, item, agent);
    return;
  }
  if (run.life === null) run.observer.completed(item, agent);
  else handled(run, item, agent);
  const wrapUp = items.wrapUpMs(item);
  if (wrapUp === 0) {
    letGo(run, item, agent);
    return;
  }
  items.setStatus(item, WRAPPING);
  items.supersede(item);
  if (run.paces) {
    startPace(run, item, agent, wrapUp);
    pauseAndResume(run, agent);
    return;
  }
  const speed = run.model.roster.profileSpeed[agents.profile[agent]];
  run.scheduleItem(run.now + lasts(wrapUp, speed), ENDS, item);
}

/** The item leaves the agent's hands and, where that is all that becomes of it, the centre. */
function letGo(run: Run, item: number, agent: number): void {
  if (
    run.direct === true &&
    run.agents.resting[agent] === 0 &&
    isAlone(run) &&
    (run.life === null || isOver(run, item))
  ) {
    endDirectly(run, item, agent);
    return;
  }
  if (run.paces) takeFromHand(run, item, agent);
  if (run.life !== null && stays(run, item)) return;
  freeAgent(run, item, agent);
  if (run.life === null) run.release(item);
  else left(run, item, agent);
}

/** One item less in an agent's hands; he is asked when the millisecond is over. */
export function freeAgent(run: Run, item: number, agent: number): void {
  const {model} = run;
  const {items, agents} = run;
  agents.unlist(agent);
  const channel = model.routes.channel[items.route(item)];
  agents.state[agent] = model.capacity.minus[agents.state[agent] * model.channelCount + channel];
  agents.since[agent] = run.now;
  agents.held[agent]--;
  if (run.waits !== null) run.waits.freed(item, agent);
  run.disturbAgent(agent);
  if (agents.held[agent] === 0 && agents.resting[agent] === 1) beginRest(run, agent);
}
