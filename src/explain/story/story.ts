/**
 * The life of one item, as plain data: chapters in order of time. A chapter is a moment (`at`) or a span (`from`, `to`);
 * spans lie end to end from the item's arrival to its end, so that every minute of its life is in exactly one of them.
 * Names are those of the scenario.
 */
import type {AgentCandidate, ItemCandidate, MilestoneEvent, ObstacleName, Point} from '../../journal/index.ts';

export interface ItemStory {
  /** `source.number`, with `#2` where its customer calls for the second time. */
  readonly item: string;
  /** What its log calls it. */
  readonly id?: string;
  /** From 1. */
  readonly replication: number;
  readonly chapters: readonly Chapter[];
}

export type Chapter =
  | Arrival
  | Opening
  | Waiting
  | Given
  | Ringing
  | Handling
  | WrapUp
  | Aside
  | Moving
  | Moment
  | MilestoneChapter
  | End;

export interface AtMoment {
  readonly at: Point;
}
export interface Span {
  readonly from: Point;
  readonly to: Point;
}

/** It comes, and segmentation says what it is. */
export interface Arrival extends AtMoment {
  readonly kind: 'arrives';
  readonly channel: string;
  readonly process: string;
  readonly rule: RuleMatched;
  readonly priority: number;
  /** Counts as waited before it came, for its priority and its place. */
  readonly creditMs?: number;
  /** Where it came before the run began. */
  readonly arrived?: Point;
  readonly due?: Point;
  readonly prefers?: string;
  /** The item that opened it. */
  readonly openedBy?: string;
  /** The calendar its age, targets and due date count on; absent: all the time. */
  readonly clock?: string;
}

/** The row of the decision table, and the values that matched its cells. */
export interface RuleMatched {
  /** From 1; null: `otherwise`, or no rule at all (opened by an item). */
  readonly row: number | null;
  readonly text: string;
  /** Cells that ask for something; `value` null: it has none. */
  readonly matched: readonly {
    readonly column: string;
    readonly cell: string;
    readonly value: string | number | null;
  }[];
}

/** A later target opens to it, or it begins again with the first. */
export interface Opening extends AtMoment {
  readonly kind: 'opens';
  readonly target: string;
  readonly priority: number;
  /** The calendar that its time ran on. */
  readonly clock?: string;
}

/** Nobody can take it, or nobody does. */
export interface Waiting extends Span {
  readonly kind: 'waits';
  /** Targets open to it; none while one agent stands alone. */
  readonly targets: readonly string[];
  /** The agent who stands alone, or goes first. */
  readonly waitsFor?: string;
  /** The agent whose inbox it lies in. */
  readonly inbox?: string;
  readonly next?: Point & {readonly target: string};
  readonly priority: readonly PriorityPiece[];
  /** Not in question, all the while: not skilled, never of its channel, not in their inbox. */
  readonly never: readonly Because[];
  /** Why nobody else took it, end to end. */
  readonly stretches: readonly Stretch[];
  /** Each time somebody could have taken it and took something else. */
  readonly passedOver: readonly PassedOver[];
}

/**
 * A piece of its priority: `starts` at first and `ends` at last, by `step` every `everyMs` of its clock; where that is 0 it
 * glides, by `step` an hour.
 */
export interface PriorityPiece extends Span {
  readonly starts: number;
  readonly ends: number;
  readonly step: number;
  readonly everyMs: number;
}

/** What kept agents from it for a while. */
export interface Stretch extends Span {
  readonly because: readonly Because[];
}

/** As in a journal; and of work that agents take themselves: another's inbox, or that they have not looked, or not seen it. */
export type Why = Exclude<ObstacleName, 'none'> | 'anothersInbox' | 'notLooked';

export interface Because {
  readonly why: Why;
  /** Agents at once; they differ where stretches were joined. */
  readonly least: number;
  readonly most: number;
  /** The first five of those it concerned at any time. */
  readonly agents: readonly string[];
  /** Of them on duty with empty hands, at most. */
  readonly idle?: number;
  /** What their hands were full of. */
  readonly hands?: Hands;
  /** Rules of capacity that forbade it beside that. */
  readonly rules?: readonly string[];
}

