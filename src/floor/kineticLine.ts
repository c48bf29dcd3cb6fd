/**
 * Items with curves of their own: a tournament whose matches stand until the loser may overtake or a piece ends. Only
 * what has run out is played again, and only when somebody asks.
 */
import {goesBefore, type Items, TIE} from './items.ts';
import type {Links} from './links.ts';
import {pieceAt} from './priorities.ts';

const FIRST_LEAVES = 16;

export class KineticLine {
  private readonly items: Items;
  private readonly links: Links;
  private leaves = FIRST_LEAVES;
  /** Node -> item that wins below it, and the first clock instant at which that may change. */
  private winner = new Int32Array(2 * FIRST_LEAVES).fill(-1);
  private until = new Float64Array(2 * FIRST_LEAVES).fill(Infinity);
  /** Leaf -> the line its item is on: value at an instant, slope. */
  private value = new Float64Array(FIRST_LEAVES);
  private at = new Float64Array(FIRST_LEAVES);
  private slope = new Float64Array(FIRST_LEAVES);
  private free = Int32Array.from({length: FIRST_LEAVES}, (_, i) => FIRST_LEAVES - 1 - i);
  private freeCount = FIRST_LEAVES;

  constructor(items: Items, links: Links) {
    this.items = items;
    this.links = links;
  }

  push(item: number, clockNow: number): void {
    if (this.freeCount === 0) this.grow(clockNow);
    const leaf = this.free[--this.freeCount];
    this.links.place[item] = leaf;
    this.setLeaf(leaf, item, clockNow);
    this.playUp(leaf, clockNow);
  }

  remove(item: number, clockNow: number): void {
    const leaf = this.links.place[item];
    this.links.place[item] = -1;
    this.free[this.freeCount++] = leaf;
    this.winner[leaf + this.leaves] = -1;
    this.until[leaf + this.leaves] = Infinity;
    this.playUp(leaf, clockNow);
  }

  best(clockNow: number): number {
    if (this.until[1] <= clockNow) this.refresh(1, clockNow);
    return this.winner[1];
  }

  private refresh(node: number, clockNow: number): void {
    if (node >= this.leaves) {
      this.setLeaf(node - this.leaves, this.winner[node], clockNow);
      return;
    }
    const left = 2 * node;
    if (this.until[left] <= clockNow) this.refresh(left, clockNow);
    if (this.until[left + 1] <= clockNow) this.refresh(left + 1, clockNow);
    this.play(node, clockNow);
  }

  /** Where a piece steps, its value stands until the next tick: a level line with an early end. */
  private setLeaf(leaf: number, item: number, clockNow: number): void {
    const origin = this.items.origin(item);
    const pieces = this.items.curve[item];
    if (pieces === null) throw new Error('an item without a curve of its own cannot stand here');
    const age = clockNow - origin;
    const i = pieceAt(pieces, age);
    const piece = pieces[i];
    let end = i + 1 < pieces.length ? origin + pieces[i + 1].fromMs : Infinity;
    this.value[leaf] = piece.value;
    this.at[leaf] = piece.fromMs === -Infinity ? clockNow : origin + piece.fromMs;
    this.slope[leaf] = piece.slopePerMs;
    if (piece.slopePerMs !== 0 && age < piece.fromMs) {
      this.slope[leaf] = 0;
      end = Math.min(end, origin + piece.fromMs);
    } else if (piece.slopePerMs !== 0 && piece.periodMs > 0) {
      const ticks = Math.floor((age - piece.fromMs) / piece.periodMs);
      this.value[leaf] = piece.value + piece.slopePerMs * piece.periodMs * ticks;
      this.slope[leaf] = 0;
      end = Math.min(end, origin + piece.fromMs + (ticks + 1) * piece.periodMs);
    }
    this.winner[leaf + this.leaves] = item;
    this.until[leaf + this.leaves] = Math.max(clockNow + 1, Math.ceil(end) - 1);
  }

  private playUp(leaf: number, clockNow: number): void {
    for (let node = (leaf + this.leaves) >> 1; node >= 1; node >>= 1) this.play(node, clockNow);
  }

  private play(node: number, clockNow: number): void {
    const winner = this.winner;
    const until = this.until;
    const left = 2 * node;
    const a = winner[left];
    const b = winner[left + 1];
    const below = Math.min(until[left], until[left + 1]);
    if (a < 0 || b < 0) {
      winner[node] = a < 0 ? b : a;
      until[node] = below;
      return;
    }
    // A leaf below may have run out on the way up from a change elsewhere: its line is then played on, and `below`
    // has it refreshed before anybody is told.
    const leafA = this.links.place[a];
    const leafB = this.links.place[b];
    const ofA = this.value[leafA] + this.slope[leafA] * (clockNow - this.at[leafA]);
    const ofB = this.value[leafB] + this.slope[leafB] * (clockNow - this.at[leafB]);
    const aWins = goesBefore(this.items, a, ofA, b, ofB);
    winner[node] = aWins ? a : b;
    const gain = aWins ? this.slope[leafB] - this.slope[leafA] : this.slope[leafA] - this.slope[leafB];
    // One millisecond early: rounding may then cost a match, never a wrong winner.
    const lead = Math.abs(ofA - ofB) - TIE;
    const crossing = gain > 0 ? Math.max(clockNow + 1, Math.floor(clockNow + lead / gain) - 1) : Infinity;
    until[node] = Math.min(crossing, below);
  }

  private grow(clockNow: number): void {
    const from = this.leaves;
    const leaves = from * 2;
    const winner = new Int32Array(2 * leaves).fill(-1);
    const until = new Float64Array(2 * leaves).fill(Infinity);
    winner.set(this.winner.subarray(from), leaves);
    until.set(this.until.subarray(from), leaves);
    this.winner = winner;
    this.until = until;
    this.value = widened(this.value);
    this.at = widened(this.at);
    this.slope = widened(this.slope);
    this.free = new Int32Array(leaves);
    for (let leaf = leaves - 1; leaf >= from; leaf--) this.free[this.freeCount++] = leaf;
    this.leaves = leaves;
    for (let node = leaves - 1; node >= 1; node--) this.play(node, clockNow);
  }
}

function widened(column: Float64Array): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(column.length * 2);
  wider.set(column);
  return wider;
}
