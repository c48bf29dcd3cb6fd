/**
 * Capacity as an automaton. Every load (a count per channel) that an agent under a rule can hold is a state; what may
 * start, what comes of it, who is interrupted are table lookups. Offers that ring are part of the load.
 */
export interface Capacity {
  readonly ruleCount: number;
  readonly stateCount: number;
  /** Per rule: the empty load. */
  readonly start: Int32Array;
  /** Per state: bit c set where one more of channel c may start. */
  readonly admits: Int32Array;
  /** [state * channelCount + channel]; -1 where not possible. */
  readonly plus: Int32Array;
  readonly minus: Int32Array;
  /** As `plus`, where one more may not start but may be there by another way: what rang first is answered last. */
  readonly joined: Int32Array;
  readonly counts: Int32Array;
  /** Per state: items held, units used (weights; items where unweighted), units or places free. */
  readonly active: Int32Array;
  readonly used: Float64Array;
  readonly free: Float64Array;
  /** Per state: bit c set where items of channel c are paused, because a channel that interrupts c is in hand. */
  readonly paused: Int32Array;
  /** [state * channelCount + channel]: 1 where starting this channel would pause something in hand. */
  readonly interrupts: Uint8Array;
  /** Bit c set where a rule holds agents back for waiting items of channel c, per rule. */
  readonly heldFor: Int32Array;
  /** Who is asked when a hold ends: agents in turn by id, or the waiting items by priority. */
  readonly afterHold: 'agents' | 'items';
}
