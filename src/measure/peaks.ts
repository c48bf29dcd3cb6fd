import type {Names} from '../model/model.ts';
import {covers, type ReportClass, type Scope} from './scope.ts';

/** Columns of `stock`: open items now, and the most since a day or the counted time began. */
const [OPEN, REACHED, STRIDE] = [0, 1, 2];

/**
 * The most items open at any instant, exactly, per scope: a peak of a sum is no sum of peaks, so each scope counts for
 * itself, but scopes that have covered the same classes so far share a counter. The most is taken before an item leaves,
 * because between two leavings the number only grows.
 */
export class Peaks {
  readonly scopes: readonly Scope[];
  private readonly names: Names;
  /** Counter of each scope, and those counters of class c: `countersOf[first[c]]` up to `first[c + 1]`. */
  private readonly counterOf: Int32Array;
  private first = new Int32Array(1);
  private countersOf = new Int32Array(0);
  private readonly countersOfClass: number[][] = [];
  private counterCount = 1;
  private readonly stock: Int32Array;
  private readonly most: Float64Array;
  /** Per day asked for, per counter. */
  private readonly byDay: Float64Array[] = [];

  constructor(scopes: readonly Scope[], names: Names) {
    this.scopes = scopes;
    this.names = names;
    this.counterOf = new Int32Array(scopes.length);
    this.stock = new Int32Array(scopes.length * STRIDE);
    this.most = new Float64Array(scopes.length);
  }

  /** A report class is met, in order of their numbers: scopes that cover it part from those that do not. */
  meet(reportClass: ReportClass): void {
    const covering = this.scopes.map((scope) => covers(scope, this.names, reportClass));
    const counters: number[] = [];
    for (let counter = this.counterCount - 1; counter >= 0; counter--) {
      const scopes = [...this.counterOf.keys()].filter((scope) => this.counterOf[scope] === counter);
      const inside = scopes.filter((scope) => covering[scope]);
      if (inside.length === 0) continue;
      const own = inside.length === scopes.length ? counter : this.copyOf(counter);
      for (const scope of inside) this.counterOf[scope] = own;
      counters.push(own);
    }
    this.countersOfClass.push(counters);
    this.countersOf = Int32Array.from(this.countersOfClass.flat());
    this.first = new Int32Array(this.countersOfClass.length + 1);
    for (const [it, {length}] of this.countersOfClass.entries()) this.first[it + 1] = this.first[it] + length;
  }
  private copyOf(counter: number): number {
    const copy = this.counterCount++;
    this.stock.copyWithin(copy * STRIDE, counter * STRIDE, (counter + 1) * STRIDE);
    this.most[copy] = this.most[counter];
    for (const day of this.byDay) day[copy] = day[counter];
    for (const counters of this.countersOfClass) if (counters.includes(counter)) counters.push(copy);
    return copy;
  }

  enter(reportClass: number): void {
    const {first, countersOf, stock} = this;
    for (let k = first[reportClass], end = first[reportClass + 1]; k < end; k++) stock[countersOf[k] * STRIDE]++;
  }
  leave(reportClass: number): void {
    const {first, countersOf, stock} = this;
    for (let k = first[reportClass], end = first[reportClass + 1]; k < end; k++) {
      const at = countersOf[k] * STRIDE;
      const open = stock[at];
      if (open > stock[at + REACHED]) stock[at + REACHED] = open;
      stock[at] = open - 1;
    }
  }
  /** Entered, and turned away at once: that was never a backlog. */
  takeBack(reportClass: number): void {
    const {first, countersOf, stock} = this;
    for (let k = first[reportClass], end = first[reportClass + 1]; k < end; k++) stock[countersOf[k] * STRIDE]--;
  }

  /** The counted time begins: what was before does not matter. */
  restart(): void {
    for (let counter = 0; counter < this.counterCount; counter++)
      this.most[counter] = this.stock[counter * STRIDE + REACHED] = this.stock[counter * STRIDE + OPEN];
  }
  /** What has been reached since the last call belongs to the counted time. */
  fold(): void {
    for (let counter = 0; counter < this.counterCount; counter++)
      this.most[counter] = Math.max(this.most[counter], this.reached(counter));
  }
  /** A day ends: its peak is kept, and the next begins with what is open. Call `fold` first. */
  endDay(day: number): void {
    this.byDay[day] = Float64Array.from(this.scopes, (_, counter) => this.reached(counter));
    for (let counter = 0; counter < this.counterCount; counter++)
      this.stock[counter * STRIDE + REACHED] = this.stock[counter * STRIDE + OPEN];
  }
  private reached(counter: number): number {
    return Math.max(this.stock[counter * STRIDE + REACHED], this.stock[counter * STRIDE + OPEN]);
  }

  /** Per scope. */
  mostByScope(): Float64Array {
    return Float64Array.from(this.counterOf, (counter) => this.most[counter]);
  }
  /** `[day * scopes + scope]`. */
  mostByDay(): Float64Array {
    return Float64Array.from(this.byDay.flatMap((day) => Array.from(this.counterOf, (counter) => day[counter])));
  }
}
