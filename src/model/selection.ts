/**
 * Agent for an item. A rule is a list of criteria, each breaks the ties of those before it, lowest id last; before all
 * of them an agent with nothing to interrupt comes before one who must be interrupted.
 */
export type AgentCriterion =
  | 'longest-idle'
  | 'least-active'
  | 'most-available'
  | 'least-occupied'
  | 'best-skilled'
  | 'random';

export interface Selection {
  readonly rules: readonly (readonly AgentCriterion[])[];
  /** Per route: index into `rules`. */
  readonly ruleOf: Int32Array;
  /** [(route * maxStages + stage) * profileCount + profile]: level that counts for `best-skilled`; empty if unused. */
  readonly skillLevel: Float64Array;
}
