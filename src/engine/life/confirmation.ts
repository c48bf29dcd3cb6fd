/**
 * Between Mark Done and the source's update. Mark Done is the last thing an agent does with an item: after wrap-up. The
 * update completes the item wherever it then is; if none has come within the process's time the item goes back into
 * distribution. At the same millisecond the update comes first.
 */
import {ITEM} from '../../floor/items.ts';
import {STATUS} from '../../model/life.ts';
import {EVENT} from '../events.ts';
import {freeAgent} from '../handling.ts';
import type {Run} from '../run.ts';
import {complete, scheduleLife, stand} from './stand.ts';
import {beginVisit, requeue} from './visits.ts';
import {withdraw} from './withdraw.ts';

/** The update of a source that came while an agent had the item in hand: he finishes what he does. */
export const CONFIRMED = -Infinity;

/** Awaits an update that comes at an instant, Infinity never. */
export function awaitUpdate(run: Run, item: number, updateMs: number): void {
  const {items, model} = run;
  items.setStatus(item, ITEM.awaiting);
  stand(run, item, STATUS.awaiting);
  expect(run, item, updateMs);
  const process = model.routes.process[items.route(item)];
  const {confirmMs} = run.lifeOf;
  scheduleLife(run, item, run.clocks.wallAt(process, run.clocks.now(process) + confirmMs[process]));
}

/** Mark Done is disabled: the item stays in the agent's hands until its update comes; no time runs against it. */
export function keep(run: Run, item: number, updateMs: number): void {
  const {items} = run;
  items.supersede(item);
  items.setStatus(item, ITEM.kept);
  expect(run, item, updateMs);
}

/** Of an earlier visit an update may be under way: the first to come counts. Neither is void when the stamp moves on. */
function expect({items, events}: Run, item: number, updateMs: number): void {
  if (updateMs >= items.updateMs(item)) return;
  items.setUpdateMs(item, updateMs);
  events.schedule(updateMs, EVENT.updates, item, 0);
}

/** The time for the update is over: back into distribution, with its age. */
export function unconfirmed(run: Run, item: number): void {
  beginVisit(run, item);
  requeue(run, item);
}

/** An update that was under way has come; one whose item waits for another, or for none, is void. */
export function updates(run: Run, item: number): void {
  confirm(run, item);
}

/** The source says that an open item is done, wherever it is. */
export function confirm(run: Run, item: number): void {
  const {items} = run;
  if (items.status(item) === ITEM.kept) {
    freeAgent(run, item, items.agent(item));
    complete(run, item);
  } else if (withdraw(run, item)) complete(run, item);
  else items.setUpdateMs(item, CONFIRMED);
}
