// What a person sees whose log is not as it should be: a problem with file and line and exit code 2, or the rows
// counted and shown; never a stack, never a silent number. Many flaws share a run: all problems come at once.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {type Ended, folderWith, preroute} from './preroute.ts';

interface Log {
  readonly content?: string | Buffer;
  /** Lines of YAML under `replay`, beside file and columns. */
  readonly replay?: readonly string[];
  readonly columns?: readonly string[];
}

const HEADER = 'id,at,work';
const MINUTES = [0, 1, 2, 3, 4];
const ROWS = MINUTES.map((minute) => `${minute},2014-03-29 08:0${minute}:00,60`);
const csv = (...lines: string[]) => `${[HEADER, ...ROWS, ...lines].join('\n')}\n`;
const COLUMNS = ['arrived: at', 'handleTime: { column: work, unit: s }'];

/** A scenario that replays each log as a source of its own, in files named after them, and these files. */
function folderOf(logs: Readonly<Record<string, Log>>): string {
  const indented = (lines: readonly string[], by: number) => lines.map((line) => `${' '.repeat(by)}${line}`);
  const sources = Object.entries(logs).flatMap(([name, {replay = [], columns = COLUMNS}]) => [
    `  - source: ${name}`,
    '    channel: voice',
    '    replay:',
    `      file: ${name}.csv`,
    ...indented(replay, 6),
    '      columns:',
    ...indented(columns, 8),
  ]);
  const scenario = [
    'name: Bad logs',
    'timezone: Europe/Amsterdam # the clock skips 02:00 to 03:00 on 30 March 2014',
    'from: 2014-03-29',
    'to: 2014-04-01',
    'replications: 1',
    'demand:',
    ...sources,
    'routing:',
    '  segmentation: { columns: [], rules: [], otherwise: calls }',
    '  processes: { calls: { answerWithin: 20s, distribute: all } }',
    '  distribution: { all: { targets: [{ everyone: true }] } }',
    'workforce:',
    '  - { group: team, agents: 2 }',
  ];
  const files = Object.entries(logs).flatMap(([name, {content}]) =>
    content === undefined ? [] : [[`${name}.csv`, content] as const],
  );
  return folderWith({...Object.fromEntries(files), 'scenario.yaml': `${scenario.join('\n')}\n`});
}

const run = (folder: string) => preroute(['run', 'scenario.yaml', '--charts', 'none', '--out', 'out'], folder);

