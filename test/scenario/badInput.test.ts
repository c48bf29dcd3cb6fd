// Each slip gives one clear problem, in its line, with what to do.
import {describe, expect, test} from 'vitest';
import {changed, ENTRY, ONE_QUEUE, problemsOf} from './texts.ts';

interface Slip {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly line: number;
  readonly path?: string;
  readonly says: string;
  readonly hint?: string;
}

const ERRORS: readonly Slip[] = [
  {
    what: 'unknown key',
    from: 'channel: voice',
    to: 'chanel: voice',
    line: 9,
    path: 'demand.line.chanel',
    says: 'found "chanel"',
    hint: 'did you mean channel?',
  },
  {
    what: 'unknown key at the top',
    from: 'goals:',
    to: 'gaols:',
    line: 34,
    path: 'gaols',
    says: 'found "gaols"',
    hint: 'did you mean goals?',
  },
  {
    what: 'kind of source that does not exist',
    from: '    patience:',
    to: '    kind: led\n    patience:',
    line: 13,
    says: 'expected lead, found "led"',
  },
  {
    what: 'outcome that does not exist',
    from: '    patience:',
    to: '    handling: [ { share: 100%, then: vanish } ]\n    patience:',
    line: 13,
    says: 'found "vanish"',
  },
  {
    what: 'missing key',
    from: '    handleTime: { lognormal: { mean: 4m, cv: 0.9 } }\n',
    to: '',
    line: 8,
    path: 'demand.line',
    says: 'expected the key handleTime, found none',
  },
  {
    what: 'bare number for a duration',
    from: 'mean: 4m',
    to: 'mean: 4',
    line: 12,
    path: 'demand.line.handleTime.lognormal.mean',
    says: 'the bare number 4',
  },
  {
    what: 'wrong unit',
    from: 'mean: 4m',
    to: 'mean: 4 minutes',
    line: 12,
    says: 'expected a duration such as 15s, 4m, 1h30m or 2d, found "4 minutes"',
  },
  {
    what: 'negative duration',
    from: 'mean: 4m',
    to: 'mean: -4m',
    line: 12,
    says: 'expected a duration that is not negative, found "-4m"',
  },
  {
    what: 'unknown distribution',
    from: 'lognormal: {',
    to: 'lognorml: {',
    line: 12,
    says: 'found "lognorml"',
    hint: 'did you mean lognormal?',
  },
  {what: 'unknown parameter', from: 'cv: 0.9', to: 'cvv: 0.9', line: 12, says: 'found "cvv"', hint: 'did you mean cv?'},
  {
    what: 'unknown calendar of arrivals',
    from: 'during: office',
    to: 'during: ofice',
    line: 10,
    path: 'demand.line.arrivals.during',
    says: 'expected a known calendar, found "ofice"',
    hint: 'did you mean office?',
  },
  {
    what: 'unknown calendar of a process',
    from: 'sla: 8h, clock: office',
    to: 'sla: 8h, clock: ofice',
    line: 21,
    says: 'expected a known calendar, found "ofice"',
    hint: 'did you mean office?',
  },
  {
    what: 'unknown priority',
    from: 'priority: aging',
    to: 'priority: agin',
    line: 21,
    says: 'expected a known priority, found "agin"',
    hint: 'did you mean aging?',
  },
  {
    what: 'unknown priority with bounds',
    from: '{ use: aging',
    to: '{ use: agin',
    line: 22,
    path: 'routing.processes.gold.priority.use',
    says: 'expected a known priority, found "agin"',
  },
  {
    what: 'unknown distribution of a process',
    from: 'distribute: phones }',
    to: 'distribute: phone }',
    line: 21,
    says: 'expected a known distribution, found "phone"',
    hint: 'did you mean phones?',
  },
  {
    what: 'unknown process',
    from: 'then: gold',
    to: 'then: golt',
    line: 18,
    says: 'expected a known process, found "golt"',
    hint: 'did you mean gold?',
  },
  {
    what: 'unknown process otherwise',
    from: 'otherwise: calls',
    to: 'otherwise: call',
    line: 19,
    says: 'expected a known process, found "call"',
    hint: 'did you mean calls?',
  },
  {
    what: 'unknown group of a rule',
    from: 'then: gold',
    to: 'then: { process: gold, group: taem }',
    line: 18,
    says: 'expected a known group, found "taem"',
    hint: 'did you mean team?',
  },
  {
    what: 'unknown agent of a rule',
    from: 'then: gold',
    to: 'then: { process: gold, agent: team early 9 }',
    line: 18,
    says: 'expected a known agent, found "team early 9"',
    hint: 'did you mean team early',
  },
  {
    what: 'unknown attribute in a column',
    from: '[channel, segment]',
    to: '[channel, segmnt]',
    line: 16,
    says: 'found "segmnt"',
    hint: 'did you mean segment?',
  },
  {
    what: 'unknown attribute of a credit',
    from: 'max: 100 }',
    to: 'max: 100, credit: { segmnt: { Gold: 90s } } }',
    line: 24,
    says: 'expected a known attribute, found "segmnt"',
    hint: 'did you mean segment?',
  },
  {
    what: 'unknown attribute to report by',
    from: 'goals:',
    to: 'reportBy: [ segmnt ]\ngoals:',
    line: 34,
    says: 'expected a known attribute, found "segmnt"',
  },
  {
    what: 'unknown shift',
    from: 'early: 6',
    to: 'erly: 6',
    line: 33,
    path: 'workforce.team.agents.erly',
    says: 'expected a known shift, found "erly"',
    hint: 'did you mean early?',
  },
  {
    what: 'unknown capacity rule',
    from: 'capacity: one }',
    to: 'capacity: onne }',
    line: 33,
    says: 'expected a known capacity rule, found "onne"',
    hint: 'did you mean one?',
  },
  {
    what: 'unknown skill',
    from: 'skills: Voice >= 5',
    to: 'skills: Voise >= 5',
    line: 26,
    says: 'found "Voise"',
    hint: 'did you mean Voice?',
  },
  {
    what: 'expression that cannot parse',
    from: 'skills: Voice >= 5',
    to: 'skills: Voice > > 5',
    line: 26,
    says: 'in "Voice > > 5"',
  },
  {
    what: 'expression of another language',
    from: 'skills: Voice >= 5',
    to: 'skills: Voice >= 5 AND Voice < 9',
    line: 26,
    says: 'found `AND`',
    hint: 'write: Voice >= 5 and Voice < 9',
  },
  {
    what: 'target nobody satisfies',
    from: 'skills: Voice >= 5',
    to: 'skills: Voice >= 9',
    line: 26,
    says: 'Voice >= 9',
    hint: 'the highest levels are Voice 7',
  },
  {
    what: 'unknown channel of a capacity rule',
    from: 'voice: { max: 1 }',
    to: 'voise: { max: 1 }',
    line: 28,
    says: 'found "voise"',
    hint: 'did you mean voice?',
  },
  {
    what: 'weight above the total',
    from: 'one: { voice: { max: 1 } }',
    to: 'one: { total: 2, weights: { voice: 3 } }',
    line: 28,
    says: 'no voice could ever start',
    hint: '100%',
  },
  {
    what: 'shift that ends before it starts',
    from: 'mon-fri: 08:00-16:00',
    to: 'mon-fri: 16:00-08:00',
    line: 30,
    says: 'expected an end after the start 16:00, found 08:00',
    hint: '16:00-08:00+1',
  },
  {
    what: 'no weekday',
    from: 'early: { mon-fri',
    to: 'early: { mon-fry',
    line: 30,
    says: 'found "mon-fry"',
    hint: 'did you mean mon-fri?',
  },
  {
    what: 'no hours',
    from: 'mon-fri: 08:00-16:00',
    to: 'mon-fri: 8-16',
    line: 30,
    says: 'expected hours such as 08:00-18:00, found "8-16"',
  },
  {
    what: 'overlapping hours',
    from: 'mon-fri: 08:00-20:00',
    to: 'mon-fri: [ 08:00-12:00, 11:00-14:00 ]',
    line: 6,
    says: 'do not overlap',
  },
  {
    what: 'end before the start',
    from: 'to: 2026-03-03',
    to: 'to: 2026-03-01',
    line: 4,
    says: 'expected an end after the start',
    hint: 'the end is not part of the run',
  },
  {
    what: 'no such day',
    from: 'to: 2026-03-03',
    to: 'to: 2026-02-30',
    line: 4,
    says: 'there is no such day as 2026-02-30',
  },
  {what: 'bare number for the end', from: 'to: 2026-03-03', to: 'to: 14', line: 4, says: 'found the number 14'},
  {
    what: 'instant outside the horizon',
    from: '{ perHour: 60, during: office }',
    to: '{ at: [ 1h, 25h ] }',
    line: 10,
    path: 'demand.line.arrivals.at.1',
    says: 'expected an instant before the end',
  },
  {
    what: 'unknown zone',
    from: 'Europe/Madrid',
    to: 'Europe/Madird',
    line: 2,
    says: 'found "Europe/Madird"',
    hint: 'did you mean Europe/Madrid?',
  },
  {
    what: 'intervals that make no day',
    from: 'goals:',
    to: 'intervals: 7m\ngoals:',
    line: 34,
    says: 'a whole number of which make a day',
  },
  {
    what: 'too many intervals',
    from: 'to: 2026-03-03',
    to: 'to: 2826-03-03',
    line: 4,
    says: 'expected at most 200000 reporting intervals',
  },
  {
    what: 'shares that come to more',
    from: 'Gold: 20%',
    to: 'Gold: 30%',
    line: 11,
    says: 'expected shares that come to 100 % in all, found 110 %',
  },
  {what: 'bare number for a share', from: 'Gold: 20%', to: 'Gold: 20', line: 11, says: 'the bare number 20'},
  {
    what: 'FEEL that never matches',
    from: '[voice, Gold]',
    to: "[voice, 'Gold or Silver']",
    line: 18,
    says: 'it would never match',
    hint: 'write: Gold, Silver',
  },
  {what: 'text for a number', from: '[channel, segment]', to: '[channel, value]', line: 18, says: 'expected numbers'},
  {
    what: 'cells missing',
    from: '[voice, Gold]',
    to: '[voice]',
    line: 18,
    says: 'expected 2 cells, one a column, found 1',
  },
  {
    what: 'missing space in a flow map',
    from: 'perHour: 60,',
    to: 'perHour:60,',
    line: 10,
    says: 'expected a space after the colon, found "perHour:60"',
    hint: 'write perHour: 60',
  },
  {
    what: 'missing space in a line',
    from: 'name: One queue',
    to: 'name:One queue',
    line: 1,
    says: 'expected a space after the colon',
    hint: 'write name: One queue',
  },
  {
    what: 'missing space where a map is due',
    from: 'arrivals: { perHour: 60, during: office }',
    to: 'arrivals: perHour:60',
    line: 10,
    says: 'found "perHour:60"',
    hint: 'write a space after the colon: perHour: 60',
  },
  {
    what: 'unquoted >',
    from: '[voice, Gold]',
    to: '[voice, > 5000]',
    line: 18,
    says: 'found an unquoted >',
    hint: "write it in quotes: '> 5000'",
  },
  {
    what: 'unquoted -',
    from: '[voice, Gold]',
    to: '[voice, -]',
    line: 18,
    says: 'found an unquoted -',
    hint: "write it in quotes: '-'",
  },
  {
    what: 'alias to nothing',
    from: 'priority: aging',
    to: 'priority: *aging',
    line: 21,
    says: 'the alias *aging names nothing',
    hint: '&aging',
  },
  {
    what: 'alias inside itself',
    from: 'attributes: {',
    to: 'attributes: &a { own: *a,',
    line: 11,
    says: 'the alias *a stands inside what it names',
  },
  {
    what: 'quote never closed',
    from: 'name: One queue',
    to: 'name: "One queue',
    line: 1,
    says: 'a quote that begins here is never closed',
  },
  {what: 'tab', from: '  early:', to: '\tearly:', line: 30, says: 'found a tab', hint: 'two spaces'},
  {
    what: 'key twice',
    from: '  late: {',
    to: '  early: {',
    line: 31,
    says: 'expected each key once, found "early" a second time',
  },
  {
    what: 'source twice',
    from: 'routing:',
    to: '  - { source: line, channel: voice, arrivals: { perHour: 1 }, handleTime: 4m }\nrouting:',
    line: 14,
    says: 'expected each source once, found "line" a second time',
    hint: 'line 8',
  },
  {
    what: 'group twice',
    from: 'goals:',
    to: '  - { group: team, agents: 3 }\ngoals:',
    line: 34,
    says: 'expected each group once, found "team" a second time',
  },
  {what: 'wrong type', from: 'agents: { early: 6, late: 6 }', to: 'agents: many', line: 33, says: 'found "many"'},
  {
    what: 'no way of arriving',
    from: '    arrivals: { perHour: 60, during: office }\n',
    to: '',
    line: 8,
    says: 'expected one of arrivals, replay and backlog, found none of them',
  },
  {
    what: 'missing file',
    from: '{ perHour: 60, during: office }',
    to: '{ perInterval: { file: calls.csv } }',
    line: 10,
    path: 'demand.line.arrivals.perInterval.file',
    says: 'expected a file to read at "centre/calls.csv", found none',
  },
  {
    what: 'missing log',
    from: 'arrivals: { perHour: 60, during: office }',
    to: 'replay: { file: calls.csv, columns: { arrived: at } }',
    line: 10,
    path: 'demand.line.replay.file',
    says: 'expected a file to read at "centre/calls.csv", found none',
  },
  {
    what: 'unknown metric',
    from: 'serviceLevel',
    to: 'serviceLevl',
    line: 35,
    says: 'expected a metric, found "serviceLevl"',
    hint: 'did you mean serviceLevel?',
  },
  {
    what: 'unknown channel of a goal',
    from: 'channel: voice }, atLeast',
    to: 'channel: voise }, atLeast',
    line: 35,
    path: 'goals.0.serviceLevel.channel',
    says: 'expected a known channel, found "voise"',
    hint: 'did you mean voice?',
  },
  {
    what: 'goal without a limit',
    from: ', atLeast: 80%',
    to: '',
    line: 35,
    says: 'expected one of atLeast and atMost, found none of them',
  },
  {
    what: 'more than 24 hours',
    from: 'mon-fri: 08:00-16:00',
    to: 'mon-fri: 08:00-16:00+1',
    line: 30,
    says: 'expected at most 24 hours',
  },
  {
    what: 'swing beyond the rate',
    from: 'perHour: 60, during: office',
    to: 'perHour: 60, swing: 120%',
    line: 10,
    says: 'expected a share of at most 100%, found',
  },
  {
    what: 'shrinkage of everything',
    from: 'capacity: one }',
    to: 'capacity: one, shrinkage: 100% }',
    line: 33,
    says: 'expected a shrinkage below 100%',
  },
];

