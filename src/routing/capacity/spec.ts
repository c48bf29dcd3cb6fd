/** A capacity rule as checked. A channel not named: none of it. */
export interface CapacitySpec {
  readonly name: string;
  readonly channels: Readonly<
    Record<
      string,
      {
        readonly max: number;
        readonly notWhile: readonly Readonly<Record<string, number>>[];
        readonly interruptedBy: readonly string[];
      }
    >
  >;
  readonly units: {readonly total: number; readonly weights: Readonly<Record<string, number>>} | null;
  readonly holdBackFor: readonly string[];
  readonly afterHold: 'agents' | 'items';
}
