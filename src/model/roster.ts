/** Agents by id, group by group, and the answers that differ by group. */
export interface Roster {
  readonly agentCount: number;
  readonly groupCount: number;
  readonly group: Int32Array;
  /** Number of the agent in its group, from 0: its random draws are keyed by it. */
  readonly numberInGroup: Int32Array;
  /** Capacity rule, index into Capacity.start. */
  readonly capacityRule: Int32Array;
  /** Profile while nothing else is said; presence may change it by spell. */
  readonly profile: Int32Array;
  /** Per profile: everything is handled in 1/speed of its time. */
  readonly profileSpeed: Float64Array;
  /** Per group: how offers are answered. */
  readonly offers: readonly Offers[];
  /** Per group: money per paid hour; NaN unknown. */
  readonly costPerHour: Float64Array;
}

export interface Offers {
  /** False: answered at once, always. */
  readonly rings: boolean;
  readonly noAnswerShare: number;
  readonly ringForMs: number;
  readonly notReadyMs: number;
  /** While an offer rings, the agent may be given other work. */
  readonly takesOthers: boolean;
}

/**
 * One replication's presence: for each agent its spells on duty, and inside them its rests (breaks, not-ready spells of
 * shrinkage), both ascending and disjoint. Drawn by (seed, replication, group, number in group, day, purpose) before the run.
 */
export interface Duty {
  readonly duty: Spells;
  readonly rests: Rests;
  /** [interval * groupCount + group]: paid ms, of the spells as scheduled (absent agents included). */
  readonly paidMs: Float64Array;
  /** Per agent: 32 bits of his own that his lots are drawn with where agents are chosen at random. Absent: his id. */
  readonly lots?: Int32Array;
}
export interface Spells {
  /** Rows of agent a: first[a] up to first[a + 1]. */
  readonly first: Int32Array;
  readonly fromMs: Float64Array;
  /** May lie beyond the horizon; Infinity: he stays. */
  readonly toMs: Float64Array;
  readonly profile: Int32Array;
}
export interface Rests {
  readonly first: Int32Array;
  readonly fromMs: Float64Array;
  readonly toMs: Float64Array;
  /** Index into names.reasons. */
  readonly reason: Int32Array;
  /** 1: ends at `toMs` even if it began late; else it lasts its full time from when the hands are empty. */
  readonly endsOnTime: Uint8Array;
}

/** The draws of one offer, keyed by (item, agent, attempt); read after `draw`. Only for groups whose offers ring. */
export interface OfferDraws {
  /** `redial` and `offer` count from 0: which call of the customer, and which offer of that item this is. */
  draw(group: number, source: number, number: number, redial: number, agent: number, offer: number): void;
  readonly missed: boolean;
  /** Ringing until answered, or until given up where missed. */
  readonly ringMs: number;
  readonly notReadyMs: number;
}

/** One agent as people write him; ids are positions. Skillsets: the first is his own, others are held in some spells. */
export interface Person {
  readonly name: string;
  readonly group: number;
  readonly numberInGroup: number;
  readonly skillsets: readonly Readonly<Record<string, number>>[];
  readonly capacity: string | null;
}
