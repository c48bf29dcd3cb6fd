import type {Facts} from '../measure/facts.ts';

/** Hands out replications in their order, and takes their facts in any order, passing them on in theirs. */
export class ReplicationQueue {
  readonly total: number;
  private readonly add: (facts: Facts) => void;
  private readonly early = new Map<number, Facts>();
  private taken = 0;
  private added = 0;
  closed = false;

  constructor(total: number, add: (facts: Facts) => void) {
    this.total = total;
    this.add = add;
  }

  /** Replications nobody has begun. */
  get left(): number {
    return this.closed ? 0 : this.total - this.taken;
  }
  /** The next one to run; null where there is none. */
  take(): number | null {
    return this.left > 0 ? this.taken++ : null;
  }
  deliver(facts: Facts): void {
    this.early.set(facts.replication, facts);
    for (let next = this.early.get(this.added); next && !this.closed; next = this.early.get(this.added)) {
      this.early.delete(this.added);
      this.added++;
      this.add(next);
    }
  }
  /** No more is handed out or passed on. */
  close(): void {
    this.closed = true;
  }
}
