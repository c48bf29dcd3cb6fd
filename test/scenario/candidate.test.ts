import {describe, expect, test} from 'vitest';
import {ENTRY, ONE_QUEUE, problemsOf, read} from './texts.ts';

const FILE = 'plans/candidate.yaml';
const ROUTING =
  'segmentation: { otherwise: all }\nprocesses: { all: { answerWithin: 30s } }\ncapacity: { one: { voice: { max: 1 } } }\n';
const swapped = (candidate: string, more: Parameters<typeof read>[1] = {}) =>
  read(ONE_QUEUE, {...more, texts: {[FILE]: candidate, ...more.texts}, with: [FILE]}).scenario;
const wrong = (candidate: string, texts: Record<string, string> = {}) =>
  problemsOf(ONE_QUEUE, {texts: {[FILE]: candidate, ...texts}, with: [FILE]});

describe('a candidate stands in place of', () => {
  test('several parts and settings at once, and leaves the others', () => {
    const own = read(ONE_QUEUE).scenario;
    const scenario = swapped(
      'to: 2026-03-04\nworkforce: [{ group: few, agents: 3, skills: { Voice: 5 } }]\ngoals: [{ abandonment: {}, atMost: 5% }]\n',
    );
    expect(scenario.workforce.map(({name}) => name)).toEqual(['few']);
    expect(scenario.goals.map(({metric}) => metric)).toEqual(['abandonment']);
    expect(scenario.until).toEqual({epochMs: own.fromEpochMs + 2 * 86_400_000});
    expect(scenario.routing).toEqual(own.routing);
    expect(scenario.name).toBe('One queue');
  });

  test('shifts and calendars by name', () => {
    const {shifts, calendars} = swapped('shifts: { late: { mon-fri: 14:00-22:00 }, night: { mon: 22:00-24:00 } }\n');
    expect(Object.keys(shifts)).toEqual(['early', 'late', 'night']);
    expect(shifts.late?.week.mon).toEqual([{fromMs: 14 * 3_600_000, toMs: 22 * 3_600_000}]);
    expect(Object.keys(calendars)).toEqual(['office']);
  });

  test('a single part without its key', () => {
    expect(Object.keys(swapped(ROUTING).routing.processes)).toEqual(['all']);
    expect(swapped('- { group: few, agents: 3, skills: { Voice: 5 } }\n').workforce[0]?.name).toBe('few');
    expect(swapped('- { abandonment: {}, atMost: 5% }\n').goals[0]?.metric).toBe('abandonment');
    const source =
      '- { source: mail, channel: voice, arrivals: { perHour: 9 }, attributes: { segment: Gold }, handleTime: 2m }\n';
    expect(swapped(source).demand.map(({name}) => name)).toEqual(['mail']);
  });

  test('everything, where it is a whole scenario; itself changes nothing', () => {
    const own = read(ONE_QUEUE);
    const {hash, scenario} = read(ONE_QUEUE, {with: [ENTRY]});
    expect(hash).toBe(own.hash);
    const {located: _, ...expected} = own.scenario;
    expect(scenario).toMatchObject(expected);
  });

  test('what files of its own hold, from where it lies, with shifts beside a workforce', () => {
    const texts = {
      'plans/people.yaml':
        'workforce: [{ group: few, agents: { night: 3 }, skills: { Voice: 5 } }]\nshifts: { night: { mon: 20:00-24:00 } }\n',
    };
    const {workforce, shifts} = swapped('workforce: { file: people.yaml }\n', {texts});
    expect(workforce[0]?.name).toBe('few');
    expect(Object.keys(shifts)).toEqual(['early', 'late', 'night']);
  });

  test('what another before it put there; what is set is set in the last', () => {
    const texts = {
      'a.yaml': 'to: 2026-03-04\n',
      'b.yaml': 'workforce: [{ group: b, agents: 3, skills: { Voice: 5 } }]\n',
    };
    const {scenario} = read(ONE_QUEUE, {texts, with: ['a.yaml', 'b.yaml'], set: ['workforce.b.agents=4']});
    expect(scenario.workforce[0]?.agents).toMatchObject([{count: 4}]);
    expect(scenario.until).toEqual({epochMs: scenario.fromEpochMs + 2 * 86_400_000});
  });
});

describe('of a candidate that is wrong', () => {
  test('the problem names its file and line', () => {
    expect(wrong(`routing:\n  ${ROUTING.replaceAll('\n', '\n  ').replace('30s', 'soon')}`)).toMatchObject([
      {at: {file: FILE, line: 3}, path: 'routing.processes.all.answerWithin', excerpt: expect.stringContaining('soon')},
    ]);
  });
  test.each([
    ['to: 2d\nworkfroce: []\n', 2, 'expected a known key, found "workfroce"', 'did you mean workforce?'],
    ['', 1, 'expected parts of a scenario', 'name one, such as routing: or workforce:'],
    [
      'segmentation: { otherwise: all }\nproceses: { all: {} }\n',
      2,
      'expected a known key, found "proceses"',
      'did you mean processes?',
    ],
  ])('%j', (text, line, message, hint) => {
    const first = wrong(text).find((problem) => problem.message.includes(message));
    expect(first).toMatchObject({at: {file: FILE, line}, hint});
  });
  test('one that is not there is named as it was asked for', () => {
    const [problem] = problemsOf(ONE_QUEUE, {with: ['gone.yaml']});
    expect(problem).toMatchObject({
      at: {file: '--with gone.yaml', line: 0},
      message: expect.stringContaining('gone.yaml'),
    });
  });
});
