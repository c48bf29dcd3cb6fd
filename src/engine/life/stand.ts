/** Where an item stands, and what ends that: the verbs every outcome is made of. */
import {ITEM} from '../../floor/items.ts';
import {STATUS, type Status} from '../../model/life.ts';
import {EVENT} from '../events.ts';
import type {Run} from '../run.ts';
import {note} from './leads.ts';

/** The item stands elsewhere from now on. Told while the floor still says where it stood, and since when. */
export function stand(run: Run, item: number, status: Status): void {
  const {items} = run;
  const enters = items.standing(item) === STATUS.new;
  run.observer.life?.stands(item, status);
  run.waits?.touch(item);
  items.setStanding(item, status);
  items.setStandsMs(item, run.now);
  if (run.milestones === null) return;
  if (enters) run.milestones.enters(item, items.countsFromMs(item));
  run.milestones.reaches(item, status);
}

/** The one pending event of an item that is not in line, in hand or ringing; void once its stamp moves on. */
export function scheduleLife(run: Run, item: number, atMs: number): void {
  if (atMs < Infinity) run.scheduleItem(Math.max(atMs, run.now), EVENT.life, item);
}

/** Put aside until a wall instant, Infinity for ever: then its outcome's `due`, or, where it had none, distribution. */
export function hold(run: Run, item: number, untilMs: number): void {
  run.items.setStatus(item, ITEM.held);
  stand(run, item, STATUS.held);
  scheduleLife(run, item, untilMs);
}

/** Done, in nobody's hands: `completed` is told without an agent. */
export function complete(run: Run, item: number): void {
  const {items} = run;
  if (run.lifeOf.leads) note(run, run.lifeOf.leads, item, false);
  run.observer.completed(item, -1);
  items.setStanding(item, STATUS.completed);
  run.milestones?.reaches(item, STATUS.completed);
  items.setUpdateMs(item, Infinity);
  run.release(item);
}
