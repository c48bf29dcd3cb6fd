/** Two runs in step: the first instant at which not the same happens, found without keeping either. */
import type {Simulation} from '../../engine/simulation.ts';
import {type Breathe, type Loaded, watched} from '../../experiment/index.ts';
import {type Happening, Happenings, isGiven, type SharedNumbers, sharedNumbers} from './happenings.ts';

/** What happens at the first instant that differs, in one run and not in the other. */
export interface Divergence {
  readonly ms: number;
  /** Items given to agents before it, in both. */
  readonly alike: number;
  readonly currentOnly: readonly Happening[];
  readonly candidateOnly: readonly Happening[];
}

/** The runs go so much further, in turns. Short: what is to be compared is kept meanwhile. */
const STEP_MS = 15 * 60_000;
/** Steps between two breaths. */
const STEPS = 50;

/** `divergence` null: no difference. `complete` false: asked to stop. */
export async function firstDivergence(
  current: Loaded,
  candidate: Loaded,
  replication: number,
  breathe: Breathe,
): Promise<{readonly complete: boolean; readonly divergence: Divergence | null}> {
  const {names} = current.compiled.model;
  const sideOf = (loaded: Loaded) => new Side(loaded, replication, sharedNumbers(loaded.compiled.model.names, names));
  const [one, other] = [sideOf(current), sideOf(candidate)];
  const comparison = new Comparison();
  const {untilMs} = current.compiled.model.horizon;
  for (let to = STEP_MS, step = 1; ; to += STEP_MS, step++) {
    const isOver = [one.runUntil(to), other.runUntil(to)].every(Boolean);
    const divergence = comparison.of(one.take(), other.take());
    if (divergence !== null || isOver) return {complete: true, divergence};
    if (step % STEPS === 0 && !(await breathe(0, Math.min(1, to / untilMs))))
      return {complete: false, divergence: null};
  }
}

class Side {
  readonly #simulation: Simulation;
  readonly #happenings: Happenings[] = [];

  constructor(loaded: Loaded, replication: number, shared: SharedNumbers) {
    this.#simulation = watched(loaded, replication, (floor) => {
      const happenings = new Happenings(loaded.compiled.model, floor, shared);
      this.#happenings.push(happenings);
      return happenings;
    });
  }

  runUntil(ms: number): boolean {
    return this.#simulation.runUntil(ms);
  }

  take(): Happening[] {
    return this.#happenings.flatMap(({list}) => list.splice(0));
  }
}

class Comparison {
  #alike = 0;

  /** Compares what happened in a stretch of both; null where it is the same. */
  of(one: readonly Happening[], other: readonly Happening[]): Divergence | null {
    let [i, j] = [0, 0];
    while (i < one.length || j < other.length) {
      const ms = Math.min(one[i]?.ms ?? Infinity, other[j]?.ms ?? Infinity);
      const [from, otherFrom] = [i, j];
      while (i < one.length && one[i]?.ms === ms) i++;
      while (j < other.length && other[j]?.ms === ms) j++;
      const [these, those] = [one.slice(from, i), other.slice(otherFrom, j)];
      const [currentOnly, candidateOnly] = [without(these, those), without(those, these)];
      if (currentOnly.length + candidateOnly.length > 0) return {ms, alike: this.#alike, currentOnly, candidateOnly};
      for (const {what} of these) if (isGiven(what)) this.#alike++;
    }
    return null;
  }
}

const isSame = (a: Happening, b: Happening): boolean =>
  a.what === b.what && a.source === b.source && a.number === b.number && a.redial === b.redial && a.whom === b.whom;

/** Those of one list that are not in the other, whatever their order within the instant. */
const without = (those: readonly Happening[], others: readonly Happening[]): Happening[] =>
  those.filter((one, k) => !(others[k] && isSame(one, others[k])) && !others.some((other) => isSame(one, other)));
