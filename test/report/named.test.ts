/** The named reports, worked out by hand of one agent and six items. */
import {parquetReadObjects} from 'hyparquet';
import {expect, test} from 'vitest';
import type {LoadedScenario} from '../../src/cli/load.ts';
import {externalIdsOf, localTimeOf, rehearse} from '../../src/experiment/index.ts';
import {ItemLog} from '../../src/measure/itemLog.ts';
import type {Results} from '../../src/measure/results.ts';
import type {OutputFile} from '../../src/report/formats/outputFile.ts';
import {namedCsvs} from '../../src/report/named/csv.ts';
import {NAMED_REPORTS} from '../../src/report/named/index.ts';
import {namedParquets} from '../../src/report/named/parquet.ts';
import {namedPath} from '../../src/report/named/paths.ts';
import {readNamedTables} from '../../src/report/named/read.ts';
import type {NamedTable} from '../../src/report/named/table.ts';
import {namedTables} from '../../src/report/named/tables.ts';
import {htmlText} from '../../src/report/page/htmlText.ts';
import {reportPage} from '../../src/report/page/page.ts';
import {possiblePaths} from '../../src/report/paths.ts';
import {opened} from '../program/rules/desk.ts';
import {tableOf} from './csv.ts';

type Row = Readonly<Record<string, string>>;
interface Reported {
  readonly results: Results;
  readonly of: (key: string) => Row[];
  readonly text: (key: string) => string;
  readonly tables: readonly NamedTable[];
  readonly parquets: readonly OutputFile[];
}

async function reported(yaml: string): Promise<Reported> {
  return opened(yaml, {}, {}, async (loaded: LoadedScenario) => {
    const log = new ItemLog();
    const {results, first} = await rehearse({loaded, remote: null, version: '', log}, {workers: 1});
    if (results === null || first === null) throw new Error('nothing was rehearsed');
    const {model} = loaded.compiled;
    const telling = {localTime: localTimeOf(loaded), idOf: externalIdsOf(loaded)};
    const told = {log, model, people: first, ...telling};
    const files = new Map(
      namedCsvs(told).map(({path, content}) => [path, [...(content as Iterable<string>)].join('')]),
    );
    const text = (key: string) => files.get(`reports/${key}.csv`) ?? '';
    const of = (key: string) => {
      const [header = [], ...rows] = tableOf(text(key));
      return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
    };
    return {results, of, text, tables: namedTables(told), parquets: namedParquets(told)};
  });
}

/**
 * gold 0 at 0 s, at once, to 600 s; gold 1 at 60 s, from 660 s, to 1260 s; silver 0 at 120 s, from 1320 s, to 1620 s;
 * gold 2 at 24 h, to 24 h 10 m. At the end, after 25 hours, silver 1 is in hand and silver 2 waits.
 */
const DESK = `
to: 25h
atEnd: cut
reportBy: [ segment ]
demand:
  - { source: gold, channel: voice, arrivals: { at: [ 0s, 60s, 24h ] }, handleTime: 600s, wrapUp: 60s, attributes: { segment: gold } }
  - source: silver
    channel: email
    arrivals: { at: [ 120s, 1497m, 1498m ] }
    handleTime: 300s
    wrapUp: 60s
    attributes: { segment: silver }
routing: { segmentation: { otherwise: desk }, processes: { desk: { sla: 900s } } }
workforce: [ { group: team, agents: 1 } ]
`;
const desk = reported(DESK);

test('intraday process: by process and segment, in the interval in which it happened', async () => {
  const rows = (await desk).of('intraday-process');
  const ofProcess = rows
    .filter(({by}) => by === 'process')
    .map((row) => Object.values(row).slice(0, 1).concat(Object.values(row).slice(3)));
  expect(ofProcess).toEqual([
    ['2026-03-02T00:00:00', '3', '3', '600', '3', '2', '560', '1100', '0', '0'],
    ['2026-03-03T00:00:00', '1', '1', '0', '1', '0', '660', '600', '0', '0'],
    ['2026-03-03T00:30:00', '2', '1', '0', '0', '0', '', '', '2', '0'],
  ]);
  expect(rows.filter(({by}) => by === 'segment').map(({name, new: arrived}) => [name, arrived])).toEqual([
    ['gold', '2'],
    ['silver', '1'],
    ['gold', '1'],
    ['silver', '2'],
  ]);
});

test('pending and overdue are carried from interval to interval', async () => {
  const {of} = await reported(`
to: 2h
atEnd: cut
demand: [ { source: a, channel: v, arrivals: { at: [ 0s, 10m ] }, handleTime: 40m } ]
routing: { segmentation: { otherwise: p }, processes: { p: { sla: 45m } } }
workforce: [ { group: team, agents: 1 } ]
`);
  // the second is taken at 40 m, due at 55 m and done at 80 m
  expect(
    of('intraday-process').map(({pending, overdue, completed_overdue}) => [pending, overdue, completed_overdue]),
  ).toEqual([
    ['2', '0', '0'],
    ['1', '1', '0'],
    ['0', '0', '1'],
  ]);
});

