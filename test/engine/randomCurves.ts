/** Random priorities: pieces, every form a scenario may write, curves of an item's own. */
import type {OwnValues, Piece} from '../../src/model/curves.ts';
import type {Dice} from './dice.ts';
import type {WrittenPriority} from './rescan/writtenPriority.ts';

function randomPiece(dice: Dice, fromMs: number, finest: number): Piece {
  const value = dice.int(12) * dice.one([1, 5]);
  if (dice.chance(0.35)) {
    const periodMs = (1 + dice.int(6)) * 512;
    return {fromMs, value, slopePerMs: (dice.int(5) - dice.one([0, 0, 3])) / periodMs, periodMs};
  }
  return {fromMs, value, slopePerMs: dice.chance(0.3) ? 0 : (dice.int(6) - dice.one([0, 0, 4])) / finest, periodMs: 0};
}

export function randomCurve(dice: Dice): Piece[] {
  const finest = dice.one([1024, 1000]);
  let from = 0;
  return Array.from({length: 1 + dice.int(4)}, () => {
    const piece = randomPiece(dice, from, finest);
    from += (1 + dice.int(12)) * 1024;
    return piece;
  });
}

/** Any of the six forms a scenario may write. */
export function randomPriority(dice: Dice): WrittenPriority {
  const every = () => `${(1 + dice.int(8)) * 512}ms`;
  const age = () =>
    dice.one([`${dice.int(20) * 1024}ms`, `${dice.int(5) * 25}%`, `due-${dice.int(8) * 1024}ms`, 'due', 'due+4096ms']);
  const reprioritize = [{every: every()}, ...(dice.chance(0.5) ? [{from: age(), every: every()}] : [])];
  const overdueFrom = dice.chance(0.5) ? {from: 25 + dice.int(10)} : {};
  const growth = {increment: 1 + dice.int(3), every: every(), ...(dice.chance(0.4) ? {max: 40} : {})};
  const overdue = dice.chance(0.5)
    ? {overdue: {...overdueFrom, ...(overdueFrom.from === undefined || dice.chance(0.5) ? growth : {})}}
    : {};
  const initial = dice.int(15);
  const max = dice.chance(0.5) ? {max: 18 + dice.int(6)} : {};
  switch (dice.int(6)) {
    case 0:
      return {fixed: initial, ...overdue};
    case 1:
      return {initial, increment: dice.int(6) - 2, every: every(), ...max, ...overdue};
    case 2:
      return {initial, perSecond: (dice.int(8) - 2) / dice.one([4, 5]), ...max, ...overdue};
    case 3:
      return {initial, increment: dice.int(6) - 2, reprioritize, ...max, ...overdue};
    case 4:
      return {initial, atSla: dice.int(30), ...(dice.chance(0.6) ? {reprioritize} : {}), ...overdue};
    default: {
      let from = 0;
      const shares = dice.chance(0.3);
      return {
        points: Array.from({length: 1 + dice.int(4)}, (_, i): readonly [string, number] => {
          from += i === 0 ? dice.int(2) * 1024 : (1 + dice.int(8)) * 1024;
          return [shares ? `${i * 30}%` : i === 3 && dice.chance(0.5) ? 'due' : `${from}ms`, dice.int(25)];
        }),
        between: dice.one(['step', 'line'] as const),
        ...(dice.chance(0.4) ? {reprioritize} : {}),
        ...overdue,
      };
    }
  }
}

/** Climbs to 30 at the due instant, in steps or on a line, and jumps there. */
export function dueCurve({initial, allowedMs}: OwnValues, shared: number, sla: number, form: number): readonly Piece[] {
  const from = Number.isNaN(initial) ? shared : initial;
  const allowed = Number.isNaN(allowedMs) ? sla : allowedMs;
  const overdue: Piece = {
    fromMs: Math.min(0, allowed),
    value: 30,
    slopePerMs: form === 2 ? 0 : 1 / 1000,
    periodMs: form === 1 ? 512 : 0,
  };
  if (allowed <= 0) return [overdue];
  const slopePerMs = (30 - from) / allowed;
  return [
    {
      fromMs: form === 2 ? -Infinity : 0,
      value: from,
      slopePerMs: form === 2 ? 0 : slopePerMs,
      periodMs: form === 1 ? 1024 : 0,
    },
    {...overdue, fromMs: allowed},
  ];
}
