import {describe, expect, test} from 'vitest';
import {parseTable} from '../../src/csv/table.ts';
import {readScenario} from '../../src/scenario/read.ts';
import {changed, ENTRY, ONE_QUEUE, problemsOf, read, textsOf} from './texts.ts';

/** The base scenario cut at its parts. */
function cut(part: string): {text: string; part: string} {
  const lines = ONE_QUEUE.split('\n');
  const from = lines.indexOf(`${part}:`);
  const length = lines.slice(from + 1).findIndex((line) => /^\S/.test(line));
  const body = lines.slice(from + 1, from + 1 + length);
  const indent = body[0]?.search(/\S/) ?? 0;
  return {
    text: [...lines.slice(0, from), `${part}: { file: parts/${part}.yaml }`, ...lines.slice(from + 1 + length)].join(
      '\n',
    ),
    part: body.map((line) => line.slice(indent)).join('\n'),
  };
}

describe('a part in a file of its own', () => {
  test.each(['calendars', 'demand', 'routing', 'shifts', 'workforce'])('%s', (name) => {
    const {text, part} = cut(name);
    const {scenario} = read(text, {texts: {[`centre/parts/${name}.yaml`]: part}});
    const {located: _, ...expected} = read(ONE_QUEUE).scenario;
    expect(scenario).toMatchObject(expected);
  });

  test('problems point into that file', () => {
    const {text, part} = cut('routing');
    const [problem] = problemsOf(text, {
      texts: {'centre/parts/routing.yaml': part.replace('priority: aging', 'priority: agin')},
    });
    expect(problem).toMatchObject({
      at: {file: 'centre/parts/routing.yaml', line: 7},
      path: 'routing.processes.calls.priority',
      excerpt: expect.stringContaining('priority: agin'),
    });
  });

  test('may hold the part under its name, with shifts and calendars beside it', () => {
    const texts = {
      'centre/staffing.yaml':
        'workforce:\n  - { group: few, agents: { night: 3 }, skills: { Voice: 9 } }\nshifts:\n  night: { mon-fri: 20:00-04:00+1 }\n',
    };
    const {scenario} = read(ONE_QUEUE, {texts, workforce: 'centre/staffing.yaml'});
    expect(scenario.workforce.map(({name}) => name)).toEqual(['few']);
    expect(scenario.shifts.night?.week.mon).toEqual([{fromMs: 72_000_000, toMs: 100_800_000}]);
    expect(Object.keys(scenario.shifts)).toEqual(['early', 'late', 'night']);
  });

  test('stands in for the scenario’s own with --routing and --workforce', () => {
    const routing = 'segmentation: { otherwise: all }\nprocesses: { all: { answerWithin: 30s } }\n';
    const workforce = '- { group: team, agents: 4, skills: { Voice: 5 } }\n';
    const {scenario} = read(ONE_QUEUE, {
      texts: {'candidate.yaml': routing, 'staffing.yaml': workforce},
      routing: 'candidate.yaml',
      workforce: 'staffing.yaml',
    });
    expect(Object.keys(scenario.routing.processes)).toEqual(['all']);
    expect(scenario.workforce[0]?.agents).toEqual([{kind: 'shift', shift: null, count: 4}]);
  });

  test('names files from where it lies itself', () => {
    const {text, part} = cut('demand');
    const texts = {
      'centre/parts/demand.yaml': part.replace(
        '{ perHour: 60, during: office }',
        '{ perInterval: { file: calls.csv } }',
      ),
      'centre/parts/calls.csv': 'weekday,start,count\nmon-fri,09:00,12\n',
    };
    expect(read(text, {texts}).parts.map(({path}) => path)).toEqual([
      ENTRY,
      'centre/parts/demand.yaml',
      'centre/parts/calls.csv',
    ]);
  });

  test('inside routing, and several files of one list', () => {
    const texts = {
      'centre/aging.yaml': 'aging: { initial: 0, increment: 1, every: 1m, max: 100 }\n',
      'centre/more.yaml': '- { source: second, channel: voice, arrivals: { perHour: 1 }, handleTime: 4m }\n',
    };
    const text = changed(
      '  priorities:\n    aging: { initial: 0, increment: 1, every: 1m, max: 100 }',
      '  priorities: { file: aging.yaml }',
    ).replace('routing:', '  - { file: more.yaml }\nrouting:');
    const {scenario} = read(text, {texts});
    expect(scenario.routing.priorities.aging?.form).toBe('increments');
    expect(scenario.demand.map(({name}) => name)).toEqual(['line', 'second']);
  });

  test('that is missing, empty, of itself, or no YAML is one problem', () => {
    const {text} = cut('routing');
    expect(problemsOf(text)).toMatchObject([
      {
        at: {file: ENTRY, line: 14},
        path: 'routing',
        message: expect.stringContaining('parts/routing.yaml", found none'),
      },
    ]);
    const itself = {'centre/parts/routing.yaml': 'segmentation: { file: routing.yaml }\n'};
    expect(problemsOf(text, {texts: itself})[0]?.message).toContain('is a part of itself');
    const broken = {'centre/parts/routing.yaml': 'segmentation: [\n'};
    expect(problemsOf(text, {texts: broken})[0]?.at).toMatchObject({file: 'centre/parts/routing.yaml'});
    const empty = {'centre/parts/routing.yaml': '# nothing\n'};
    expect(problemsOf(text, {texts: empty}).length).toBeGreaterThan(0);
  });
});

