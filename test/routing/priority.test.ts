import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Piece} from '../../src/model/curves.ts';
import type {Given} from '../../src/routing/priority/form.ts';
import {
  flattenPieces,
  formMeantBy,
  hasTop,
  initialOf,
  isAdditive,
  needsDue,
  PRIORITY_FORMS,
  piecesOf,
  priorityOf,
  prioritySchema,
  valueAt,
} from '../../src/routing/priority/index.ts';
import {ms} from '../compile/scenarios.ts';

const H = 3_600_000;
const M = 60_000;
const read = (written: unknown) => prioritySchema.parse(written);
const curve = (written: unknown, given: Partial<Given> = {}) => piecesOf(read(written), {allowedMs: null, ...given});

/** [from, value, increment a period (or a ms where it glides), period]. */
const rows = (pieces: readonly Piece[]) =>
  pieces.map(({fromMs, value, slopePerMs, periodMs}) => [
    fromMs,
    Number(value.toFixed(9)),
    Number((periodMs === 0 ? slopePerMs : slopePerMs * periodMs).toFixed(9)),
    periodMs,
  ]);
const at = (pieces: readonly Piece[], ...ages: string[]) =>
  ages.map((age) => Number(priorityOf(pieces, ms(age)).toFixed(9)));

const GOLD = {
  initial: 400,
  atSla: 1000,
  overdue: {from: 1200, increment: 50, every: '1h', max: 1500},
  reprioritize: [{every: '30m'}, {from: '80%', every: '5m'}],
};
const SILVER = {initial: 200, increment: 100, reprioritize: [{every: '4h'}, {from: '80%', every: '30m'}], max: 1000};
const BRONZE = {initial: 100, increment: 5, every: '15m', max: 400};
const NEARING = {
  points: [
    [0, 200],
    ['due-2h', 900],
    ['due', 1200],
    ['due+1d', 1500],
  ],
  between: 'step',
};
const PROMOTION = {
  points: [
    [0, 900],
    ['2d', 500],
    ['6d', 1100],
    ['8d', 300],
  ],
  between: 'step',
  reprioritize: [{every: '1h'}],
};

test('keys tell the form', () => {
  const forms = [{fixed: 1}, GOLD, SILVER, BRONZE, NEARING, {initial: 1, perHour: 2}, {initial: 1}].map(
    (keys) => read(keys).form,
  );
  expect(forms).toEqual(['fixed', 'toSla', 'atTicks', 'increments', 'points', 'glide', 'fixed']);
  expect(new Set(forms).size).toBe(PRIORITY_FORMS.length);
  expect(formMeantBy(['initial', 'perSecnd']).form).toBe('glide');
});

describe('line to the SLA, read at ticks', () => {
  test('the pieces of gold in 20 h', () => {
    expect(rows(curve(GOLD, {allowedMs: 20 * H}))).toEqual([
      [0, 400, 15, 30 * M],
      [16 * H, 880, 2.5, 5 * M],
      [20 * H, 1200, 50, H],
      [26 * H, 1500, 0, 0],
    ]);
  });
  test('ticks on each side', () => {
    const gold = curve(GOLD, {allowedMs: 20 * H});
    expect(
      at(
        gold,
        '29m59s999ms',
        '30m',
        '15h59m',
        '16h',
        '16h5m',
        '19h59m',
        '20h',
        '20h59m',
        '21h',
        '25h59m',
        '26h',
        '90h',
      ),
    ).toEqual([400, 415, 865, 880, 882.5, 997.5, 1200, 1200, 1250, 1450, 1500, 1500]);
  });
  test('off the grid there is still a tick at `from` and at due', () => {
    const pieces = curve(
      {initial: 0, atSla: 100, reprioritize: [{every: '3h'}, {from: '50%', every: '3h'}]},
      {allowedMs: 10 * H},
    );
    expect(rows(pieces)).toEqual([
      [0, 0, 30, 3 * H],
      [5 * H, 50, 30, 3 * H],
      [10 * H, 100, 0, 0],
    ]);
    expect(at(pieces, '4h59m', '5h', '8h', '9h59m', '10h')).toEqual([30, 50, 80, 80, 100]);
  });
  test('without ticks it glides, without overdue it stays at atSla', () => {
    expect(rows(curve({initial: 400, atSla: 1000}, {allowedMs: 600}))).toEqual([
      [0, 400, 1, 0],
      [600, 1000, 0, 0],
    ]);
  });
  test('never due: the initial value', () => {
    expect(rows(curve(GOLD))).toEqual([[0, 400, 0, 0]]);
  });
  test('due before it arrived: overdue at once, increments counted from the due instant', () => {
    expect(rows(curve(GOLD, {allowedMs: -90 * M}))).toEqual([
      [0, 1250, 0, 0],
      [30 * M, 1300, 50, H],
      [4 * H + 30 * M, 1500, 0, 0],
    ]);
    expect(rows(curve(GOLD, {allowedMs: 0}))).toEqual([
      [0, 1200, 50, H],
      [6 * H, 1500, 0, 0],
    ]);
    expect(rows(curve(GOLD, {allowedMs: -2 * H})).slice(0, 1)).toEqual([[0, 1300, 50, H]]);
  });
});

