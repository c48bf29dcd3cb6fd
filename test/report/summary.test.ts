import {expect, test} from 'vitest';
import {columnsOf} from '../../src/report/names.ts';
import {coloured, plain} from '../../src/report/text/style.ts';
import {textSummary} from '../../src/report/text/summary.ts';
import {fixture, HOSTILE} from './fixture.ts';

const OUTCOME = ['Charts and page: reports/blended-desk/report.html'];

test('the summary of the fixture, as it stands in the terminal', async () => {
  await expect(textSummary(fixture, plain, OUTCOME)).toMatchFileSnapshot('expected/summary.txt');
});

test('no line is wider than 80 columns, whatever the names', () => {
  const long = 'x'.repeat(300);
  const wide = '\u65e5\u672c\u8a9e\u306e\u540d\u524d'.repeat(20);
  const named = {
    ...fixture,
    scenario: {...fixture.scenario, name: `${wide} ${long}`},
    flow: {
      ...fixture.flow,
      processChannel: [long, wide, HOSTILE].map((process) => ({
        process,
        channel: process,
        values: fixture.flow.total,
      })),
    },
    goals: fixture.goals.map((goal) => ({...goal, text: `${goal.text} ${wide} ${long}`})),
    warnings: [{kind: 'x', count: 3, message: long, examples: [wide, long]}],
  };
  const lines = [textSummary(fixture, plain, OUTCOME), textSummary(named, plain, [long])].join('').split('\n');
  expect(lines.length).toBeGreaterThan(80);
  expect(lines.filter((line) => columnsOf(line) > 80)).toEqual([]);
});

test('nothing in a name reaches the terminal as a control', () => {
  const text = textSummary(fixture, plain, OUTCOME);
  expect(text).toContain('\\u{1b}[31mred');
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('colour adds nothing but escapes', () => {
  const text = textSummary(fixture, coloured, OUTCOME);
  expect(text).not.toBe(textSummary(fixture, plain, OUTCOME));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is taken away
  expect(text.replaceAll(/\u001b\[\d+m/g, '')).toBe(textSummary(fixture, plain, OUTCOME));
});

test('one replication says that it has no intervals; no goals and no warnings are said too', () => {
  const text = textSummary({...fixture, replications: 1, goals: [], warnings: [], recorded: null}, plain);
  expect(text).toContain('1 replication (no intervals)');
  expect(text).toContain('Goals: none');
  expect(text).toContain('Warnings: none');
  expect(text).not.toContain('recorded');
});

test('the terms of the balance add up as printed', () => {
  const balance = /Balance: created ([\d.,]+) = ([^(]*)/.exec(textSummary(fixture, plain).replaceAll(/\n +/g, ' '));
  const numbers = (text = '') =>
    [...text.matchAll(/[\d,]+(?:\.\d+)?/g)].map(([digits]) => Number(digits.replaceAll(',', '')));
  const terms = numbers(balance?.[2]);
  expect(terms).toHaveLength(7);
  expect(terms.reduce((a, b) => a + b, 0)).toBeCloseTo(numbers(balance?.[1])[0] ?? 0, 9);
});

test('what is not counted is said above, and that the balance counts it', () => {
  const warm = {...fixture, horizon: {...fixture.horizon, warmUpSeconds: 86_400, coolDownSeconds: 5400}};
  const text = textSummary(warm, plain);
  expect(text).toContain('\nNot counted: the first 1d (warm-up) and the last 1h30m (cool-down)\n');
  expect(text.replaceAll(/\n +/g, ' ')).toContain('; of the whole horizon;');
  expect(textSummary(fixture, plain)).not.toMatch(/ot counted|whole horizon/);
});
