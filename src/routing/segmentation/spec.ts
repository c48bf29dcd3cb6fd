/** A decision table as checked: first row that matches. */
export interface DecisionTableSpec {
  /** Part of it could not be read: its cells are judged, but nothing follows from what is not there. */
  readonly incomplete?: boolean;
  readonly columns: readonly string[];
  readonly rules: readonly RuleSpec[];
  readonly otherwise: Outcome | null;
}
export interface RuleSpec {
  /** One cell a column, in FEEL unary tests (words and lists of words already quoted); `-` matches all. */
  readonly cells: readonly string[];
  readonly then: Outcome;
  readonly text: string;
}
/** A process; and, where the row assigns directly, the one agent or group. */
export interface Outcome {
  readonly process: string;
  readonly agent?: string;
  readonly group?: string;
}
