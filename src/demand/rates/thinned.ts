import type {Uniform} from '../../random/streams.ts';
import type {Instants} from '../arrivals/instants.ts';

/**
 * Those instants that chance keeps: thinning, by which a process of the greatest rate becomes one of a rate that glides
 * below it (P. Lewis, G. Shedler, Simulation of nonhomogeneous Poisson processes by thinning, 1979).
 */
export class Thinned implements Instants {
  readonly #candidates: Instants;
  readonly #keep: (atMs: number) => number;
  readonly #uniform: Uniform;

  constructor(candidates: Instants, keep: (atMs: number) => number, uniform: Uniform) {
    this.#candidates = candidates;
    this.#keep = keep;
    this.#uniform = uniform;
  }

  fill(out: Float64Array): number {
    let kept = 0;
    while (kept < out.length) {
      // Asks for no more than there is room for, so none has to be kept for the next time.
      const room = out.subarray(kept);
      const count = this.#candidates.fill(room);
      for (let i = 0; i < count; i++) {
        const at = room[i];
        if (this.#uniform() < this.#keep(at)) out[kept++] = at;
      }
      if (count < room.length) break;
    }
    return kept;
  }
}
