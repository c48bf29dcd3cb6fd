import type {Scope} from './scope.ts';

/** What goals need of a replication beyond what is always tallied. Distinct values, in order of the goals. */
export interface Asked {
  /** Answer limits other than the processes' own. */
  readonly answerLimitsMs: readonly number[];
  /** Allowed times from arrival on the clock of the process, in place of due dates. */
  readonly allowedMs: readonly number[];
  /** Instants at which the backlog is read. */
  readonly instantsMs: readonly number[];
  /** Scopes whose backlog peak is asked, beside those always kept. */
  readonly peaks: readonly Scope[];
  /** Whether anything is judged by local day, and scopes whose wait quantiles are. */
  readonly days: boolean;
  readonly dayWaits: readonly Scope[];
}

export const NOTHING_ASKED: Asked = {
  answerLimitsMs: [],
  allowedMs: [],
  instantsMs: [],
  peaks: [],
  days: false,
  dayWaits: [],
};
