import {Items} from '../../floor/items.ts';
import type {Life} from '../../model/life.ts';
import type {Model} from '../../model/model.ts';

/** How an item comes from one process into another, in the order of their numbers: itself, or one that it opens. */
export const MOVES = ['transfer', 'reclassify', 'milestone', 'workOrder', 'reply'] as const;
export type Move = (typeof MOVES)[number];

/** Columns of a row of `rows`. */
export const MOVE_STRIDE = 4;

/** Whether items of the model go from process to process at all. */
export const anythingMoves = ({opened, outcomes, milestones}: Life): boolean =>
  opened !== undefined || milestones?.reassigns === true || outcomes.some(({kind}) => moveOf(kind) !== null);

const moveOf = (kind: string | undefined): Move | null =>
  MOVES.find((move) => move === kind && (move === 'transfer' || move === 'reclassify')) ?? null;

/** How often items went from which process to which, and how: of those counted by their arrival. */
export class MoveBook {
  private readonly model: Model;
  private readonly isCounted: (item: number) => boolean;
  private items: Items = new Items();
  /** By row of the floor: its process. */
  private process = new Int32Array(0);
  /** By move, from and to. */
  private readonly counts = new Map<number, number>();

  constructor(model: Model, isCounted: (item: number) => boolean) {
    this.model = model;
    this.isCounted = isCounted;
  }

  watch(items: Items): void {
    this.items = items;
  }

  /** An item enters; one that was opened comes from where its opener is. */
  begins(item: number, isOpened: boolean): void {
    const {items} = this;
    if (item >= this.process.length) {
      const wider = new Int32Array(items.rows);
      wider.set(this.process);
      this.process = wider;
    }
    const to = this.processOf(item);
    this.process[item] = to;
    if (!isOpened) return;
    const opener = items.parent(item);
    this.add(item, this.kindOf(opener) === 'pending' ? 'reply' : 'workOrder', this.process[opener], to);
  }

  /** It is on another route: of another process, or of the same for a group or an agent. */
  moved(item: number): void {
    const from = this.process[item];
    const to = this.processOf(item);
    this.process[item] = to;
    this.add(item, moveOf(this.kindOf(item)) ?? 'milestone', from, to);
  }

  /** `[move, from, to, items]`, ascending. */
  rows(): Float64Array {
    const {count} = this.model.processes;
    return Float64Array.from(
      [...this.counts]
        .sort(([a], [b]) => a - b)
        .flatMap(([key, items]) => [
          Math.floor(key / (count * count)),
          Math.floor(key / count) % count,
          key % count,
          items,
        ]),
    );
  }

  private add(item: number, move: Move, from: number, to: number): void {
    if (!this.isCounted(item)) return;
    const {count} = this.model.processes;
    const key = (MOVES.indexOf(move) * count + from) * count + to;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  private processOf(item: number): number {
    return this.model.routes.process[this.items.route(item)];
  }

  private kindOf(item: number): string | undefined {
    return this.model.life?.outcomes[this.items.outcome(item)]?.kind;
  }
}
