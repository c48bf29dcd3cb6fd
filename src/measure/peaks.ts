import type {Names} from '../model/model.ts';
import {covers, type ReportClass, type Scope} from './scope.ts';

/**
 * The most items open at any instant, exactly, per scope: a peak of a sum is no sum of peaks, so each scope counts for
 * itself. The most is taken before an item leaves, because between two leavings the number only grows.
 */
export class Peaks {
  readonly scopes: readonly Scope[];
  private readonly names: Names;
  /** Scopes of class c: scopeOf[first[c]] up to first[c + 1]. */
  private first: number[] = [0];
  private scopeOf: number[] = [];
  readonly open: Float64Array;
  private readonly current: Float64Array;
  readonly most: Float64Array;
  /** Per day asked for: `[day][scope]`. */
  readonly byDay: Float64Array[] = [];

  constructor(scopes: readonly Scope[], names: Names) {
    this.scopes = scopes;
    this.names = names;
    this.open = new Float64Array(scopes.length);
    this.current = new Float64Array(scopes.length);
    this.most = new Float64Array(scopes.length);
  }

  /** A report class is met, in order of their numbers. */
  meet(reportClass: ReportClass): void {
    this.scopes.forEach((scope, index) => {
      if (covers(scope, this.names, reportClass)) this.scopeOf.push(index);
    });
    this.first.push(this.scopeOf.length);
  }

  enter(reportClass: number): void {
    for (let k = this.first[reportClass]; k < this.first[reportClass + 1]; k++) this.open[this.scopeOf[k]]++;
  }
  leave(reportClass: number): void {
    for (let k = this.first[reportClass]; k < this.first[reportClass + 1]; k++) {
      const scope = this.scopeOf[k];
      const open = this.open[scope];
      if (open > this.current[scope]) this.current[scope] = open;
      this.open[scope] = open - 1;
    }
  }
  /** Entered, and turned away at once: that was never a backlog. */
  takeBack(reportClass: number): void {
    for (let k = this.first[reportClass]; k < this.first[reportClass + 1]; k++) this.open[this.scopeOf[k]]--;
  }

  /** The counted time begins: what was before does not matter. */
  restart(): void {
    this.current.set(this.open);
    this.most.set(this.open);
  }
  /** What has been reached since the last call belongs to the counted time. */
  fold(): void {
    this.scopes.forEach((_, scope) => {
      const reached = Math.max(this.current[scope], this.open[scope]);
      if (reached > this.most[scope]) this.most[scope] = reached;
    });
  }
  /** A day ends: its peak is kept, and the next begins with what is open. Call `fold` first. */
  endDay(day: number): void {
    const reached = new Float64Array(this.scopes.length);
    for (let scope = 0; scope < reached.length; scope++)
      reached[scope] = Math.max(this.current[scope], this.open[scope]);
    this.byDay[day] = reached;
    this.current.set(this.open);
  }
}
