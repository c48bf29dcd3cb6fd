/** Parts in files of their own, parts swapped, values set: what is run is what is meant. */
import {describe, expect, test} from 'vitest';
import {itemsOf, problemsOf} from './desk.ts';

const WHOLE = `
demand: { file: parts/demand.yaml }
routing: { file: parts/routing.yaml }
shifts: { file: parts/shifts.yaml }
workforce: { file: parts/staff.yaml }
`;
const FILES = {
  'parts/demand.yaml': `
- { source: web-chat, channel: chat, arrivals: { at: [ 8h ] }, handleTime: 10s }
- { source: calls.late, channel: voice, arrivals: { perInterval: { file: rates.csv } }, handleTime: 10s }`,
  'parts/rates.csv': 'weekday,start,count\nsun,00:00,3\n',
  'parts/routing.yaml':
    'segmentation: { file: ../tables/rules.csv, otherwise: p }\nprocesses: { file: processes.yaml }\n',
  'parts/processes.yaml': 'p: { answerWithin: 20s }\nq: { answerWithin: 20s, priority: urgent }\n',
  'tables/rules.csv': 'channel,then\nvoice,p\n',
  'parts/shifts.yaml': 'early: { mon: 08:00-16:00 }\nlate: { mon: 12:00-20:00 }\n',
  'parts/staff.yaml': '- { group: seniors, agents: { early: 1, late: 1 } }\n',
  'candidate.yaml':
    'segmentation: { otherwise: r }\nprocesses: { r: { priority: urgent } }\npriorities: { urgent: { fixed: 7 } }\n',
  'staffing.yaml': 'shifts: { noon: { mon: 12:00-13:00 } }\nworkforce: [ { group: temps, agents: { noon: 1 } } ]\n',
};
const plain = {...FILES, 'parts/processes.yaml': 'p: { answerWithin: 20s }\n'};
const chat = (more: Parameters<typeof itemsOf>[2]) => itemsOf(WHOLE, plain, more)[0];

describe('parts', () => {
  test('stand in files of their own, paths relative to the file that names them', () => {
    expect(chat({})).toBe('web-chat.0 came 28800: seniors early 1 28800 to 28810 [everyone, 0]');
  });
  test('are swapped: routing alone in a file, workforce with the shifts it works', () => {
    expect(chat({routing: 'candidate.yaml'})).toBe(
      'web-chat.0 came 28800: seniors early 1 28800 to 28810 [everyone, 7]',
    );
    expect(chat({workforce: 'staffing.yaml'})).toBe('web-chat.0 came 28800: temps 1 43200 to 43210 [everyone, 0]');
  });
  test('tell what is wrong where it stands', () => {
    const [problem] = problemsOf(WHOLE, FILES);
    expect(problem?.at.file.endsWith('parts/processes.yaml')).toBe(true);
    expect([problem?.at.line, problem?.path, problem?.message]).toEqual([
      2,
      'routing.processes.q.priority',
      'expected a known priority, found "urgent"',
    ]);
  });
});

describe('--set', () => {
  test.each([
    ['demand.web-chat.handleTime=1m', 'web-chat.0 came 28800: seniors early 1 28800 to 28860 [everyone, 0]'],
    ['demand.0.arrivals.at=[ 9h, 13h ]', 'web-chat.0 came 32400: seniors early 1 32400 to 32410 [everyone, 0]'],
    ['workforce.seniors.agents.early=0', 'web-chat.0 came 28800: seniors 1 43200 to 43210 [everyone, 0]'],
    ['workforce.seniors.speed=2', 'web-chat.0 came 28800: seniors early 1 28800 to 28805 [everyone, 0]'],
    [
      'routing.segmentation.otherwise={ process: p, agent: seniors late 1 }',
      'web-chat.0 came 28800: seniors late 1 43200 to 43210 [agent seniors late 1, 0]',
    ],
    ['shifts.early.mon=10:00-16:00', 'web-chat.0 came 28800: seniors early 1 36000 to 36010 [everyone, 0]'],
  ])('%s', (set, expected) => {
    expect(chat({set: [set]})).toBe(expected);
  });

  test.each([
    ['demand.webchat.handleTime=1m', 'did you mean demand.web-chat.handleTime?'],
    ['demand.calls.handleTime=1m', 'did you mean demand.calls.late.handleTime?'],
    ['workforce.seniors.agents.erly=4', 'did you mean early?'],
    ['routing.proceses.p.answerWithin=5s', 'did you mean routing.processes.p.answerWithin?'],
    ['demand.web-chat.handleTime=60', undefined],
  ])('%s is checked', (set, hint) => {
    const [problem] = problemsOf(WHOLE, plain, {set: [set]});
    expect([problem?.severity, problem?.hint]).toEqual(['error', hint]);
    expect(problem?.at.file).toBe(`--set ${set}`);
  });
});
