/** What a source says of its items while they live, beside the log they come from. */
export const COMMAND = {hold: 0, resume: 1, cancel: 2, restart: 3, update: 4} as const;
export type Command = (typeof COMMAND)[keyof typeof COMMAND];

/** Why a command changes nothing: its item is final, open, not held, held already, or has not come. */
export const REFUSED = {final: 0, open: 1, notHeld: 2, held: 3, notThere: 4, over: 5} as const;
export type Refusal = (typeof REFUSED)[keyof typeof REFUSED];

/** The commands of one source, in columns, in order of time. */
export interface Commands {
  readonly count: number;
  readonly atMs: Float64Array;
  /** Number of the item in its source. */
  readonly number: Float64Array;
  readonly kind: Uint8Array;
  /** Age, targets and due date stand still while an item is put aside for its source. */
  readonly stops?: boolean;
  /** A command, by its place, changed nothing. */
  refused(command: number, why: Refusal): void;
}
