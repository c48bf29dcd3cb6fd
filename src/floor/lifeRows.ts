import {ItemRows} from './itemRows.ts';

const WHOLE = [
  'visitColumn',
  'outcomeColumn',
  'hadByColumn',
  'standingColumn',
  'parentColumn',
  'childColumn',
  'siblingColumn',
] as const;
const REAL = [
  'standsMsColumn',
  'updateMsColumn',
  'countsFromMsColumn',
  'placeFromMsColumn',
  'ownDueMsColumn',
  'aloneMsColumn',
] as const;

/** Columns that only models with a life after handling use: arrays of their own, which the others never touch. */
export class LifeRows extends ItemRows {
  private visitColumn = new Int32Array(0);
  private outcomeColumn = new Int32Array(0);
  private hadByColumn = new Int32Array(0);
  private standingColumn = new Int32Array(0);
  private parentColumn = new Int32Array(0);
  private childColumn = new Int32Array(0);
  private siblingColumn = new Int32Array(0);
  private standsMsColumn = new Float64Array(0);
  private aloneMsColumn = new Float64Array(0);
  private updateMsColumn = new Float64Array(0);
  private countsFromMsColumn = new Float64Array(0);
  private placeFromMsColumn = new Float64Array(0);
  private ownDueMsColumn = new Float64Array(0);

  protected override growTo(rows: number): void {
    super.growTo(rows);
    for (const column of WHOLE) {
      const wider = new Int32Array(rows);
      wider.set(this[column]);
      this[column] = wider;
    }
    for (const column of REAL) {
      const wider = new Float64Array(rows);
      wider.set(this[column]);
      this[column] = wider;
    }
  }

  /** Where the model has a life cycle, else 0: which visit in agents' hands, from 0; */
  visit(item: number): number {
    return this.visitColumn[item];
  }
  setVisit(item: number, value: number): void {
    this.visitColumn[item] = value;
  }
  /** the row of model.life that became of the last visit, -1 not drawn; */
  outcome(item: number): number {
    return this.outcomeColumn[item];
  }
  setOutcome(item: number, value: number): void {
    this.outcomeColumn[item] = value;
  }
  /** the agent who had it last, of items that go on after handling, */
  hadBy(item: number): number {
    return this.hadByColumn[item];
  }
  setHadBy(item: number, value: number): void {
    this.hadByColumn[item] = value;
  }
  /** where it stands, a STATUS of model/life.ts, */
  standing(item: number): number {
    return this.standingColumn[item];
  }
  setStanding(item: number, value: number): void {
    this.standingColumn[item] = value;
  }
  /** Where items open others: the item that opened it and waits for it, the first that it waits for, the next beside it; -1 none. */
  parent(item: number): number {
    return this.parentColumn[item];
  }
  setParent(item: number, value: number): void {
    this.parentColumn[item] = value;
  }
  child(item: number): number {
    return this.childColumn[item];
  }
  setChild(item: number, value: number): void {
    this.childColumn[item] = value;
  }
  sibling(item: number): number {
    return this.siblingColumn[item];
  }
  setSibling(item: number, value: number): void {
    this.siblingColumn[item] = value;
  }
  /** and since when. */
  standsMs(item: number): number {
    return this.standsMsColumn[item];
  }
  setStandsMs(item: number, value: number): void {
    this.standsMsColumn[item] = value;
  }
  /** How long whom it waits for stands alone, on its process's clock; NaN as its route says. */
  aloneMs(item: number): number {
    return this.aloneMsColumn[item];
  }
  setAloneMs(item: number, value: number): void {
    this.aloneMsColumn[item] = value;
  }
  /** When an update of the source that is under way comes; Infinity none, -Infinity it came while in hand. */
  updateMs(item: number): number {
    return this.updateMsColumn[item];
  }
  setUpdateMs(item: number, value: number): void {
    this.updateMsColumn[item] = value;
  }
  /** Wall instant from which the SLA of its process counts: its arrival, unless something has it begin anew; */
  countsFromMs(item: number): number {
    return this.countsFromMsColumn[item];
  }
  setCountsFromMs(item: number, value: number): void {
    this.countsFromMsColumn[item] = value;
  }
  /** that from which its age and place in line do; */
  placeFromMs(item: number): number {
    return this.placeFromMsColumn[item];
  }
  setPlaceFromMs(item: number, value: number): void {
    this.placeFromMsColumn[item] = value;
  }
  /** a due date of its own, wall instant, NaN: its process's. */
  ownDueMs(item: number): number {
    return this.ownDueMsColumn[item];
  }
  setOwnDueMs(item: number, value: number): void {
    this.ownDueMsColumn[item] = value;
  }
}