function isReadable({stdout, stderr}: Ended): void {
  const shown = stdout + stderr;
  expect(shown).not.toMatch(/\n\s+at .*:\d+:\d+/);
  expect(shown).not.toMatch(/NaN|undefined|Infinity|\[object/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a log contains never steers the terminal
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  for (const line of shown.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
}

test('files that cannot be read and columns that are not there: all at once, each in its place', async () => {
  const ended = await run(
    folderOf({
      mising: {},
      missing_: {content: csv()},
      column: {content: csv(), columns: ['arrived: at', 'handleTime: { column: wrok, unit: s }']},
      separator: {content: csv(), replay: ['separator: ";"']},
      hashes: {content: csv().replaceAll(',', '#')},
      utf16: {content: Buffer.from(csv(), 'utf16le')},
      latin: {content: Buffer.from(csv('Jürgen,2014-03-29 09:00:00,60'), 'latin1')},
      zeros: {content: csv('7\0,2014-03-29 09:00:00,60')},
      empty: {content: ''},
      blank: {content: '\n \n\n'},
      twice: {content: 'id,at,at,work\n1,2014-03-29 08:00:00,x,60\n'},
      filter: {content: csv(), replay: ["where: 'wrok > 3'"]},
      format: {content: csv(), replay: ['time: { format: "qq/MM" }']},
    }),
  );
  isReadable(ended);
  expect([ended.code, ended.stdout]).toEqual([2, '']);
  const problems = ended.stderr.split('\n\n').map((problem) => problem.replace(/\s+/g, ' '));
  const about = (source: string) =>
    problems.filter((problem) => problem.includes(`demand.${source}.replay`)).join('\n');
  const says: Record<string, RegExp> = {
    mising:
      /^scenario\.yaml:10:\d+ .* expected a file to read at "mising\.csv", found none .*did you mean missing_\.csv\?/,
    column: /scenario\.yaml:\d+:\d+ .*found "wrok".*did you mean work\?/,
    separator: /the file has one column, "id,at,work": name what stands between cells, separator/,
    hashes: /the file has one column, "id#at#work"/,
    utf16: /^utf16\.csv:1:1 .*found UTF-16 without a byte-order mark, or no text at all .*save the file as UTF-8/,
    latin: /^latin\.csv:7:1 .*found bytes that are no UTF-8 .*save the file as UTF-8/,
    zeros: /^zeros\.csv:7:1 .*found a byte of value 0 .*take it out/,
    empty: /^empty\.csv:1:1 .*expected a header and rows, found an empty file/,
    blank: /^blank\.csv:1:1 .*expected a header and rows, found an empty file/,
    twice: /expected one column "at" in the file, found several.*rename all but one/,
    filter: /found "wrok" in "wrok > 3".*did you mean work\?/,
    format: /the format "qq\/MM" has "qq"/,
  };
  for (const [source, words] of Object.entries(says)) expect(about(source), source).toMatch(words);
  expect(about('missing_')).toBe('');
});

/** Found when the row is come upon. */
const STOPS: readonly [name: string, log: Log, says: RegExp][] = [
  [
    'a bad row where it stops the run',
    {content: csv('7,2014-03-29 09:00:00,-5'), replay: ['onBadRow: stop']},
    /^log\.csv:7:1\n {2}this row cannot be used: handle time "-5" is negative/,
  ],
  [
    'a quote that is never closed',
    {content: csv('7,"2014-03-29 09:00:00,60', '8,x,60')},
    /^log\.csv:7:1\n {2}a cell of the row that begins here opens a quote that is never closed/,
  ],
  [
    'a wrong byte far down',
    {
      content: Buffer.concat([
        Buffer.from(`${HEADER}\n${`${ROWS[0]}\n`.repeat(60_000)}`),
        Buffer.from('Jürgen,x,1\n', 'latin1'),
      ]),
    },
    /^log\.csv:60002:1\n {2}expected text, found bytes that are no UTF-8/,
  ],
];
test.each(STOPS)('%s', async (_, log, says) => {
  const ended = await run(folderOf({log}));
  isReadable(ended);
  expect([ended.code, ended.stdout]).toEqual([2, '']);
  expect(ended.stderr).toMatch(says);
});

test('rows that cannot be used are counted and shown, the others are replayed', async () => {
  const day = '2014-03-29 09:00:00';
  const flaws = csv(
    `7,${day}`,
    `8,${day},60,x,y`,
    `9,${day},-5`,
    `10,${day},abc`,
    `11,${day},=1+1`,
    `12,${day},${'9'.repeat(2_000_000)}`,
    `13,${day},1e300`,
    '14,2014-13-29 09:00:00,60',
    '15,,60',
    '16,\u001b[31mred\u0007,60',
  );
  const outOfOrder = csv('7,2014-03-29 15:00:00,60', '8,2014-03-29 14:30:00,60', '9,2014-03-29 07:00:00,60');
  const forEver = `${HEADER}\n1,${day},2014-03-29 09:01:00\n2,${day},9999-12-31 00:00:00\n`;
  const folder = folderOf({
    flaws: {content: flaws},
    skipped: {content: csv('7,2014-03-30 02:30:00,60')},
    returned: {content: csv('7,2014-03-29 07:00:00,60')},
    window: {content: outOfOrder, replay: ['sorted: within 1h']},
    rejected: {content: csv(`3,${day},60`), replay: ['onRepeat: reject'], columns: ['id: id', ...COLUMNS]},
    visited: {content: csv(`3,${day},60`), columns: ['id: id', ...COLUMNS]},
    outside: {content: csv('7,2015-03-29 07:00:00,60')},
    forever: {content: forEver, columns: ['arrived: at', 'handleTime: { from: at, to: work }']},
    heads: {content: HEADER},
    mark: {content: `\ufeff${csv()}`},
    sixteen: {content: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv(), 'utf16le')])},
    windows: {content: csv().replaceAll('\n', '\r\n')},
    tabs: {content: csv().replaceAll(',', '\t')},
  });
  const ended = await run(folder);
  isReadable(ended);
  expect(ended.code, ended.stderr).toBe(0);
  const shown = ended.stdout.replace(/\s+/g, ' ');
  expect(shown).toContain('demand.flaws: rows of flaws.csv cannot be used and were left out (10 times)');
  const {warnings, balance} = JSON.parse(readFileSync(join(folder, 'out/summary.json'), 'utf8'));
  expect(Object.fromEntries(warnings.map((one: {kind: string; count: number}) => [one.kind, one.count]))).toEqual({
    'flaws: bad rows': 10,
    'skipped: bad rows': 1,
    'returned: bad rows': 1,
    'window: bad rows': 1,
    'rejected: bad rows': 1,
    'visited: repeated ids': 1,
    'outside: rows outside the horizon': 1,
    'forever: bad rows': 1,
  });
  expect(warnings.flatMap((one: {examples: string[]}) => one.examples)).toEqual([
    `line 7: 2 cells where the header has 3: "7 ${day}"`,
    `line 8: 5 cells where the header has 3: "8 ${day} 60 x y"`,
    'line 9: handle time "-5" is negative',
    'line 10: handle time "abc" is no duration',
    'line 11: handle time "=1+1" is no duration',
    `line 12: handle time "${'9'.repeat(60)}…" is longer than ten years`,
    'line 13: handle time "1e300" is no duration',
    'line 14: arrival "2014-13-29 09:00:00" is no time of the format given',
    'line 15: no arrival',
    'line 16: arrival "\\u{1b}[31mred\\u{7}" is no time of the format given',
    'line 7: arrival "2014-03-30 02:30:00" does not exist: the clock skips it',
    'line 7: arrives 1h4m before a row above it: say how far with sorted: within 1d, or sorted: false',
    'line 9: arrives 8h before a row above it, more than sorted: within says',
    'line 7: the id "3" has been there before (onRepeat: reject)',
    'line 7: "3"',
    'line 7: 2015-03-29T07:00:00',
    expect.stringMatching(/^line 3: handle time of \d+ days is longer than ten years$/),
  ]);
  // Eleven sources with five good rows each, two more inside the window, one that ends.
  expect(balance.created).toBe(11 * 5 + 2 + 1);
});
