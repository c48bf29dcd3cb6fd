/** What an item is promised: until when it is due, and the curve of priority that follows. */
import type {Piece} from '../model/curves.ts';
import {raiseAgain} from './raise.ts';
import type {Run} from './run.ts';

/** Its own due date or its process's, and the curve that follows from what it brings; its age is 0 at `clock`. */
export function takeDueDate(run: Run, item: number, process: number, clock: number): void {
  const {items} = run;
  const {clocks} = run.floor;
  const {model} = run;
  const due = items.dueMs(item);
  const sla = model.processes.slaMs[process];
  const isOwn = !Number.isNaN(due);
  let allowed = sla;
  if (isOwn) allowed = clocks.at(process, due) - clock;
  else items.setDueMs(item, Number.isNaN(sla) ? Infinity : clocks.wallAt(process, clock + sla));
  items.setAllowedMs(item, Number.isNaN(allowed) ? 0 : Math.max(allowed, 0));
  if (model.features.ownValues) takeCurve(run, item, process, isOwn ? allowed : Number.NaN);
}

/**
 * Time begins anew for an item at a wall instant, on the clock of its process: its age, its place in routing and its due
 * date count from there. `slaMs` is what is allowed until due; NaN: as the process says.
 */
export function beginAnew(run: Run, item: number, fromMs: number, slaMs: number): void {
  const {items, model} = run;
  const {clocks} = run.floor;
  const process = model.routes.process[items.route(item)];
  const allowed = Number.isNaN(slaMs) ? model.processes.slaMs[process] : slaMs;
  const clock = clocks.at(process, fromMs);
  takePlace(run, item, fromMs);
  moveDueDate(run, item, Number.isNaN(allowed) ? Infinity : clocks.wallAt(process, clock + allowed));
  items.setCountsFromMs(item, fromMs);
  items.setOwnDueMs(item, Number.isNaN(slaMs) ? Number.NaN : items.dueMs(item));
  items.setAllowedMs(item, Number.isNaN(allowed) ? 0 : allowed);
  if (model.features.ownValues) takeCurve(run, item, process, slaMs);
}

/**
 * The item, open, is on another route: its age, due date and curve are what they would be, had it come that way from
 * where they count. `placeFromMs`: the wall instant its age and its place in line count from. A due date of its own stays.
 */
export function takeRoute(run: Run, item: number, route: number, placeFromMs: number): void {
  const {items, model} = run;
  const {clocks} = run.floor;
  const process = model.routes.process[route];
  setRoute(run, item, route);
  takePlace(run, item, placeFromMs);
  const clock = clocks.at(process, items.countsFromMs(item));
  const own = items.ownDueMs(item);
  const isOwn = !Number.isNaN(own);
  const sla = model.processes.slaMs[process];
  const allowed = isOwn ? clocks.at(process, own) - clock : sla;
  moveDueDate(run, item, isOwn ? own : Number.isNaN(sla) ? Infinity : clocks.wallAt(process, clock + sla));
  items.setAllowedMs(item, Number.isNaN(allowed) ? 0 : Math.max(allowed, 0));
  if (model.features.ownValues) takeCurve(run, item, process, isOwn ? allowed : Number.NaN);
}

/** Another process has milestones of its own. */
export function setRoute({items, model, milestones, now}: Run, item: number, route: number): void {
  const isElsewhere = model.routes.process[route] !== model.routes.process[items.route(item)];
  if (isElsewhere) milestones?.leaves(item);
  items.setRoute(item, route);
  if (isElsewhere) milestones?.enters(item, now);
}

/** Age and place in routing count from a wall instant. */
function takePlace(run: Run, item: number, fromMs: number): void {
  const {items, model} = run;
  const {clocks} = run.floor;
  const route = items.route(item);
  const process = model.routes.process[route];
  const credit = model.routes.creditMs[route];
  const clock = clocks.at(process, fromMs);
  items.setPlaceFromMs(item, fromMs);
  items.setOrigin(item, clock - credit);
  items.setEnteredRoutingMs(item, credit === 0 ? fromMs : clocks.wallAt(process, clock - credit));
}

/** An open item is due at another instant from now on; Infinity: never. */
export function moveDueDate(run: Run, item: number, toMs: number): void {
  const {items} = run;
  if (toMs !== items.dueMs(item)) run.observer.life?.dueMoves?.(item, toMs);
  items.setDueMs(item, toMs);
}

/** The clock of an item stops: it is due at no time, unless it was by now. Returns the due date it has, for `goOnFrom`. */
export function standStill(run: Run, item: number): number {
  const dueMs = run.items.dueMs(item);
  run.milestones?.standsStill(item);
  if (dueMs >= run.now) moveDueDate(run, item, Infinity);
  return dueMs;
}

/**
 * It goes on, having stood still since a wall instant with `dueMs` for a due date: age, targets and due date move by as
 * much as the clock of its process has shown since.
 */
export function goOnFrom(run: Run, item: number, sinceMs: number, dueMs: number): void {
  const {items, clocks} = run;
  const process = run.model.routes.process[items.route(item)];
  const stood = clocks.now(process) - clocks.at(process, sinceMs);
  const later = (wallMs: number) =>
    stood === 0 || wallMs === Infinity ? wallMs : clocks.wallAt(process, clocks.at(process, wallMs) + stood);
  items.setCountsFromMs(item, later(items.countsFromMs(item)));
  takePlace(run, item, later(items.placeFromMs(item)));
  items.setTargetsFrom(item, items.targetsFrom(item) + stood);
  run.milestones?.goesOn(item);
  if (dueMs < sinceMs) return;
  if (!Number.isNaN(items.ownDueMs(item))) items.setOwnDueMs(item, later(dueMs));
  moveDueDate(run, item, later(dueMs));
}

/** What the item brings, and what milestones have added: `allowedMs` is NaN where the due date is the process's. */
function takeCurve(run: Run, item: number, process: number, allowedMs: number): void {
  takeBroughtCurve(run, item, process, allowedMs);
  if (run.milestones !== null) raiseAgain(run, item);
}

/** The shared curve, the shared curve raised, or one of its own. */
function takeBroughtCurve(run: Run, item: number, process: number, allowedMs: number): void {
  const {items} = run;
  const {curves} = run.model;
  const initial = items.initial(item);
  items.setBase(item, 0);
  items.curve[item] = null;
  if (Number.isNaN(initial) && Number.isNaN(allowedMs)) return;
  // Without a due date of its own, a curve that takes an initial value by addition need not be worked out.
  const adds = Number.isNaN(initial) || curves.additive[process] === 1;
  if (!Number.isNaN(allowedMs) || !adds) {
    const byInitial = Number.isNaN(initial)
      ? curves.shared[process]
      : curves.ownCurve(process, {initial, allowedMs: Number.NaN});
    // Both at once: a due date may move the curve from one initial value and not from another.
    const byBoth = Number.isNaN(allowedMs) ? byInitial : curves.ownCurve(process, {initial, allowedMs});
    const isOwn = adds ? !isSameCurve(byBoth, byInitial) : !isSameCurve(byBoth, curves.shared[process]);
    if (isOwn) {
      items.curve[item] = fromTheStart(byBoth);
      return;
    }
  }
  if (adds && !Number.isNaN(initial)) items.setBase(item, initial - curves.initial[process]);
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
