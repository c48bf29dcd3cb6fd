/** Agents come and leave, rest, and are ready again after a missed offer. */
import {EVENT} from './events.ts';
import {agentCame, agentLeft} from './life/workbins.ts';
import {stopWaitingFor} from './queueing.ts';
import type {Run} from './run.ts';

/** Before anything happens: who is there at the start, and when the others come. */
export function openDuty(run: Run): void {
  const {agents} = run;
  const {duty, rests} = run.duty;
  for (let agent = 0; agent < agents.count; agent++) {
    if (!run.model.features.duty) {
      agents.onDuty[agent] = 1;
      if (run.floor.workbins !== null) agentCame(run, agent);
      refreshOpen(run, agent);
      agents.list(agent);
    } else {
      let spell = duty.first[agent];
      while (spell < duty.first[agent + 1] && duty.toMs[spell] <= 0) spell++;
      let rest = rests.first[agent];
      while (rest < rests.first[agent + 1] && rests.toMs[rest] <= 0) rest++;
      run.dutyCursors.spell[agent] = spell;
      run.dutyCursors.rest[agent] = run.dutyCursors.dueRest[agent] = rest;
      scheduleSpell(run, agent);
    }
    run.disturbAgent(agent);
  }
}

/** He comes on duty at the beginning of his next spell, or is there already. */
function scheduleSpell(run: Run, agent: number): void {
  const {duty} = run.duty;
  const spell = run.dutyCursors.spell[agent];
  if (spell >= duty.first[agent + 1]) return;
  if (duty.fromMs[spell] <= run.now) comes(run, agent);
  else run.events.schedule(duty.fromMs[spell], EVENT.comes, agent, 0);
}

export function comes(run: Run, agent: number): void {
  const {agents} = run;
  const {duty} = run.duty;
  const spell = run.dutyCursors.spell[agent];
  agents.unlist(agent);
  agents.onDuty[agent] = 1;
  agents.profile[agent] = duty.profile[spell];
  agents.since[agent] = run.now;
  agents.busyMs[agent] = 0;
  agents.readyMs[agent] = 0;
  agents.timedMs[agent] = run.now;
  if (duty.toMs[spell] < Infinity) run.events.schedule(duty.toMs[spell], EVENT.leaves, agent, 0);
  scheduleRest(run, agent);
  refreshOpen(run, agent);
  run.disturbAgent(agent);
  if (run.floor.workbins !== null) agentCame(run, agent);
  run.pulls?.agentCame(agent);
}

/** His spell ends: what is in hand he finishes. Where the next one follows at once he only changes his profile. */
export function leaves(run: Run, agent: number): void {
  const {agents} = run;
  const {duty, rests} = run.duty;
  const spell = ++run.dutyCursors.spell[agent];
  agents.unlist(agent);
  run.disturbAgent(agent);
  if (spell < duty.first[agent + 1] && duty.fromMs[spell] <= run.now) {
    agents.profile[agent] = duty.profile[spell];
    if (duty.toMs[spell] < Infinity) run.events.schedule(duty.toMs[spell], EVENT.leaves, agent, 0);
    scheduleRest(run, agent);
    return;
  }
  agents.onDuty[agent] = 0;
  let rest = run.dutyCursors.dueRest[agent];
  while (rest < rests.first[agent + 1] && rests.fromMs[rest] < run.now) rest++;
  run.dutyCursors.rest[agent] = run.dutyCursors.dueRest[agent] = rest;
  endRest(run, agent);
  refreshOpen(run, agent);
  scheduleSpell(run, agent);
  stopWaitingFor(run, agent);
  if (run.floor.workbins !== null && agents.onDuty[agent] === 0) agentLeft(run, agent);
  if (run.pulls !== null && agents.onDuty[agent] === 0) run.pulls.agentLeft(agent);
}

/** One pending event an agent: his next rest, if it begins in this spell. */
function scheduleRest(run: Run, agent: number): void {
  const {duty, rests} = run.duty;
  const rest = run.dutyCursors.dueRest[agent];
  if (rest >= rests.first[agent + 1] || rests.fromMs[rest] >= duty.toMs[run.dutyCursors.spell[agent]]) return;
  run.events.schedule(Math.max(run.now, rests.fromMs[rest]), EVENT.rests, agent, 0);
}

/** A rest falls due: taken at once with empty hands, else when what is in hand is done. */
export function restFallsDue(run: Run, agent: number): void {
  const {agents} = run;
  if (agents.onDuty[agent] === 0) return;
  run.dutyCursors.dueRest[agent]++;
  scheduleRest(run, agent);
  agents.unlist(agent);
  agents.resting[agent] = 1;
  refreshOpen(run, agent);
  run.disturbAgent(agent);
  if (agents.held[agent] === 0) beginRest(run, agent);
}

/** With empty hands he takes the rest that fell due first; one that ends on time may be over before it begins. */
export function beginRest(run: Run, agent: number): void {
  const {agents} = run;
  const {rests} = run.duty;
  const {rest, dueRest, away, stamp} = run.dutyCursors;
  if (away[agent] === 1) return;
  while (rest[agent] < dueRest[agent]) {
    const row = rest[agent]++;
    const lasts = rests.toMs[row] - Math.max(0, rests.fromMs[row]);
    const until = rests.endsOnTime[row] === 1 ? rests.toMs[row] : run.now + lasts;
    if (until <= run.now) continue;
    away[agent] = 1;
    agents.restRow[agent] = row;
    run.events.schedule(until, EVENT.returns, agent, stamp[agent]);
    return;
  }
  endRest(run, agent);
}

/** A rest is over; another may have fallen due meanwhile. */
export function returns(run: Run, agent: number): void {
  const {agents} = run;
  agents.unlist(agent);
  run.dutyCursors.away[agent] = 0;
  agents.since[agent] = run.now;
  run.disturbAgent(agent);
  beginRest(run, agent);
}

function endRest(run: Run, agent: number): void {
  const {agents} = run;
  run.dutyCursors.away[agent] = 0;
  run.dutyCursors.stamp[agent] = (run.dutyCursors.stamp[agent] + 1) & 0x3ffffff;
  agents.resting[agent] = 0;
  agents.restRow[agent] = -1;
  refreshOpen(run, agent);
}

/** The time after a missed offer is over. */
export function ready(run: Run, agent: number): void {
  const {agents} = run;
  if (agents.notReadyUntilMs[agent] > run.now) return;
  agents.unlist(agent);
  agents.since[agent] = run.now;
  refreshOpen(run, agent);
  run.disturbAgent(agent);
}

/** Whether he takes new work at all follows from where he is. He must stand in no bucket. */
export function refreshOpen(run: Run, agent: number): void {
  const {agents} = run;
  const there = agents.onDuty[agent] === 1 && agents.resting[agent] === 0;
  agents.open[agent] = there && agents.notReadyUntilMs[agent] <= run.now ? 1 : 0;
}
