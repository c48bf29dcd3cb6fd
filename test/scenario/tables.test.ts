// CSV files that a scenario names: what is wrong with them points into them.
import {describe, expect, test} from 'vitest';
import {changed, ENTRY, ONE_QUEUE, problemsOf, read} from './texts.ts';

const RATES = changed('{ perHour: 60, during: office }', '{ perInterval: { file: calls.csv, interval: 30m } }');
const DUTY = changed('agents: { early: 6, late: 6 }', 'onDuty: { file: duty.csv }').replace(
  /shifts:[\s\S]*?workforce:/,
  'workforce:',
);
const ROSTER = `${ONE_QUEUE.replace('goals:', '  - { roster: agents.csv, presence: presence.csv, capacity: one }\ngoals:')}`;

const rates = (csv: string) => problemsOf(RATES, {texts: {'centre/calls.csv': csv}});

describe('rates by interval', () => {
  test('are read, with or without a byte-order mark and Windows newlines', () => {
    const expected = [{weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], fromMs: 32_400_000, count: 12.5}];
    for (const csv of [
      'weekday,start,count\nmon-fri,09:00,12.5\n',
      '\uFEFFweekday;start;count\r\nMonday-Friday;9:00;12.5\r\n',
    ])
      expect(read(RATES, {texts: {'centre/calls.csv': csv}}).scenario.demand[0]?.arrivals).toEqual({
        kind: 'perInterval',
        widthMs: 1_800_000,
        rows: expected,
      });
  });

  test('without a weekday hold for every day', () => {
    const {scenario} = read(RATES, {texts: {'centre/calls.csv': 'start,count\n09:00,12\n'}});
    expect(scenario.demand[0]?.arrivals).toMatchObject({
      rows: [{weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']}],
    });
  });

  test('may be written out', () => {
    const text = changed(
      '{ perHour: 60, during: office }',
      '{ perInterval: { interval: 1h, from: 08:00, counts: { mon: [ 3, 4.5 ], tue-fri: [ 2 ] } } }',
    );
    expect(read(text).scenario.demand[0]?.arrivals).toMatchObject({
      widthMs: 3_600_000,
      rows: [
        {weekdays: ['mon'], fromMs: 28_800_000, count: 3},
        {weekdays: ['mon'], fromMs: 32_400_000, count: 4.5},
        {weekdays: ['tue', 'wed', 'thu', 'fri'], fromMs: 28_800_000, count: 2},
      ],
    });
  });

  test.each([
    ['an empty file', '', 1, 'found an empty file'],
    ['a header alone', 'weekday,start,count\n', 1, 'expected at least one row under the header'],
    ['a missing column', 'weekday,start,calls\nmon,09:00,12\n', 1, 'expected a column "count"'],
    [
      'unequal columns',
      'weekday,start,count\nmon,09:00,12\nmon,09:30\n',
      3,
      'expected 3 cells as in the header, found 2',
    ],
    ['no weekday', 'weekday,start,count\nmom,09:00,12\n', 2, 'found "mom"'],
    [
      'no time',
      'weekday,start,count\nmon,nine,12\n',
      2,
      'expected a time of day such as 08:30 in column "start", found "nine"',
    ],
    ['no number', 'weekday,start,count\nmon,09:00,"1,2"\n', 2, 'in column "count", found "1,2"'],
    [
      'a negative number',
      'weekday,start,count\nmon,09:00,-3\n',
      2,
      'that is not negative in column "count", found "-3"',
    ],
    ['an interval twice', 'weekday,start,count\nmon-fri,09:00,12\nwed,09:00,3\n', 3, 'found wed 09:00 a second time'],
    ['overlapping intervals', 'weekday,start,count\nmon,09:00,12\nmon,09:15,3\n', 3, 'found mon 09:15 after 09:00'],
    [
      'something to run',
      `weekday,start,count\nmon,09:00,=cmd|\u001b[31m${'x'.repeat(200)}\n`,
      2,
      '"=cmd|\\u{1b}[31mxxxx',
    ],
  ])('%s is one problem, in its line', (_, csv, line, says) => {
    const problems = rates(csv);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      severity: 'error',
      at: {file: 'centre/calls.csv', line},
      path: 'demand.line.arrivals.perInterval.file',
    });
    expect(problems[0]?.message).toContain(says);
    expect(problems[0]?.message.length).toBeLessThan(200);
  });
});

describe('head counts', () => {
  test('take the width of their rows where none is said', () => {
    const {scenario} = read(DUTY, {
      texts: {'centre/duty.csv': 'weekday,start,agents\nmon,09:00,2\nmon,10:00,5\nmon,11:00,0\n'},
    });
    expect(scenario.workforce[0]?.agents).toEqual([
      {
        kind: 'headCount',
        widthMs: 3_600_000,
        rows: [
          {weekdays: ['mon'], fromMs: 32_400_000, agents: 2},
          {weekdays: ['mon'], fromMs: 36_000_000, agents: 5},
          {weekdays: ['mon'], fromMs: 39_600_000, agents: 0},
        ],
      },
    ]);
  });

  test('are whole', () => {
    const problems = problemsOf(DUTY, {texts: {'centre/duty.csv': 'weekday,start,agents\nmon,09:00,2.5\n'}});
    expect(problems.map(({message}) => message)).toEqual(['expected whole numbers of agents, found 2.5']);
  });
});

