import type {Items} from '../floor/items.ts';
import type {Model} from '../model/model.ts';

/** How long wrap-up is to last, and, where work may be paused, how much longer it did. */
export class WrapUps {
  private readonly speed: Float64Array;
  /** When each wrap-up that is going on began; null where none is ever paused. */
  private readonly fromMs: Map<number, number> | null;

  constructor({roster, capacity}: Model) {
    this.speed = roster.profileSpeed;
    this.fromMs = capacity.paused.some((mask) => mask !== 0) ? new Map() : null;
  }

  /** Handling is over: whole ms that wrap-up is to take, as the engine takes them. */
  begins(items: Items, item: number, profile: number, nowMs: number): number {
    const wrapUpMs = this.plannedMs(items, item, profile);
    if (this.fromMs !== null && wrapUpMs > 0) this.fromMs.set(item, nowMs);
    return wrapUpMs;
  }

  /** It is over: how long it took, and how much longer than it was to. */
  ends(items: Items, item: number, profile: number, nowMs: number): {readonly ms: number; readonly longerMs: number} {
    const plannedMs = this.plannedMs(items, item, profile);
    const ms = nowMs - (this.fromMs?.get(item) ?? nowMs - plannedMs);
    this.fromMs?.delete(item);
    return {ms, longerMs: ms - plannedMs};
  }

  private plannedMs(items: Items, item: number, profile: number): number {
    return Math.floor(items.wrapUpMs(item) / this.speed[profile] + 0.5);
  }
}
