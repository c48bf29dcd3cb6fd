import fc from 'fast-check';
import {evaluate} from 'feelin';
import {describe, expect, test} from 'vitest';
import {check} from '../../src/language/check.ts';
import {
  distributionFindings,
  distributionSchema,
  namedDistribution,
  readSkillExpression,
  type Skills,
  TARGET_KINDS,
} from '../../src/routing/eligibility/index.ts';

const SKILLS = [
  'Sales Processing',
  'Sales',
  'Legacy System Processing',
  'Voice',
  'R&D',
  'C++',
  'and more',
  'Español (ES)',
  'not listed',
];
const read = (text: string) => {
  const result = readSkillExpression(text, SKILLS);
  if ('findings' in result) throw new Error(result.findings.map(({message}) => message).join('\n'));
  return result.expression;
};

describe('skill expressions', () => {
  test.each<[string, Skills, boolean]>([
    [
      'Sales Processing > 7 and Legacy System Processing > 1',
      {'Sales Processing': 8, 'Legacy System Processing': 2},
      true,
    ],
    [
      'Sales Processing > 7 and Legacy System Processing > 1',
      {'Sales Processing': 7, 'Legacy System Processing': 2},
      false,
    ],
    ['Sales > 1', {'Sales Processing': 9}, false],
    ['Voice >= 0', {}, true],
    ['Voice > 0', {}, false],
    ['Voice = 0', {}, true],
    ['Voice != 0', {Voice: 0}, false],
    ['Voice between 2 and 4 and Sales > 0', {Voice: 4, Sales: 1}, true],
    ['Voice between 2 and 4', {Voice: 5}, false],
    ['not(Voice > 1) and Sales > 1', {Sales: 2}, true],
    ['not(Voice > 1 or Sales > 1)', {Sales: 2}, false],
    ['(Voice > 1 or Sales > 1) and R&D > 1', {Voice: 2}, false],
    ['Voice > 1 or Sales > 1 and R&D > 1', {Voice: 2}, true],
    ['C++ > 2', {'C++': 3}, true],
    ['and more > 1 and Voice > 1', {'and more': 2, Voice: 2}, true],
    ['Español (ES) >= 5', {'Español (ES)': 5}, true],
    ['not listed > 1', {'not listed': 2}, true],
    ['5 < Voice', {Voice: 6}, true],
    ['Voice > Sales', {Voice: 2, Sales: 1}, true],
    ['Sales  Processing > 1', {'Sales Processing': 2}, true],
    ['"Sales Processing" > 1', {'Sales Processing': 2}, true],
    ['Voice > 1.5', {Voice: 2}, true],
  ])('%s of %j', (text, skills, expected) => {
    expect(read(text).test(skills)).toBe(expected);
  });

  test.each([
    ['Voice > 1 AND Sales > 1', 'write: Voice > 1 and Sales > 1'],
    ['Voice > 1 & Sales > 1', 'write: Voice > 1 and Sales > 1'],
    ['(Voice > 1 | Sales > 1) && C++ > 1', 'write: (Voice > 1 or Sales > 1) and C++ > 1'],
    ['Voice == 1', 'write: Voice = 1'],
    ['Voice <> 1', 'write: Voice != 1'],
    ['Voice => 1', 'write: Voice >= 1'],
    ['not Voice > 1', 'write: not(Voice > 1)'],
    ['NOT (Voice > 1)', 'write: not(Voice > 1)'],
    ['not Voice > 1 and Sales > 1', 'write: not(Voice > 1) and Sales > 1'],
    ['Voice', 'write Voice > 0 for everyone who has the skill'],
    ['Legacy System Procesing > 1', 'did you mean Legacy System Processing?'],
    ['Sales > 1 and Voise > 1', 'did you mean Voice?'],
  ])('%s has the hint %s', (text, hint) => {
    const result = readSkillExpression(text, SKILLS);
    expect('findings' in result && result.findings.map((finding) => finding.hint)).toEqual([hint]);
  });

  test.each(['Voice >= and', '', '(Voice > 1', 'Voice > 1)', 'Voice > 1 Sales > 1', 'Voice > ', 'between 1 and 2'])(
    '%s is one finding',
    (text) => {
      const result = readSkillExpression(text, SKILLS);
      expect(
        'findings' in result && result.findings.map(({message}) => message.includes(JSON.stringify(text))),
      ).toEqual([true]);
    },
  );

  test('names, and those that speak for an agent', () => {
    const {names, wanted} = read('Voice > 1 and not(Sales > 3 or not(C++ > 1)) and Voice < 9');
    expect([names, wanted]).toEqual([
      ['Voice', 'Sales', 'C++'],
      ['Voice', 'C++'],
    ]);
  });

  test('agree with FEEL, names substituted', () => {
    const names = ['a', 'b', 'c'];
    const level = fc.integer({min: 0, max: 4});
    const comparison = fc
      .tuple(fc.constantFrom(...names), fc.constantFrom('<', '<=', '>', '>=', '=', '!='), level)
      .map((parts) => parts.join(' '));
    const {expression} = fc.letrec<{expression: string}>((tie) => ({
      expression: fc.oneof(
        {maxDepth: 3},
        comparison,
        fc.tuple(tie('expression'), fc.constantFrom('and', 'or'), tie('expression')).map((parts) => parts.join(' ')),
        tie('expression').map((inner) => `not(${inner})`),
        tie('expression').map((inner) => `(${inner})`),
      ),
    }));
    fc.assert(
      fc.property(expression, level, level, level, (text, a, b, c) => {
        const result = readSkillExpression(text, names);
        expect('expression' in result && result.expression.test({a, b, c}), text).toBe(evaluate(text, {a, b, c}).value);
      }),
      {numRuns: 150},
    );
  });
});