describe('rosters', () => {
  const agents = 'name,group,shift,Voice,Chat\nAnn,team,early,9,\nBob,guests,,3,4\n';
  const presence =
    'agent,from,to,Chat\nBob,2026-03-02 09:00,2026-03-02 12:00,5\nBob,2026-03-02 13:00,2026-03-02 17:00,\n';

  test('give agents by name, the rest from their group or from the roster', () => {
    const texts = {'centre/agents.csv': agents, 'centre/presence.csv': presence};
    const [, ann, bob] = read(ROSTER, {texts}).scenario.workforce;
    expect(ann).toMatchObject({
      name: 'team',
      capacity: 'one',
      skills: {Voice: 7},
      agents: [{kind: 'shift', shift: 'early', count: 1, names: ['Ann'], skills: {Voice: 9}}],
    });
    expect(bob).toMatchObject({
      name: 'guests',
      capacity: 'one',
      agents: [{kind: 'presence', name: 'Bob', skills: {Voice: 3, Chat: 4}}],
    });
    expect(bob?.agents[0]).toMatchObject({
      spells: [{skills: {Chat: 5}}, {fromEpochMs: Date.UTC(2026, 2, 2, 12), toEpochMs: Date.UTC(2026, 2, 2, 16)}],
    });
  });

  test.each([
    ['an unknown shift', agents.replace('early', 'erly'), presence, 'centre/agents.csv', 2, 'erly'],
    ['a name twice', agents.replace('Bob', 'Ann'), presence.replaceAll('Bob', 'Ann'), 'centre/agents.csv', 3, 'Ann'],
    ['presence of nobody', agents, presence.replace('Bob', 'Bop'), 'centre/presence.csv', 2, 'Bop'],
    [
      'a spell that ends before it starts',
      agents,
      presence.replace('2026-03-02 12:00', '2026-03-02 08:00'),
      'centre/presence.csv',
      2,
      '',
    ],
  ])('%s is a problem in its line', (_, roster, spells, file, line, says) => {
    const problems = problemsOf(ROSTER, {texts: {'centre/agents.csv': roster, 'centre/presence.csv': spells}});
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({at: {file, line}});
    expect(problems[0]?.message).toContain(says);
  });

  test('presence outside the horizon is a problem', () => {
    const texts = {'centre/agents.csv': agents, 'centre/presence.csv': presence.replaceAll('2026-', '2025-')};
    expect(problemsOf(ROSTER, {texts})).toMatchObject([
      {at: {file: ENTRY}, message: 'expected presence of guests inside the horizon, found all 2 spells outside it'},
    ]);
  });
});

describe('logs', () => {
  const replayed = (mapping: string) =>
    changed(
      '    arrivals: { perHour: 60, during: office }',
      `    replay: { file: log.csv, columns: { arrived: at, ${mapping} } }`,
    );
  const texts = {'centre/log.csv': 'at,wait,agent\n2026-03-02 09:00,3,Ann\n'};

  test('are mapped, their defaults filled in', () => {
    const {arrivals} = read(replayed('recorded: { wait: wait }'), {texts}).scenario.demand[0] ?? {};
    expect(arrivals).toMatchObject({
      kind: 'replay',
      replay: {
        file: 'log.csv',
        path: 'centre/log.csv',
        time: {format: null, zone: 'Europe/Madrid'},
        columns: {
          id: [],
          arrived: {kind: 'instant', column: ['at']},
          recorded: {wait: {kind: 'column', column: ['wait'], unitMs: 1000}, outcome: []},
        },
        empty: [''],
        sorted: {kind: 'yes'},
        onRepeat: 'visit',
        onBadRow: 'count',
        separator: null,
      },
    });
  });

  test.each([
    [
      'a column that is not there',
      'recorded: { wait: weit }',
      'demand.line.replay.columns.recorded.wait',
      'found "weit"',
      'did you mean wait?',
    ],
    [
      'a wrong format',
      'wrapUp: wait } , time: { format: "dd/mm/yyyy" ',
      'demand.line.replay.time.format',
      'mm is minutes',
      undefined,
    ],
    [
      'a wrong order',
      'wrapUp: wait }, sorted: { ',
      'demand.line.replay.sorted',
      'expected true or false or text, found',
      undefined,
    ],
  ])('%s is one problem', (_, mapping, path, says, hint) => {
    const problems = problemsOf(replayed(mapping), {texts});
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]?.message).toContain(says);
    if (hint) expect(problems[0]?.hint).toContain(hint);
  });
});
