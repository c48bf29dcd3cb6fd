/** Where each agent stands in his rows of duty and rests. */
export class DutyCursors {
  /** Spell he is in, or the next one. */
  readonly spell: Int32Array;
  /** Next rest to take; the first whose time has not come. */
  readonly rest: Int32Array;
  readonly dueRest: Int32Array;
  /** On a rest now, not only due for one. */
  readonly away: Uint8Array;
  /** Moves on when the end of a rest is void. */
  readonly stamp: Int32Array;

  constructor(agents: number) {
    this.spell = new Int32Array(agents);
    this.rest = new Int32Array(agents);
    this.dueRest = new Int32Array(agents);
    this.away = new Uint8Array(agents);
    this.stamp = new Int32Array(agents);
  }
}
