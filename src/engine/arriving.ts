/** Items arrive: from the feeds, block by block, and as redials. */
import {ITEM} from '../floor/items.ts';
import type {Piece} from '../model/curves.ts';
import {EVENT} from './events.ts';
import {beginLife, standFirst} from './life/visits.ts';
import type {Run} from './run.ts';
import {openFirstTargets} from './targets.ts';

const ARRIVAL = EVENT.arrival;
const ENTERING = ITEM.entering;

/** One pending event a source: its next item. What arrived before the start enters at the start. */
export function scheduleArrival(run: Run, source: number): void {
  const block = run.blocks[source];
  if (run.nextRow[source] >= block.count) {
    run.feeds[source].fill(block);
    run.nextRow[source] = 0;
  }
  const at = block.count === 0 ? Infinity : block.arrivedMs[run.nextRow[source]];
  if (at < run.model.horizon.untilMs) {
    run.events.schedule(Math.max(at, run.now), ARRIVAL, source, 0);
    return;
  }
  run.sourcesLeft--;
  if (run.sourcesLeft === 0 && run.model.horizon.untilMs === Infinity) run.stopArrivals(true);
}

/** The next item of a source. */
export function arrive(run: Run, source: number): void {
  if (run.arriving === false) return;
  const {items} = run;
  const {features, horizon} = run.model;
  const block = run.blocks[source];
  const row = run.nextRow[source]++;
  const item = items.create();
  items.source[item] = source;
  if (features.redial) items.redial[item] = 0;
  items.number[item] = block.number[row];
  items.route[item] = block.route[row];
  items.reportClass[item] = block.reportClass[row];
  items.rule[item] = block.rule[row];
  items.arrivedMs[item] = block.arrivedMs[row];
  items.handleMs[item] = block.handleMs[row];
  items.wrapUpMs[item] = block.wrapUpMs[row];
  items.leavesMs[item] = block.arrivedMs[row] + block.patienceMs[row];
  items.dueMs[item] = block.dueMs[row];
  if (features.ownValues) items.initial[item] = block.initial[row];
  if (features.preferred) items.preferred[item] = block.preferred[row];
  if (++run.arrivals >= horizon.arrivals) run.stopArrivals(false);
  else scheduleArrival(run, source);
  enter(run, item);
}

/** A customer who hung up calls again. */
export function callAgain(run: Run, item: number): void {
  const {items} = run;
  run.comingAgain--;
  if (!run.admitting) {
    run.release(item);
    return;
  }
  items.arrivedMs[item] = run.now;
  items.leavesMs[item] += run.now;
  enter(run, item);
}

/** Enters the centre; rejected where its process is closed, else it needs an agent. */
function enter(run: Run, item: number): void {
  const {items} = run;
  const route = items.route[item];
  const arrived = items.arrivedMs[item];
  items.status[item] = ENTERING;
  items.serial[item] = items.entered++;
  items.agent[item] = -1;
  items.answeredMs[item] = Number.NaN;
  if (run.rings) items.offeredCount[item] = 0;
  if (run.isPlain[route] === 1 && Number.isNaN(items.dueMs[item])) {
    items.origin[item] = arrived;
    items.enteredRoutingMs[item] = arrived;
    items.dueMs[item] = Infinity;
    items.stage[item] = 0;
    if (run.model.eligibility.stageCount[route] > 1) {
      items.allowedMs[item] = 0;
      openFirstTargets(run, item, arrived);
    }
    run.observer.created(item);
    run.disturbItem(item);
    return;
  }
  enterByRules(run, item, route, arrived);
}

/** What clocks, credits, due dates, closing hours and targets make of an arrival. */
function enterByRules(run: Run, item: number, route: number, arrived: number): void {
  const {items, model, now} = run;
  const {clocks} = run.floor;
  const process = model.routes.process[route];
  const clock = arrived === now ? clocks.now(process) : clocks.at(process, arrived);
  const credit = model.routes.creditMs[route];
  items.origin[item] = clock - credit;
  items.enteredRoutingMs[item] = credit === 0 ? arrived : clocks.wallAt(process, clock - credit);
  takeDueDate(run, item, process, clock);
  if (run.life !== null) beginLife(run, item);
  run.observer.created(item);
  if (arrived >= 0 && clocks.rejects(process, arrived)) {
    run.observer.rejected(item);
    run.release(item);
    return;
  }
  if (model.features.preferred) {
    items.waitsFor[item] = model.eligibility.usesPreferred[route] === 1 ? items.preferred[item] : -1;
  }
  if (model.features.preferred || model.eligibility.stageCount[route] > 1) {
    openFirstTargets(run, item, clock);
  } else {
    items.stage[item] = 0;
  }
  if (run.life !== null) standFirst(run, item);
  run.disturbItem(item);
}

/** Its own due date or its process's, and the curve that follows from what it brings. */
function takeDueDate(run: Run, item: number, process: number, clock: number): void {
  const {items} = run;
  const {clocks} = run.floor;
  const {model} = run;
  const due = items.dueMs[item];
  const sla = model.processes.slaMs[process];
  const isOwn = !Number.isNaN(due);
  let allowed = sla;
  if (isOwn) allowed = clocks.at(process, due) - clock;
  else items.dueMs[item] = Number.isNaN(sla) ? Infinity : clocks.wallAt(process, clock + sla);
  items.allowedMs[item] = Number.isNaN(allowed) ? 0 : Math.max(allowed, 0);
  if (model.features.ownValues) takeCurve(run, item, process, isOwn ? allowed : Number.NaN);
}

/** The shared curve, the shared curve raised, or one of its own: `allowedMs` is NaN where the due date is the process's. */
function takeCurve(run: Run, item: number, process: number, allowedMs: number): void {
  const {items} = run;
  const {curves} = run.model;
  const initial = items.initial[item];
  items.base[item] = 0;
  items.curve[item] = null;
  const byInitial = Number.isNaN(initial)
    ? curves.shared[process]
    : curves.ownCurve(process, {initial, allowedMs: Number.NaN});
  if (!Number.isNaN(allowedMs)) {
    // Both at once: a due date may move the curve from one initial value and not from another.
    const byBoth = curves.ownCurve(process, {initial, allowedMs});
    if (!isSameCurve(byBoth, byInitial)) {
      items.curve[item] = fromTheStart(byBoth);
      return;
    }
  }
  if (Number.isNaN(initial)) return;
  if (curves.additive[process] === 1) items.base[item] = initial - curves.initial[process];
  else if (!isSameCurve(byInitial, curves.shared[process])) items.curve[item] = fromTheStart(byInitial);
}

function isSameCurve(a: readonly Piece[], b: readonly Piece[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      (piece, i) =>
        piece.fromMs === b[i].fromMs &&
        piece.value === b[i].value &&
        piece.slopePerMs === b[i].slopePerMs &&
        piece.periodMs === b[i].periodMs,
    )
  );
}

/** What begins at -Infinity is level there; ages begin at 0, or where a due date before arrival ends its piece. */
function fromTheStart(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces[0].fromMs > -Infinity) return pieces;
  const fromMs = Math.min(0, pieces[1]?.fromMs ?? 0);
  return [{...pieces[0], fromMs}, ...pieces.slice(1)];
}