const WARNINGS: readonly Slip[] = [
  {
    what: 'days on a business clock',
    from: 'sla: 8h',
    to: 'sla: 3d',
    line: 21,
    path: 'routing.processes.calls.sla',
    says: '3d on the clock office of process calls is 72h of open time: from 2026-03-02 08:00 it ends 2026-03-09 20:00',
    hint: '72h',
  },
  {what: 'zero arrivals', from: 'perHour: 60,', to: 'perHour: 0,', line: 10, says: 'no item of line ever arrives'},
  {
    what: 'zero agents',
    from: 'early: 6, late: 6',
    to: 'early: 0, late: 0',
    line: 32,
    says: 'there are no agents at all',
  },
  {
    what: 'load far above capacity',
    from: 'perHour: 60,',
    to: 'perHour: 600,',
    line: 10,
    says: 'times what all agents who may take it could do',
    hint: 'most of it is line',
  },
  {
    what: 'rule with a value nobody brings',
    from: '[voice, Gold]',
    to: '[voice, Goldd]',
    line: 18,
    says: 'no source brings items with segment "Goldd"',
    hint: 'did you mean Gold?',
  },
  {
    what: 'rule that is shadowed',
    from: '      - { if: [voice, Gold], then: gold }',
    to: "      - { if: [voice, '-'], then: calls }\n      - { if: [voice, Gold], then: gold }",
    line: 19,
    says: 'rule 2 never matches',
  },
  {
    what: 'unused calendar',
    from: 'calendars:',
    to: 'calendars:\n  night: { open: { daily: 20:00-08:00+1 } }',
    line: 6,
    path: 'calendars.night',
    says: 'nothing uses the calendar night',
  },
  {
    what: 'unused shift',
    from: 'shifts:',
    to: 'shifts:\n  night: { daily: 20:00-08:00+1 }',
    line: 30,
    says: 'nothing uses the shift night',
  },
  {
    what: 'unused priority',
    from: '  priorities:',
    to: '  priorities:\n    flat: { initial: 3 }',
    line: 24,
    says: 'nothing uses the priority flat',
  },
  {
    what: 'time that DST skips',
    from: 'from: 2026-03-02\nto: 2026-03-03',
    to: 'from: 2026-03-29 02:30\nto: 2026-03-31',
    line: 3,
    says: 'clocks skip it',
  },
  {
    what: 'shift at a time that DST skips',
    from: 'from: 2026-03-02\nto: 2026-03-03\ncalendars:\n  office: { open: { mon-fri: 08:00-20:00 } }',
    to: 'from: 2026-03-28\nto: 2026-03-31\ncalendars:\n  office: { open: { mon-fri: 08:00-20:00, sun: 02:30-09:00 } }',
    line: 6,
    path: 'calendars.office.open',
    says: '02:30 does not exist on 2026-03-29 in Europe/Madrid',
  },
  {
    what: 'redial of nobody',
    from: '    patience: { exponential: { mean: 3m } }',
    to: '    redial: { share: 10%, after: 5m }',
    line: 13,
    says: 'nobody hangs up without `patience`',
  },
];

