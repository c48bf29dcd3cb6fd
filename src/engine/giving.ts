/** An item is given to an agent. */
import {answer} from './handling.ts';
import {ring} from './ringing.ts';
import type {Run} from './run.ts';

/** Gives an item that stands in no line to an agent who stands in no bucket; he answers at once or rings. */
export function give(run: Run, item: number, agent: number): void {
  const {model, now} = run;
  const {items, agents} = run.floor;
  const channel = model.routes.channel[items.route[item]];
  items.supersede(item);
  items.agent[item] = agent;
  agents.since[agent] = now;
  agents.held[agent]++;
  const load = model.capacity.plus[agents.state[agent] * model.channelCount + channel];
  agents.state[agent] = load;
  if (run.offers !== null && model.roster.offers[model.roster.group[agent]].rings) ring(run, item, agent, run.offers);
  else answer(run, item, agent);
}