test('customer segment service level: by day and segment', async () => {
  expect((await desk).of('customer-segment-service-level').map((row) => Object.values(row).join(' '))).toEqual([
    '2026-03-02 segment gold desk 2 2 2 1',
    '2026-03-02 segment silver desk 1 1 1 1',
    '2026-03-03 segment gold desk 1 1 1 1',
    '2026-03-03 segment silver desk 2 0 0 0',
  ]);
});

test('resource performance: spread of handle times, of the agent as of his group', async () => {
  const [group, agent] = (await desk).of('resource-performance');
  for (const row of [group, agent])
    expect(row).toMatchObject({
      accepted: '5',
      handled: '4',
      shortest_handle_s: '360',
      mean_handle_s: '585',
      longest_handle_s: '660',
      sd_handle_s: '150',
      occupancy: '0.028',
      on_duty_s: '90000',
      busy_s: '2520',
    });
  expect([group?.by, group?.utilization]).toEqual(['group', '0.028']);
  expect([agent?.by, agent?.group, agent?.utilization]).toEqual(['agent', 'team', '']);
  const states = (await desk).of('agent-states');
  expect(states).toHaveLength(50);
  expect(states[0]).toMatchObject({group: 'team', busy: String(1680 / 1800), ready: String(120 / 1800)});
});

test('agent and queue activity: the last 24 hours', async () => {
  const {of} = await desk;
  expect(of('agent-activity')).toEqual([
    {
      agent: expect.stringContaining('team'),
      group: 'team',
      accepted: '2',
      handled: '1',
      in_hand: '1',
      mean_handle_s: '660',
      longest_handle_s: '660',
      last_accepted: '2026-03-03T00:57:00',
    },
  ]);
  expect(of('queue-activity').map((row) => Object.values(row).join(' '))).toEqual([
    'desk voice 1 1 0 1 0 0 0  0',
    'desk email 2 1 0 0 0 0 1 120 0',
  ]);
});

test('backlog by age, and by due date with the breaches to be expected', async () => {
  const {of} = await desk;
  expect(of('backlog-by-age').map((row) => Object.values(row).join(' '))).toEqual([
    '2026-03-03T01:00:00 desk 0 3600 2 1 0',
  ]);
  // of four items that were open 12 and 13 minutes before they were due, two were late
  expect(of('backlog-by-due-date').map((row) => Object.values(row).join(' '))).toEqual([
    `2026-03-02 desk 3 1 2 0 0 0 ${1 / 3} 0 0 0`,
    `2026-03-03 desk 3 1 0 0 0 2 1 ${2 / 3} 1 0`,
  ]);
});

test('task detail and task work detail: an item, then an assignment, a row', async () => {
  const {of} = await desk;
  expect(
    of('task-detail').map(({source, number, outcome, accept_s, handle_s, finish_s, late_s}) =>
      [source, number, outcome, accept_s, handle_s, finish_s, late_s].join(' '),
    ),
  ).toEqual([
    'gold 0 completed 0 660 600 ',
    'gold 1 completed 600 660 1200 300',
    'silver 0 completed 1200 360 1500 600',
    'gold 2 completed 0 660 600 ',
    'silver 1 in hand 0 0  ',
    'silver 2 waiting    ',
  ]);
  expect(of('task-detail')[0]).toMatchObject({attributes: 'segment=gold', due: '2026-03-02T00:15:00', people: '1'});
  const work = of('task-work-detail');
  expect(work.map(({since_s, handle_s, wrap_up_s}) => [since_s, handle_s, wrap_up_s].join(' '))).toEqual([
    '0 660 60',
    '600 660 60',
    '1200 360 60',
    '0 660 60',
    '0  ',
  ]);
});

test('an item that goes through several hands says so, each time', async () => {
  const {of} = await reported(`
to: 2h
demand:
  - source: a
    channel: v
    arrivals: { at: [ 0s, 5m, 10m, 15m, 20m, 25m ] }
    handleTime: 60s
    handling: [ { share: 50%, then: reclassify, set: { kind: other } } ]
    attributes: { kind: plain }
routing:
  segmentation: { columns: [ kind ], rules: [ { if: [ other ], then: second } ], otherwise: first }
  processes: { first: { distribute: ones }, second: { distribute: others } }
  distribution: { ones: { targets: [ { groups: [ one ] } ] }, others: { targets: [ { groups: [ two ] } ] } }
workforce: [ { group: one, agents: 1 }, { group: two, agents: 1 } ]
`);
  const work = of('task-work-detail');
  const tasks = of('task-detail');
  const people = new Set(tasks.map((task) => task.people));
  expect(people).toEqual(new Set(['1', '2']));
  for (const task of tasks) {
    const own = work.filter(({number}) => number === task.number);
    expect(own.map(({group}) => group)).toEqual(own.map((_, i) => (i === 0 ? 'one' : 'two')));
    expect(own.map(({assignment}) => assignment)).toEqual(own.map((_, i) => String(i + 1)));
    expect(new Set(own.map((row) => row.people))).toEqual(new Set([task.people]));
    expect(Number(task.people)).toBe(new Set(own.map(({agent}) => agent)).size);
    expect([task.assignments, task.handle_s]).toEqual([String(own.length), String(60 * own.length)]);
  }
});