describe('errors', () => {
  test.each(ERRORS)('$what', ({from, to, line, path, says, hint}) => {
    const problems = problemsOf(changed(from, to));
    expect(problems.map(({message}) => message)).toHaveLength(1);
    const [problem] = problems;
    expect(problem?.severity).toBe('error');
    expect(problem?.at).toMatchObject({file: ENTRY, line});
    expect(problem?.message).toContain(says);
    if (path !== undefined) expect(problem?.path).toBe(path);
    if (hint !== undefined) expect(problem?.hint).toContain(hint);
    expect(problem?.excerpt).toBe(changed(from, to).split('\n')[line - 1]?.replaceAll('\t', '\\t'));
  });
});

describe('warnings', () => {
  test.each(WARNINGS)('$what', ({from, to, line, path, says, hint}) => {
    const problems = problemsOf(changed(from, to));
    expect(problems.map(({message}) => message)).toHaveLength(1);
    const [problem] = problems;
    expect(problem?.severity).toBe('warning');
    expect(problem?.at).toMatchObject({file: ENTRY, line});
    expect(problem?.message).toContain(says);
    if (path !== undefined) expect(problem?.path).toBe(path);
    if (hint !== undefined) expect(problem?.hint).toContain(hint);
  });
});

test('the scenario these slips are made in is good', () => {
  expect(problemsOf(ONE_QUEUE)).toEqual([]);
});

