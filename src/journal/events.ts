/**
 * What a journal tells: one plain object an event, written as a line of JSON. `ms` counts from the start of the
 * scenario, `at` is the same instant as the clocks of its zone show it. Names are those of the scenario; an item is
 * `source.number`, the number counted from 0, with `#2` where its customer calls for the second time.
 */
import type {ObstacleName} from './obstacle.ts';

export type JournalEvent = Instant & Happening;

export type Happening = ItemEvent | AgentEvent | End;

export interface Instant {
  readonly at: string;
  readonly ms: number;
}

/** Another instant that an event speaks of. */
export interface Point extends Instant {}

export type ItemEvent =
  | Created
  | OfItem<'rejected'>
  | Opens
  | Waits
  | Decided
  | (OfBoth<'rings'> & {readonly priority: number})
  | OfBoth<'missed'>
  | (OfBoth<'answered'> & {readonly priority: number; readonly target: string; readonly waitedMs: number})
  | (OfItem<'abandoned'> & {readonly waitedMs: number})
  | (OfBoth<'completed'> & {readonly handledMs: number})
  | (OfBoth<'handled'> & {readonly handledMs: number})
  | OfItem<'awaits'>
  | OfBoth<'parks'>
  | OfBoth<'inboxed'>
  | OfBoth<'takenFrom'>
  | (OfItem<'comesBack'> & {readonly priority: number})
  | TakenAgain
  | OfItem<'confirmed'>
  | OfItem<'held'>
  | EntersStage
  | DueMoves
  | Moves
  | Contacted
  | Noted
  | Canceled
  | OfItem<'lapses'>
  | OfItem<'closed'>
  | MilestoneEvent
  | OfBoth<'wrappedUp'>
  | OfBoth<'paused'>
  | OfBoth<'resumed'>;

export interface OfItem<Event extends string> {
  readonly event: Event;
  readonly item: string;
}
export interface OfBoth<Event extends string> extends OfItem<Event> {
  readonly agent: string;
}

/** A milestone warns, its target passes, or it is reached. */
export type MilestoneEvent = OfMilestone &
  (
    | {readonly event: 'milestoneWarns' | 'milestoneViolated'}
    | {readonly event: 'milestoneReached'; readonly late: boolean}
  );

export interface OfMilestone {
  readonly item: string;
  readonly milestone: string;
  /** When it was or is to be reached at the latest; absent where its clock never shows that. */
  readonly target?: Point;
  /** Until then on its clock, negative after it. */
  readonly leftMs: number;
}

/** Where it stands from now on, in the scenario's own words. */
export interface EntersStage extends OfItem<'stage'> {
  readonly stage: string;
}

/** It goes to another process, or to whoever `target` names first. */
export interface Moves extends OfItem<'moves'> {
  readonly process: string;
  readonly target: string;
}

/** A contact with a lead is over. */
export interface Contacted extends OfBoth<'contacted'> {
  readonly converted: boolean;
}

/** What is noted of an item that is completed now. */
export interface Noted extends OfItem<'noted'> {
  readonly disposition: string;
}

/** It is due at another instant from now on; without one, at none. */
export interface DueMoves extends OfItem<'dueMoves'> {
  readonly due?: Point;
}

/** Called off by its source. */
export interface Canceled extends OfItem<'canceled'> {
  /** Who had it in hand. */
  readonly agent?: string;
}

/** Handling begins again. */
export interface TakenAgain extends OfBoth<'takenAgain'> {
  readonly priority: number;
  readonly target: string;
  /** 2 where it is in an agent's hands for the second time. */
  readonly visit: number;
  /** Since it came back. */
  readonly waitedMs: number;
}

/** An item comes. */
export interface Created extends OfItem<'created'> {
  /** What the log calls it, where it does. */
  readonly id?: string;
  readonly channel: string;
  readonly process: string;
  /** The rule of segmentation that matched. */
  readonly rule: string;
  readonly priority: number;
  /** Where it came before the run began. */
  readonly arrived?: Point;
  readonly due?: Point;
  readonly prefers?: string;
  /** The item that opened it, where one did. */
  readonly openedBy?: string;
}

/** A target opens to it, or it begins again with the first. */
export interface Opens extends OfItem<'opens'> {
  readonly target: string;
  readonly priority: number;
}

/** Nobody can take it. */
export interface Waits extends OfItem<'waits'> {
  readonly priority: number;
  /** Targets open to it; none while its preferred agent stands alone. */
  readonly targets: readonly string[];
  /** The preferred agent while that counts. */
  readonly waitsFor?: string;
  readonly next?: Point & {readonly target: string};
  /** Why nobody: what stands in the way of whom. */
  readonly obstacles: readonly Hindered[];
}

export interface Hindered {
  readonly why: Exclude<ObstacleName, 'none'>;
  readonly count: number;
  /** The first of them. */
  readonly agents: readonly string[];
}

/** An item is given to an agent: what was chosen from, best first. */
export interface Decided extends OfBoth<'decided'> {
  readonly priority: number;
  /** The target he is reached through. */
  readonly target: string;
  /** Agents for the item, items for the agent, items for their agents where several were disturbed, agents in turn. */
  readonly asked: 'agents' | 'items' | 'pairs' | 'in turn';
  /** How agents are compared. */
  readonly by: readonly string[];
  /** Agents who could have taken it at this instant; how many, and the first of them in order of choice. */
  readonly agentCount: number;
  readonly agents: readonly AgentCandidate[];
  /** Items he could have taken at this instant, likewise. */
  readonly itemCount: number;
  readonly items: readonly ItemCandidate[];
}

export interface AgentCandidate {
  readonly agent: string;
  readonly target: string;
  /** Has to pause something for it. */
  readonly interrupts?: true;
  /** What the rule compares: */
  readonly idleMs?: number;
  readonly active?: number;
  readonly free?: number;
  readonly occupancy?: number;
  readonly level?: number;
  readonly lot?: number;
}

export interface ItemCandidate {
  readonly item: string;
  readonly priority: number;
  /** In routing, its credit counted: what breaks a tie of priority. */
  readonly inRoutingMs: number;
}

/** An agent. `inHand`: items he holds at that instant. */
export type AgentEvent = {readonly agent: string; readonly inHand: number} & (
  | {readonly event: 'comes' | 'leaves' | 'restDue' | 'returns' | 'ready' | 'heldBack' | 'heldNoLonger' | 'otherSkills'}
  | {readonly event: 'rests'; readonly reason: string}
  | {readonly event: 'notReady'; readonly until: Point}
);

/** The run is over. */
export interface End {
  readonly event: 'end';
  readonly waiting: number;
  readonly inHand: number;
  /** Marked done, and not confirmed yet. Where items have a life after handling. */
  readonly awaiting?: number;
}