const rule = (written: unknown) => namedDistribution('d', distributionSchema.parse(written), null);

test('a distribution and its defaults', () => {
  expect(
    rule({targets: [{skills: 'Voice >= 5', for: '30s'}, {groups: ['a', 'b'], for: '20%'}, {everyone: true}]}),
  ).toEqual({
    name: 'd',
    preferredAgent: null,
    targets: [
      {who: {kind: 'skills', expression: 'Voice >= 5'}, for: {ms: 30_000, share: 0}, text: 'Voice >= 5'},
      {who: {kind: 'groups', groups: ['a', 'b']}, for: {ms: 0, share: 0.2}, text: 'groups a, b'},
      {who: {kind: 'everyone'}, for: null, text: 'everyone'},
    ],
    agent: ['longest-idle'],
    prefer: 'inner',
    onReturn: {missed: 'goOn', handled: 'goOn'},
  });
  expect(rule({targets: {agents: 'Ana'}, agent: 'random'})).toMatchObject({
    agent: ['random'],
    targets: [{text: 'agent Ana'}],
  });
  expect(TARGET_KINDS.map(({key}) => key)).toEqual(['skills', 'groups', 'agents', 'everyone']);
});

test('preferred agent: its own, the default, none', () => {
  const fallback = {for: {ms: 0, share: 0.1}, ifAway: 'wait'} as const;
  const targets = [{everyone: true}];
  const preferred = (written: unknown) =>
    namedDistribution('d', distributionSchema.parse(written), fallback).preferredAgent;
  expect(preferred({targets})).toBe(fallback);
  expect(preferred({targets, preferredAgent: 'none'})).toBeNull();
  expect(preferred({targets, preferredAgent: {for: '5m', ifAway: 'skip'}})).toEqual({
    for: {ms: 300_000, share: 0},
    ifAway: 'skip',
  });
});

test.each([
  [{targets: [{everyone: true}, {everyone: true}]}, 'targets.0: expected `for`'],
  [{targets: [{everyone: true, for: '1m'}]}, 'targets.0: expected no `for`'],
  [{targets: [{skills: 'Voice > 1', groups: ['a']}]}, 'targets.0: expected one of skills'],
  [{targets: []}, 'targets: expected at least one'],
  [{targets: [{everyone: true}], agent: 'fastest'}, 'agent: expected longest-idle, least-active'],
  [{targets: [{everyone: true, for: 30}, {everyone: true}]}, '30s'],
])('%j', (written, says) => {
  const checked = check(distributionSchema, written);
  const found = 'findings' in checked ? checked.findings : [];
  expect(found.map(({path, message}) => `${path.join('.')}: ${message}`).join('\n')).toContain(says);
});

test('targets are judged by who is there', () => {
  const reachable = {
    skills: ['Voice'],
    groups: ['seniors', 'empty'],
    agents: [{name: 'Ana', group: 'seniors', skillsets: [{Voice: 2}, {Voice: 7}]}],
  };
  const found = (target: unknown) =>
    distributionFindings(rule({targets: [target]}), reachable).map(({path, message, hint}) => [
      path.join('.'),
      message,
      hint,
    ]);
  expect(found({skills: 'Voice >= 7'})).toEqual([]);
  expect(found({skills: 'Voice >= 8'})).toEqual([
    ['targets.0.skills', 'nobody can ever satisfy Voice >= 8', 'the highest levels are Voice 7'],
  ]);
  expect(found({groups: ['senior']})[0]?.[2]).toBe('did you mean seniors?');
  expect(found({groups: ['empty']})[0]?.[1]).toMatch(/^nobody can ever/);
  expect(found({agents: ['Anna']})[0]?.slice(0, 3)).toEqual([
    'targets.0.agents.0',
    'expected an agent of the workforce, found "Anna"',
    'did you mean Ana?',
  ]);
});
