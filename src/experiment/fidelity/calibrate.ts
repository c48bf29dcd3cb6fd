import type {RecordedComparison, RecordedDay} from '../../measure/results.ts';
import {halvesOf, type Nearness, nearnessOf, waitError} from './fidelity.ts';

/** Numbers that a log does not show, and that are free within limits: a value by name. */
export type FreeNumbers = Readonly<Record<string, number>>;

/** A free number and the values it may have, ascending. */
export interface FreeNumber {
  readonly name: string;
  readonly values: readonly number[];
  /** How well it is known where it begins: standard deviation of its logarithm. */
  readonly spread: number;
  /** Added to it before the logarithm: what may be 0. */
  readonly offset?: number;
}

export interface Calibration {
  readonly before: FreeNumbers;
  readonly after: FreeNumbers;
  /** On the days that were fitted to, and on those that were not: before and after. */
  readonly fitted: {readonly before: Nearness; readonly after: Nearness};
  readonly judged: {readonly before: Nearness; readonly after: Nearness};
  readonly simulations: number;
}

/** Abandonment and service level weigh so much beside the relative error of the wait. */
const ABANDONMENT_WEIGHT = 10;
const WITHIN_WEIGHT = 2;
/** Standard deviation of the logarithm of a daily mean wait, simulated over recorded, where the numbers are right. */
const DAY_SPREAD = 0.15;
/** Rounds of going through the numbers. */
const MOST_ROUNDS = 2;

/**
 * Fits free numbers on every other day of a log and says the error on the others: by turns each number goes up and down
 * its values as long as the error falls, beginning where it is; nothing is simulated twice. Least is the mean over the
 * days, by their contacts, of the squared logarithm of simulated over recorded mean wait of those answered, and the
 * squares of ten times the difference of abandonment and of twice that of the service level; and, because a few days
 * say little, what speaks for the value each number has to begin with (both as normal logarithms: a penalised likelihood).
 */
export async function calibrate(
  start: FreeNumbers,
  free: readonly FreeNumber[],
  simulate: (numbers: FreeNumbers) => Promise<RecordedComparison>,
): Promise<Calibration> {
  const known = new Map<string, RecordedComparison>();
  const of = async (numbers: FreeNumbers) => {
    const key = JSON.stringify(free.map(({name}) => numbers[name]));
    const found = known.get(key) ?? (await simulate(numbers));
    known.set(key, found);
    return found;
  };
  const errorAt = async (numbers: FreeNumbers) => {
    const {fitted} = halvesOf(await of(numbers));
    return errorOn(fitted) + penalty(free, start, numbers) / Math.max(1, fitted.length);
  };
  let best = {numbers: start, error: await errorAt(start)};
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = best.error;
    for (const number of free) for (const step of [1, -1]) best = await climbed(best, number, step, errorAt);
    if (best.error === before) break;
  }
  const [first, last] = [halvesOf(await of(start)), halvesOf(await of(best.numbers))];
  return {
    before: start,
    after: best.numbers,
    fitted: {before: nearnessOf(first.fitted), after: nearnessOf(last.fitted)},
    judged: {before: nearnessOf(first.judged), after: nearnessOf(last.judged)},
    simulations: known.size,
  };
}

interface Point {
  readonly numbers: FreeNumbers;
  readonly error: number;
}

/** One number moved one way, as long as the error falls. */
async function climbed(
  from: Point,
  {name, values}: FreeNumber,
  step: number,
  errorAt: (numbers: FreeNumbers) => Promise<number>,
): Promise<Point> {
  let best = from;
  for (;;) {
    const at = best.numbers[name] ?? 0;
    const further = values.filter((value) => (step > 0 ? value > at : value < at));
    const next = step > 0 ? further[0] : further.at(-1);
    if (next === undefined) return best;
    const numbers = {...best.numbers, [name]: next};
    const error = await errorAt(numbers);
    if (!(error < best.error)) return best;
    best = {numbers, error};
  }
}

/** Squared distance from where the numbers began, in units of the error of a day. */
function penalty(free: readonly FreeNumber[], start: FreeNumbers, numbers: FreeNumbers): number {
  let sum = 0;
  for (const {name, spread, offset = 0} of free) {
    const ratio = ((numbers[name] ?? 0) + offset) / ((start[name] ?? 0) + offset);
    sum += (Math.log(ratio) * (DAY_SPREAD / spread)) ** 2;
  }
  return sum;
}

function errorOn(days: readonly RecordedDay[]): number {
  let [sum, weights] = [0, 0];
  for (const day of days) {
    const {wait, within, abandonment} = nearnessOf([day]);
    const error = waitError(nearnessOf([day]));
    if (wait === null || error === null) continue;
    const shares = (one: typeof within) => (one === null ? 0 : one.simulated - one.recorded);
    sum +=
      day.offered *
      (Math.log(Math.max(1 + error, 1e-3)) ** 2 +
        (ABANDONMENT_WEIGHT * shares(abandonment)) ** 2 +
        (WITHIN_WEIGHT * shares(within)) ** 2);
    weights += day.offered;
  }
  return weights > 0 ? sum / weights : Number.POSITIVE_INFINITY;
}
