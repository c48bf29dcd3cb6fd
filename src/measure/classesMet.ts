import type {Model} from '../model/model.ts';
import type {Peaks} from './peaks.ts';
import {classAt, covers, type Scope} from './scope.ts';

/** What the recorder must know of each report class, found out when its first item comes. */
export class ClassesMet {
  count = 0;
  /** Service-level limit, NaN without one; and process. */
  limitMs = new Float64Array(16);
  process = new Int32Array(16);
  /** Which of `dayWaits` cover the class. */
  readonly dayWaits: number[][] = [];
  private readonly model: Model;
  private readonly peaks: Peaks;
  private readonly scopes: readonly Scope[];

  constructor(model: Model, peaks: Peaks, dayWaits: readonly Scope[]) {
    this.model = model;
    this.peaks = peaks;
    this.scopes = dayWaits;
  }

  /** All classes up to this one: demand numbers them in the order in which it meets them. */
  meet(reportClass: number): void {
    const {names, processes, reporting} = this.model;
    for (; this.count <= reportClass; this.count++) {
      const index = this.count;
      const it = classAt(reporting.classes, index);
      if (index >= this.limitMs.length) this.grow();
      this.process[index] = it.process;
      this.limitMs[index] = processes.answerWithinMs[it.process];
      this.peaks.meet(it);
      this.dayWaits.push(this.scopes.flatMap((scope, k) => (covers(scope, names, it) ? [k] : [])));
    }
  }
  private grow(): void {
    const limitMs = new Float64Array(2 * this.limitMs.length);
    const process = new Int32Array(2 * this.process.length);
    limitMs.set(this.limitMs);
    process.set(this.process);
    this.limitMs = limitMs;
    this.process = process;
  }
}
