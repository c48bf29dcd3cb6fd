import type {Problem} from './problem.ts';
import {printable} from './show.ts';

/**
 * Problems as text for a terminal of `width` columns: the place, the path, what is wrong, what to do, and the line at
 * fault with a caret. Nothing that stands in a file can move the cursor or colour the terminal.
 */
export function renderProblems(problems: readonly Problem[], width = 80): string {
  return problems.map((problem) => renderProblem(problem, Math.max(width, 40))).join('\n');
}

function renderProblem(problem: Problem, width: number): string {
  const {severity, message, hint} = problem;
  const lines = placeLines(problem, width);
  const label = severity === 'warning' ? 'warning: ' : '';
  lines.push(...wrapped(`${label}${printable(message)}`, width, '  '));
  lines.push(...excerptOf(problem, width));
  if (hint !== undefined) lines.push(...wrapped(`→ ${printable(hint)}`, width, '  '));
  return `${lines.join('\n')}\n`;
}

/** The place and the path, each whole, so that they can be copied: on two lines where one does not hold them. */
function placeLines({at, path}: Problem, width: number): string[] {
  const place = printable(at.line > 0 ? `${at.file}:${at.line}:${at.column}` : at.file);
  if (path === '') return [place];
  const line = `${place}  ${printable(path)}`;
  return line.length <= width ? [line] : [place, `  ${printable(path)}`];
}

/** The line at fault, cut around the caret where it is too long. */
function excerptOf({at, excerpt}: Problem, width: number): string[] {
  if (excerpt === undefined || excerpt.trim() === '') return [];
  const number = `  ${at.line} | `;
  const room = width - number.length;
  const caret = Math.min(Math.max(at.column, 1) - 1, excerpt.length);
  const indent = Math.min(excerpt.length - excerpt.trimStart().length, caret);
  const from = caret - indent > room - 8 ? caret - Math.floor(room / 2) : indent;
  const text = printable(excerpt.slice(from, from + room)).slice(0, room);
  return [`${number}${text}`, `${' '.repeat(number.length + Math.min(caret - from, room - 1))}^`];
}

/** Lines of at most `width` characters, broken at spaces; words longer than a line are cut. */
function wrapped(text: string, width: number, indent: string): string[] {
  const room = width - indent.length - 2;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
    while (line.length > room) {
      lines.push(line.slice(0, room));
      line = line.slice(room);
    }
  }
  if (line !== '') lines.push(line);
  return lines.map((each, i) => `${indent}${i > 0 ? '  ' : ''}${each}`.trimEnd());
}
