// One scenario that has each finding, and a near twin that has it not; every example is tried out.
import {describe, expect, test} from 'vitest';
import {FINDING_KINDS} from '../../src/lint/index.ts';
import {type Change, changed, DESK, linted} from './desk.ts';
import {prove} from './proof.ts';

interface Case {
  readonly code: string;
  readonly has: readonly Change[];
  readonly hasNot: readonly Change[];
  readonly path: string;
  readonly says: string;
  readonly severity?: string;
  readonly example?: object;
}

const RULE = '- { if: [email, Silver, "> 5000"], then: large }';
const TARGETS = '[{ skills: Voice >= 5, for: 30s }, { skills: Voice >= 1 }]';
const CALLS = 'calls: { answerWithin: 60s, priority: calls, distribute: phones }';
const MAILS = 'mails: { sla: 20h, clock: office, priority: mails, distribute: desk }';
const BLENDED = 'voice: { max: 1, notWhile: [{ email: 2 }] }, email: { max: 2, notWhile: [{ voice: 1 }] }';

const CASES: readonly Case[] = [
  {
    code: 'shadowed-row',
    has: [[RULE, `- { if: [email, "-", "-"], then: mails }\n      ${RULE}`]],
    hasNot: [[RULE, `${RULE}\n      - { if: [email, "-", "-"], then: mails }`]],
    path: 'routing.segmentation.rules.3',
    says: 'row 4 never matches: row 3 matches everything of it that the sources bring',
    example: {kind: 'item', item: {source: 'mail', channel: 'email'}, matches: [3, 4], taken: 3},
  },
  {
    code: 'shadowed-row', // by two rows between them
    has: [
      [RULE, '- { if: [email, Silver, "<= 5000"], then: mails }\n      - { if: [email, "-", "<= 5000"], then: large }'],
    ],
    hasNot: [
      [RULE, '- { if: [email, Silver, "<= 4000"], then: mails }\n      - { if: [email, "-", "<= 5000"], then: large }'],
    ],
    path: 'routing.segmentation.rules.3',
    says: 'row 4 never matches: rows 2 and 3 between them match everything of it that the sources bring',
  },
  {
    code: 'impossible-row',
    has: [['"> 5000"', '"> 9000"']],
    hasNot: [['"> 5000"', '"> 8999"']],
    path: 'routing.segmentation.rules.2',
    says: 'row 3 never matches: no source brings such an item with value > 9000; the nearest has value 0',
    example: {kind: 'item', matches: [], taken: 4},
  },
  {
    code: 'overlapping-rows',
    has: [[RULE, '- { if: [email, "-", "> 5000"], then: large }']],
    hasNot: [],
    path: 'routing.segmentation.rules.1',
    says: 'row 2 also takes items that row 3 matches',
    severity: 'note',
    example: {kind: 'item', item: {attributes: {segment: 'Gold'}}, matches: [2, 3], taken: 2},
  },
  {
    code: 'undecided-cell',
    has: [
      ['"> 5000"', '"? * 2 > 10000"'],
      ['{ uniform: { min: 0, max: 9000 } }', '8500'],
    ],
    hasNot: [],
    path: 'routing.segmentation.rules.2',
    says: 'row 3: `? * 2 > 10000` for value is decided item by item; what it hides of later rows is not judged',
    severity: 'note',
  },
  {
    code: 'mixed-and-or',
    has: [[TARGETS, '[{ skills: Voice >= 5 or Voice >= 1 and Voice <= 1 }]']],
    hasNot: [[TARGETS, '[{ skills: Voice >= 5 or (Voice >= 1 and Voice <= 1) }]']],
    path: 'routing.distribution.phones.targets.0',
    says: 'Voice >= 5 or Voice >= 1 and Voice <= 1 is read as Voice >= 5 or (Voice >= 1 and Voice <= 1), not as (Voice >= 5 or Voice >= 1) and Voice <= 1',
    example: {kind: 'agent', agent: 'team 1', skills: {Voice: 7}},
  },
  {
    code: 'mixed-and-or', // in a cell, with an item that the readings tell apart
    has: [
      ['"> 5000"', '"? > 8000 or ? > 100 and ? < 200"'],
      ['{ uniform: { min: 0, max: 9000 } }', '8500'],
    ],
    hasNot: [
      ['"> 5000"', '"? > 8000 or (? > 100 and ? < 200)"'],
      ['{ uniform: { min: 0, max: 9000 } }', '8500'],
    ],
    path: 'routing.segmentation.rules.2',
    says: 'row 3: `? > 8000 or ? > 100 and ? < 200` is read as ? > 8000 or (? > 100 and ? < 200), not as (? > 8000 or ? > 100) and ? < 200',
    example: {kind: 'item'},
  },
  {
    code: 'mixed-and-or', // nobody here is told apart
    has: [[TARGETS, '[{ skills: Voice >= 1 or Voice = 0 and Voice <= 9 }]']],
    hasNot: [[TARGETS, '[{ skills: Voice = 0 and Voice <= 9 or Voice >= 1 }]']],
    path: 'routing.distribution.phones.targets.0',
    says: 'Voice >= 1 or Voice = 0 and Voice <= 9 is read as Voice >= 1 or (Voice = 0 and Voice <= 9), not as (Voice >= 1 or Voice = 0) and Voice <= 9',
    severity: 'note',
  },
  {
    code: 'unused-attribute',
    has: [['{ Gold: 20%, Silver: 80% } }', '{ Gold: 20%, Silver: 80% }, plan: Flex }']],
    hasNot: [
      ['{ Gold: 20%, Silver: 80% } }', '{ Gold: 20%, Silver: 80% }, plan: Flex }'],
      ['calendars:', 'reportBy: [plan]\ncalendars:'],
    ],
    path: 'demand.0.attributes.plan',
    says: 'nothing looks at the attribute plan of line',
    severity: 'note',
  },
  {
    code: 'unreached-process',
    has: [['"> 5000"', '"> 9000"']],
    hasNot: [],
    path: 'routing.processes.large',
    says: 'no item ever comes to large: rows lead to it, and no item that the sources bring gets there',
  },
  {
    code: 'no-promise',
    has: [[MAILS, 'mails: { priority: calls, distribute: desk }']],
    hasNot: [
      [MAILS, 'mails: { priority: calls, distribute: desk }'],
      ['goals:', 'goals:\n  - { wait: { process: mails }, atMost: 8h }'],
    ],
    path: 'routing.processes.mails',
    says: 'nothing says when items of mails (email) are late: no sla, no answerWithin, no milestone, no goal',
  },
  {
    code: 'settled-goal',
    has: [['abandonment: { process: calls }', 'abandonment: { process: mails }']],
    hasNot: [],
    path: 'goals.1',
    says: 'the goal abandonment of mails at most 5% is decided already: its customers have no patience, and so never hang up',
  },
  {
    code: 'unsatisfied-target',
    has: [['skills: Voice >= 5', 'skills: Voice >= 9']],
    hasNot: [['skills: Voice >= 5', 'skills: Voice >= 7']],
    path: 'routing.distribution.phones.targets.0.skills',
    says: 'no agent satisfies Voice >= 9, target 1 of phones',
    severity: 'error',
    example: {
      kind: 'agent',
      agent: 'team 1',
      group: 'team',
      skills: {Voice: 7},
      lacks: {skill: 'Voice', has: 7, needs: 9},
    },
  },
  {
    code: 'idle-target',
    has: [['{ skills: Voice >= 1 }', '{ skills: Voice >= 6 }']],
    hasNot: [],
    path: 'routing.distribution.phones.targets.1',
    says: 'target 2 of phones, Voice >= 6, adds nobody: all its agents are in an earlier target',
    example: {kind: 'agent', agent: 'team 1'},
  },
  {
    code: 'late-target',
    has: [['for: 30s', 'for: 60s']],
    hasNot: [['for: 30s', 'for: 59s']],
    path: 'routing.distribution.phones.targets.1',
    says: 'target 2 of phones opens for calls after 1m, answerWithin is 1m: it cannot help the service level',
    example: {kind: 'times', ms: 60_000, limitMs: 60_000, limit: 'answerWithin'},
  },
  {
    code: 'late-target', // nobody is there any more
    has: [['for: 30s', 'for: 20m']],
    hasNot: [],
    path: 'routing.distribution.phones.targets.1',
    says: 'target 2 of phones opens for calls after 20m, when ',
  },
  {
    code: 'never-starting',
    has: [[BLENDED, 'total: 6, weights: { voice: 7, email: 3 }']],
    hasNot: [[BLENDED, 'total: 6, weights: { voice: 6, email: 3 }']],
    path: 'routing.capacity.blended.weights.voice',
    says: 'voice takes 7 of 6 units: no agent under blended can ever start one',
    severity: 'error',
    example: {kind: 'load', rule: 'blended', load: {voice: 1}},
  },
  {
    code: 'untaken-channel',
    has: [
      ['groups: [team]', 'groups: [team, novices]'],
      [`${BLENDED} }`, `${BLENDED} }\n    phone: { voice: { max: 1 } }`],
      ['skills: { Voice: 2 }, capacity: blended', 'skills: { Voice: 2 }, capacity: phone'],
    ],
    hasNot: [['groups: [team]', 'groups: [team, novices]']],
    path: 'routing.distribution.desk.targets.0',
    says: 'novices are in target 1 of gold, whose items come by email, and their capacity rule phone has no place for one',
    example: {kind: 'load', rule: 'phone', load: {email: 1}},
  },
  {
    code: 'idle-combination',
    has: [['notWhile: [{ email: 2 }]', 'notWhile: [{ email: 3 }]']],
    hasNot: [],
    path: 'routing.capacity.blended.voice.notWhile.0',
    says: 'notWhile 3 email of voice never applies under blended: no agent can ever hold that',
    example: {kind: 'load', rule: 'blended', load: {email: 3}},
  },
  {
    code: 'starvation',
    has: [['day: { mon-fri: 08:00-18:00 }', 'day: { mon-fri: 08:00-18:00, breaks: [{ at: 13:00, for: 30m }] }']],
    hasNot: [],
    path: 'routing.processes.calls',
    says: 'nobody who may take calls is on duty, mon-fri 13:00-13:30, when 5 % of its items arrive',
    example: {kind: 'windows', text: 'mon-fri 13:00-13:30'},
  },
  {
    code: 'starvation', // of the first target, while the next opens too late
    has: [
      ['for: 30s', 'for: 90s'],
      ['{ day: 6 }', '{ short: 6 }'],
      ['shifts:', 'shifts:\n  short: { mon-fri: 08:00-17:00 }'],
    ],
    hasNot: [
      ['{ day: 6 }', '{ short: 6 }'],
      ['shifts:', 'shifts:\n  short: { mon-fri: 08:00-17:00 }'],
    ],
    path: 'routing.processes.calls',
    says: 'nobody is on duty for calls until target 2 opens after 1m30s, past the answerWithin of 1m, mon-fri 17:00-18:00, when 10 % of its items arrive',
  },
  {
    code: 'starvation', // deferred work that is late before the weekend is over
    has: [
      ['{ perHour: 10, during: office }', '{ perHour: 10 }'],
      [MAILS, 'mails: { sla: 20h, priority: mails, distribute: desk }'],
    ],
    hasNot: [
      ['{ perHour: 10, during: office }', '{ perHour: 10 }'],
      [MAILS, 'mails: { sla: 70h, priority: mails, distribute: desk }'],
    ],
    path: 'routing.processes.mails',
    says: 'what comes for mails is past the sla of 20h before anybody who may take it is on duty, fri 18:00-sun 12:00, when 25 % of its items arrive',
  },
  {
    code: 'overloaded-hour',
    has: [['perHour: 20, during: office', 'perHour: 105, during: office, swing: 40%, peak: 12:00']],
    hasNot: [['perHour: 20, during: office', 'perHour: 105, during: office, swing: 10%, peak: 12:00']],
    path: 'routing.processes.calls',
    says: 'calls: more work comes than all who may take it can do, mon-fri',
    example: {kind: 'windows'},
  },
  {
    code: 'short-patience',
    has: [
      ['patience: { exponential: { mean: 3m } }', 'patience: { exponential: { mean: 5s } }'],
      ['skills: { Voice: 7 }, ', 'skills: { Voice: 7 }, offers: { answerIn: 10s }, '],
    ],
    hasNot: [['skills: { Voice: 7 }, ', 'skills: { Voice: 7 }, offers: { answerIn: 10s }, ']],
    path: 'demand.0.patience',
    says: 'half of line hang up within 3s',
    example: {kind: 'times', ms: 10_000},
  },
  {
    code: 'idle-agents',
    has: [
      ['skills: { Voice: 2 }', 'skills: { Voice: 0 }'],
      ['{ skills: Voice >= 1 }', '{ skills: Voice >= 4 }'],
    ],
    hasNot: [],
    path: 'workforce.1',
    says: 'all 2 of novices can take nothing: in no target of a process that items come to, or without room for its channels',
    example: {kind: 'agent', agent: 'novices 1'},
  },
  {
    code: 'idle-agents', // but for those whom items prefer
    has: [
      ['skills: { Voice: 2 }', 'skills: { Voice: 0 }'],
      ['{ skills: Voice >= 1 }', '{ skills: Voice >= 4 }'],
    ],
    hasNot: [
      ['skills: { Voice: 2 }', 'skills: { Voice: 0 }'],
      ['{ skills: Voice >= 1 }', '{ skills: Voice >= 4 }'],
      ['phones: {', 'phones: { preferredAgent: { for: 10s },'],
      ['    handleTime: 4m', '    preferredAgent: { share: 10%, from: [novices] }\n    handleTime: 4m'],
    ],
    path: 'workforce.1',
    says: 'all 2 of novices can take nothing',
  },
  {
    code: 'absent-group',
    has: [
      ['shifts:', 'shifts:\n  sundays: { sun: 08:00-08:00+1 }'],
      ['{ day: 2 }', '0'],
    ],
    hasNot: [],
    path: 'workforce.1',
    says: 'nobody is in the group novices',
  },
  {
    code: 'idle-shift',
    has: [
      [CALLS, 'calls: { answerWithin: 60s, priority: calls, distribute: phones, open: office, whenClosed: reject }'],
      ['shifts:', 'shifts:\n  night: { mon-fri: 20:00-24:00 }'],
      ['{ day: 2 }', '{ night: 2 }'],
    ],
    hasNot: [
      [CALLS, 'calls: { answerWithin: 60s, priority: calls, distribute: phones, open: office, whenClosed: reject }'],
      ['shifts:', 'shifts:\n  night: { mon-fri: 17:00-24:00 }'],
      ['{ day: 2 }', '{ night: 2 }'],
    ],
    path: 'shifts.night',
    says: 'the shift night of novices (mon-fri 20:00-24:00) lies outside the opening hours of calls',
    example: {kind: 'windows', text: 'mon-fri 20:00-24:00'},
  },
  {
    code: 'unasked-skill',
    has: [['skills: { Voice: 2 }', 'skills: { Voice: 2, French: 3 }']],
    hasNot: [
      ['skills: { Voice: 2 }', 'skills: { Voice: 2, French: 3 }'],
      ['{ skills: Voice >= 1 }', '{ skills: Voice >= 1 or French >= 1 }'],
    ],
    path: 'workforce.1.skills.French',
    says: 'nothing asks for the skill French',
    severity: 'note',
    example: {kind: 'agent', agent: 'novices 1'},
  },
  {
    code: 'outranks-too-late',
    has: [['mails: { initial: 100, atSla: 900 }', 'mails: { initial: 100, increment: 10, every: 30m }']],
    hasNot: [],
    path: 'routing.processes.mails',
    says: 'mails passes a fresh item of calls (500) only after 20h30m, beyond its SLA of 20h',
    example: {
      kind: 'ages',
      of: {process: 'mails', ageMs: 73_800_000, priority: 510},
      against: {process: 'calls', ageMs: 0},
    },
  },
  {
    code: 'never-outranks',
    has: [['atSla: 900', 'atSla: 500']],
    hasNot: [['atSla: 900', 'atSla: 501']],
    path: 'routing.processes.gold',
    says: 'gold never passes a fresh item of calls: at 8h it has 500, and calls begins with 500',
    severity: 'note',
    example: {kind: 'ages', of: {process: 'gold', priority: 500}, against: {process: 'calls', ageMs: 0, priority: 500}},
  },
  {
    code: 'always-outranks',
    has: [['mails: { initial: 100, atSla: 900 }', 'mails: { initial: 5000, atSla: 9000 }']],
    hasNot: [['mails: { initial: 100, atSla: 900 }', 'mails: { initial: 600, atSla: 9000 }']],
    path: 'routing.processes.gold',
    says: 'gold is above calls from the first second: it begins with 5000, and calls comes to ',
    severity: 'note',
    example: {kind: 'ages', of: {process: 'gold', ageMs: 0, priority: 5000}},
  },
  {
    code: 'falling-curve',
    has: [
      ['mails: { initial: 100, atSla: 900 }', 'mails: { points: [[0, 100], [1h, 900], [2h, 300]], between: step }'],
    ],
    hasNot: [
      ['mails: { initial: 100, atSla: 900 }', 'mails: { points: [[0, 100], [1h, 300], [2h, 900]], between: step }'],
    ],
    path: 'routing.processes.mails',
    says: 'the priority of mails falls from 900 to 300 at 2h',
    severity: 'note',
    example: {kind: 'ages', of: {ageMs: 7_199_999, priority: 900}, against: {ageMs: 7_200_000, priority: 300}},
  },
  {
    code: 'falling-curve', // what is overdue is forgotten
    has: [['atSla: 900 }', 'atSla: 900, overdue: { from: 50 } }']],
    hasNot: [['atSla: 900 }', 'atSla: 900, overdue: { from: 950 } }']],
    path: 'routing.processes.gold',
    says: 'the priority of gold falls from 900 to 50 at 8h, when it is due',
    severity: 'warning',
  },
];

