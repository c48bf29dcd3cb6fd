/** Random lives of items after handling: what may become of them, and of which visit what does. */
import type {OutcomeRow} from '../../src/model/life.ts';
import type {LifeSpec} from './centre.ts';
import {Dice} from './dice.ts';

/** A function, or several, that say what they are where a centre is printed. */
export function printedAs<F extends object>(text: string, call: F): F {
  return Object.assign(call, {toJSON: () => text});
}

/** Visits after which everything is complete. */
const MOST_VISITS = 3;

/** Lives of the sources of one centre: done, confirmed later or marked done by accident, and some of what else there is. */
export function randomLives(dice: Dice, grid: number): () => LifeSpec {
  const others = [randomPark, randomReschedule].filter(() => dice.chance(0.4));
  return () => {
    const outcomes: OutcomeRow[] = [
      {kind: 'complete', confirmedSpan: -1},
      {kind: 'complete', confirmedSpan: 0},
      {kind: 'markDone'},
      ...others.flatMap((other) => [other(dice), other(dice)]),
    ];
    const salt = dice.int(1000);
    const drawn = (number: number, redial: number, visit: number, purpose: number) =>
      new Dice(salt + number * 7919 + redial * 104729 + visit * 1299709 + purpose * 15485863);
    return {
      outcomes,
      draws: printedAs(`grid ${grid}, salt ${salt}, of ${outcomes.length}`, {
        outcome: (number: number, redial: number, visit: number) =>
          visit >= MOST_VISITS ? 0 : drawn(number, redial, visit, 0).int(outcomes.length),
        handleMs: (number: number, redial: number, visit: number) =>
          (1 + drawn(number, redial, visit, 1).int(8)) * grid,
        wrapUpMs: (number: number, redial: number, visit: number) => drawn(number, redial, visit, 2).int(3) * grid,
        spanMs: (number: number, redial: number, visit: number, span: number) =>
          drawn(number, redial, visit, 3 + span).int(12) * 512,
      }),
    };
  };
}

const randomPark = (dice: Dice): OutcomeRow => ({
  kind: 'park',
  forSpan: 1,
  left: dice.one([Number.NaN, 0.5, 0.25]),
  first: dice.chance(0.5),
  returnAfterMs: dice.one([0, 1024, 4096, Infinity]),
  toColleague: dice.chance(0.5),
});

const randomReschedule = (dice: Dice): OutcomeRow => ({
  kind: 'reschedule',
  activateSpan: dice.chance(0.7) ? 2 : -1,
  slaMs: dice.chance(0.5) ? Number.NaN : (1 + dice.int(10)) * 1024,
});
