/**
 * Stretches of a curve inside which the order of waiting items is known without looking at them. A waiting line is cut
 * along them; an item that reaches the end of its section moves on to the next one.
 */
import type {Model} from '../model/model.ts';
import {TIE} from './items.ts';
import type {Priorities} from './priorities.ts';

/**
 * First come, first served: the curve never falls and items bring nothing of their own.
 * Keyed: one gliding piece with values of the items' own, or falling; the order of keys never changes.
 * Phase: one stepping piece with values of their own, or falling.
 * Kinetic: every item has a curve of its own; the order changes with time.
 */
export const FORM = {fifo: 0, keyed: 1, phase: 2, kinetic: 3} as const;

/** What an item brings: nothing, a value that adds to the shared curve, a curve. Three chains of sections a process. */
export const BRINGS = {nothing: 0, value: 1, curve: 2} as const;
export const VARIETIES = 3;

export class Sections {
  /** [process * VARIETIES + what items bring]: first section, -1 where the model has no such items. */
  readonly first: Int32Array;
  readonly process: Int32Array;
  readonly form: Uint8Array;
  /** Piece (of the shared curve) that holds in it; in a FIFO section the first of them. */
  readonly piece: Int32Array;
  /** Age on the process's clock at which items leave for `next`; Infinity, -1 for the last. */
  readonly untilAge: Float64Array;
  readonly next: Int32Array;
  /** No item in it ever has a higher priority. */
  readonly bound: Float64Array;
  /** Some section has an end. */
  readonly turning: boolean;

  constructor(model: Model, priorities: Priorities) {
    const processes = model.processes.count;
    const rows: Section[] = [];
    this.first = new Int32Array(processes * VARIETIES).fill(-1);
    for (let process = 0; process < processes; process++) {
      const at = process * VARIETIES;
      this.first[at + BRINGS.nothing] = append(rows, sharedSections(process, priorities));
      if (!model.features.ownValues) continue;
      if (model.curves.additive[process] === 1 || model.life?.milestones?.raises) {
        this.first[at + BRINGS.value] = append(rows, raisedSections(process, priorities));
      }
      const walk = {process, form: FORM.kinetic, piece: priorities.first[process], untilAge: Infinity, bound: Infinity};
      this.first[at + BRINGS.curve] = append(rows, [walk]);
    }
    this.process = Int32Array.from(rows, (row) => row.process);
    this.form = Uint8Array.from(rows, (row) => row.form);
    this.piece = Int32Array.from(rows, (row) => row.piece);
    this.untilAge = Float64Array.from(rows, (row) => row.untilAge);
    this.next = Int32Array.from(rows, (row, i) => (row.untilAge < Infinity ? i + 1 : -1));
    this.bound = Float64Array.from(rows, (row) => row.bound);
    this.turning = rows.some((row) => row.untilAge < Infinity);
  }
}

interface Section {
  readonly process: number;
  readonly form: number;
  readonly piece: number;
  readonly untilAge: number;
  readonly bound: number;
}

function append(rows: Section[], chain: readonly Section[]): number {
  rows.push(...chain);
  return rows.length - chain.length;
}

/** Pieces that follow each other without ever falling are one section: there, older is never less urgent. */
function sharedSections(process: number, curve: Priorities): Section[] {
  const sections: Section[] = [];
  const end = curve.first[process + 1];
  for (let i = curve.first[process]; i < end; ) {
    let last = i;
    if (curve.slope[i] >= 0) {
      while (last + 1 < end && curve.slope[last + 1] >= 0 && curve.value[last + 1] >= topOf(curve, last, end) - TIE)
        last++;
    }
    const form = curve.slope[i] >= 0 ? FORM.fifo : formOfPiece(curve, i);
    sections.push({process, form, piece: i, untilAge: endOf(curve, last, end), bound: topOf(curve, last, end)});
    i = last + 1;
  }
  return sections;
}

/** With values of the items' own every piece is a section, and nothing bounds it. */
function raisedSections(process: number, curve: Priorities): Section[] {
  const sections: Section[] = [];
  const end = curve.first[process + 1];
  for (let i = curve.first[process]; i < end; i++) {
    sections.push({process, form: formOfPiece(curve, i), piece: i, untilAge: endOf(curve, i, end), bound: Infinity});
  }
  return sections;
}

function formOfPiece(curve: Priorities, piece: number): number {
  return curve.period[piece] > 0 && curve.slope[piece] !== 0 ? FORM.phase : FORM.keyed;
}

function endOf(curve: Priorities, piece: number, end: number): number {
  return piece + 1 < end ? curve.from[piece + 1] : Infinity;
}

/** Highest value a piece reaches before its end. */
function topOf(curve: Priorities, piece: number, end: number): number {
  if (curve.slope[piece] <= 0) return curve.value[piece];
  const span = endOf(curve, piece, end) - curve.from[piece];
  const period = curve.period[piece];
  if (period === 0) return curve.value[piece] + curve.slope[piece] * span;
  return curve.value[piece] + curve.step[piece] * (Math.ceil(span / period) - 1);
}
