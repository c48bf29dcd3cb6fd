/** Who was answered by the agent he preferred: no result of Preroute says so, an observer of its engine can. */
import type {Loaded} from '../../src/experiment/index.ts';
import type {Floor} from '../../src/floor/floor.ts';
import type {Ratio} from '../../src/measure/metric.ts';
import type {Model} from '../../src/model/model.ts';
import {Deaf, play} from './play.ts';

/** By source: answered by the preferred agent, and answered of those who have one; arrivals inside the counted time. */
export class PreferredHits extends Deaf {
  readonly hits: Float64Array;
  readonly answeredOnes: Float64Array;
  readonly #model: Model;
  readonly #floor: Floor;
  constructor(model: Model, floor: Floor) {
    super();
    this.#model = model;
    this.#floor = floor;
    this.hits = new Float64Array(model.sources.count);
    this.answeredOnes = new Float64Array(model.sources.count);
  }
  override answered(item: number, agent: number): void {
    const {items} = this.#floor;
    const {warmUpMs, untilMs, coolDownMs} = this.#model.horizon;
    const arrived = items.arrivedMs(item);
    if (items.preferred(item) < 0 || arrived < warmUpMs || arrived >= untilMs - coolDownMs) return;
    this.answeredOnes[items.source(item)]++;
    if (items.preferred(item) === agent) this.hits[items.source(item)]++;
  }
  of(source: string): Ratio {
    const index = this.#model.names.sources.indexOf(source);
    return [this.hits[index], this.answeredOnes[index]];
  }
}

export const preferredHits = (loaded: Loaded, replication: number): PreferredHits =>
  play(loaded, replication, (floor) => new PreferredHits(loaded.compiled.model, floor));