test('a scenario that is missing says so', () => {
  expect(() => readScenario('none.yaml', {files: textsOf({}), parseTable})).toThrow(
    /expected a file to read at "none.yaml", found none/,
  );
});

test('decision tables may be CSV; their problems have the line of the file', () => {
  const text = changed(
    `  segmentation:
    columns: [channel, segment]
    rules:
      - { if: [voice, Gold], then: gold }
    otherwise: calls`,
    '  segmentation: { file: rules.csv, otherwise: calls }',
  );
  const rules = 'channel,segment,then\nvoice,Gold,gold\n';
  expect(read(text, {texts: {'centre/rules.csv': rules}}).scenario.routing.segmentation).toMatchObject({
    columns: ['channel', 'segment'],
    // biome-ignore lint/suspicious/noThenProperty: the word of the language
    rules: [{cells: ['"voice"', '"Gold"'], then: {process: 'gold'}}],
    otherwise: {process: 'calls'},
  });
  const slips = 'channel,segment,then\nvoice,Gold,gold\nvoice,Silver,golt\nvoice,Gold or Silver,gold\n';
  expect(problemsOf(text, {texts: {'centre/rules.csv': slips}})).toMatchObject([
    {
      at: {file: 'centre/rules.csv', line: 3},
      message: 'expected a known process, found "golt"',
      hint: 'did you mean gold?',
    },
    {at: {file: 'centre/rules.csv', line: 4}, hint: 'write: Gold, Silver'},
  ]);
});

test('anchors, aliases and merges are written out', () => {
  const text = changed('goals:', 'x-usual: &usual { channel: voice }\ngoals:').replace(
    '- { serviceLevel: { channel: voice }, atLeast: 80% }',
    '- { serviceLevel: *usual, atLeast: 80% }\n  - { wait: { <<: *usual, quantile: 90% }, atMost: 60s }',
  );
  expect(read(text).scenario.goals).toMatchObject([
    {metric: 'serviceLevel', of: {channel: 'voice'}},
    {
      metric: 'wait',
      of: {channel: 'voice'},
      params: {quantile: 0.9},
      limit: {kind: 'atMost', value: 60},
      text: '90% wait of voice at most 1m',
    },
  ]);
});

test('aliases of aliases do not grow without end', () => {
  const levels = Array.from({length: 30}, (_, i) => `x-${i + 1}: &a${i + 1} [ *a${i}, *a${i} ]`);
  const text = `x-0: &a0 [ 1, 2 ]\n${levels.join('\n')}\n${ONE_QUEUE}`;
  expect(problemsOf(text)[0]?.message).toContain('where aliases are written out');
});
