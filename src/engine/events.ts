/**
 * Kinds of events. Their order is the order of simultaneous events: agents leave, services end, agents come, timers,
 * arrivals, commands; offers are no events but come once everything else of the millisecond has happened (offers.ts); then
 * milestones, then what is measured at an instant.
 */
export const EVENT = {
  /** A spell of duty ends. Subject: agent. */
  leaves: 0,
  /** A rest falls due. Subject: agent. */
  rests: 1,
  /** Handling or wrap-up is done. Subject: item. */
  ends: 2,
  /** An offer is answered or given up. Subject: item. */
  ringsOut: 3,
  /** A spell of duty begins. Subject: agent. */
  comes: 4,
  /** A rest is over. Subject: agent. */
  returns: 5,
  /** Ready again after a missed offer. Subject: agent. */
  ready: 6,
  /** A source's update of an item comes, wherever it is: not void by its stamp (life/confirmation.ts). Subject: item. */
  updates: 7,
  /** A waiting item's next target opens, or it hangs up. Subject: item. */
  timer: 8,
  /** What an item put aside was waiting for. Subject: item. */
  life: 9,
  /** The next item of a source. Subject: source. */
  arrival: 10,
  /** A customer calls again. Subject: item. */
  callsAgain: 11,
  /** A source says something of an item (life/commands.ts). Subject: source. */
  command: 12,
  /** An agent looks for work he takes himself. Subject: agent * processes + process. */
  looks: 13,
  /** A milestone warns or is violated, or one was reached: after offers. Subject: its track, or -1. */
  milestone: 14,
  /** An instant to measure at. Subject: its number. */
  measure: 15,
} as const;
export type EventKind = (typeof EVENT)[keyof typeof EVENT];

/** Events of an item, void once its stamp has moved on. */
export function isOfItem(kind: number): boolean {
  return kind === EVENT.ends || kind === EVENT.ringsOut || kind === EVENT.timer || kind === EVENT.life;
}
