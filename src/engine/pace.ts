/**
 * The pace of work where it varies: paused while what interrupts it is in hand, slowed while the agent works on several
 * items at once. Effort is worked off at a rate that changes only when the set of items worked on does.
 */
import {ITEM} from '../floor/items.ts';
import {EVENT} from './events.ts';
import type {Run} from './run.ts';

/** The item, answered, joins those in the agent's hands. */
export function takeInHand(run: Run, item: number, agent: number): void {
  const {items, agents} = run;
  const first = agents.firstInHand[agent];
  items.setHandBefore(item, -1);
  items.setHandNext(item, first);
  if (first >= 0) items.setHandBefore(first, item);
  agents.firstInHand[agent] = item;
  const at = agents.working[agent] * run.model.channelCount + channelOf(run, item);
  agents.working[agent] = run.model.capacity.joined[at];
}

/** It leaves his hands; what it paused or slowed goes on. */
export function takeFromHand(run: Run, item: number, agent: number): void {
  const {items, agents} = run;
  const before = items.handBefore(item);
  const next = items.handNext(item);
  if (before < 0) agents.firstInHand[agent] = next;
  else items.setHandNext(before, next);
  if (next >= 0) items.setHandBefore(next, before);
  const at = agents.working[agent] * run.model.channelCount + channelOf(run, item);
  agents.working[agent] = run.model.capacity.minus[at];
  pauseAndResume(run, agent);
}

/** An effort is to be worked off from now on; `pauseAndResume` says at what rate. */
export function startPace(run: Run, item: number, agent: number, effortMs: number): void {
  const {items, agents} = run;
  items.setRemainingMs(item, effortMs);
  items.setPacedMs(item, run.now);
  items.setRate(item, 0);
  items.setSpeed(item, run.model.roster.profileSpeed[agents.profile[agent]]);
}

/** Brings every item in an agent's hands to the pace that what he holds now allows. */
export function pauseAndResume(run: Run, agent: number): void {
  const {items, agents} = run;
  const {capacity, sources} = run.model;
  const paused = capacity.paused[agents.working[agent]];
  let workedOn = 0;
  for (let item = agents.firstInHand[agent]; item >= 0; item = items.handNext(item)) {
    pauseOrResume(run, item, agent, ((paused >>> channelOf(run, item)) & 1) === 1);
    if (items.status(item) === ITEM.working) workedOn += sources.concurrent[items.source(item)];
  }
  for (let item = agents.firstInHand[agent]; item >= 0; item = items.handNext(item)) {
    const status = items.status(item);
    if (status !== ITEM.working && status !== ITEM.wrapping) continue;
    const source = items.source(item);
    const shares = status === ITEM.working && sources.concurrent[source] === 1 && workedOn > 1;
    const rate = shares ? items.speed(item) * workedOn ** -sources.slowdown[source] : items.speed(item);
    if (rate === items.rate(item)) continue;
    workOff(run, item);
    items.setRate(item, rate);
    items.supersede(item);
    run.scheduleItem(run.now + Math.floor(items.remainingMs(item) / rate + 0.5), EVENT.ends, item);
  }
}

function pauseOrResume(run: Run, item: number, agent: number, pause: boolean): void {
  const {items} = run;
  const status = items.status(item);
  if (pause && status === ITEM.working) {
    stop(run, item, ITEM.paused);
    run.observer.paused(item, agent);
  } else if (pause && status === ITEM.wrapping) {
    stop(run, item, ITEM.wrappingPaused);
  } else if (!pause && status === ITEM.paused) {
    items.setStatus(item, ITEM.working);
    items.setPacedMs(item, run.now);
    run.observer.resumed(item, agent);
  } else if (!pause && status === ITEM.wrappingPaused) {
    items.setStatus(item, ITEM.wrapping);
    items.setPacedMs(item, run.now);
  }
}

function stop(run: Run, item: number, status: number): void {
  const {items} = run;
  workOff(run, item);
  items.setRate(item, 0);
  items.setStatus(item, status);
  items.supersede(item);
}

/** Takes off what has been done since its pace was last set. */
function workOff(run: Run, item: number): void {
  const {items} = run;
  const remaining = items.remainingMs(item) - (run.now - items.pacedMs(item)) * items.rate(item);
  items.setRemainingMs(item, Math.max(remaining, 0));
  items.setPacedMs(item, run.now);
}

function channelOf(run: Run, item: number): number {
  return run.model.routes.channel[run.items.route(item)];
}
