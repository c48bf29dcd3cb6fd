// What a person sees who made a mistake: one clear problem with file, line and what to write; exit code 2; no stack.
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {load} from '../../src/cli/load.ts';
import {InputError} from '../../src/language/problem.ts';
import {renderProblems} from '../../src/language/render.ts';
import {folderWith, preroute} from './preroute.ts';

const GOOD = `name: Small
timezone: Europe/Madrid
from: 2026-03-02
to: 2026-03-03
calendars:
  office: { open: { mon-fri: 08:00-18:00 } }
demand:
  - source: line
    channel: voice
    arrivals: { perHour: 30, during: office }
    attributes: { department: { Finance: 50%, Sales: 50% }, dealValue: { lognormal: { mean: 900, cv: 1 } } }
    handleTime: { exponential: { mean: 4m } }
    patience: { exponential: { mean: 2m } }
routing:
  segmentation:
    columns: [ department, dealValue ]
    rules:
      - { if: [ Finance, '-' ], then: finance }
      - { if: [ '-', '> 5000' ], then: hot }
    otherwise: sales
  processes:
    finance: { answerWithin: 20s, priority: plain, distribute: phones }
    hot: { answerWithin: 20s, sla: 8h, clock: office, priority: plain, distribute: phones }
    sales: { answerWithin: 20s, priority: plain, distribute: phones }
  priorities:
    plain: { initial: 100, increment: 1, every: 10s, max: 500 }
  distribution:
    phones: { targets: [ { skills: Voice >= 5, for: 30s }, { skills: Voice >= 1 } ] }
  capacity:
    calls: { voice: { max: 1 } }
shifts:
  day: { mon-fri: 08:00-18:00 }
workforce:
  - { group: team, agents: { day: 4 }, skills: { Voice: 5 }, capacity: calls }
goals:
  - { serviceLevel: { process: finance }, atLeast: 80% }
`;
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

/** A change to the good scenario, where its problem must be shown, and what it must say. */
const MISTAKES: [name: string, from: string, to: string, says: RegExp][] = [
  ['unknown key', 'answerWithin: 20s, priority: plain', 'answerWithn: 20s, priority: plain', /answerWithin/],
  ['bare number for a duration', 'every: 10s', 'every: 10', /10s/],
  ['wrong unit', 'mean: 4m', 'mean: 4 minutes', /4m|duration/],
  ['negative duration', 'mean: 2m', 'mean: -2m', /-2m/],
  ['unknown skill', 'Voice >= 5', 'Voise >= 5', /Voice/],
  ['unknown process', 'then: finance }', 'then: finanse }', /finance/],
  ['unknown calendar', 'during: office', 'during: ofice', /office/],
  [
    'unknown priority',
    'hot: { answerWithin: 20s, sla: 8h, clock: office, priority: plain',
    'hot: { answerWithin: 20s, sla: 8h, clock: office, priority: plane',
    /plain/,
  ],
  [
    'unknown distribution',
    'finance: { answerWithin: 20s, priority: plain, distribute: phones',
    'finance: { answerWithin: 20s, priority: plain, distribute: phone',
    /phones/,
  ],
  ['unknown shift', 'agents: { day: 4 }', 'agents: { days: 4 }', /day/],
  ['unknown capacity', 'capacity: calls }', 'capacity: call }', /calls/],
  ['expression that cannot parse', 'Voice >= 1', 'Voice >= and', /Voice >= and/],
  ['AND in capitals', 'Voice >= 1', 'Voice >= 1 AND Voice <= 9', /and/],
  ['double equals', 'Voice >= 1', 'Voice == 1', /= 1/],
  ['target nobody can satisfy', 'skills: Voice >= 1', 'skills: Voice >= 99', /nobody|no agent/i],
  [
    'weight above every capacity',
    'calls: { voice: { max: 1 } }',
    'calls: { voice: { max: 1 }, units: { total: 2, weights: { voice: 3 } } }',
    /3/,
  ],
  ['shift that ends before it starts', 'day: { mon-fri: 08:00-18:00 }', 'day: { mon-fri: 18:00-08:00-07:00 }', /18:00/],
  [
    'missing space after a colon',
    'handleTime: { exponential: { mean: 4m } }',
    'handleTime: { exponential: { mean:4m } }',
    /space/,
  ],
  ['unquoted >', "'> 5000'", '> 5000', /'> 5000'/],
  ['unquoted -', "Finance, '-'", 'Finance, -', /'-'/],
  [
    'alias to nothing',
    'priority: plain, distribute: phones }\n    hot',
    'priority: *plane, distribute: phones }\n    hot',
    /plane/,
  ],
  ['FEEL that fails silently', "'> 5000'", "'> 5000 and < 9000'", /\(5000\.\.9000\)/],
  ['words or-ed in a cell', 'if: [ Finance,', `if: [ '"Finance" or "Sales"',`, /Finance, Sales/],
  [
    'a column that is no attribute',
    'columns: [ department, dealValue ]',
    'columns: [ departmnt, dealValue ]',
    /department/,
  ],
  ['share without percent', 'atLeast: 80%', 'atLeast: 80', /80%/],
  ['unknown metric', 'serviceLevel:', 'serviceLevl:', /serviceLevel/],
  ['goal for an unknown process', 'serviceLevel: { process: finance }', 'serviceLevel: { process: fnance }', /finance/],
  ['unknown zone', 'Europe/Madrid', 'Europe/Madird', /Europe\/Madrid/],
  ['end before start', 'to: 2026-03-03', 'to: 2026-03-01', /2026-03-01/],
  ['tabs and broken YAML', 'routing:\n  segmentation:', 'routing:\n\t segmentation:', /tab|indent/i],
  [
    'missing file',
    'arrivals: { perHour: 30, during: office }',
    'arrivals: { perInterval: { file: nowhere.csv, interval: 30m } }',
    /nowhere\.csv/,
  ],
  ['a kind of source', 'channel: voice', 'channel: voice\n    kind: led', /lead/],
];

