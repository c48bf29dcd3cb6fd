/** One thread's share of the scenarios: the fast engine, and every mutant of it, against the obvious one. */
import {parentPort, workerData} from 'node:worker_threads';
import {ORDERED} from '../../../src/floor/agentOrder.ts';
import {PHASES} from '../../../src/floor/phaseLine.ts';
import {randomCentre} from '../randomCentre.ts';
import {difference, type Engine, storyOf, told} from './compare.ts';
import {shrunk} from './shrinking.ts';

interface Share {
  readonly first: number;
  readonly count: number;
  readonly step: number;
  /** Scenarios, from `first`, that mutants are tried on. */
  readonly tried: number;
  /** Mutants that have had no end before: not played again. */
  readonly endless: readonly number[];
  /** Addresses of `test/engine` of every mutant. */
  readonly mutants: readonly string[];
}
/** What is being played: a scenario by one engine; mutant -1 is the fast engine and the slow one. */
interface Playing {
  readonly seed: number;
  readonly mutant: number;
}
interface Variant {
  readonly simulate: Engine;
  readonly phases: typeof PHASES;
  readonly ordered: typeof ORDERED;
}

async function load(address: string): Promise<Variant> {
  const journal = (await import(`${address}/test/engine/journal.js`)) as {simulate: Engine};
  const line = (await import(`${address}/src/floor/phaseLine.js`)) as {PHASES: typeof PHASES};
  const order = (await import(`${address}/src/floor/agentOrder.js`)) as {ORDERED: typeof ORDERED};
  return {simulate: journal.simulate, phases: line.PHASES, ordered: order.ORDERED};
}

async function work(share: Share): Promise<void> {
  const mutants: Variant[] = [];
  for (const address of share.mutants) mutants.push(await load(address));
  for (let i = 0; i < share.count; i += share.step) {
    const seed = share.first + i;
    // By turns: as it is; two phase buckets, where every one mixes; agents met in order, whatever their profile.
    PHASES.buckets = seed % 3 === 0 ? 2 : 256;
    ORDERED.fromProfiles = seed % 3 === 1 ? 1 : 64;
    const caught: (readonly [mutant: number, seed: number])[] = [];
    const differences: {seed: number; text: string}[] = [];
    const plays = (mutant: number): void => {
      const playing: Playing = {seed, mutant};
      parentPort?.postMessage({playing});
    };
    plays(-1);
    const expected = storyOf(randomCentre(seed));
    if (difference(expected, told(randomCentre(seed)))) {
      differences.push({seed, text: shrunk(randomCentre(seed))?.text ?? 'agrees when run again'});
    }
    if (i < share.tried) {
      for (const [m, mutant] of mutants.entries()) {
        if (share.endless.includes(m)) continue;
        plays(m);
        mutant.phases.buckets = PHASES.buckets;
        mutant.ordered.fromProfiles = ORDERED.fromProfiles;
        if (difference(expected, told(randomCentre(seed), mutant.simulate))) caught.push([m, seed]);
      }
    }
    parentPort?.postMessage({done: 1, steps: expected.length, caught, differences, next: i + share.step});
  }
}

await work(workerData as Share);
