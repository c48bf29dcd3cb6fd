/** Random lives of items after handling: what may become of them, and of which visit what does. */
import type {Conversion} from '../../src/model/leads.ts';
import type {OutcomeRow} from '../../src/model/life.ts';
import type {Brought} from '../../src/model/moves.ts';
import type {LifeSpec, OpenedSpec} from './centre.ts';
import {Dice} from './dice.ts';

/** A function, or several, that say what they are where a centre is printed. */
export function printedAs<F extends object>(text: string, call: F): F {
  return Object.assign(call, {toJSON: () => text});
}

/** Visits after which everything is complete. */
const MOST_VISITS = 3;

/** What lives may refer to; `opened`: sources whose items others open, none where there are none. */
export interface Around {
  readonly grid: number;
  readonly processes: number;
  readonly routes: number;
  /** Per process. */
  readonly routesOf: readonly (readonly number[])[];
  readonly opened: readonly number[];
  readonly own: boolean;
  /** Who had an item is to go on with it, however long he takes. */
  readonly loyal: boolean;
  /** Dice of their own for what came later, so that scenarios stay what they were. */
  readonly later: Dice;
}
/** `source`: whose items they become of. What is opened opens only what comes after it. */
type Other = (dice: Dice, around: Around, source: number) => OutcomeRow;

/** Lives of the sources of one centre: done, confirmed later or marked done by accident, and some of what else there is. */
export function randomLives(dice: Dice, around: Around): (source: number) => LifeSpec {
  const others = [park, reschedule, comesBack, reclassify, transfer, pending].filter(() => dice.chance(0.3));
  const {grid, later} = around;
  const disabled = later.chance(0.2);
  const most = around.loyal ? [pending, pending, ...others] : [...others, ...others];
  return (source) => {
    const opens = around.opened.some((one) => one > source) ? [workOrder] : [];
    const outcomes: OutcomeRow[] = [
      {kind: 'complete', confirmedSpan: -1},
      {kind: 'complete', confirmedSpan: 0, ...(disabled ? {stays: true} : {})},
      disabled ? {kind: 'complete', confirmedSpan: 7, stays: true} : {kind: 'markDone'},
      ...[...most, ...opens].map((other) => other(dice, around, source)),
    ];
    const salt = dice.int(1000);
    const drawn = (number: number, redial: number, visit: number, purpose: number) =>
      new Dice(salt + (number % 997) * 7919 + redial * 104729 + visit * 1299709 + purpose * 15485863);
    const conversion = later.chance(0.2) ? {conversion: randomConversion(later)} : {};
    const named = `grid ${grid}, salt ${salt}, of ${outcomes.length}`;
    return {
      outcomes,
      ...conversion,
      draws: printedAs(named, {
        outcome: (number: number, redial: number, visit: number) =>
          visit >= (around.opened.includes(source) ? 1 : MOST_VISITS)
            ? 0
            : drawn(number, redial, visit, 0).int(outcomes.length),
        handleMs: (number: number, redial: number, visit: number) =>
          (1 + drawn(number, redial, visit, 1).int(8)) * grid,
        wrapUpMs: (number: number, redial: number, visit: number) => drawn(number, redial, visit, 2).int(3) * grid,
        spanMs: (number: number, redial: number, visit: number, span: number) =>
          drawn(number, redial, visit, 3 + span).int(12) * 512,
        lead: {
          luck: (number: number, redial: number, visit: number) => drawn(number, redial, visit, 80).next(),
          disposition: () => -1,
        },
      }),
      moves: printedAs(`${named}, to ${around.routes} routes`, {
        reclassified: (brought: Brought, outcome: number, number: number, redial: number, visit: number) => ({
          route: drawn(number, redial, visit, 20 + outcome).int(around.routes),
          initial: around.own && drawn(number, redial, visit, 40).chance(0.5) ? visit * 3 : Number.NaN,
          brought,
        }),
        reassigned: (brought: Brought, process: number) => ({
          route: drawn(process, 0, 0, 70).one(around.routesOf[process]),
          initial: Number.NaN,
          brought,
        }),
        transferred: (brought: Brought, outcome: number, process: number) => ({
          route: drawn(outcome, process, 0, 50).int(around.routes),
          initial: around.own && drawn(outcome, process, 0, 60).chance(0.5) ? outcome : Number.NaN,
          brought,
        }),
      }),
    };
  };
}

/** What is opened: on which route, with what effort. */
export function randomOpened(dice: Dice, {grid, routes}: Around): OpenedSpec {
  const salt = dice.int(1000);
  return {
    route: dice.int(routes),
    ...printedAs(`grid ${grid}, salt ${salt}`, {
      handleMs: (number: number) => (1 + new Dice(salt + (number % 991)).int(8)) * grid,
      wrapUpMs: (number: number) => new Dice(salt + 17 + (number % 991)).int(3) * grid,
    }),
  };
}

function randomConversion(dice: Dice): Conversion {
  if (dice.chance(0.5)) return {kind: 'halving', share: 0.6, halvesEveryMs: (1 + dice.int(20)) * 1024};
  return {
    kind: 'table',
    ageMs: [1, 2, 3]
      .map((i) => i * (1 + dice.int(8)) * 512)
      .sort((a, b) => a - b)
      .filter((at, i, all) => at !== all[i - 1]),
    share: [0.7, 0.2, 0.5],
    between: dice.one(['step', 'line'] as const),
  };
}

const park: Other = (dice) => ({
  kind: 'park',
  forSpan: 1,
  left: dice.one([Number.NaN, 0.5, 0.25]),
  first: dice.chance(0.5),
  returnAfterMs: dice.one([0, 1024, 4096, Infinity]),
  toColleague: dice.chance(0.5),
});

const reschedule: Other = (dice) => ({
  kind: 'reschedule',
  activateSpan: dice.chance(0.7) ? 2 : -1,
  slaMs: dice.chance(0.5) ? Number.NaN : (1 + dice.int(10)) * 1024,
});

const comesBack: Other = () => ({kind: 'comesBack', afterSpan: 3});

const reclassify: Other = (dice) => ({kind: 'reclassify', outcome: dice.int(3), restarts: dice.chance(0.4)});

const transfer: Other = (dice) => ({
  kind: 'transfer',
  outcome: dice.int(3),
  keepsPlace: dice.chance(0.5),
  afterSpan: dice.chance(0.5) ? 4 : -1,
});

const waitForAgentMs = (dice: Dice): number => dice.one([0, 1024, 4096, Infinity]);

const pending: Other = (dice, {opened, loyal}, source) => ({
  kind: 'pending',
  replySpan: 5,
  closeAfterMs: dice.one([Infinity, 2048, 4096]),
  stops: dice.chance(0.5),
  opens: dice.chance(0.5) ? opened.filter((one) => one > source).slice(0, 1) : [],
  sameAgent: dice.chance(0.5) || loyal,
  waitForAgentMs: loyal ? Infinity : waitForAgentMs(dice),
});

const workOrder: Other = (dice, {opened}, source) => {
  const after = opened.filter((one) => one > source);
  return {
    kind: 'workOrder',
    opens: dice.some(after.length).map((i) => after[i]),
    waits: dice.chance(0.7),
    sameAgent: dice.chance(0.5),
    waitForAgentMs: waitForAgentMs(dice),
    finish: dice.one(['span', 'source', 'none'] as const),
    finishSpan: 6,
    completeAt: dice.int(2),
    confirmedSpan: dice.chance(0.7) ? -1 : 0,
  };
};
