/** One replication as it left the engine: transferable between workers; folded into Results in order of replication. */
export interface Facts {
  readonly replication: number;
  /** Typed columns by name; their layout belongs to measure/recorder.ts, which writes and reads them. */
  readonly columns: Readonly<Record<string, Float64Array>>;
  /** Report classes of this replication, in its own order: `source|channel|process|attributes` keys. */
  readonly classKeys: readonly string[];
  readonly warnings: readonly {
    readonly kind: string;
    readonly count: number;
    readonly message: string;
    readonly examples: readonly string[];
  }[];
}