test('the desk the cases start from has nothing, not even a note', () => {
  const {findings, accepted, failing} = linted(DESK);
  expect({findings, accepted, failing}).toEqual({findings: [], accepted: [], failing: 0});
});

test('every kind has a case', () => {
  expect(new Set(CASES.map(({code}) => code))).toEqual(new Set(FINDING_KINDS.map(({code}) => code)));
});

describe('a finding, and its near twin', () => {
  test.each(CASES.map((one) => [`${one.code}: ${one.says}`, one] as const))('%s', (_, one) => {
    const kind = FINDING_KINDS.find(({code}) => code === one.code);
    const result = linted(changed(...one.has));
    const found = result.findings.find(({code, path}) => code === one.code && path === one.path);
    expect(found, JSON.stringify(result.findings, null, 1)).toMatchObject({severity: one.severity ?? kind?.severity});
    expect(found?.message.slice(0, one.says.length)).toBe(one.says);
    expect(found?.at.line).toBeGreaterThan(1);
    expect(found?.excerpt).toBeDefined();
    if (one.example) expect(found?.counterExample).toMatchObject(one.example);
    for (const finding of result.findings) prove(result.input, finding);
    expect(
      linted(changed(...one.hasNot)).findings.filter(({code, path}) => code === one.code && path === one.path),
    ).toEqual([]);
  });
});