describe('increments at ticks', () => {
  test('the pieces of silver in 30 h: 4, 8 … 24 h (one tick, though two meet), then each half hour up to max', () => {
    expect(rows(curve(SILVER, {allowedMs: 30 * H}))).toEqual([
      [0, 200, 100, 4 * H],
      [24 * H, 800, 100, 30 * M],
      [25 * H, 1000, 0, 0],
    ]);
  });
  test('a `from` between two ticks is one more, the due instant too, and the grid goes on', () => {
    const pieces = curve(
      {initial: 0, increment: 1, reprioritize: [{every: '4h'}, {from: '6h', every: '3h'}]},
      {allowedMs: 10 * H},
    );
    expect(rows(pieces)).toEqual([
      [0, 0, 1, 4 * H],
      [6 * H, 2, 1, 3 * H],
      [10 * H, 4, 0, 0],
      [12 * H, 5, 1, 3 * H],
    ]);
    expect(at(pieces, '3h59m', '4h', '5h59m', '6h', '9h', '9h59m', '10h', '11h59m', '12h', '15h')).toEqual([
      0, 1, 1, 2, 3, 3, 4, 4, 5, 6,
    ]);
  });
  test('no ticks before the first `from`', () => {
    expect(rows(curve({initial: 5, increment: 2, reprioritize: [{from: '1h', every: '1h'}]}))).toEqual([
      [0, 5, 0, 0],
      [H, 7, 2, H],
    ]);
  });
  test('overdue from the value at the due instant, its tick included, by its own growth', () => {
    const pieces = curve({...SILVER, max: 900, overdue: {increment: 10, every: '1h'}}, {allowedMs: 30 * H});
    expect(at(pieces, '29h59m', '30h', '30h59m', '31h', '100h')).toEqual([900, 900, 900, 910, 1600]);
  });
});

describe('increments by time', () => {
  test('max is a last step', () => {
    expect(rows(curve(BRONZE))).toEqual([
      [0, 100, 5, 15 * M],
      [15 * H, 400, 0, 0],
    ]);
    expect(rows(curve({...BRONZE, max: 402}))).toEqual([
      [0, 100, 5, 15 * M],
      [15 * H + 15 * M, 402, 0, 0],
    ]);
    expect(rows(curve({initial: 0, increment: 0.1, every: '1s', max: 0.3}))[1]).toEqual([3000, 0.3, 0, 0]);
  });
  test('falling: held by max at first, then it goes down', () => {
    expect(rows(curve({initial: 500, increment: -100, every: '1h', max: 350}))).toEqual([
      [0, 350, 0, 0],
      [2 * H, 300, -100, H],
    ]);
  });
  test('the due instant alone adds nothing', () => {
    expect(rows(curve(BRONZE, {allowedMs: 10 * M}))).toEqual(rows(curve(BRONZE)));
  });
  test('R6 of the reference: overdue.from at the SLA, then its own growth up to its own max', () => {
    const pieces = curve(
      {
        initial: 100,
        increment: 25,
        every: '5m',
        max: 900,
        overdue: {from: 1100, increment: 10, every: '10m', max: 1130},
      },
      {allowedMs: H},
    );
    expect(at(pieces, '59m59s', '1h', '1h9m', '1h10m', '1h30m', '5h')).toEqual([375, 1100, 1100, 1110, 1130, 1130]);
  });
});

