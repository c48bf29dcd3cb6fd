import {expect, test} from 'vitest';
import type {Problem} from '../../src/language/problem.ts';
import {sortedProblems} from '../../src/language/problem.ts';
import {renderProblems} from '../../src/language/render.ts';

const problem = (more: Partial<Problem> = {}): Problem => ({
  severity: 'error',
  at: {file: 'scenario.yaml', line: 12, column: 17},
  path: 'demand.line.handleTime',
  message: 'expected a duration, found the number 4',
  hint: 'write 4m',
  excerpt: '    handleTime: 4',
  ...more,
});

test('place, path, message, the line with a caret, hint', () => {
  expect(renderProblems([problem()])).toBe(`scenario.yaml:12:17  demand.line.handleTime
  expected a duration, found the number 4
  12 | handleTime: 4
                   ^
  → write 4m
`);
});

test('a warning says so; without a line, a path or an excerpt there is none', () => {
  const bare = problem({severity: 'warning', at: {file: '--set a=b', line: 0, column: 0}, path: ''});
  const {excerpt: _, hint: __, ...rest} = bare;
  expect(renderProblems([rest])).toBe('--set a=b\n  warning: expected a duration, found the number 4\n');
});

test('never wider than asked, the caret under the column', () => {
  const excerpt = `${'a: 1, '.repeat(40)}here${' b: 2'.repeat(40)}`;
  const text = renderProblems(
    [
      problem({
        at: {file: 'f.yaml', line: 3, column: 241},
        excerpt,
        message: `expected ${'word '.repeat(40)}${'x'.repeat(120)}`,
      }),
    ],
    80,
  );
  const lines = text.split('\n');
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  const caret = lines.findIndex((line) => /^ +\^$/.test(line));
  expect(lines[caret - 1]?.slice(lines[caret]?.indexOf('^')).startsWith('here')).toBe(true);
});

test('nothing out of a file reaches the terminal as a command', () => {
  const text = renderProblems([
    problem({message: 'found "\u001b[31mred\u202e"', excerpt: 'a: \u001b]0;title\u0007', hint: '\u009b31m'}),
  ]);
  for (const char of ['\u001b', '\u0007', '\u009b', '\u202e']) expect(text).not.toContain(char);
  expect(text).toContain('\\u{1b}[31mred');
});

test('sorted by place, each once', () => {
  const [a, b, c] = [
    problem({at: {file: 'a', line: 2, column: 1}}),
    problem({at: {file: 'a', line: 1, column: 9}}),
    problem({at: {file: 'b', line: 1, column: 1}}),
  ];
  expect(sortedProblems([a, c, b, a].filter((one) => one !== undefined))).toEqual([b, a, c]);
});
