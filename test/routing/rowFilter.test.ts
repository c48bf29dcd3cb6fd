import {expect, test} from 'vitest';
import {compileRowFilter, rowFilterFindings} from '../../src/routing/segmentation/index.ts';

const HEADER = ['status', 'wait', 'wait time (s)', 'Deal Value', ''];
const keeps = (expression: string, ...cells: string[]) => compileRowFilter(expression, HEADER)(cells);

test.each([
  ['status != "Test"', ['Done'], true],
  ['status != "Test"', ['Test'], false],
  ['status = "Test" or wait > 9', ['Done', '10'], true],
  ['wait > 9', ['', '10'], true],
  ['wait > 9', ['', '9'], false],
  ['wait > 9', ['', ''], false],
  ['wait > 9', ['', 'n/a'], false],
  ['wait = 12', ['', '12.0'], true],
  ['status = "12"', ['12'], true],
  ['wait time (s) >= 5 and Deal Value < 3', ['', '', '5', '2'], true],
  ['not(status = "Test" or status = "Spam")', ['Done'], true],
  ['status in ("a", "b")', ['b'], true],
  ['wait between 3 and 5', ['', '5'], true],
  ['wait between 3 and 5', ['', '10'], false],
  ['wait < Deal Value', ['', '9', '', '10'], true],
  ['(status = "a" or status = "b") and wait = 1', ['b', '1'], true],
  ['status = "say \\"hi\\""', ['say "hi"'], true],
  ['status != null', [''], false],
  ['contains(status, "est")', ['Test'], true],
  ['contains(status, "est")', ['Done'], false],
  ['wait + 1 > 10', ['', '10'], true],
])('%s of %j', (expression, cells, expected) => {
  expect(keeps(expression, ...cells)).toBe(expected);
});

test.each([
  ['status == "Test"', /write: status = "Test"/],
  ['status = "a" && wait > 3', /write: status = "a" and wait > 3/],
  ['statu = "Test"', /did you mean status/],
  ['status = Test', /"Test"/],
  ['status', /neither true nor false/],
  ['status = ', /cannot be read/],
])('%s has a finding', (expression, says) => {
  const [finding] = rowFilterFindings(expression, HEADER);
  expect(`${finding?.message} ${finding?.hint ?? ''}`).toMatch(says);
  expect(() => compileRowFilter(expression, HEADER)).toThrow();
});
