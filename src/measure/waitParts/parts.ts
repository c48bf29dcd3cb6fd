/**
 * What stands in the way of an item that waits, one part a moment: the first of these that holds. Qualified for an item
 * are the agents in any target of its process, open yet or not, whose capacity rule takes its channel; there are those
 * of them who are on duty and not resting, nor due for a rest.
 */
export const PART = {
  /** Of an opening backlog: the time before the run began. */
  before: 0,
  /** Before its activation, put aside, pending, or in a workbin. */
  held: 1,
  /** It rings with an agent; or all qualified agents who are there are not ready after a missed offer. */
  ringing: 2,
  /** No qualified agent is there. */
  nobody: 3,
  /** A qualified agent could take it now; his target is not open yet, */
  notOpen: 4,
  /** or it is kept for its preferred agent, */
  kept: 5,
  /** or agents take it themselves, and he has not. */
  notTaken: 6,
  /** A qualified agent has room, but not for this channel beside what he has in hand, or is held back for another. */
  capacity: 7,
  /** All are busy: less than half of what qualified agents have in hand is of its own process. */
  otherWork: 8,
  /** All are busy, at least half with items of its own process. */
  ownWork: 9,
} as const;
export type PartName = keyof typeof PART;

export const PARTS = 10;
export const PART_NAMES = Object.keys(PART) as readonly PartName[];

/** For the documentation: what holds in each part, in the order in which it is looked for. */
export const PART_DEFINITIONS: Readonly<Record<PartName, string>> = {
  before: 'Of an opening backlog: the time before the run began.',
  held: 'Not in distribution: before its activation, put aside, pending, awaiting an update, or in a workbin.',
  ringing: 'It rings with an agent. Or all qualified agents who are there are not ready after a missed offer.',
  nobody: 'No qualified agent is there.',
  notOpen: 'A qualified agent could take it now, but his target is not open yet.',
  kept: 'A qualified agent could take it now, but it still waits for its preferred agent alone.',
  notTaken: 'A qualified agent could take it now, but agents take this work themselves and he has not.',
  capacity:
    'A qualified agent has a free unit, but not for this channel beside what he has in hand; or he is held back for another channel.',
  otherWork: 'All are busy: less than half of the items in the hands of qualified agents are of its own process.',
  ownWork: 'All are busy, at least half of these items being of its own process.',
};
