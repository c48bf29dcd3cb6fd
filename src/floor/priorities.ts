/**
 * How urgent is it now: the definition of an item's priority. Everything else on the floor is only a way of asking it
 * rarely. Curves as in model/curves.ts, the shared ones in columns.
 */
import type {Piece} from '../model/curves.ts';
import type {Model} from '../model/model.ts';
import {priorityOf} from '../routing/priority/priorityOf.ts';
import type {Items} from './items.ts';
import type {ProcessClocks} from './processClocks.ts';

export class Priorities {
  /** Pieces of process p: first[p] up to first[p + 1]. */
  readonly first: Int32Array;
  readonly from: Float64Array;
  readonly value: Float64Array;
  readonly slope: Float64Array;
  readonly period: Float64Array;
  /** What one tick adds: slope times period. */
  readonly step: Float64Array;
  private readonly items: Items;
  private readonly clocks: ProcessClocks;
  private readonly processOf: Int32Array;
  private readonly ownValues: boolean;

  constructor(model: Model, items: Items, clocks: ProcessClocks) {
    const curves = model.curves.shared;
    const pieces = curves.flat();
    this.first = new Int32Array(curves.length + 1);
    for (let p = 0; p < curves.length; p++) this.first[p + 1] = this.first[p] + curves[p].length;
    // Ages begin at 0, and what begins at -Infinity is level: it might as well begin at 0.
    this.from = Float64Array.from(pieces, (piece) => (piece.fromMs === -Infinity ? 0 : piece.fromMs));
    this.value = Float64Array.from(pieces, (piece) => piece.value);
    this.slope = Float64Array.from(pieces, (piece) => piece.slopePerMs);
    this.period = Float64Array.from(pieces, (piece) => piece.periodMs);
    this.step = Float64Array.from(pieces, (piece) => piece.slopePerMs * piece.periodMs);
    this.items = items;
    this.clocks = clocks;
    this.processOf = model.routes.process;
    this.ownValues = model.features.ownValues;
  }

  /** Priority of an item now. */
  of(item: number): number {
    const items = this.items;
    const process = this.processOf[items.route(item)];
    const age = this.clocks.now(process) - items.origin(item);
    let base = 0;
    if (this.ownValues) {
      const own = items.curve[item];
      if (own !== null) return priorityOf(own, age);
      base = items.base(item);
    }
    const last = this.first[process + 1] - 1;
    let i = this.first[process];
    while (i < last && age >= this.from[i + 1]) i++;
    const into = age - this.from[i];
    const period = this.period[i];
    return base + this.value[i] + (period === 0 ? this.slope[i] * into : this.step[i] * Math.floor(into / period));
  }
}

/** The piece that holds at an age. */
export function pieceAt(pieces: readonly Piece[], age: number): number {
  let i = 0;
  while (i + 1 < pieces.length && age >= pieces[i + 1].fromMs) i++;
  return i;
}
