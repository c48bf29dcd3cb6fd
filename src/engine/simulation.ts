/** The event loop: takes events in order, lets their handlers change the floor, and asks everybody once a millisecond. */
import type {Floor} from '../floor/floor.ts';
import {ITEM} from '../floor/items.ts';
import {ArrivalBlock, type Feed} from '../model/arrivals.ts';
import type {Model} from '../model/model.ts';
import type {LookDraws} from '../model/pull.ts';
import type {Duty, OfferDraws} from '../model/roster.ts';
import {arrive, callAgain, scheduleArrival} from './arriving.ts';
import {EVENT, isOfItem} from './events.ts';
import {end} from './handling.ts';
import {updates} from './life/confirmation.ts';
import {lifeDue} from './life/handled.ts';
import type {Observer} from './observer.ts';
import {offer} from './offers.ts';
import {comes, leaves, openDuty, ready, restFallsDue, returns} from './presence.ts';
import {waitingTimer} from './queueing.ts';
import {hangUpRinging, ringsOut} from './ringing.ts';
import {Run} from './run.ts';

/** One replication. Single use. */
export class Simulation {
  /** What is being simulated, as it stands. */
  readonly floor: Floor;
  readonly #state: Run;
  #begun = false;
  #closed = false;

  /**
   * `feeds`: one a source, in the order of the model's sources. `duty`: read where features.duty says so.
   * `offers`: null where no group's offers ring. `observer` is made for the floor it will read. `looks`: null where
   * nobody looks for work now and then.
   */
  constructor(
    model: Model,
    feeds: readonly Feed[],
    duty: Duty,
    offers: OfferDraws | null,
    observer: (floor: Floor) => Observer,
    looks: LookDraws | null = null,
  ) {
    if (feeds.length !== model.sources.count) throw new Error('a feed is needed for every source');
    if (offers === null && model.roster.offers.some((group) => group.rings))
      throw new Error('offers ring without draws');
    const blocks = feeds.map(() => new ArrivalBlock());
    this.#state = new Run(model, feeds, blocks, duty, offers, observer, looks);
    this.floor = this.#state.floor;
  }

  /** The clock: instant of the last event, ms. */
  get now(): number {
    return this.#state.now;
  }

  /** Items from the feeds so far, redials apart. */
  get arrivals(): number {
    return this.#state.arrivals;
  }

  /** To the end of the horizon, and beyond it until nothing is left where the model drains. */
  run(): void {
    this.runUntil(Infinity);
  }

