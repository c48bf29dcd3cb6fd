import type {AgentCriterion} from '../../model/selection.ts';

/** How items of a process are distributed. */
export interface DistributionRule {
  readonly name: string;
  readonly preferredAgent: {readonly for: Span; readonly ifAway: 'wait' | 'skip'} | null;
  readonly targets: readonly TargetSpec[];
  readonly agent: readonly AgentCriterion[];
  readonly prefer: 'inner' | 'any';
  readonly onReturn: OnReturn;
}
/** What target times do when an item comes back: from a missed offer, and from handling. */
export interface OnReturn {
  readonly missed: 'goOn' | 'restart';
  readonly handled: 'goOn' | 'restart';
}
/** A time on the process's clock: ms plus a share of the item's allowed time. */
export interface Span {
  readonly ms: number;
  readonly share: number;
}
export interface TargetSpec {
  readonly who:
    | {readonly kind: 'skills'; readonly expression: string}
    | {readonly kind: 'groups'; readonly groups: readonly string[]}
    | {readonly kind: 'agents'; readonly agents: readonly string[]}
    | {readonly kind: 'everyone'};
  /** How long it stands alone before the next joins; null: for ever (the last). */
  readonly for: Span | null;
  readonly text: string;
}
