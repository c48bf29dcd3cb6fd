/** The priority of an item over a wait, in as few pieces as its curve has corners. */
import type {Floor} from '../../floor/floor.ts';
import type {Piece} from '../../model/curves.ts';
import type {Model} from '../../model/model.ts';
import {priorityOf} from '../../routing/priority/priorityOf.ts';

const HOUR_MS = 3_600_000;

/** What its priority follows, from an instant on. */
interface Followed {
  readonly fromMs: number;
  readonly pieces: readonly Piece[];
  readonly base: number;
  readonly origin: number;
  readonly process: number;
}

/** A piece, instants in ms. As PriorityPiece. */
export interface LinePiece {
  readonly fromMs: number;
  readonly toMs: number;
  readonly starts: number;
  readonly ends: number;
  readonly step: number;
  readonly everyMs: number;
}

export class PriorityLine {
  readonly #model: Model;
  readonly #floor: Floor;
  #followed: Followed[] = [];

  constructor(model: Model, floor: Floor) {
    this.#model = model;
    this.#floor = floor;
  }

  /** Looks whether the item follows another curve than it did when last looked, at first since an instant. */
  look(item: number, sinceMs: number): void {
    const {items, clocks} = this.#floor;
    const process = this.#model.routes.process[items.route(item)];
    const own = this.#model.features.ownValues ? items.curve[item] : null;
    const pieces = own ?? this.#model.curves.shared[process];
    const base = this.#model.features.ownValues && own === null ? items.base(item) : 0;
    const last = this.#followed.at(-1);
    const origin = items.origin(item);
    if (last?.pieces === pieces && last.base === base && last.origin === origin && last.process === process) return;
    this.#followed.push({fromMs: last === undefined ? sinceMs : clocks.nowMs, pieces, base, origin, process});
  }

  /** The pieces from an instant to another, and forgets them. */
  take(fromMs: number, toMs: number): LinePiece[] {
    const followed = this.#followed;
    this.#followed = [];
    return joined(
      followed.flatMap((one, k) => this.#piecesOf(one, Math.max(fromMs, one.fromMs), followed[k + 1]?.fromMs ?? toMs)),
    );
  }

  #piecesOf({pieces, base, origin, process}: Followed, fromMs: number, toMs: number): LinePiece[] {
    if (toMs <= fromMs) return [];
    const {clocks} = this.#floor;
    const wall = (age: number) => clocks.wallAt(process, origin + age);
    const [first, last] = [clocks.at(process, fromMs) - origin, clocks.at(process, toMs) - origin];
    const corners = pieces.filter(({fromMs: corner}) => corner > first && corner < last).map((piece) => piece.fromMs);
    return [first, ...corners].map((age, k, ages) => {
      const end = ages[k + 1] ?? last;
      const {slopePerMs, periodMs} = pieceAt(pieces, age);
      const starts = rounded(base + priorityOf(pieces, age));
      // A millisecond before its end: what begins there is the next piece's.
      const ends = rounded(base + priorityOf(pieces, Math.max(age, end - 1)));
      const step = starts === ends ? 0 : rounded(slopePerMs * (periodMs || HOUR_MS));
      return {
        fromMs: k === 0 ? fromMs : wall(age),
        toMs: k === ages.length - 1 ? toMs : wall(end),
        starts,
        ends,
        step,
        everyMs: step === 0 ? 0 : periodMs,
      };
    });
  }
}

function pieceAt(pieces: readonly Piece[], age: number): Piece {
  let at = 0;
  while (at + 1 < pieces.length && age >= pieces[at + 1].fromMs) at++;
  return pieces[at];
}

/** Level pieces of one height are one. */
function joined(pieces: readonly LinePiece[]): LinePiece[] {
  const found: LinePiece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    const level = last !== undefined && last.step === 0 && piece.step === 0 && last.ends === piece.starts;
    if (level && last) found[found.length - 1] = {...last, toMs: piece.toMs, ends: piece.ends};
    else found.push(piece);
  }
  return found;
}

const rounded = (value: number): number => Number(value.toFixed(6));
