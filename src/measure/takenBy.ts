/** Of a process: answered by who took it. */
export interface TakenBy {
  readonly process: string;
  /** Which of the targets in the order in which they open, from 1; 0: the preferred agent before any. */
  readonly step: number;
  /** Of the agent. */
  readonly group: string;
  readonly answered: number;
}
