import {describe, expect, test} from 'vitest';
import {changed, ENTRY, ONE_QUEUE, problemsOf, read} from './texts.ts';

const setTo = (...set: string[]) => read(ONE_QUEUE, {set}).scenario;
const wrong = (...set: string[]) => problemsOf(ONE_QUEUE, {set});

describe('a value set by path', () => {
  test('in maps, and in lists by name or number', () => {
    expect(setTo('routing.processes.calls.sla=2h').routing.processes.calls?.slaMs).toBe(7_200_000);
    expect(setTo('demand.line.handleTime=5m').demand[0]?.handleTime).toMatchObject({fixed: {mean: 300_000}});
    expect(setTo('demand.0.handleTime.lognormal.cv=0.5').demand[0]?.handleTime).toMatchObject({
      fixed: {sd: expect.closeTo(120_000, 6)},
    });
    expect(setTo('workforce.team.agents.early=9').workforce[0]?.agents[0]).toEqual({
      kind: 'shift',
      shift: 'early',
      count: 9,
    });
    expect(setTo('goals.0.atLeast=70%').goals[0]?.limit).toEqual({kind: 'atLeast', value: 0.7});
    expect(setTo('routing.distribution.phones.targets.0.for=45s').routing.distribution.phones?.targets[0]?.for).toEqual(
      {ms: 45_000, share: 0},
    );
  });

  test('adds keys the language knows, and names at the end of a path', () => {
    expect(setTo('atEnd=drain').atEnd).toBe('drain');
    expect(setTo('demand.line.concurrency.slowdown=0.3').demand[0]?.concurrency).toEqual({slowdown: 0.3});
    expect(setTo('workforce.team.skills.Chat=3').workforce[0]?.skills).toEqual({Voice: 7, Chat: 3});
    expect(setTo('routing.processes.calls={ answerWithin: 60s }').routing.processes.calls?.answerWithinMs).toBe(60_000);
  });

  test('in turn, the later over the earlier', () => {
    expect(setTo('replications=3', 'replications=4').replications).toBe(4);
  });

  test('of names with dots and spaces, the longest that fits', () => {
    const dotted = changed('group: team', 'group: a.b').replace('Voice: 7', '"Voice": 7, "Voice 2.0": 1');
    const set = ['workforce.a.b.skills.Voice 2.0=9', 'workforce.a.b.agents.late=1'];
    const [group] = read(dotted, {set}).scenario.workforce;
    expect(group?.skills).toEqual({Voice: 7, 'Voice 2.0': 9});
    expect(group?.agents[1]).toMatchObject({count: 1});
  });

  test('an equals sign belongs to the value', () => {
    expect(setTo('name=a=b').name).toBe('a=b');
  });
});

describe('what cannot be set', () => {
  test.each([
    ['routing.processes.cals.sla=3h', 'routing.processes has no "cals"', 'did you mean routing.processes.calls.sla?'],
    ['demand.lime.handleTime=5m', 'demand has no "lime"', 'did you mean demand.line.handleTime?'],
    ['demand.1.handleTime=5m', 'demand has no "1"', undefined],
    ['demand.line.handelTime=5m', 'demand.line has no "handelTime"', 'did you mean demand.line.handleTime?'],
    ['workfroce.team.agents=5', 'the scenario has no "workfroce"', 'did you mean workforce.team.agents?'],
    ['workforce.team.capacity.max=5', 'workforce.team.capacity holds "one", no keys', undefined],
    ['routing', 'expected path=value', 'write --set'],
  ])('%s', (set, says, hint) => {
    const [problem, ...more] = wrong(set);
    expect(more).toEqual([]);
    expect(problem?.message).toContain(says);
    if (hint !== undefined) expect(problem?.hint).toContain(hint);
    expect(problem?.at).toEqual({file: `--set ${set}`, line: 0, column: 0});
  });

  test('a value is checked like any other, and the problem names what was set', () => {
    const [problem] = wrong('demand.line.handleTime=5');
    expect(problem).toMatchObject({
      at: {file: '--set demand.line.handleTime=5', line: 0},
      path: 'demand.line.handleTime',
      message: 'expected a duration with a unit, found the bare number 5: write 5s, 5m or 5h',
    });
    expect(wrong('workforce.team.agents.erly=5')[0]).toMatchObject({
      at: {file: '--set workforce.team.agents.erly=5'},
      message: 'expected a known shift, found "erly"',
      hint: 'did you mean early?',
    });
    expect(wrong('routing.processes.calls.priority=[')[0]?.at.file).toBe('--set routing.processes.calls.priority=[');
  });

  test('files named by a set value are looked for where the scenario lies', () => {
    const set = ['demand.line.arrivals={ perInterval: { file: calls.csv } }'];
    const texts = {'centre/calls.csv': 'weekday,start,count\nmon,09:00,12\n'};
    expect(read(ONE_QUEUE, {set, texts}).scenario.demand[0]?.arrivals).toMatchObject({
      kind: 'perInterval',
      widthMs: 1_800_000,
    });
  });
});

test('a seed and a number of replications stand over the file', () => {
  expect(read(ONE_QUEUE, {seed: 'tuesday', replications: 7}).scenario).toMatchObject({
    seed: 'tuesday',
    replications: 7,
  });
});

test('the fingerprint follows what was read and set, not where it lies', () => {
  const {hash} = read(ONE_QUEUE);
  expect(read(ONE_QUEUE).hash).toBe(hash);
  expect(read(ONE_QUEUE, {set: ['atEnd=drain']}).hash).not.toBe(hash);
  expect(read(changed('perHour: 60', 'perHour: 61')).hash).not.toBe(hash);
  expect(ENTRY).toContain('/');
});
