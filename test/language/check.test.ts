import {describe, expect, test} from 'vitest';
import {check, type Finding} from '../../src/language/check.ts';
import {nearest} from '../../src/language/nearest.ts';
import {duration, keys, number, oneOrMany, share, word, z} from '../../src/language/schema.ts';

function findings(schema: z.ZodType, value: unknown): readonly Finding[] {
  const result = check(schema, value);
  return 'findings' in result ? result.findings : [];
}
const said = (schema: z.ZodType, value: unknown) =>
  findings(schema, value).map(({path, message, hint}) => [path.join('.'), message, hint]);

const one = keys({first: word.describe('The first.'), size: number.optional().describe('How big.')});
const forms = z.union([
  duration,
  keys({mean: duration, cv: number}),
  keys({from: duration, to: duration}),
  z.array(number),
]);

describe('one sentence for what is wrong', () => {
  test.each([
    [one, {first: 1, size: 2}, []],
    [one, {}, [['first', 'expected the key first, found none', 'first: The first.']]],
    [one, {frist: 1}, [['frist', 'expected a known key, found "frist"', 'did you mean first?']]],
    [one, {first: 1, colour: 1}, [['colour', 'expected a known key, found "colour"', 'known here: first, size']]],
    [one, {first: 1, size: 'big'}, [['size', 'expected a number, found "big"', undefined]]],
    [one, 'first:1', [['', 'expected a map of keys, found "first:1"', 'write a space after the colon: first: 1']]],
    [one, {'first:1': null}, [['first:1', 'expected a space after the colon, found "first:1"', 'write first: 1']]],
    [one, null, [['', 'expected a map of keys, found nothing', undefined]]],
    [duration, 5, [['', 'expected a duration with a unit, found the bare number 5: write 5s, 5m or 5h', undefined]]],
    [duration, '5 min', [['', 'expected a duration such as 15s, 4m, 1h30m or 2d, found "5 min"', undefined]]],
    [duration, '-5m', [['', 'expected a duration that is not negative, found "-5m"', undefined]]],
    [share, 0.2, [['', 'expected a share in percent, found the bare number 0.2: write 20%', undefined]]],
    [z.enum(['cut', 'drain']), 'drane', [['', 'expected cut or drain, found "drane"', 'did you mean drain?']]],
    [z.array(one), [{first: 1}, 3], [['1', 'expected a map of keys, found the number 3', undefined]]],
    [oneOrMany(number), ['a'], [['0', 'expected a number, found "a"', undefined]]],
  ])('%#', (schema, value, expected) => {
    expect(said(schema as z.ZodType, value)).toEqual(expected);
  });
});

describe('of several forms, the one that was meant', () => {
  test.each([
    [{mean: '4m', cv: 'x'}, [['cv', 'expected a number, found "x"', undefined]]],
    [{mean: '4m', vc: 1}, [['vc', 'expected a known key, found "vc"', 'did you mean cv?']]],
    [
      {from: '4m', to: 5},
      [['to', 'expected a duration with a unit, found the bare number 5: write 5s, 5m or 5h', undefined]],
    ],
    [[1, 'a'], [['1', 'expected a number, found "a"', undefined]]],
    [4, [['', 'expected a duration with a unit, found the bare number 4: write 4s, 4m or 4h', undefined]]],
  ])('%j', (value, expected) => {
    expect(said(forms, value)).toEqual(expected);
  });
});

describe('nearest', () => {
  test.each([
    ['calender', ['calendar', 'counter'], 'calendar'],
    ['x', ['to', 'of'], undefined],
    ['frmo', ['from', 'to'], 'from'],
    ['Legacy System Procesing', ['Legacy System Processing', 'Sales Processing'], 'Legacy System Processing'],
    ['weekday', ['start', 'count'], undefined],
  ])('%s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});
