import {expect, test} from 'vitest';
import {columnsOf, cut, cutApart, pad, wrap} from '../../src/report/names.ts';
import {amount, estimated, exactAmount, percent, span} from '../../src/report/quantities.ts';

test.each([
  [null, '–'],
  [0, '0s'],
  [0.04, '<0.1s'],
  [4.25, '4.3s'],
  [9.94, '9.9s'],
  [9.96, '10s'],
  [59.4, '59s'],
  [59.6, '1m'],
  [74.1, '1m14s'],
  [3599.6, '1h'],
  [6120, '1h42m'],
  [86_399, '1d'],
  [93_600, '1d2h'],
  [-30, '-30s'],
  [Number.NaN, '–'],
])('%s seconds are %s', (seconds, text) => {
  expect(span(seconds)).toBe(text);
});

test.each([
  [null, '–'],
  [0, '0%'],
  [0.0001, '<0.1%'],
  [0.81234, '81.2%'],
  [0.9996, '>99.9%'],
  [1, '100%'],
  [Number.NaN, '–'],
])('the ratio %s is %s', (ratio, text) => {
  expect(percent(ratio)).toBe(text);
});

test.each([
  [0, '0'],
  [0.01, '<0.1'],
  [3, '3'],
  [12.34, '12.3'],
  [99.96, '100'],
  [1204.3, '1,204'],
  [1_234_567.8, '1,234,568'],
  [9_999_999.4, '9,999,999'],
  [9_999_999.6, '10.0M'],
  [123_456_789, '123M'],
  [999_600_000, '1.0G'],
  [2.5e12, '2,500G'],
  [Number.NaN, '–'],
  [Number.POSITIVE_INFINITY, '–'],
])('%s items are %s', (count, text) => {
  expect(amount(count)).toBe(text);
});

test('sums keep two decimals', () => {
  expect([2456.4, 1_234_567.125, 0].map(exactAmount)).toEqual(['2,456.4', '1,234,567.13', '0']);
});

test('an estimate names its half width in its own unit, points for ratios', () => {
  expect(estimated({value: 0.8123, halfWidth: 0.011}, 'ratio')).toBe('81.2% ±1.1');
  expect(estimated({value: 52, halfWidth: 2.2}, 'seconds')).toBe('52s ±2.2s');
  expect(estimated({value: 0.998, halfWidth: 0.0001}, 'ratio')).toBe('99.8% ±<0.1');
  expect(estimated({value: null, halfWidth: null}, 'ratio')).toBe('–');
});

test('columns count wide characters twice and combining marks not at all', () => {
  expect(columnsOf('ae\u0301\u65e5')).toBe(4);
  expect(cut('\u65e5\u672c\u8a9e\u540d', 6)).toBe('\u65e5\u672c…');
  expect(pad('\u65e5\u672c\u8a9e', 5)).toBe('\u65e5\u672c…');
  expect(pad('ab', 4, 'right')).toBe('  ab');
  expect(wrap('a bb ccc dddd eeeeeeeeeeeee f', 7)).toEqual(['a bb', 'ccc', 'dddd', 'eeeeee…', 'f']);
});

test('names cut to one column stay apart', () => {
  expect(cutApart(['process-number-01', 'process-number-02', 'other'], 11)).toEqual([
    'proce…er-01',
    'proce…er-02',
    'other',
  ]);
  expect(cutApart(['a long name of one', 'and another'], 8)).toEqual(['a long…', 'and ano…']);
});
