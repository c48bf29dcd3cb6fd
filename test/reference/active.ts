/** Handling time of items that have several visits: the item log has the first and the end of the last. */
import type {Loaded} from '../../src/experiment/index.ts';
import type {Floor} from '../../src/floor/floor.ts';
import type {Model} from '../../src/model/model.ts';
import {Deaf, play} from './play.ts';

/** Time of items being handled, by group and channel, inside the counted time. */
export class ActiveTimes extends Deaf {
  readonly life = {
    stands: (): void => {},
    takenAgain: (item: number, agent: number): void => this.#begins(item, agent),
    handled: (item: number): void => this.#ends(item),
  };
  /** [group * channels + channel]. */
  readonly #ms: Float64Array;
  /** By row of the floor: since when, and for which group and channel. */
  readonly #inHand = new Map<number, {readonly fromMs: number; readonly at: number}>();
  readonly #model: Model;
  readonly #floor: Floor;
  constructor(model: Model, floor: Floor) {
    super();
    this.#model = model;
    this.#floor = floor;
    this.#ms = new Float64Array(model.roster.groupCount * model.channelCount);
  }
  override answered(item: number, agent: number): void {
    this.#begins(item, agent);
  }
  override completed(item: number): void {
    this.#ends(item);
  }
  override closed(): void {
    for (const item of [...this.#inHand.keys()]) this.#ends(item);
  }
  #begins(item: number, agent: number): void {
    const {roster, routes, channelCount} = this.#model;
    const at = roster.group[agent] * channelCount + routes.channel[this.#floor.items.route(item)];
    this.#inHand.set(item, {fromMs: this.#floor.clocks.nowMs, at});
  }
  #ends(item: number): void {
    const begun = this.#inHand.get(item);
    if (begun === undefined) return;
    this.#inHand.delete(item);
    const {warmUpMs, untilMs, coolDownMs} = this.#model.horizon;
    const to = Math.min(this.#floor.clocks.nowMs, untilMs - coolDownMs);
    this.#ms[begun.at] += Math.max(0, to - Math.max(begun.fromMs, warmUpMs));
  }
  /** Of one channel, or of any. */
  of(group: string, channel: string | null): number {
    const {names, channelCount} = this.#model;
    const first = names.groups.indexOf(group) * channelCount;
    if (channel !== null) return this.#ms[first + names.channels.indexOf(channel)];
    return this.#ms.subarray(first, first + channelCount).reduce((sum, ms) => sum + ms, 0);
  }
}

export const activeTimes = (loaded: Loaded, replication: number): ActiveTimes =>
  play(loaded, replication, (floor) => new ActiveTimes(loaded.compiled.model, floor));
