/**
 * The columns that every model needs of its items. A row is 256 bytes, seen as whole numbers and as real ones; what every
 * item uses stands first, in its first lines of cache: a column an array of its own cost a miss a field once many items
 * waited, and an event twice the time with a million of them.
 */
export class ItemRows {
  private whole = new Int32Array(0);
  private real = new Float64Array(0);

  get rows(): number {
    return this.whole.length >>> 6;
  }

  protected growTo(rows: number): void {
    const bytes = new ArrayBuffer(rows << 8);
    const whole = new Int32Array(bytes);
    whole.set(this.whole);
    this.whole = whole;
    this.real = new Float64Array(bytes);
  }

  status(item: number): number {
    return this.whole[item << 6];
  }
  setStatus(item: number, value: number): void {
    this.whole[item << 6] = value;
  }
  route(item: number): number {
    return this.whole[(item << 6) + 1];
  }
  setRoute(item: number, value: number): void {
    this.whole[(item << 6) + 1] = value;
  }
  reportClass(item: number): number {
    return this.whole[(item << 6) + 2];
  }
  setReportClass(item: number, value: number): void {
    this.whole[(item << 6) + 2] = value;
  }
  source(item: number): number {
    return this.whole[(item << 6) + 3];
  }
  setSource(item: number, value: number): void {
    this.whole[(item << 6) + 3] = value;
  }
  /** Which call of the customer: 0 the first. */
  redial(item: number): number {
    return this.whole[(item << 6) + 46];
  }
  setRedial(item: number, value: number): void {
    this.whole[(item << 6) + 46] = value;
  }
  /** Rule of segmentation that matched. */
  rule(item: number): number {
    return this.whole[(item << 6) + 4];
  }
  setRule(item: number, value: number): void {
    this.whole[(item << 6) + 4] = value;
  }
  /** Targets open so far; -1 while the preferred agent stands alone. */
  stage(item: number): number {
    return this.whole[(item << 6) + 5];
  }
  setStage(item: number, value: number): void {
    this.whole[(item << 6) + 5] = value;
  }
  /** While ringing: the target that took it, -1 its preferred agent alone. */
  target(item: number): number {
    return this.whole[(item << 6) + 47];
  }
  setTarget(item: number, value: number): void {
    this.whole[(item << 6) + 47] = value;
  }
  /** Who rings for it or handles it; -1 while it waits. */
  agent(item: number): number {
    return this.whole[(item << 6) + 6];
  }
  setAgent(item: number, value: number): void {
    this.whole[(item << 6) + 6] = value;
  }
  /** The preferred agent it came with, -1 none. */
  preferred(item: number): number {
    return this.whole[(item << 6) + 48];
  }
  setPreferred(item: number, value: number): void {
    this.whole[(item << 6) + 48] = value;
  }
  /** The preferred agent while that still counts: -1 once he missed it, or where the route has no use for him. */
  waitsFor(item: number): number {
    return this.whole[(item << 6) + 49];
  }
  setWaitsFor(item: number, value: number): void {
    this.whole[(item << 6) + 49] = value;
  }
  /** Offers made so far. */
  offeredCount(item: number): number {
    return this.whole[(item << 6) + 50];
  }
  setOfferedCount(item: number, value: number): void {
    this.whole[(item << 6) + 50] = value;
  }
  /** Moves on whenever what was scheduled for the item is void. */
  stamp(item: number): number {
    return this.whole[(item << 6) + 7];
  }
  setStamp(item: number, value: number): void {
    this.whole[(item << 6) + 7] = value;
  }
  /** The other items in the same agent's hands, where the model pauses or slows work. */
  handNext(item: number): number {
    return this.whole[(item << 6) + 51];
  }
  setHandNext(item: number, value: number): void {
    this.whole[(item << 6) + 51] = value;
  }
  handBefore(item: number): number {
    return this.whole[(item << 6) + 52];
  }
  setHandBefore(item: number, value: number): void {
    this.whole[(item << 6) + 52] = value;
  }
  /** Order of entering the centre, from 0 without gaps: the id of rule R3. */
  serial(item: number): number {
    return this.real[(item << 5) + 7];
  }
  setSerial(item: number, value: number): void {
    this.real[(item << 5) + 7] = value;
  }
  /** Number in its source. */
  number(item: number): number {
    return this.real[(item << 5) + 8];
  }
  setNumber(item: number, value: number): void {
    this.real[(item << 5) + 8] = value;
  }
  /** Wall instant; below 0 for an initial backlog. */
  arrivedMs(item: number): number {
    return this.real[(item << 5) + 4];
  }
  setArrivedMs(item: number, value: number): void {
    this.real[(item << 5) + 4] = value;
  }
  /** Wall instant since which it counts as in routing: arrival less its credit. Breaks ties of priority. */
  enteredRoutingMs(item: number): number {
    return this.real[(item << 5) + 6];
  }
  setEnteredRoutingMs(item: number, value: number): void {
    this.real[(item << 5) + 6] = value;
  }
  /** Process clock at arrival less the credit: the zero of its age. */
  origin(item: number): number {
    return this.real[(item << 5) + 5];
  }
  setOrigin(item: number, value: number): void {
    this.real[(item << 5) + 5] = value;
  }
  /** Process clock from which its targets count: arrival, end of the preferred agent's time, or its last return. */
  targetsFrom(item: number): number {
    return this.real[(item << 5) + 14];
  }
  setTargetsFrom(item: number, value: number): void {
    this.real[(item << 5) + 14] = value;
  }
  /** Due minus arrival on the process's clock, at least 0; 0 without an SLA. */
  allowedMs(item: number): number {
    return this.real[(item << 5) + 15];
  }
  setAllowedMs(item: number, value: number): void {
    this.real[(item << 5) + 15] = value;
  }
  /** Due, wall instant; Infinity without an SLA. */
  dueMs(item: number): number {
    return this.real[(item << 5) + 9];
  }
  setDueMs(item: number, value: number): void {
    this.real[(item << 5) + 9] = value;
  }
  /** Hangs up, wall instant; Infinity never. */
  leavesMs(item: number): number {
    return this.real[(item << 5) + 10];
  }
  setLeavesMs(item: number, value: number): void {
    this.real[(item << 5) + 10] = value;
  }
  /** Effort of handling and of wrap-up at speed 1. */
  handleMs(item: number): number {
    return this.real[(item << 5) + 11];
  }
  setHandleMs(item: number, value: number): void {
    this.real[(item << 5) + 11] = value;
  }
  wrapUpMs(item: number): number {
    return this.real[(item << 5) + 12];
  }
  setWrapUpMs(item: number, value: number): void {
    this.real[(item << 5) + 12] = value;
  }
  /** Wall instant of the first answer; NaN until then. */
  answeredMs(item: number): number {
    return this.real[(item << 5) + 13];
  }
  setAnsweredMs(item: number, value: number): void {
    this.real[(item << 5) + 13] = value;
  }
  /** Initial priority of its own, NaN none. */
  initial(item: number): number {
    return this.real[(item << 5) + 16];
  }
  setInitial(item: number, value: number): void {
    this.real[(item << 5) + 16] = value;
  }
  /** Added to the shared curve of its process. */
  base(item: number): number {
    return this.real[(item << 5) + 17];
  }
  setBase(item: number, value: number): void {
    this.real[(item << 5) + 17] = value;
  }
  /** Effort that remains of what is being done (handling or wrap-up) at `pacedMs`, worked off at `rate` since. */
  remainingMs(item: number): number {
    return this.real[(item << 5) + 18];
  }
  setRemainingMs(item: number, value: number): void {
    this.real[(item << 5) + 18] = value;
  }
  pacedMs(item: number): number {
    return this.real[(item << 5) + 19];
  }
  setPacedMs(item: number, value: number): void {
    this.real[(item << 5) + 19] = value;
  }
  rate(item: number): number {
    return this.real[(item << 5) + 20];
  }
  setRate(item: number, value: number): void {
    this.real[(item << 5) + 20] = value;
  }
  /** Speed of the agent when he began. */
  speed(item: number): number {
    return this.real[(item << 5) + 21];
  }
  setSpeed(item: number, value: number): void {
    this.real[(item << 5) + 21] = value;
  }
  /** While ringing: -1 will be answered, else will be missed and the agent not ready for so long. */
  notReadyMs(item: number): number {
    return this.real[(item << 5) + 22];
  }
  setNotReadyMs(item: number, value: number): void {
    this.real[(item << 5) + 22] = value;
  }
}