  /** Handles everything before an instant. True once the run is over. */
  runUntil(untilMs: number): boolean {
    const state = this.#state;
    const {horizon} = state.model;
    if (this.#closed) return true;
    if (!this.#begun) this.#begin();
    this.#loop(untilMs);
    if (horizon.drains && horizon.untilMs < Infinity && state.limitMs <= untilMs) {
      state.stopArrivals(false);
      state.limitMs = Infinity;
      this.#loop(untilMs);
    }
    if (untilMs < state.limitMs && !this.#isOver()) return false;
    this.#close();
    return true;
  }

  #begin(): void {
    const state = this.#state;
    const {horizon, sources} = state.model;
    this.#begun = true;
    openDuty(state);
    for (let source = 0; source < sources.count; source++) scheduleArrival(state, source);
    state.commands?.begin(state);
    horizon.measureAtMs.forEach((at, index) => {
      state.events.schedule(at, EVENT.measure, index, 0);
    });
    if (state.events.isLastOfInstant()) offer(state);
  }

  #loop(untilMs: number): void {
    const state = this.#state;
    state.runUntil(untilMs);
    while (state.arriving === true && slice(state));
    while ((state.limitMs < Infinity || this.#isBusy()) && state.events.next()) handle(state);
  }

  /** Something is waiting or in hand, or will come. */
  #isBusy(): boolean {
    const {admitting, comingAgain} = this.#state;
    return this.floor.items.live > (admitting ? 0 : comingAgain);
  }

  /** Nothing will ever happen any more that counts. */
  #isOver(): boolean {
    const {arriving, limitMs, events} = this.#state;
    return events.nextTime() === Infinity || (!arriving && limitMs === Infinity && !this.#isBusy());
  }

  #close(): void {
    const {limitMs, now, model, clocks, observer} = this.#state;
    this.#closed = true;
    // Something void was to happen yet in the millisecond in which the last item went.
    if (this.#state.unsettled) offer(this.#state);
    const horizonMs = model.horizon.untilMs < Infinity ? model.horizon.untilMs : 0;
    clocks.nowMs = limitMs < Infinity ? limitMs : Math.max(now, horizonMs);
    observer.closed();
  }
}

const SLICE_EVENTS = 5000;

// What is imported is looked up at every use; what stands here is folded into the code.
const {ends: ENDS, arrival: ARRIVAL, timer: TIMER, returns: RETURNS} = EVENT;
const RINGING = ITEM.ringing;

/**
 * Some events, as long as arrivals may come; false when none is left. A loop that never returned would be stuck with
 * the code it was first compiled to, before half of what happens had happened: measured at a third more time.
 */
function slice(state: Run): boolean {
  const {events} = state;
  for (let i = 0; i < SLICE_EVENTS && state.arriving === true; i++) {
    if (!events.next()) return false;
    handle(state);
  }
  return true;
}

/**
 * One event; once everything of its millisecond has happened, offers. `=== true`: the machine compares once, where a
 * plain condition tries all that counts as false.
 */
function handle(state: Run): void {
  const {events} = state;
  const {kind, subject} = events;
  if (!isVoid(state, kind, subject, events.stamp)) {
    state.clocks.nowMs = events.time;
    if (kind === ENDS) end(state, subject);
    else if (kind === ARRIVAL) arrive(state, subject);
    else if (kind === TIMER) timer(state, subject);
    else handleOther(state, kind, subject);
  }
  if (state.unsettled === true && events.isLastOfInstant()) offer(state);
}

/** What happens less often. */
function handleOther(state: Run, kind: number, subject: number): void {
  switch (kind) {
    case EVENT.ringsOut:
      ringsOut(state, subject);
      break;
    case EVENT.ready:
      ready(state, subject);
      break;
    case EVENT.comes:
      comes(state, subject);
      break;
    case EVENT.leaves:
      leaves(state, subject);
      break;
    case EVENT.rests:
      restFallsDue(state, subject);
      break;
    case EVENT.returns:
      returns(state, subject);
      break;
    case EVENT.callsAgain:
      callAgain(state, subject);
      break;
    case EVENT.life:
      lifeDue(state, subject);
      break;
    case EVENT.looks:
      state.pulls?.look(subject);
      break;
    case EVENT.updates:
      updates(state, subject);
      break;
    case EVENT.command:
      state.commands?.obey(state, subject);
      break;
    case EVENT.milestone:
      milestone(state, subject);
      break;
    default:
      measure(state, subject);
  }
  // Not all of it asks anybody.
  if (state.waits !== null) state.waits.settled();
}

function timer(state: Run, item: number): void {
  if (state.items.status(item) === RINGING) hangUpRinging(state, item);
  else waitingTimer(state, item);
}

/** Whether an event has been superseded since it was scheduled. */
function isVoid(state: Run, kind: number, subject: number, stamp: number): boolean {
  if (kind === ARRIVAL) return false;
  if (kind === ENDS || isOfItem(kind)) return stamp !== state.items.stamp(subject);
  if (kind === EVENT.milestone) return subject >= 0 && stamp !== state.floor.milestones?.stamp[subject];
  if (kind === EVENT.updates) return state.items.updateMs(subject) !== state.events.time;
  return kind === RETURNS && stamp !== state.dutyCursors.stamp[subject];
}

/** After everything else of its millisecond, offers included, in its turn: but what milestones did in it is offered once. */
function milestone(state: Run, track: number): void {
  const {milestones, events} = state;
  if (state.unsettled && milestones?.actedMs !== state.now) {
    events.putBack();
    offer(state);
    return;
  }
  milestones?.due(track);
}

/** After everything else of its millisecond, offers included. */
function measure(state: Run, index: number): void {
  if (state.unsettled) offer(state);
  if (state.events.isLastOfInstant()) state.observer.measured(index);
  else state.events.schedule(state.now, EVENT.measure, index, 0);
}
