import type {ArrivalBlock, Feed, Redial} from '../model/arrivals.ts';
import type {LifeDraws} from '../model/life.ts';
import type {Moves} from '../model/moves.ts';
import type {SourceSpec} from '../scenario/scenario.ts';
import type {Instants} from './arrivals/instants.ts';
import type {FeedContext} from './context.ts';
import {classesOf, type FillClasses} from './items/classes.ts';
import {itemDuration} from './items/duration.ts';
import {lifeOf} from './items/life.ts';
import {movesOf} from './items/moves.ts';
import {type FillPreferred, preferredOf} from './items/preferred.ts';
import {type ItemDurations, redialOf} from './items/redial.ts';
import {LocalTime} from './localStretches.ts';

/**
 * Items of a source that is generated: an arrivals process says when, each purpose of the source draws a column of the
 * block from a stream of its own, in order of the items. So item n has the same draws however the blocks are cut,
 * whatever the other purposes and sources are, and a purpose the source does not have costs nothing.
 */
export class GeneratedFeed implements Feed {
  readonly #instants: Instants;
  readonly #untilMs: number;
  readonly #classes: FillClasses;
  readonly #durations: ItemDurations;
  readonly #preferred: FillPreferred;
  readonly #redial: Feed['redial'];
  readonly moves: Moves;
  readonly #makeLife: () => LifeDraws;
  #life: LifeDraws | undefined;
  #made = 0;
  #ended = false;

  constructor(source: SourceSpec, index: number, context: FeedContext, instants: Instants) {
    this.#instants = instants;
    this.#untilMs = context.untilMs;
    this.#classes = classesOf(source, index, context);
    const local = new LocalTime((day) => context.dayAt(day));
    this.#durations = {
      handle: itemDuration(source.handleTime, 0, 'handle time', source.name, context, local),
      wrapUp: itemDuration(source.wrapUp, 0, 'wrap-up', source.name, context, local),
      patience: itemDuration(source.patience, Infinity, 'patience', source.name, context, local),
    };
    this.#preferred = preferredOf(source, context);
    this.#redial = redialOf(source, this.#durations, context);
    this.moves = movesOf(source, index, context);
    this.#makeLife = () => lifeOf(source, this.#durations, context);
  }

  fill(block: ArrivalBlock): void {
    const count = this.#ended ? 0 : this.#fillArrivals(block.arrivedMs);
    const first = this.#made;
    this.#made += count;
    block.count = count;
    for (let i = 0; i < count; i++) block.number[i] = first + i;
    this.#classes(block, count);
    this.#durations.handle.fill(block.handleMs, block.arrivedMs, first, count);
    this.#durations.wrapUp.fill(block.wrapUpMs, block.arrivedMs, first, count);
    this.#durations.patience.fill(block.patienceMs, block.arrivedMs, first, count);
    block.dueMs.fill(Number.NaN, 0, count);
    this.#preferred(block.preferred, count);
  }

  redial(number: number, attempt: number, abandonedMs?: number): Redial | null {
    return this.#redial(number, attempt, abandonedMs);
  }

  /** Made when first asked for: most models have none. */
  get life(): LifeDraws {
    this.#life ??= this.#makeLife();
    return this.#life;
  }

  /** Whole ms, cut down rather than rounded: an arrival stays in the half-open interval whose rate brought it. */
  #fillArrivals(out: Float64Array): number {
    const drawn = this.#instants.fill(out);
    let count = 0;
    while (count < drawn) {
      const at = Math.floor(out[count]);
      if (at >= this.#untilMs) break;
      out[count++] = at;
    }
    this.#ended = count < out.length;
    return count;
  }
}
