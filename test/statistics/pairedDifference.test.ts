import {describe, expect, test} from 'vitest';
import {pairedDifference, type Ratio, ratioEstimate, studentEstimate} from '../../src/statistics/index.ts';

const before: Ratio[] = [
  [1, 2],
  [3, 4],
  [2, 4],
];

describe('the difference of two ratios over the same replications', () => {
  test('worked by hand: (2/2, 3/4, 3/4) is 8/10, 0.2 more than 6/10', () => {
    const after: Ratio[] = [
      [2, 2],
      [3, 4],
      [3, 4],
    ];
    const {value, halfWidth} = pairedDifference(after, before);
    expect(value).toBeCloseTo(0.2, 15);
    // residuals 0.4, -0.2, -0.2 and -0.2, 0.6, -0.4 over 10/3; of their differences the squares are 0.36, 0.64, 0.04
    const squares = (0.36 + 0.64 + 0.04) / (10 / 3) ** 2;
    expect(halfWidth).toBeCloseTo(4.302653 * Math.sqrt(squares / 6), 6);
  });

  test('is exactly nothing where both are the same', () => {
    expect(pairedDifference(before, before)).toEqual({value: 0, halfWidth: 0});
  });

  test('with denominators of 1 it is Student’s interval of the differences', () => {
    const values: Ratio[][] = [
      [5, 1, 4, 8],
      [3, 2, 2, 1],
    ].map((row) => row.map((value) => [value, 1] as const));
    const student = studentEstimate([2, -1, 2, 7]);
    const paired = pairedDifference(values[0] ?? [], values[1] ?? []);
    expect(paired.value).toBeCloseTo(student.value ?? 0, 12);
    expect(paired.halfWidth).toBeCloseTo(student.halfWidth ?? 0, 12);
  });

  test('against a number that is known it is the ratio’s own interval', () => {
    const known = before.map(() => [6, 10] as const);
    expect(pairedDifference(before, known).halfWidth).toBeCloseTo(ratioEstimate(before).halfWidth ?? 0, 12);
  });

  test('says nothing where one side has nothing to judge, and has no interval with one replication', () => {
    expect(
      pairedDifference(before, [
        [0, 0],
        [0, 0],
        [0, 0],
      ]).value,
    ).toBeNull();
    expect(pairedDifference([[1, 2]], [[1, 4]])).toEqual({value: 0.25, halfWidth: null});
    expect(() => pairedDifference(before, before.slice(1))).toThrow('paired');
  });
});
