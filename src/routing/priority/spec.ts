/** A priority curve as checked. Forms are the files of this folder; each reads its own keys and compiles to pieces. */
export interface PrioritySpec {
  readonly name: string;
  /** File of this folder. */
  readonly form: string;
  /** What the form read from the scenario, units gone; known to the form alone. */
  readonly keys: unknown;
  /** Counts as having waited: by attribute and value, ms. */
  readonly credit?: {readonly attribute: string; readonly values: Readonly<Record<string, number>>};
  /** Initial value taken from an attribute of the item. */
  readonly initialFrom?: {readonly attribute: string; readonly missing: number};
}