/** Items in the hands of agents. */
export interface Hands {
  readonly items: number;
  /** Of them given before it waited; and given at a higher priority than it had then, or another. */
  readonly before: number;
  readonly higher: number;
  readonly other: number;
  /** Priorities when they were given. */
  readonly lowest: number;
  readonly highest: number;
  /** The first five. */
  readonly named: readonly {readonly item: string; readonly priority: number}[];
}

/** An agent could have taken it and was given another item. */
export interface PassedOver extends AtMoment {
  readonly agent: string;
  readonly took: string;
  /** Of what he took, and of this item, at that moment. */
  readonly priority: number;
  readonly own: number;
  /** Higher priority; as high, and longer in routing; his own workbin before all else; agents asked in turn. */
  readonly because: 'priority' | 'longer' | 'workbin' | 'turn';
}

/** Somebody is given it. */
export interface Given extends AtMoment {
  readonly kind: 'given';
  readonly agent: string;
  readonly priority: number;
  readonly target: string;
  readonly asked: 'agents' | 'items' | 'pairs' | 'in turn';
  /** How agents were compared; the candidates in order of choice. */
  readonly by: readonly string[];
  readonly agentCount: number;
  readonly agents: readonly AgentCandidate[];
  /** What else he could have taken. */
  readonly itemCount: number;
  readonly items: readonly ItemCandidate[];
}

export interface Ringing extends Span {
  readonly kind: 'rings';
  readonly agent: string;
  /** `withdrawn`: its source completes it, calls it off or holds it. */
  readonly outcome: 'answered' | 'missed' | 'hungUp' | 'withdrawn';
}

/** In an agent's hands. */
export interface Handling extends Span {
  readonly kind: 'handled';
  readonly agent: string;
  /** From 1. */
  readonly visit: number;
  readonly target: string;
  readonly priority: number;
  /** Interrupted by other work. */
  readonly pauses: readonly Span[];
}

export interface WrapUp extends Span {
  readonly kind: 'wrapUp';
  readonly agent: string;
  readonly pauses: readonly Span[];
}

/** Nobody's turn: in a workbin, awaiting confirmation, put off; or in an agent's hands until its source completes it. */
export interface Aside extends Span {
  readonly kind: 'aside';
  readonly where: 'workbin' | 'confirmation' | 'held' | 'kept';
  readonly agent?: string;
}

/** To another process, or whoever `target` names first. */
export interface Moving extends AtMoment {
  readonly kind: 'moves';
  readonly process: string;
  readonly target: string;
  readonly priority: number;
}

export type Moment = AtMoment &
  (
    | {readonly kind: 'comesBack'; readonly priority: number}
    | {readonly kind: 'inboxed' | 'takenFrom'; readonly agent: string}
    | {readonly kind: 'dueMoves'; readonly due?: Point}
    | {readonly kind: 'contacted'; readonly agent: string; readonly converted: boolean}
    | {readonly kind: 'noted'; readonly disposition: string}
    /** It opens another item; that is done with. */
    | {readonly kind: 'opensItem'; readonly child: string; readonly process: string}
    | {readonly kind: 'childEnds'; readonly child: string}
    | {readonly kind: 'callsAgain'; readonly item: string}
  );

export interface MilestoneChapter extends AtMoment {
  readonly kind: 'milestone';
  readonly milestone: string;
  readonly what: 'warns' | 'violated' | 'reached' | 'reachedLate';
  readonly target?: Point;
  readonly leftMs: MilestoneEvent['leftMs'];
}

export interface End extends AtMoment {
  readonly kind: 'ends';
  /** `closed`: all that it opened is done with; `lapsed`: no reply came; `unfinished`: the run ends before it does. */
  readonly how: 'completed' | 'confirmed' | 'closed' | 'lapsed' | 'abandoned' | 'canceled' | 'rejected' | 'unfinished';
  readonly agent?: string;
  /** Since its arrival; of `abandoned` how long it waited. */
  readonly afterMs: number;
  readonly due?: Point;
  /** After its due date; negative: before it. */
  readonly lateMs?: number;
}
