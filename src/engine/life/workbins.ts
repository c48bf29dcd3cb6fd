/** Personal workbins: who has parked what, and what becomes of it when he is not there. */
import {ITEM} from '../../floor/items.ts';
import type {Workbins} from '../../floor/workbins.ts';
import {willBeThere} from '../beingThere.ts';
import {BIN} from '../observer.ts';
import type {Run} from '../run.ts';
import {lifeDue} from './handled.ts';

export function workbinsOf(run: Run): Workbins {
  const {workbins} = run.floor;
  if (workbins === null) throw new Error('nobody has a workbin');
  return workbins;
}

export function putInBin(run: Run, item: number, agent: number): void {
  workbinsOf(run).put(item, agent);
  run.observer.life?.putInBin?.(item, agent, BIN.workbin);
}

/** Out of its agent's bin; it must stand in no line. */
export function takeFromBin(run: Run, item: number): void {
  const bins = workbinsOf(run);
  run.observer.life?.leftBin?.(item, bins.owner[item], BIN.workbin);
  bins.remove(item);
}

/** From one workbin into another. */
export function moveTo(run: Run, item: number, agent: number): void {
  if (workbinsOf(run).ready[item] === 1) run.floor.takeOut(item);
  run.items.setStatus(item, ITEM.held);
  takeFromBin(run, item);
  putInBin(run, item, agent);
}

/** When a supervisor takes an agent's parked items from him, as far as can be said now: Infinity not yet. */
export function returnsAtMs(run: Run, agent: number, afterMs: number): number {
  const since = workbinsOf(run).offSinceMs[agent];
  if (since === Infinity) return Infinity;
  return willBeThere(run, agent) ? since + afterMs : since;
}

/** Of the colleagues on duty whom the item's targets reach now: who has least, parked and in hand; -1 nobody. */
export function colleagueFor(run: Run, item: number): number {
  const {items, agents, model} = run;
  const {eligibility, capacity, roster, routes} = model;
  const bins = workbinsOf(run);
  const route = items.route(item);
  const stage = Math.max(0, bins.stageOf(item));
  const at = (route * eligibility.maxStages + stage) * eligibility.words;
  let best = -1;
  let least = Infinity;
  for (let agent = 0; agent < agents.count; agent++) {
    if (agent === bins.owner[item] || agents.onDuty[agent] === 0) continue;
    const profile = agents.profile[agent];
    if (((eligibility.union[at + (profile >>> 5)] >>> (profile & 31)) & 1) === 0) continue;
    if (((capacity.admits[capacity.start[roster.capacityRule[agent]]] >>> routes.channel[route]) & 1) === 0) continue;
    const has = bins.count[agent] + agents.held[agent];
    if (has >= least) continue;
    best = agent;
    least = has;
  }
  return best;
}

/** The agent is there: nothing is taken from him. */
export function agentCame(run: Run, agent: number): void {
  const bins = workbinsOf(run);
  bins.offSinceMs[agent] = Infinity;
  lookAgain(run, agent);
}

/** He has left: his parked items wait for him for a while. */
export function agentLeft(run: Run, agent: number): void {
  const bins = workbinsOf(run);
  bins.offSinceMs[agent] = run.now;
  lookAgain(run, agent);
}

/** In the order in which they were parked: each is told when to look next, or where to go. */
function lookAgain(run: Run, agent: number): void {
  const bins = workbinsOf(run);
  const parked: number[] = [];
  for (let item = bins.first[agent]; item >= 0; item = bins.next[item]) parked.push(item);
  for (const item of parked.reverse()) lifeDue(run, item);
}
