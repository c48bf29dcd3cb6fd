/**
 * The short way of what happens most: an item arrives alone in its millisecond, or an agent ends one. Whom that disturbs
 * is asked on the spot. The long way (offers.ts) notes the disturbed and asks them when the millisecond is over; with one
 * item or one agent it makes the same one choice, so where nothing else happens in between both do and tell the same
 * (test/engine/direct.test.ts compares them). What makes choices depend on more, or calls for more to be done with an item
 * than to handle it at once, has the long way: see `goesDirectly`.
 */
import {ITEM} from '../floor/items.ts';
import {STATUS} from '../model/life.ts';
import type {Model} from '../model/model.ts';
import {EVENT} from './events.ts';
import {give} from './giving.ts';
import {innermostTarget} from './innermostTarget.ts';
import {chooseItem} from './itemChoice.ts';
import {left} from './life/handled.ts';
import {standFirst} from './life/visits.ts';
import {settle} from './offers.ts';
import type {Run} from './run.ts';
import {openFirstTargets, scheduleTimer} from './targets.ts';

/** Tests compare both ways. */
export const SHORT_WAY = {open: true};

const ENDS = EVENT.ends;
const WORKING = ITEM.working;
const ASSIGNED = STATUS.assigned;

/** Whether agents are given all their items, handle them at once and at one speed, and then are done with them. */
export function goesDirectly(run: Run): boolean {
  if (run.life === null && run.floor.personal !== null) return false;
  const detours = [run.offers, run.pulls, run.commands, run.milestones, run.openings];
  return SHORT_WAY.open && detours.every((one) => one === null) && !run.paces && !run.journals;
}

/** Nothing else has happened in this millisecond, nor will. */
export function isAlone(run: Run): boolean {
  return (
    run.unsettled === false && run.events.isLastOfInstant() && (run.floor.hold === null || !run.floor.hold.mayHaveEnded)
  );
}

/** Per route: 1 where only the first target is open to an item that has just arrived. */
export function opensOneByOne({routes, eligibility}: Model): Uint8Array {
  return Uint8Array.from({length: routes.count}, (_, route) => {
    const second = route * eligibility.maxStages + 1;
    return eligibility.stageCount[route] === 1 || eligibility.opensMs[second] > 0 ? 1 : 0;
  });
}

/** An item of a plain route enters alone: answered at once, or it waits. Its targets open one by one. */
export function enterDirectly(run: Run, item: number, route: number): void {
  const agent = run.choice.for(item);
  if (agent < 0) {
    run.observer.created(item);
    if (run.life !== null) standFirst(run, item);
    else if (run.model.eligibility.stageCount[route] > 1) openFirstTargets(run, item, run.items.arrivedMs(item));
    run.floor.wait(item);
    scheduleTimer(run, item);
    run.floor.hold?.rest();
    if (run.waits !== null) run.waits.settled();
    return;
  }
  run.agents.unlist(agent);
  if (run.life !== null && (run.foresees || run.observer.answeredAtOnce === undefined)) {
    run.observer.created(item);
    standFirst(run, item);
    give(run, item, agent);
  } else if (run.observer.answeredAtOnce === undefined) {
    run.observer.created(item);
    giveDirectly(run, item, agent);
    run.observer.answered(item, agent, 0);
  } else {
    if (run.life !== null) {
      run.items.setLeavesMs(item, Infinity);
      run.items.setStanding(item, ASSIGNED);
    }
    giveDirectly(run, item, agent);
    run.observer.answeredAtOnce(item, agent);
  }
  run.agents.list(agent);
  run.teller.tell(agent);
  if (run.waits !== null) run.waits.settled();
}

/** An item, told as created and with its targets open, needs an agent alone. */
export function askDirectly(run: Run, item: number): void {
  const agent = run.choice.for(item);
  if (agent < 0) {
    run.floor.wait(item);
    scheduleTimer(run, item);
  } else {
    run.agents.unlist(agent);
    take(run, item, agent);
    run.agents.list(agent);
    run.teller.tell(agent);
  }
  run.floor.hold?.rest();
  if (run.waits !== null) run.waits.settled();
}

/** An agent is done with an item alone, wrap-up included, and takes what he can. */
export function endDirectly(run: Run, item: number, agent: number): void {
  const {model, items, agents, floor} = run;
  const {hold, lines} = floor;
  const channel = model.routes.channel[items.route(item)];
  agents.unlist(agent);
  agents.state[agent] = model.capacity.minus[agents.state[agent] * model.channelCount + channel];
  agents.since[agent] = run.now;
  agents.held[agent]--;
  if (run.waits !== null) run.waits.freed(item, agent);
  if (run.life === null) items.release(item);
  else left(run, item, agent);
  while ((lines.waiting > 0 || floor.personal !== null) && agents.isAble(agent)) {
    const next = chooseItem(model, floor, agent);
    if (next < 0) break;
    floor.takeOut(next);
    items.supersede(next);
    take(run, next, agent);
    if (hold === null || !hold.ended()) continue;
    run.disturbAgent(agent);
    settle(run, true);
    run.unsettled = false;
    hold.rest();
    if (run.waits !== null) run.waits.settled();
    return;
  }
  agents.list(agent);
  run.teller.tell(agent);
  if (hold !== null) hold.rest();
  if (run.waits !== null) run.waits.settled();
}

/** Out of every line, into the hands of an agent who stands in no bucket. */
function take(run: Run, item: number, agent: number): void {
  if (run.life !== null) {
    give(run, item, agent);
    return;
  }
  giveDirectly(run, item, agent);
  run.observer.answered(item, agent, targetOf(run, item, agent));
}

/** To an agent who stands in no bucket; whoever calls tells that he answers. */
function giveDirectly(run: Run, item: number, agent: number): void {
  const {model, items, agents, now} = run;
  const channel = model.routes.channel[items.route(item)];
  items.setAgent(item, agent);
  items.setStatus(item, WORKING);
  items.setAnsweredMs(item, now);
  agents.since[agent] = now;
  agents.held[agent]++;
  if (run.waits !== null) run.waits.took(item, agent);
  agents.state[agent] = model.capacity.plus[agents.state[agent] * model.channelCount + channel];
  const speed = model.roster.profileSpeed[agents.profile[agent]];
  const handleMs = items.handleMs(item);
  run.events.schedule(
    now + (speed === 1 ? handleMs : Math.floor(handleMs / speed + 0.5)),
    ENDS,
    item,
    items.stamp(item),
  );
}

function targetOf(run: Run, item: number, agent: number): number {
  const stage = run.items.stage(item);
  if (stage === 0) return 0;
  return innermostTarget(run.model.eligibility, run.items.route(item), stage, run.agents.profile[agent]);
}