test('the scenario that the mistakes are made in is good', async () => {
  const folder = folderWith({'scenario.yaml': GOOD});
  const ended = await preroute(['validate', 'scenario.yaml'], folder);
  expect(ended.stderr + ended.stdout).not.toMatch(/expected/);
  expect(ended.code).toBe(0);
});

/** What the program prints on reading a scenario; the same reading and drawing as its commands do, without a process. */
function shownOnReading(folder: string): string {
  try {
    load({file: join(folder, 'scenario.yaml')});
    return '';
  } catch (error) {
    if (error instanceof InputError) return renderProblems(error.problems);
    throw error;
  }
}

test.each(MISTAKES)('%s', (_, from, to, says) => {
  expect(GOOD).toContain(from);
  const text = GOOD.replace(from, to);
  const shown = shownOnReading(folderWith({'scenario.yaml': text}));
  expect(shown).toMatch(says);
  const around = lineOf(text, to);
  const lines = [...shown.matchAll(/scenario\.yaml:(\d+)/g)].map((match) => Number(match[1]));
  expect(
    lines.some((line) => line >= around - 1 && line <= around + 2),
    `line near ${around} in:\n${shown}`,
  ).toBe(true);
});

test('a mistake ends the program with 2, and 80 columns say what to do', async () => {
  const text = GOOD.replace('Voice >= 5', 'Voise >= 5');
  const ended = await preroute(['run', 'scenario.yaml', '--charts', 'none'], folderWith({'scenario.yaml': text}));
  expect(ended.code).toBe(2);
  expect(ended.stdout).toBe('');
  expect(ended.stderr).toContain('Voice');
  expect(ended.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
  for (const line of ended.stderr.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
});

test('all problems at once', async () => {
  const text = GOOD.replace('every: 10s', 'every: 10')
    .replace('during: office', 'during: ofice')
    .replace('Voice >= 5', 'Voise >= 5');
  const ended = await preroute(['validate', 'scenario.yaml'], folderWith({'scenario.yaml': text}));
  const shown = ended.stdout + ended.stderr;
  expect(ended.code).toBe(2);
  for (const says of [/10s/, /office/, /Voice/]) expect(shown).toMatch(says);
});

test.each([
  ['nothing at all', ''],
  ['only a comment', '# nothing\n'],
  ['a list', '- a\n- b\n'],
  ['a word', 'hello\n'],
  ['binary', '\u0000\u0001\u0002'],
])('a file with %s is a problem, not a crash', (_, text) => {
  expect(shownOnReading(folderWith({'scenario.yaml': text}))).toMatch(/scenario\.yaml/);
});
