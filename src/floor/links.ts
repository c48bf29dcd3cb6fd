/**
 * What one set of waiting lines keeps for each item that stands in it. An item may stand in two sets (the shared lines
 * and its preferred agent's), so these are no columns of the item's.
 */
export class Links {
  /** Lane it stands in, -1 none. */
  lane = new Int32Array(0);
  next = new Int32Array(0);
  before = new Int32Array(0);
  /** Place in its lane's heap or tournament, -1 in none. */
  place = new Int32Array(0);
  /** Place in the heap of those that will change section. */
  turn = new Int32Array(0);
  /** What its lane remembers of it. */
  memo = new Float64Array(0);

  get rows(): number {
    return this.lane.length;
  }

  grow(rows: number): void {
    this.lane = widened(this.lane, rows);
    this.next = widened(this.next, rows);
    this.before = widened(this.before, rows);
    this.place = widened(this.place, rows);
    this.turn = widened(this.turn, rows);
    const memo = new Float64Array(rows);
    memo.set(this.memo);
    this.memo = memo;
  }
}

function widened(column: Int32Array, rows: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(rows).fill(-1);
  wider.set(column);
  return wider;
}
