/** `run --journal`, as people type it, and what docs/journal.md says of it. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {type JournalEvent, OBSTACLE_NAMES} from '../../src/journal/index.ts';
import {type Outcome, typed} from '../cli/program.ts';
import {folderWith, ROOT} from './preroute.ts';
import {tablesOf} from './readme.ts';
import {toldOf} from './rules/told.ts';

const PAGE = readFileSync(join(ROOT, 'docs/journal.md'), 'utf8');
const block = (kind: string) => new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(PAGE)?.[1] ?? '';

let folder: string;
let first: Outcome;
const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');
const run = (...words: string[]) => typed('run', at('desk.yaml'), '--charts', 'none', '--workers', '1', ...words);
const eventsIn = (out: string): JournalEvent[] =>
  read(`${out}/journal.jsonl`)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

beforeAll(async () => {
  folder = folderWith({'desk.yaml': block('yaml'), 'log.csv': block('csv')});
  first = await run('--journal', '--items', '--out', at('one'));
});

describe('the page says what the program writes', () => {
  test('the text, in 80 columns', () => {
    const text = read('one/journal.txt');
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(text).toBe(block('text'));
  });

  test('the line of JSON', () => {
    const lines = read('one/journal.jsonl').split('\n');
    expect(lines).toContain(JSON.stringify(JSON.parse(block('json'))));
  });

  test('events and their fields, and everything that may stand in the way', async () => {
    const [, obstacles, fields] = tablesOf(PAGE);
    expect(obstacles?.rows.map(([why]) => why)).toEqual(OBSTACLE_NAMES.slice(1).map((name) => `\`${name}\``));
    const names = (cell: string | undefined) => [...(cell ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
    const documented = new Map(fields?.rows.map(([event, , cell]) => [names(event)[0] ?? '', names(cell)]));
    const events = [
      ...eventsIn('one'),
      ...(await toldOf(EVERYTHING, {'who.csv': WHO})),
      ...(await toldOf(PUT_OFF, SAID)),
      ...(await toldOf(LIVES)),
    ];
    const met = new Map<string, Set<string>>();
    for (const {at: _at, ms: _ms, event, ...rest} of events)
      met.set(event, new Set([...(met.get(event) ?? []), ...Object.keys(rest)]));
    expect([...met.keys()].sort()).toEqual([...documented.keys()].sort());
    for (const [event, keys] of met) for (const key of keys) expect(documented.get(event), event).toContain(key);
  });
});

test('says where it is, and tells what the rehearsal measured', () => {
  const events = eventsIn('one');
  expect([first.code, first.err]).toEqual([0, '']);
  expect(first.out.split('\n').slice(-2)).toEqual([`Journal of ${events.length} events: ${at('one/journal.txt')}`, '']);
  expect(events.every((event, i) => i === 0 || event.ms >= (events[i - 1]?.ms ?? 0))).toBe(true);
  const [header = '', ...rows] = read('one/items.csv').trimEnd().split('\n');
  const column = (name: string, row: string) => row.split(',')[header.split(',').indexOf(name)] ?? '';
  const measured = rows
    .filter((row) => column('agent', row) !== '')
    .map((row) => [
      `${column('source', row)}.${column('number', row)}`,
      column('agent', row),
      Number(column('answered_s', row)),
      Number(column('priority', row)),
    ]);
  const told = events.flatMap((event) =>
    event.event === 'answered' ? [[event.item, event.agent, event.ms / 1000, event.priority]] : [],
  );
  expect(told.length).toBeGreaterThan(2);
  expect([...told].sort()).toEqual([...measured].sort());
});

test('a later run without it leaves no journal of another', async () => {
  await run('--journal', '--out', at('twice'));
  expect(existsSync(at('twice/journal.txt'))).toBe(true);
  await run('--out', at('twice'));
  expect(readdirSync(at('twice')).filter((name) => name.startsWith('journal'))).toEqual([]);
});

describe('a part of it', () => {
  test('one item, by its name or its id in the log: what happened to it, and who was chosen before it', async () => {
    const {code} = await run('--journal', '--item', 'calls.2', '--out', at('item'));
    expect(code).toBe(0);
    expect(eventsIn('item').map((event) => `${event.ms} ${'item' in event ? event.item : ''} ${event.event}`)).toEqual([
      '11500 calls.2 created',
      '11500 calls.2 waits',
      '40000 calls.1 decided',
      '71500 calls.2 abandoned',
    ]);
    await run('--journal', '--item', 'K-18', '--out', at('id'));
    expect(new Set(eventsIn('id').map((event) => 'item' in event && event.item))).toEqual(new Set(['log.1']));
  });

  test('a window, by local time or by time since the start, its end left out', async () => {
    await run('--journal', '--from', '09:00:35', '--to', '40s', '--out', at('window'));
    const within = eventsIn('one').filter(({ms}) => ms >= 35_000 && ms < 40_000);
    expect(within.length).toBeGreaterThan(1);
    expect(eventsIn('window')).toEqual(within);
    const {out} = await run('--journal=2', '--from', '2026-03-02T09:09', '--to', '9m30s', '--out', at('none'));
    expect(out).toContain(`Journal, empty: nothing happens in that time: ${at('none/journal.txt')}\n`);
    expect(read('none/journal.jsonl')).toBe('');
  });

  test('another replication; before the scenario or after it', async () => {
    const {code} = await typed('run', '--journal', '2', at('desk.yaml'), '--charts', 'none', '--out', at('second'));
    expect(code).toBe(0);
    expect(eventsIn('second')).toEqual(eventsIn('one')); // nothing is drawn in it
    const bare = await typed('run', '--journal', at('desk.yaml'), '--charts', 'none', '--out', at('bare'));
    expect([bare.code, eventsIn('bare').length]).toEqual([0, eventsIn('one').length]);
  });
});

test.each([
  ['--journal --replications 0', '--replications expects a whole number of at least 1, found 0.'],
  ['--journal 3', '--journal 3: the scenario has 2 replications.'],
  ['--journal=x', '--journal expects the number of a replication, or nothing, found "x".'],
  ['--journal --journal', '--journal is given 2 times: give it once.'],
  [
    '--journal --item cals.0',
    'There is no item "cals.0": expected source.number such as calls.0, or the id that a log gives it.',
  ],
  [
    '--journal --item K-19',
    'There is no item "K-19": expected source.number such as calls.0, or the id that a log gives it.',
  ],
  ['--journal --item calls.99', 'Item "calls.99" does not come in replication 1.'],
  ['--item calls.0', '--item says what the journal is to tell: add --journal.'],
  ['--to 3m', '--to says what the journal is to tell: add --journal.'],
  [
    '--journal --from noon',
    '--from expects a local time such as 08:30 or 2026-03-02T08:30, or a duration after the start such as 2h, found "noon".',
  ],
  ['--journal --from 5m --to 09:05', '--to 09:05 is not after --from 5m.'],
  ['--journal --json', '--journal writes files: with --json, name their folder with --out.'],
])('%s', async (words, message) => {
  const out = words.endsWith('--json') ? [] : ['--out', at('wrong')];
  const {code, err} = await run(...words.split(' '), ...out);
  expect(code).toBe(2);
  expect(err.replaceAll(/\s+/g, ' ')).toContain(message);
  const left = existsSync(at('wrong')) ? readdirSync(at('wrong')) : [];
  expect(left.filter((name) => name.startsWith('journal'))).toEqual([]);
});

/** Little of everything that a journal tells. */
const EVERYTHING = `
from: 2026-03-02
to: 3h
atEnd: cut
calendars: { early: { open: { daily: 00:00-01:00 } } }
demand:
  - { source: e, channel: email, arrivals: { at: [ 1m, 105m ] }, handleTime: 10m, wrapUp: 1m }
  - { source: c, channel: chat, arrivals: { at: [ 2m ] }, handleTime: 20m }
  - { source: v, channel: voice, arrivals: { at: [ 3m, 4m, 30m ] }, handleTime: 5m, patience: 1m, redial: { share: 99.9999%, after: 10m, atMost: 1 } }
  - { source: f, channel: fax, arrivals: { at: [ 7m, 61m ] }, handleTime: 1m, preferredAgent: { from: [ t ] } }
  - { source: w, channel: work, arrivals: { at: [ 62m ] }, handleTime: 1m, confirmed: 4m }
  - { source: x, channel: work, arrivals: { at: [ 70m ] }, handleTime: 1m, confirmed: 330s }
routing:
  segmentation: { columns: [ channel ], rules: [ { if: [ fax ], then: f } ], otherwise: p }
  processes: { p: { distribute: d, confirmWithin: 5m }, f: { open: early, sla: 10m, distribute: d } }
  distribution: { d: { preferredAgent: { for: 1m }, targets: [ { groups: t, for: 30s }, { skills: S > 1, for: 10s }, { everyone: true } ] } }
  capacity:
    r: { email: { max: 1, interruptedBy: [ voice ] }, voice: { max: 1 }, chat: { max: 1, notWhile: { voice: 1 } }, fax: { max: 1, notWhile: { email: 1 } }, holdBackFor: [ fax ] }
shifts: { s: { mon: 00:00-02:00, breaks: [ { at: 01:50, for: 5m } ] } }
workforce:
  - { group: t, agents: 1, shift: s, capacity: r }
  - { group: u, agents: 1, shift: s, offers: { noAnswer: 99.9999%, ringFor: 20s, thenNotReady: 2m } }
  - { group: w, presence: who.csv }
`;
const WHO = 'agent,from,to,S\nWu,2026-03-02T01:00,2026-03-02T01:20,1\nWu,2026-03-02T01:20,2026-03-02T02:00,2\n';
/** One is closed for want of a reply, one canceled while it is in hand. */
const PUT_OFF = `
from: 2026-03-02
to: 3h
demand:
  - source: w
    channel: work
    replay: { file: log.csv, columns: { id: id, arrived: at }, commands: { file: said.csv } }
    handleTime: 1m
    handling: [ { share: 98%, then: pending, reply: { uniform: { min: 5m, max: 9m } }, closeAfter: 5m, clock: stopped } ]
routing: { segmentation: { otherwise: p }, processes: { p: { sla: 1h, milestones: [ { name: m, when: completed, within: 30s, clock: always, warnAt: 50% } ] } } }
workforce: [ { group: t, agents: 1 } ]
`;
const SAID = {
  'log.csv': 'id,at\na,2026-03-02T00:00\nb,2026-03-02T00:01\n',
  'said.csv': 'time,id,command\n2026-03-02T00:01:30,b,cancel\n',
};

