/** An item is given to an agent. */
import {answer} from './handling.ts';
import {innermostTarget} from './innermostTarget.ts';
import {ring} from './ringing.ts';
import type {Run} from './run.ts';

/** Gives an item that stands in no line to an agent who stands in no bucket; he answers at once or rings. */
export function give(run: Run, item: number, agent: number): void {
  const {model, now} = run;
  const {items, agents} = run;
  const channel = model.routes.channel[items.route(item)];
  items.supersede(item);
  items.setAgent(item, agent);
  agents.since[agent] = now;
  agents.held[agent]++;
  if (run.waits !== null) run.waits.took(item, agent);
  const load = model.capacity.plus[agents.state[agent] * model.channelCount + channel];
  agents.state[agent] = load;
  const target = targetOf(run, item, agent);
  if (run.offers === null || !model.roster.offers[model.roster.group[agent]].rings || isHisOwn(run, item))
    answer(run, item, agent, target);
  else ring(run, item, agent, target, run.offers);
}

/** What he has parked or takes himself: nothing rings. */
function isHisOwn({floor, pulls, items}: Run, item: number): boolean {
  return floor.workbins?.has(item) || pulls?.takes(items.route(item)) || false;
}

/** The target that takes the item; -1 where only the preferred agent's claim reaches him. */
function targetOf(run: Run, item: number, agent: number): number {
  const {eligibility, features} = run.model;
  const {items, agents} = run;
  const stage = items.stage(item);
  if (stage <= 0 && !features.preferred) return stage;
  return innermostTarget(eligibility, items.route(item), stage, agents.profile[agent]);
}