const HOSTILE = '=HYPERLINK("https://x"),<b>\\u202e';
const BUSY = `
to: 8h
atEnd: cut
warmUp: 1h
coolDown: 1h
demand:
  - source: ${JSON.stringify(HOSTILE).replaceAll('\\\\', '\\')}
    channel: email
    arrivals: { perHour: 40 }
    handleTime: { exponential: { mean: 4m } }
    patience: { exponential: { mean: 20m } }
    handling: [ { share: 15%, then: park, for: 20m } ]
routing: { segmentation: { otherwise: p }, processes: { p: { sla: 20m } } }
workforce: [ { group: team, agents: 3, offers: { noAnswer: 10%, ringFor: 20s, thenNotReady: 2m } } ]
`;

test('the reports agree with the results of the same replication', async () => {
  const {results, of} = await reported(BUSY);
  const sum = (rows: readonly Row[], column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);
  const tasks = of('task-detail');
  const {created, completed, abandoned} = results.balance;
  expect([tasks.length, completed, abandoned].every((count) => count > 20)).toBe(true);
  expect(tasks).toHaveLength(created);
  const intraday = of('intraday-process');
  expect([sum(intraday, 'new'), sum(intraday, 'completed')]).toEqual([created, completed]);
  expect(tasks.filter(({outcome}) => outcome === 'abandoned')).toHaveLength(abandoned);
  expect(of('task-work-detail')).toHaveLength(sum(tasks, 'assignments'));
  expect(sum(of('backlog-by-due-date'), 'due')).toBe(created);
  const people = of('resource-performance').filter(({by}) => by === 'agent');
  expect(people.map(({accepted}) => Number(accepted))).toEqual(results.agents.map(({answered}) => answered));
  expect(sum(of('not-ready'), 'not_ready_s')).toBeCloseTo(
    results.agents.reduce((total, {notReadySeconds}) => total + notReadySeconds, 0),
  );
  expect(of('not-ready').length).toBeGreaterThan(0);
});

test('a name that is a formula, markup or invisible is text in every report', async () => {
  const {text} = await reported(BUSY);
  expect(text('task-detail')).toContain(`"'=HYPERLINK(""https://x""),<b>\\u{202e}"`);
  for (const {key} of NAMED_REPORTS) {
    expect(
      tableOf(text(key))
        .flat()
        .filter((cell) => /^[=+@\t\r]|^-(?!\d)/.test(cell)),
    ).toEqual([]);
    expect(text(key)).not.toMatch(/\u202e/);
  }
});

test('every column is defined, every report is a file that a later run removes', () => {
  expect(NAMED_REPORTS.length).toBeGreaterThan(10);
  for (const report of NAMED_REPORTS) {
    expect(possiblePaths()).toContain(namedPath(report));
    expect(new Set(report.columns.map(({name}) => name)).size).toBe(report.columns.length);
    for (const {doc} of report.columns) expect(doc).toMatch(/^[^ ].*[.,]$/s);
  }
});

test('the tables of the page come back out of the CSVs as they were', async () => {
  const {text, tables} = await reported(BUSY);
  const rowsOf = (path: string) => {
    const written = text(path.replace(/^reports\/|\.csv$/g, ''));
    return written === '' ? null : tableOf(written).slice(1);
  };
  expect(tables.length).toBeGreaterThan(8);
  expect(readNamedTables(rowsOf)).toEqual(tables);
});

test('the page has every report, its first rows as markup; hostile names are text', async () => {
  const {results, tables} = await reported(BUSY);
  const html = reportPage(results, [], {named: tables});
  for (const {key, title} of tables) expect(html).toContain(`id="report-${key}"><h3>${htmlText(title)}</h3>`);
  expect(html).toContain(`<td class="left">${htmlText('=HYPERLINK("https://x"),<b>\u202e')}</td>`);
  expect(html).not.toContain('<b>');
  expect(reportPage(results, [])).not.toContain('Reports by name');
});

test('the reports that may be long are Parquet too: the same rows, numbers as numbers', async () => {
  const {of, parquets} = await reported(BUSY);
  expect(parquets.map(({path}) => path)).toEqual(['reports/task-detail.parquet', 'reports/task-work-detail.parquet']);
  for (const {path, content} of parquets) {
    expect(possiblePaths()).toContain(path);
    const file = Uint8Array.from(content as Uint8Array).buffer;
    const rows = await parquetReadObjects({file});
    const written = of(path.replace(/^reports\/|\.parquet$/g, ''));
    expect(written.length).toBeGreaterThan(200);
    expect(rows.map((row) => Object.values(row).map((cell) => (cell === null ? '' : String(cell))))).toEqual(
      written.map((row) => Object.values(row).map((cell) => cell.replace(/^'(?==)/, ''))),
    );
    expect(rows.every(({number}) => typeof number === 'number')).toBe(true);
  }
});