/** What agents park and take out of their inbox, what opens other work, what moves on, what a lead comes to. */
const LIVES = `
from: 2026-03-02
to: 6h
stages: { NEW: queued }
demand:
  - source: orders
    channel: work
    arrivals: { at: [ 1m ] }
    handleTime: 1m
    handling: [ { share: 99%, then: workOrder, open: back, handleTime: 1m, finish: none } ]
  - source: leads
    channel: work
    kind: lead
    arrivals: { at: [ 2m ] }
    handleTime: 1m
    conversion: { share: 10%, halvesEvery: 1d }
    dispositions: { interested: 50%, not: 50% }
  - { source: moved, channel: work, arrivals: { at: [ 10m ] }, handleTime: 1m, handling: [ { share: 98%, then: transfer, to: { process: back } } ] }
  - { source: parked, channel: work, arrivals: { at: [ 20m ] }, handleTime: 1m, handling: [ { share: 98%, then: park, for: 10h } ] }
  - { source: mail, channel: mail, arrivals: { at: [ 30m ] }, handleTime: 1m }
routing:
  segmentation: { columns: [ channel ], rules: [ { if: [ mail ], then: inbox } ], otherwise: front }
  processes: { front: {}, back: {}, inbox: { pull: { by: owner } } }
shifts: { s: { mon: 00:00-02:00 } }
workforce: [ { group: t, agents: 2, shift: s } ]
`;
