/**
 * Who may take an item of a route, as bit sets over profiles. A profile is a class of agents no routing rule tells
 * apart: same reach (set of route stages) and same capacity rule.
 */
export interface Eligibility {
  readonly profileCount: number;
  /** Words of 32 bits a set of profiles takes: (profileCount + 31) >>> 5. */
  readonly words: number;
  /** Most stages of any route; tables below are rectangular [route * maxStages + stage]. */
  readonly maxStages: number;
  readonly stageCount: Int32Array;
  /**
   * When a stage opens after entry into routing (after the preferred agent's time, for items that wait for him), on the
   * process's clock: share of the item's allowed time plus ms.
   */
  readonly opensShare: Float64Array;
  readonly opensMs: Float64Array;
  /** [(route * maxStages + stage) * words + word]: profiles of the stage itself, and of it and all before it. */
  readonly own: Int32Array;
  readonly union: Int32Array;
  /** Per route: 1 where an earlier target's agents come first when several are open. */
  readonly prefersInner: Uint8Array;
  /** Per route: 1 where target times restart when an item comes back. */
  readonly restarts: Uint8Array;
  /** Per route: how long a preferred agent stands alone, share plus ms; both 0: first choice only, stands not alone. */
  readonly preferredShare: Float64Array;
  readonly preferredMs: Float64Array;
  /** Per route: 1 where a preferred agent who is off duty is not waited for. */
  readonly skipsAway: Uint8Array;
  /** Per route: 1 where preferred agents of items count at all. */
  readonly usesPreferred: Uint8Array;
}
