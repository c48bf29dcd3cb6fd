// Whatever is in a file, reading ends with a scenario or with an InputError: never with a fault of ours.
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {InputError} from '../../src/language/problem.ts';
import {ONE_QUEUE, read} from './texts.ts';

function survives(text: string, set: readonly string[] = []): void {
  try {
    read(text, {set});
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    for (const problem of error.problems) expect(problem.message).not.toMatch(/undefined|NaN|\[object|Invalid input/);
  }
}

const RUNS = Number(process.env.GARBAGE_RUNS ?? 15);
const lines = ONE_QUEUE.split('\n');
const words = [...new Set(ONE_QUEUE.match(/[\w%:.-]+/g) ?? [])];
const scrap = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(
    '',
    '[',
    ']',
    '{',
    '}',
    '- ',
    ': ',
    '"',
    "'",
    '>',
    '|',
    '&a',
    '*a',
    '<<: *a',
    '~',
    '#',
    '\t',
    ',',
    '.inf',
    '.nan',
    '-1',
    '1e99',
    'null',
    'true',
    '!!binary',
    '2026-02-30',
    '25:00',
    '1000d',
    '-5m',
    '150%',
    'toString',
    'constructor',
  ),
  fc.string({maxLength: 6}),
);

test('text of any kind', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme', maxLength: 80}), (text) => survives(text)),
    {numRuns: RUNS},
  );
});

test('a scenario with words put in the place of others', () => {
  const slip = fc.tuple(fc.nat(lines.length - 1), fc.nat(20), scrap);
  fc.assert(
    fc.property(fc.array(slip, {minLength: 1, maxLength: 3}), (slips) => {
      const changed = [...lines];
      for (const [line, word, by] of slips) {
        let count = 0;
        changed[line] = (changed[line] ?? '').replace(/[\w%:.-]+/g, (old) => (count++ === word ? by : old));
      }
      survives(changed.join('\n'));
    }),
    {numRuns: RUNS},
  );
});

test('a scenario with lines left out, and characters put in', () => {
  fc.assert(
    fc.property(fc.nat(lines.length - 1), fc.nat(ONE_QUEUE.length), scrap, (line, at, by) => {
      survives(lines.filter((_, i) => i !== line).join('\n'));
      survives(ONE_QUEUE.slice(0, at) + by + ONE_QUEUE.slice(at));
    }),
    {numRuns: RUNS},
  );
});

test('values of any kind in any place', () => {
  const value = fc.json({maxDepth: 2, noUnicodeString: true});
  const paths = [
    'name',
    'from',
    'to',
    'timezone',
    'seed',
    'intervals',
    'calendars',
    'calendars.office',
    'calendars.office.open',
    'demand',
    'demand.line',
    'demand.line.arrivals',
    'demand.line.channel',
    'demand.line.attributes',
    'demand.line.handleTime',
    'demand.line.redial',
    'demand.line.preferredAgent',
    'routing',
    'routing.segmentation',
    'routing.segmentation.rules.0',
    'routing.processes',
    'routing.processes.calls',
    'routing.processes.calls.priority',
    'routing.priorities.aging',
    'routing.distribution.phones',
    'routing.capacity.one',
    'shifts',
    'shifts.late',
    'shifts.late.breaks',
    'workforce',
    'workforce.team',
    'workforce.team.agents',
    'workforce.team.skills',
    'goals',
    'goals.0',
    'measureAt',
    'reportBy',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...paths), value, (path, json) => survives(ONE_QUEUE, [`${path}=${json}`])),
    {numRuns: RUNS * 2},
  );
});

test('paths of any kind', () => {
  fc.assert(
    fc.property(fc.array(scrap, {maxLength: 5}), scrap, (path, value) =>
      survives(ONE_QUEUE, [`${path.join('.')}=${value}`]),
    ),
    {numRuns: RUNS},
  );
});