describe('points', () => {
  test('around due', () => {
    expect(rows(curve(NEARING, {allowedMs: 8 * H}))).toEqual([
      [0, 200, 0, 0],
      [6 * H, 900, 0, 0],
      [8 * H, 1200, 0, 0],
      [32 * H, 1500, 0, 0],
    ]);
  });
  test('with little time left a point before the start holds at once', () => {
    expect(rows(curve(NEARING, {allowedMs: H}))).toEqual([
      [0, 900, 0, 0],
      [H, 1200, 0, 0],
      [25 * H, 1500, 0, 0],
    ]);
    expect(at(curve(NEARING, {allowedMs: -H}), '0s', '22h59m', '23h')).toEqual([1200, 1200, 1500]);
  });
  test('the promotion: dips and bumps at ticks', () => {
    const pieces = curve(PROMOTION, {allowedMs: ms('8d')});
    expect(at(pieces, '0s', '47h59m', '2d', '5d23h59m', '6d', '7d23h59m', '8d', '30d')).toEqual([
      900, 900, 500, 500, 1100, 1100, 300, 300,
    ]);
  });
  test('a point between two ticks shows at the next', () => {
    const pieces = curve({
      points: [
        [0, 1],
        ['90m', 2],
      ],
      reprioritize: [{every: '1h'}],
    });
    expect(at(pieces, '1h59m', '2h')).toEqual([1, 2]);
  });
  test('lines, and by share', () => {
    const pieces = curve(
      {
        points: [
          ['10%', 100],
          ['50%', 300],
          ['due', 200],
        ],
        between: 'line',
      },
      {allowedMs: 1000},
    );
    expect([0, 100, 300, 500, 750, 1000, 5000].map((age) => priorityOf(pieces, age))).toEqual([
      100, 100, 200, 300, 250, 200, 200,
    ]);
  });
  test('lines that began before the item came', () => {
    expect(
      rows(
        curve(
          {
            points: [
              ['due-2h', 0],
              ['due', 200],
            ],
            between: 'line',
          },
          {allowedMs: H},
        ),
      ),
    ).toEqual([
      [0, 100, Number((200 / (2 * H)).toFixed(9)), 0],
      [H, 200, 0, 0],
    ]);
  });
  test('never due: points by age only', () => {
    expect(rows(curve(NEARING))).toEqual([[0, 200, 0, 0]]);
  });
});

test('gliding up to max, by second, minute and hour', () => {
  expect(rows(curve({initial: 100, perSecond: 0.05, max: 400}))).toEqual([
    [0, 100, 0.00005, 0],
    [6_000_000, 400, 0, 0],
  ]);
  expect(at(curve({initial: 100, perMinute: 3}), '1h')).toEqual([280]);
  expect(at(curve({initial: 100, perHour: -30}), '2h')).toEqual([40]);
});

