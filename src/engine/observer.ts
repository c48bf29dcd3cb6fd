/**
 * What a run tells the world. The engine calls these and does not know who listens; nobody answers.
 * `item` is a row of floor/items.ts, valid during the call only (rows are used again). The instant stands in
 * floor.clocks.nowMs, and the item's priority is the floor's to tell: numbers beyond 31 bits are boxed when handed over.
 */
import type {Status} from '../model/life.ts';

export interface Observer {
  /** An item enters the centre (a redial too). Called before it is rejected or waits. */
  created(item: number): void;
  /** Closed on arrival. Final. */
  rejected(item: number): void;
  /** Chosen for an agent who now rings. Only in groups whose offers ring. */
  offered(item: number, agent: number): void;
  /** The offer was not answered; the item waits again. */
  missed(item: number, agent: number): void;
  /** Handling begins for the first time: the wait ends here. `stage`: the target that took it, -1 the preferred agent before any target. */
  answered(item: number, agent: number, stage: number): void;
  /**
   * `created` and `answered` in one, by the first target: told in their place to who has it, of items that are answered in
   * the instant of their arrival and have no due date. Where there is a life cycle the floor says already that they are
   * assigned, and nothing else is told of how they came to that.
   */
  answeredAtOnce?(item: number, agent: number): void;
  /** Hung up while waiting or ringing. Final. */
  abandoned(item: number): void;
  /**
   * Done. Final for the item. Told when handling, without wrap-up, is over; `agent` is -1 where a source's update
   * completes an item that is in nobody's hands.
   */
  completed(item: number, agent: number): void;
  /** Wrap-up is over. Told where work may be paused, wrap-up too: elsewhere it lasts as long as it was to. */
  wrappedUp?(item: number, agent: number): void;
  /** Paused by, or resumed after, work that interrupts it. */
  paused(item: number, agent: number): void;
  resumed(item: number, agent: number): void;
  /** The agent's state from now on; told only when it changes. `held`: items in hand, ringing and wrap-up included. */
  agentBecame(agent: number, state: AgentState, held: number): void;
  /** Instant `index` of horizon.measureAtMs. */
  measured(index: number): void;
  /**
   * An item is about to be given to an agent; nothing has changed yet. Where an observer asks for it, so are the next
   * two: it may look at everything on the floor and see what the engine chose from.
   */
  deciding?(item: number, agent: number, asked: Asked): void;
  /** Nobody can take it: it waits for its next target, or whoever comes free. */
  keepsWaiting?(item: number): void;
  /** Everybody whom this millisecond has disturbed has been asked. */
  settled?(): void;
  /** Told what items and agents do to each other's waiting; absent: nobody asks. Read once, before the run begins. */
  readonly waiting?: WaitObserver | null;
  /** What the life cycle tells besides; asked for only where the model has one. */
  readonly life?: LifeObserver;
  /** The run is over now; what is still waiting or in hand can be read from the floor. */
  closed(): void;
}

/** What items wait for can be told from the floor whenever everybody has been asked, and what changed it from these. */
export interface WaitObserver {
  /** The item rings with the agent from now on, or he has it in hand; or neither any more. Its route is what it was. */
  took(item: number, agent: number): void;
  freed(item: number, agent: number): void;
  /** The agent may be in another state than he was. */
  agent(agent: number): void;
  /** An unanswered item may wait in another way: it rings, stands elsewhere, or stands for its preferred agent alone no more. */
  touch(item: number): void;
  /** Everybody has been asked. More of the millisecond may be to come. */
  settled(): void;
}

/**
 * Told where the model has milestones. `track`: of floor/milestones.ts, which still says how the occurrence stood and of
 * which item it is.
 */
export interface MilestoneObserver {
  /** An occurrence starts, or will at the instant the floor says. */
  started(track: number): void;
  warned(track: number): void;
  /** It is about to have another target, Infinity none; the floor still has the old one. */
  moves(track: number, toMs: number): void;
  /** Its target has passed, or its item has become final without reaching it. */
  violated(track: number): void;
  /** In time, or late where it was violated. */
  reached(track: number): void;
  /** It ends without being reached: taken back where it was not violated, because its item went to another process. */
  dropped(track: number): void;
}

/** Told where the model has a life cycle (model.life). */
export interface LifeObserver {
  /**
   * The item stands elsewhere from now on; the floor (items.standing, standsMs) still says where it stood, and since
   * when. Final statuses are not told here: `completed`, `abandoned` and `rejected` are.
   */
  stands(item: number, status: Status): void;
  /** Handling is over and not final: wrap-up, then what became of the item (items.outcome). */
  handled(item: number, agent: number): void;
  /** Handling begins again: a visit after the first (items.visit). */
  takenAgain(item: number, agent: number, stage: number): void;
  readonly milestones?: MilestoneObserver | null;
  /** An agent has it for himself from now on, though not in hand. */
  putInBin?(item: number, agent: number, bin: Bin): void;
  /** He has it in hand now, or it was taken from him. */
  leftBin?(item: number, agent: number, bin: Bin): void;
  /** Its due date is about to be another, Infinity none; the floor still has the old one. */
  dueMoves?(item: number, toMs: number): void;
  /** It is on another route than before, out of every line; its due date has been told. */
  moved?(item: number): void;
  /**
   * A contact with a lead is over (items.standing is assigned since it began; the first where that was the answer).
   * Told before what becomes of the item. `stage` as in `answered`.
   */
  contacted?(item: number, agent: number, stage: number, converted: boolean): void;
  /** What is noted of an item that is complete now: index into life.leads.dispositions. Told before `completed`. */
  noted?(item: number, disposition: number): void;
  /** Called off by its source. Final. `agent` had it in hand, or -1. */
  canceled?(item: number, agent: number): void;
  /** No reply has come: it is closed, `completed` is about to be told. */
  lapses?(item: number): void;
}

/** What an agent has of his own that is not in hand: what he has parked, and what was put into his inbox. */
export const BIN = {workbin: 0, inbox: 1} as const;
export type Bin = (typeof BIN)[keyof typeof BIN];

/**
 * Who was asked: agents, for an item disturbed alone; items, for an agent disturbed alone; items for their agents, where
 * several are; items, for each agent in turn after a hold.
 */
export const ASKED = {agents: 0, items: 1, pairs: 2, inTurn: 3} as const;
export type Asked = (typeof ASKED)[keyof typeof ASKED];

/**
 * What an agent's time counts as. Busy: at least one item in hand (handling or wrap-up). Overtime: busy after the end
 * of the duty. Ringing: only offers in hand. Resting: on a break or in a not-ready spell (`reason` in the roster).
 * NotReady: after a missed offer. Off: not on duty.
 */
export const AGENT = {off: 0, ready: 1, busy: 2, overtime: 3, ringing: 4, resting: 5, notReady: 6} as const;
export type AgentState = (typeof AGENT)[keyof typeof AGENT];
