import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {parseTable} from '../../src/csv/table.ts';
import {openRows, textFiles, writeFiles} from '../../src/files/index.ts';
import {findingsIn} from '../../src/importers/findings.ts';
import {type InitOptions, initFromLog} from '../../src/importers/index.ts';
import {readScenario} from '../../src/scenario/read.ts';

const dir = mkdtempSync(join(tmpdir(), 'preroute-logs-'));
afterAll(() => rmSync(dir, {recursive: true, force: true}));

function options(logs: Readonly<Record<string, readonly string[]>>, more: Partial<InitOptions> = {}): InitOptions {
  const files = Object.entries(logs).map(([name, lines]) => {
    writeFileSync(join(dir, name), `${lines.join('\n')}\n`);
    return {path: join(dir, name), writtenPath: name};
  });
  const [first, ...others] = files;
  if (!first) throw new Error('expected a log');
  return {...first, more: others, name: 'desk', zone: 'UTC', openRows, ...more};
}

function scenarioOf(made: InitOptions) {
  writeFiles(dir, initFromLog(made));
  return readScenario(join(dir, 'scenario.yaml'), {files: textFiles(), parseTable}).scenario;
}

const CALLS = [
  'received_at,queue,agent,answered_at,ended_at',
  '2026-03-02 08:00:00,sales,Ann Lee,2026-03-02 08:00:10,2026-03-02 08:02:00',
  '2026-03-02 08:05:00,help,Bob Ray,2026-03-02 08:05:20,2026-03-02 08:09:00',
];
const CHATS = [
  'Created;Topic;Owner;Started;Finished',
  '02.03.2026 09:00:00;help;Ann Lee;02.03.2026 09:00:30;02.03.2026 09:05:00',
];
const CASES = [
  'received_at,agent,answered_at,ended_at',
  '2026-03-02 10:00:00,Cy Doe,2026-03-02 11:00:00,2026-03-02 11:30:00',
];

test('calls, chats and cases in a file each are sources of one scenario, and an agent of two of them is one', () => {
  const made = options({'calls.csv': CALLS, 'chats.csv': CHATS, 'cases.csv': CASES});
  const {demand, routing, workforce} = scenarioOf(made);
  expect(demand.map(({name, channel}) => [name, channel])).toEqual([
    ['calls', {name: 'voice'}],
    ['chats', {name: 'chat'}],
    ['cases', {name: 'workitem'}],
  ]);
  expect(Object.keys(routing.processes).sort()).toEqual(['cases', 'help', 'sales']);
  expect(workforce[0]?.agents).toMatchObject([{name: 'agent-1'}, {name: 'agent-2'}, {name: 'agent-3'}]);
  const {facts, logs} = findingsIn(made);
  expect(facts).toMatchObject({rows: 4, items: 4});
  expect(logs.map(({counts}) => [...counts.queues])).toEqual([
    [
      ['sales', 1],
      ['help', 1],
    ],
    [['help', 1]],
    [['cases', 1]],
  ]);
  // Ann answered a call and a chat.
  expect(facts.work.get('agent-1')?.map(({queue}) => queue)).toEqual(['sales', 'help']);
});

test('nobody is named in what is written, unless that is wanted; numbers are the same each time', () => {
  const made = options({'calls.csv': CALLS, 'chats.csv': CHATS});
  const text = (one: InitOptions) =>
    initFromLog(one)
      .map(({content}) => String(content))
      .join('\n');
  expect(text(made)).not.toMatch(/Ann|Bob|Lee|Ray/);
  expect(text(made)).toBe(text(made));
  expect(text({...made, keepNames: true})).toContain('Ann Lee,2026-03-02 08:00:10');
});

const rowsOf = (rows: readonly string[]) => ['case_id,received_at,agent,answered_at,ended_at', ...rows];
const row = (id: string, arrived: string, agent: string, answered: string, ended: string) =>
  [id, ...[arrived, answered, ended].map((time) => `2026-03-02 ${time}`)].toSpliced(2, 0, agent).join(',');

test('rows that share an id and come soon after its first are assignments of one item', () => {
  const {logs, facts} = findingsIn(
    options({
      'log.csv': rowsOf([
        row('a', '08:00:00', 'Ann', '08:00:10', '08:05:00'),
        row('a', '08:00:00', 'Bob', '08:06:00', '08:09:00'),
        row('b', '08:20:00', 'Ann', '08:20:10', '08:25:00'),
      ]),
    }),
  );
  expect(logs).toMatchObject([{ids: 'visit', replay: {onRepeat: 'visit', columns: {id: ['case_id']}}}]);
  expect(logs[0]?.counts).toMatchObject({rows: 3, items: 2, visits: 1, bad: 0});
  expect([...facts.work].map(([agent, work]) => [agent, work.length])).toEqual([
    ['agent-1', 2],
    ['agent-2', 1],
  ]);
});

test('rows that stand twice count once; an id that comes back another day names no item', () => {
  const once = row('a', '08:00:00', 'Ann', '08:00:10', '08:05:00');
  const other = row('b', '08:20:00', 'Ann', '08:20:10', '08:25:00');
  const copied = findingsIn(options({'log.csv': rowsOf([once, once, other])}));
  expect(copied.logs).toMatchObject([{ids: 'reject', counts: {rows: 3, items: 2, bad: 1}}]);
  expect(copied.facts.work.get('agent-1')).toHaveLength(2);
  const back = options({'log.csv': rowsOf([once, row('a', '15:20:00', 'Ann', '15:20:10', '15:25:00')])});
  expect(findingsIn(back).logs).toMatchObject([{ids: 'none', counts: {items: 2, bad: 0}, replay: {columns: {id: []}}}]);
  expect(findingsIn({...back, repeats: 'visit'}).logs).toMatchObject([{ids: 'visit', counts: {items: 1, visits: 1}}]);
});

test('rows are chosen by what a column holds', () => {
  const {logs} = findingsIn(options({'calls.csv': CALLS, 'cases.csv': CASES}, {where: {queue: ['sales']}}));
  expect(logs.map(({counts, replay}) => [counts.items, counts.filtered, replay.where])).toEqual([
    [1, 1, 'queue = "sales"'],
    [1, 0, undefined],
  ]);
});
