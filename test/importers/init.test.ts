import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {parseTable} from '../../src/csv/table.ts';
import {openRows, textFiles, writeFiles} from '../../src/files/index.ts';
import {type InitOptions, initFromLog} from '../../src/importers/index.ts';
import {InputError} from '../../src/language/problem.ts';
import {readScenario} from '../../src/scenario/read.ts';

const dir = mkdtempSync(join(tmpdir(), 'preroute-init-'));
afterAll(() => rmSync(dir, {recursive: true, force: true}));

function init(lines: readonly string[], more: Partial<InitOptions> = {}) {
  const path = join(dir, 'log.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  const files = initFromLog({path, writtenPath: 'log.csv', name: 'desk', zone: 'UTC', openRows, ...more});
  return Object.fromEntries(files.map(({path: name, content}) => [name, String(content)]));
}

/** The scenario that init writes, read as any other. */
function scenarioOf(files: Readonly<Record<string, string>>) {
  writeFiles(
    dir,
    Object.entries(files).map(([path, content]) => ({path, content})),
  );
  return readScenario(join(dir, 'scenario.yaml'), {files: textFiles(), parseTable}).scenario;
}

function replayIn(scenario: ReturnType<typeof scenarioOf>) {
  const [source] = scenario.demand;
  if (source?.arrivals.kind !== 'replay') throw new Error('expected a replayed source');
  return {source, replay: source.arrivals.replay};
}

const INSTANTS = [
  'received_at,queue,agent,answered_at,transferred_at,ended_at',
  '2026-03-02 08:00:00,100,7,2026-03-02 08:00:10,,2026-03-02 08:02:00',
  '2026-03-02 08:01:00,200,7,2026-03-02 08:02:04,2026-03-02 08:03:00,2026-03-02 08:09:00',
  '2026-03-02 08:10:00,100,,,,2026-03-02 08:10:30',
  '2026-03-02 09:00:00,100,7,2026-03-02 09:00:00,,2026-03-02 09:01:00',
  '2026-03-03 10:00:00,100,8,2026-03-03 10:00:05,,2026-03-03 10:01:05',
];

test('a log of instants: arrival, answer, the first end that is filled; no answer is an abandonment', () => {
  const {source, replay} = replayIn(scenarioOf(init(INSTANTS)));
  expect(replay.columns.arrived).toEqual({kind: 'instant', column: ['received_at']});
  expect(replay.columns.handleTime).toMatchObject({
    kind: 'difference',
    from: {column: ['answered_at']},
    to: {column: ['transferred_at', 'ended_at']},
  });
  expect(replay.columns.recorded).toMatchObject({
    wait: {
      kind: 'difference',
      from: {column: ['received_at']},
      to: {column: ['answered_at', 'transferred_at', 'ended_at']},
    },
    outcome: ['answered_at'],
    abandoned: [''],
    agent: ['agent'],
  });
  expect(replay).toMatchObject({
    sorted: {kind: 'yes'},
    time: {format: null},
    attributes: [{name: 'queue', type: 'text'}],
  });
  // 10 + 64 + 30 + 0 + 5 s waited in all, one hung up.
  expect(source.patience).toMatchObject({fixed: {kind: 'exponential', mean: 109_000}});
  // Of two contacts in a row the second was waiting once: 4 s from one to the next.
  expect(source.wrapUp).toMatchObject({fixed: {mean: 4000}});
});

test('presence is first to last work of a day, cut where nothing was done, left amid the last; queues answered are skills', () => {
  const files = init(INSTANTS);
  expect(files['presence.csv']).toBe(
    [
      'agent,from,to,queue 100,queue 200',
      // answered from 8:02:04 to 8:03:00; the last of the day to take from both queues is done with it
      'agent-1,2026-03-02 08:00:10,2026-03-02 08:02:32,1,1',
      'agent-1,2026-03-02 09:00:00,2026-03-02 09:01:00,1,1',
      'agent-2,2026-03-03 10:00:05,2026-03-03 10:01:05,1,0',
      '',
    ].join('\n'),
  );
  const whole = init(INSTANTS, {breakMs: 3_600_000})['presence.csv'];
  expect(whole?.split('\n')[1]).toBe('agent-1,2026-03-02 08:00:10,2026-03-02 09:01:00,1,1');
  const scenario = scenarioOf(files);
  expect(scenario.workforce).toMatchObject([{name: 'agents', agents: [{name: 'agent-1'}, {name: 'agent-2'}]}]);
  expect(scenario.routing.distribution['queue 100']).toMatchObject({
    targets: [{who: {kind: 'skills', expression: 'queue 100 >= 1'}}],
  });
  expect(scenario.routing.processes['queue 200']).toMatchObject({answerWithinMs: 20_000, distribute: 'queue 200'});
});

const OUTCOMES = ['AGENT', 'GONE', 'GHOST'];
/** Date and times apart, midnight for what did not happen, a name for nobody, an outcome that is no contact. */
function timesApart(): string[] {
  const rows = ['day date\tprio\tline\tq_start\tq_exit\tq_time\tresult\tser_start\tser_exit\tser_time\tserver'];
  for (let i = 0; i < 90; i++) {
    const clock = (seconds: number) =>
      `9:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
    const result = OUTCOMES[i % 3];
    const start = 30 * i;
    const waits = i % 6 < 3 ? 10 : 0;
    const queue = waits > 0 ? [clock(start), clock(start + waits), waits] : ['0:00:00', '0:00:00', 0];
    const served =
      result === 'GONE' ? ['0:00:00', '0:00:00', 0] : [clock(start + waits), clock(start + waits + 20), 20];
    const server = result === 'AGENT' ? `S${i % 5}` : 'NOBODY';
    rows.push(['260302', i % 2 ? 2 : 1, 'A', ...queue, result, ...served, server].join('\t'));
  }
  // One row of an earlier day at the end: not in order.
  rows.push(['260301', 1, 'A', '9:00:00', '9:00:10', 10, 'AGENT', '9:00:10', '9:00:30', 20, 'S1'].join('\t'));
  return rows;
}

test('a log of times apart: what stands for nothing is found, and who is no contact', () => {
  const files = init(timesApart(), {credit: {2: 90_000}});
  const {replay} = replayIn(scenarioOf(files));
  expect(replay.time.format).toBe('yyMMdd H:mm:ss');
  expect(replay.empty).toEqual(['', '0:00:00', 'NOBODY']);
  expect(replay.sorted).toEqual({kind: 'no'});
  expect(replay.where).toBe('result = "AGENT" or result = "GONE" and q_time > 0');
  expect(replay.columns.arrived).toEqual({kind: 'dateAndTime', date: ['day date'], time: ['q_start', 'ser_start']});
  expect(replay.columns.recorded).toMatchObject({
    wait: {kind: 'column', column: ['q_time'], unitMs: 1000},
    outcome: ['result'],
    abandoned: ['GONE'],
  });
  expect(replay.attributes.map(({name}) => name)).toEqual(['line', 'prio']);
  expect(scenarioOf(files).routing.priorities.waiting?.credit).toEqual({attribute: 'prio', values: {2: 90_000}});
  expect(files['README.md']).toContain('91 rows, of which 46 are contacts');
  expect(files['README.md']).toContain('Outcomes: answered `AGENT`; abandoned `GONE`; no contacts `GHOST`.');
});

test('a channel column and its values, ids, day-first dates', () => {
  const {source, replay} = replayIn(
    scenarioOf(
      init([
        'Case Id;Created;Closed;Media;Owner;Effort',
        'a;13/03/2026 08:00;13/03/2026 08:10;Phone call;Ann;60',
        'b;14/03/2026 08:00;14/03/2026 08:10;Web chat;Bob;60',
      ]),
    ),
  );
  expect(replay.time.format).toBe('dd/MM/yyyy H:mm');
  expect(replay.columns).toMatchObject({id: ['Case Id'], handleTime: {kind: 'column', column: ['Effort']}});
  expect(source.channel).toEqual({column: ['Media'], values: {'Phone call': 'voice', 'Web chat': 'chat'}});
});

test('corrections come first; what is not understood is a problem that says how to name it', () => {
  const corrected = replayIn(scenarioOf(init(INSTANTS, {columns: {ended: 'ended_at', queue: ''}}))).replay;
  expect(corrected.columns.handleTime).toMatchObject({to: {column: ['ended_at']}});
  expect(corrected.attributes).toEqual([]);
  const problems = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      if (error instanceof InputError) return error.problems.map(({message, hint}) => [message, hint]);
      throw error;
    }
    throw new Error('expected a problem');
  };
  expect(problems(() => init(['stamp,who', '2026-03-02 08:00,Ann']))).toEqual([
    [
      'expected a column for `arrived` (when the contact came in), recognised none',
      'name it: --column arrived=…; the columns that look like times are stamp',
    ],
  ]);
  expect(problems(() => init(INSTANTS, {columns: {arived: 'x', agent: 'who'}}))).toEqual([
    [expect.stringContaining('--column arived: expected one of'), 'did you mean arrived?'],
    [
      '--column agent=who: expected a column of the header, found none of this name',
      'the columns are received_at, queue, agent, answered_at, transferred_at, ended_at',
    ],
  ]);
});

test('what a log contains is text in the scenario and never a formula in the presence', () => {
  const files = init(
    [
      'received_at,queue,agent,answered_at,ended_at',
      '2026-03-02 08:00:00,"a: [b], ""c"" #d",=cmd(),2026-03-02 08:00:10,2026-03-02 08:02:00',
      '2026-03-02 08:05:00,true,=cmd(),2026-03-02 08:05:10,2026-03-02 08:06:00',
    ],
    {keepNames: true},
  );
  expect(files['presence.csv']).toContain("'=cmd(),2026-03-02 08:00:10");
  const scenario = scenarioOf(files);
  expect(scenario.workforce[0]?.agents).toMatchObject([{name: '=cmd()'}]);
  expect(Object.keys(scenario.routing.processes).sort()).toEqual(['a: [b], "c" #d', 'true']);
});

test('a log that names nobody gets as many agents as its busiest hour asks for', () => {
  const rows = Array.from({length: 60}, (_, i) => {
    const minute = String(i).padStart(2, '0');
    return `2026-03-02 09:${minute}:00,${i % 2 ? 'red' : 'blue'},300`;
  });
  const files = init(['received_at,queue,handle_s', ...rows, '2026-03-02 11:00:00,red,300'], {
    columns: {handleTime: 'handle_s'},
  });
  expect(Object.keys(files)).toEqual(['scenario.yaml', 'README.md']);
  // 60 contacts of 300 s are 5 hours of work; at 85 % that is 5.9 agents.
  const [group] = scenarioOf(files).workforce;
  expect(group).toMatchObject({agents: [{kind: 'shift', count: 6}], skills: {blue: 1, red: 1}});
  expect(files['README.md']).toContain('The log names nobody. 6 agents');
  expect(files['README.md']).not.toContain('presence.csv');
});

test('a stray cell makes no other column, and is counted', () => {
  const rows = Array.from(
    {length: 40},
    (_, i) =>
      `2026-03-02 09:${String(i).padStart(2, '0')}:00,red,Ann,2026-03-02 09:${String(i).padStart(2, '0')}:30,60`,
  );
  const files = init(['received_at,queue,agent,answered_at,handle_s', ...rows, 'Total: 40,,,,2400'], {
    columns: {handleTime: 'handle_s'},
  });
  expect(files['README.md']).toContain('41 rows, of which 40 are contacts');
  expect(replayIn(scenarioOf(files)).replay.columns.arrived).toEqual({kind: 'instant', column: ['received_at']});
});

test.each([
  ['nothing under the header', ['received_at,agent'], 'expected rows under the header, found none'],
  ['no row like the header', ['received_at,agent', 'a', 'b'], 'expected rows under the header, with 2 cells each'],
  [
    'a column that holds no times',
    ['received_at,agent', 'Ann,Bob'],
    'expected times in the column "received_at" of arrivals, found values such as "Ann"',
  ],
])('%s', (_, lines, says) => {
  expect(() => init(lines, {columns: {arrived: 'received_at'}})).toThrow(says);
});