describe('bounds of a process', () => {
  test('Gold is 400 to 1000 in Finance, 500 to 2000 in Sales', () => {
    expect(rows(curve(GOLD, {allowedMs: 20 * H, from: 400, to: 1000}))).toEqual(rows(curve(GOLD, {allowedMs: 20 * H})));
    expect(rows(curve(GOLD, {allowedMs: 72 * H, from: 500, to: 2000}))).toEqual([
      [0, 500, Number((1500 / 144).toFixed(9)), 30 * M],
      [57.6 * H, 1700, Number((1500 / 864).toFixed(9)), 5 * M],
      [72 * H, 2500, 125, H],
      [78 * H, 3250, 0, 0],
    ]);
  });
  test('the shape stays: bronze from 100 to 1000 is at its top at the same age', () => {
    expect(rows(curve(BRONZE, {from: 100, to: 1000}))).toEqual([
      [0, 100, 15, 15 * M],
      [15 * H, 1000, 0, 0],
    ]);
  });
  test('without a top the scheme moves as a whole, and `to` is a max', () => {
    const voice = {initial: 800, increment: 1, every: '1s'};
    expect(rows(curve(voice, {from: 700}))).toEqual([[0, 700, 1, 1000]]);
    expect(rows(curve(voice, {to: 900}))).toEqual([
      [0, 800, 1, 1000],
      [100_000, 900, 0, 0],
    ]);
  });
  test('points: their lowest comes to from, their highest to to', () => {
    expect(at(curve(PROMOTION, {from: 0, to: 80}), '0s', '2d', '6d', '8d')).toEqual([60, 20, 80, 0]);
  });
  test('fixed has no top', () => {
    expect(rows(curve({fixed: 5}, {from: 7}))).toEqual([[0, 7, 0, 0]]);
    expect([{fixed: 5}, {points: [[0, 3]]}, BRONZE, GOLD].map((keys) => hasTop(read(keys)))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('values of the item’s own', () => {
  const SCORED = {initial: {attribute: 'score', missing: 100}, perSecond: 0.05, max: 400};
  test('an initial value from an attribute', () => {
    expect(read(SCORED).initialFrom).toEqual({attribute: 'score', missing: 100});
    expect(rows(curve(SCORED))[0]).toEqual([0, 100, 0.00005, 0]);
    expect(rows(curve(SCORED, {initial: 399}))).toEqual([
      [0, 399, 0.00005, 0],
      [20_000, 400, 0, 0],
    ]);
    expect(rows(curve(SCORED, {initial: 500}))).toEqual([[0, 400, 0, 0]]);
  });
  test('is not moved by bounds', () => {
    expect(rows(curve(GOLD, {initial: 600, allowedMs: 10 * H, from: 500, to: 2000}))[0]).toEqual([0, 600, 70, 30 * M]);
    expect(initialOf(read(GOLD), {allowedMs: null, from: 500})).toBe(500);
  });
  test('moves all points', () => {
    expect(at(curve(PROMOTION, {initial: 1000}), '0s', '2d', '6d')).toEqual([1000, 600, 1200]);
  });
  test('adds only, where nothing limits', () => {
    const given = {allowedMs: null};
    const additive = [
      BRONZE,
      {...BRONZE, max: undefined},
      GOLD,
      NEARING,
      {fixed: 1},
      {fixed: 1, overdue: {from: 9}},
      {initial: 1, perHour: 2},
    ];
    expect(additive.map((keys) => isAdditive(read(keys), given))).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
      true,
    ]);
    expect(isAdditive(read({initial: 1, perHour: 2}), {allowedMs: null, to: 5})).toBe(false);
  });
});

test('a credit is one attribute with times', () => {
  expect(read({initial: 800, increment: 1, every: '1s', credit: {customerSegment: {Gold: '90s'}}}).credit).toEqual({
    attribute: 'customerSegment',
    values: {Gold: 90_000},
  });
});

test('what counts on a due date is named', () => {
  expect([BRONZE, GOLD, SILVER, NEARING].map((keys) => needsDue(read(keys)))).toEqual([
    [],
    ['atSla'],
    ['reprioritize[1].from'],
    ['points[1]', 'points[2]', 'points[3]'],
  ]);
});

describe('mistakes', () => {
  const messages = (written: unknown) => {
    const result = prioritySchema.safeParse(written);
    expect(result.success).toBe(false);
    return (result.error?.issues ?? []).map(({path, message}) => `${path.join('.')}: ${message}`);
  };
  test.each([
    [{initial: 1, increment: 5, every: 10}, /^every: .*10s/],
    [{initial: 1, increment: 5, evry: '10s'}, /evry.*every/],
    [{points: [['2 fortnights', 5]]}, /^points\.0\.0: expected an age/],
    [
      {
        points: [
          [0, 1],
          ['2d', 5],
          ['1d', 4],
        ],
      },
      /^points\.2\.0: expected points in order/,
    ],
    [{fixed: 1, initial: 2}, /one of/],
    [{initial: 1, perSecond: 1, perHour: 2}, /one of perSecond/],
    [{fixed: 1, overdue: {increment: 5}}, /^overdue: .*together/],
    [{fixed: 1, overdue: {from: 5, max: 4, increment: 1, every: '1s'}}, /^overdue\.max: expected a max of at least/],
    [{initial: 1, increment: 1, every: '0s'}, /^every: expected a period longer than 0/],
    ['gold', /expected the keys of a priority/],
  ])('%j', (written, says) => {
    expect(messages(written).join('\n')).toMatch(says);
  });
});

/** The forms by their definition: every tick counted, every point tried. */
describe('pieces agree with the definition', () => {
  const minutes = (max: number) => fc.integer({min: 1, max});
  const allowed = fc.option(fc.integer({min: -200, max: 600}), {nil: null});
  const schedule = fc.array(fc.tuple(fc.integer({min: 0, max: 300}), minutes(90)), {minLength: 1, maxLength: 3});

  /** Ages of all ticks after 0 up to `age`, minute by minute. */
  const ticks = (entries: readonly (readonly [number, number])[], due: number | null, age: number) => {
    const found: number[] = [];
    for (let minute = 1; minute <= age; minute++) {
      const index = entries.findLastIndex(
        ([from], i) => from <= minute && entries.slice(i + 1).every(([later]) => later > minute),
      );
      const entry = entries[index];
      if (minute === due || (entry && (minute - entry[0]) % entry[1] === 0)) found.push(minute);
    }
    return found;
  };
  const written = (entries: readonly (readonly [number, number])[]) =>
    entries.map(([from, every]) => ({from: `${from}m`, every: `${every}m`}));
  const age = fc.integer({min: 0, max: 700});

  test('increments at ticks', () => {
    fc.assert(
      fc.property(
        schedule,
        allowed,
        age,
        fc.option(fc.integer({min: 0, max: 20}), {nil: undefined}),
        (entries, due, minute, max) => {
          const pieces = curve(
            {initial: 0, increment: 1, reprioritize: written(entries), ...(max === undefined ? {} : {max})},
            {allowedMs: due === null ? null : due * M},
          );
          const count = ticks(entries, due, minute).length;
          expect(priorityOf(pieces, minute * M)).toBeCloseTo(max === undefined ? count : Math.min(max, count), 9);
          expect(pieces[0]?.fromMs).toBe(0);
        },
      ),
      {numRuns: 300},
    );
  });

  test('a line read at ticks, overdue', () => {
    fc.assert(
      fc.property(
        schedule,
        fc.integer({min: -200, max: 600}),
        age,
        fc.integer({min: 1, max: 60}),
        (entries, due, minute, every) => {
          const pieces = curve(
            {
              initial: 100,
              atSla: 700,
              reprioritize: written(entries),
              overdue: {from: 900, increment: 7, every: `${every}m`, max: 950},
            },
            {allowedMs: due * M},
          );
          const last = ticks(entries, due, minute).at(-1) ?? 0;
          const expected =
            minute >= due ? Math.min(950, 900 + 7 * Math.floor((minute - due) / every)) : 100 + (600 * last) / due;
          expect(priorityOf(pieces, minute * M)).toBeCloseTo(expected, 6);
        },
      ),
      {numRuns: 300},
    );
  });

  test('points around due as steps: the last written that has been reached', () => {
    const point = fc.tuple(fc.boolean(), fc.integer({min: -100, max: 500}), fc.integer({min: 0, max: 50}));
    fc.assert(
      fc.property(
        fc.array(point, {minLength: 1, maxLength: 5}),
        fc.integer({min: -100, max: 600}),
        age,
        (points, due, minute) => {
          const texts = points.map(([byDue, offset, value]) => [
            byDue ? `due${offset < 0 ? '-' : '+'}${Math.abs(offset)}m` : `${Math.abs(offset)}m`,
            value,
          ]);
          const result = prioritySchema.safeParse({points: texts});
          if (!result.success) return;
          const instants = points.map(([byDue, offset]) => (byDue ? due + offset : Math.abs(offset)));
          const reached = instants.findLastIndex((instant) => instant <= minute);
          const first = instants.indexOf(Math.min(...instants));
          const earliest = instants.lastIndexOf(instants[first] ?? 0);
          const expected = points[reached < 0 ? earliest : reached]?.[2];
          expect(priorityOf(piecesOf(result.data, {allowedMs: due * M}), minute * M)).toBe(expected);
        },
      ),
      {numRuns: 300},
    );
  });

  test('flattened curves say the same, bit for bit', () => {
    const curves = [GOLD, SILVER, BRONZE, NEARING, PROMOTION, {fixed: 3}].map((keys) =>
      curve(keys, {allowedMs: 9 * H}),
    );
    const flat = flattenPieces(curves);
    expect(flat.first.length).toBe(curves.length + 1);
    fc.assert(
      fc.property(
        fc.integer({min: 0, max: curves.length - 1}),
        fc.integer({min: -1000, max: 40 * H}),
        (index, ageMs) => {
          expect(valueAt(flat, flat.first[index], flat.first[index + 1] - 1, ageMs)).toBe(
            priorityOf(curves[index] ?? [], ageMs),
          );
        },
      ),
    );
  });
});
