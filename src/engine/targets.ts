/** Which targets are open to an item, and when the next one opens. Times run on its process's clock. */
import {EVENT} from './events.ts';
import type {Run} from './run.ts';

const TIMER = EVENT.timer;

type Queue = Pick<Run, 'model' | 'items'>;

/**
 * Enters routing, anew or again from the start: the preferred agent alone, or the first target, and what has opened
 * since. Times count from `clockFrom` on the process's clock.
 */
export function openFirstTargets(run: Run, item: number, clockFrom: number): void {
  const {items} = run;
  items.setTargetsFrom(item, clockFrom);
  items.setStage(item, run.model.features.preferred && waitsAlone(run, item) ? -1 : 0);
  openDueTargets(run, item);
}

/** Whether the preferred agent stands alone for a while before the first target opens. */
function waitsAlone(run: Run, item: number): boolean {
  const {items, agents} = run;
  const agent = items.waitsFor(item);
  if (agent < 0) return false;
  const {eligibility} = run.model;
  const route = items.route(item);
  if (eligibility.skipsAway[route] === 1 && agents.onDuty[agent] === 0) return false;
  return aloneMs(run, item) > 0;
}

function aloneMs({model, items}: Queue, item: number): number {
  const {eligibility} = model;
  const route = items.route(item);
  if (model.life !== undefined && !Number.isNaN(items.aloneMs(item))) return items.aloneMs(item);
  return eligibility.preferredMs[route] + Math.round(eligibility.preferredShare[route] * items.allowedMs(item));
}

/** Opens every target whose time has come; the end of the preferred agent's time opens the first. */
export function openDueTargets(run: Run, item: number): void {
  const {items} = run;
  const clockNow = run.clockOf(item);
  while (opensAt(run, item) <= clockNow) {
    const stage = items.stage(item);
    items.setStage(item, stage + 1);
    if (stage >= 0) continue;
    items.setTargetsFrom(item, items.targetsFrom(item) + aloneMs(run, item));
    run.waits?.touch(item);
  }
}

/** The preferred agent counts no more, or is not waited for: if he stood alone, targets count from now. */
export function endAlone(run: Run, item: number): void {
  const {items} = run;
  if (items.stage(item) >= 0) return;
  run.waits?.touch(item);
  items.setStage(item, 0);
  items.setTargetsFrom(item, run.clockOf(item));
  openDueTargets(run, item);
}

/** When, on the process's clock, the next target opens; Infinity after the last. */
export function opensAt(queue: Queue, item: number): number {
  const {model, items} = queue;
  const {eligibility} = model;
  const next = items.stage(item) + 1;
  if (next === 0) return items.targetsFrom(item) + aloneMs(queue, item);
  const route = items.route(item);
  if (next >= eligibility.stageCount[route]) return Infinity;
  const at = route * eligibility.maxStages + next;
  const after = eligibility.opensMs[at] + Math.round(eligibility.opensShare[at] * items.allowedMs(item));
  return items.targetsFrom(item) + after;
}

/** The one pending event of a waiting item: its next target or its hanging up, whichever comes first. */
export function scheduleTimer(run: Run, item: number): void {
  const {items} = run;
  const {clocks} = run.floor;
  const {eligibility, routes} = run.model;
  const route = items.route(item);
  if (run.journals) run.observer.keepsWaiting?.(item);
  let at = items.leavesMs(item);
  if (items.stage(item) + 1 < eligibility.stageCount[route]) {
    const opens = clocks.wallAt(routes.process[route], opensAt(run, item));
    if (opens < at) at = opens;
  }
  if (at < Infinity) run.scheduleItem(Math.max(at, run.now), TIMER, item);
}