describe('a process that nobody serves', () => {
  const withChat = changed(
    'routing:\n',
    '  - { source: web, channel: chat, arrivals: { perHour: 1 }, attributes: { segment: Gold }, handleTime: 4m }\nrouting:\n',
  ).replace('[voice, Gold]', "['-', Gold]");

  test('because no agent in its targets has room for the channel', () => {
    expect(problemsOf(withChat)).toMatchObject([
      {
        severity: 'warning',
        path: 'routing.processes.gold',
        message: 'no agent in the targets of gold has room for chat: such items will never be answered',
        hint: 'add chat to the capacity rule of one of its groups',
      },
    ]);
    expect(problemsOf(withChat.replace('voice: { max: 1 }', 'voice: { max: 1 }, chat: { max: 2 }'))).toEqual([]);
  });

  test('overload is judged for those who may take the work, not for all', () => {
    const text = changed('perHour: 60', 'perHour: 150')
      .replace('goals:', '  - { group: others, agents: 100 }\ngoals:')
      .replace('Voice >= 1 } ]', 'Voice >= 1 } ]');
    expect(problemsOf(text)).toMatchObject([
      {
        path: 'demand.line.arrivals',
        message: expect.stringContaining('1.3 times what all agents who may take it could do'),
      },
    ]);
  });
});

test('a share of the time allowed needs an SLA', () => {
  const text = changed('for: 30s', 'for: 10%').replace(
    'answerWithin: 20s, sla: 8h, clock: office',
    'answerWithin: 20s',
  );
  expect(problemsOf(text)).toMatchObject([
    {
      at: {line: 21},
      path: 'routing.processes.calls.distribute',
      message: expect.stringContaining('has a time of 10% of it'),
    },
  ]);
});

test('everything that is wrong is told at once, in order', () => {
  const text = changed('mean: 4m', 'mean: 4')
    .replace('during: office', 'during: ofice')
    .replace('early: 6', 'erly: 6')
    .replace('skills: Voice >= 5', 'skills: Voise >= 5')
    .replace('atLeast: 80%', 'atLeast: 80');
  expect(problemsOf(text).map(({at}) => at.line)).toEqual([12, 26, 33, 35]);
});

test('an unquoted > in a list of lines', () => {
  const text = changed(
    '      - { if: [voice, Gold], then: gold }',
    '      - if:\n          - voice\n          - > 5000\n        then: gold',
  );
  expect(problemsOf(text)).toMatchObject([{at: {line: 20}, hint: "write it in quotes: '> 5000'"}]);
});
