import fc from 'fast-check';
import {unaryTest} from 'feelin';
import {describe, expect, test} from 'vitest';
import {valuesOf} from '../../src/routing/segmentation/cell.ts';
import type {AttributeType} from '../../src/routing/segmentation/index.ts';
import {
  compileCell,
  compileDecisionTable,
  decisionTableFrom,
  feelOf,
  overlaps,
  reachedRules,
  shadowedBy,
  tableFindings,
} from '../../src/routing/segmentation/index.ts';
import {
  complement,
  holds,
  intersection,
  isEverything,
  isSubset,
  union,
} from '../../src/routing/segmentation/valueSet.ts';
import {tableOf} from '../compile/scenarios.ts';

type Value = string | number | null;
const matches = (written: unknown, value: Value, attributes: Record<string, Value> = {}) =>
  compileCell(feelOf(written))?.(value, attributes) ?? true;

describe('cells as written', () => {
  test.each([
    [null, '-'],
    ['', '-'],
    ['-', '-'],
    ['Gold', '"Gold"'],
    ['Gold, Silver', '"Gold", "Silver"'],
    ['Web chat', '"Web chat"'],
    ['R&D', '"R&D"'],
    ['finance-gold', '"finance-gold"'],
    ['24h support', '"24h support"'],
    ['not(Gold, Silver)', 'not("Gold", "Silver")'],
    [true, '"true"'],
    [5, '5'],
    ['> 5000', '> 5000'],
    ['"Gold"', '"Gold"'],
    ['"Gold, Silver"', '"Gold, Silver"'],
    ['null', 'null'],
    ['Gold or Silver', 'Gold or Silver'],
    ['starts with(?, "G")', 'starts with(?, "G")'],
  ])('%j is %s', (written, feel) => {
    expect(feelOf(written)).toBe(feel);
  });
});

describe('cells as functions', () => {
  test.each<[unknown, Value, boolean]>([
    ['-', null, true],
    ['Gold', 'Gold', true],
    ['Gold', 'gold', false],
    ['Gold', null, false],
    ['Gold, Silver', 'Silver', true],
    ['not(Gold, Silver)', 'Bronze', true],
    ['not(Gold, Silver)', 'Silver', false],
    ['not(Gold)', null, true],
    ['null', null, true],
    ['not(null)', null, false],
    ['> 5000', 5000, false],
    ['> 5000', 5000.01, true],
    ['>= 5000', 5000, true],
    ['> 5000', null, false],
    ['> 5000', '6000', false],
    ['(5000..9000)', 5000, false],
    ['[5000..9000)', 5000, true],
    ['(5000..9000]', 9000, true],
    [']5000..9000[', 9000, false],
    ['< 10, > 20', 15, false],
    ['< 10, > 20', 21, true],
    ['not([1..3])', 4, true],
    ['-3', -3, true],
    ['!= 4', 4, false],
    ['= "Gold"', 'Gold', true],
    ['? > 3 and ? < 9', 5, true],
    ['? > 3 and ? < 9', 9, false],
    ['starts with(?, "G")', 'Gold', true],
    ['< date("2026-03-02")', '2026-03-01', true],
    ['< date("2026-03-02")', '2026-03-02T08:00:00', false],
  ])('%s of %s', (cell, value, expected) => {
    expect(matches(cell, value)).toBe(expected);
  });

  test('an interpreted cell may look at other attributes, and remembers by their values', () => {
    const cell = compileCell('? > limit');
    expect([1, 3, 1].map((limit) => cell?.(2, {limit, other: 'x'}))).toEqual([true, false, true]);
  });

  const number = fc.integer({min: -9, max: 9});
  const word = fc.constantFrom('"a"', '"b"', '"c d"');
  const interval = fc
    .tuple(fc.constantFrom('[', '('), number, fc.nat({max: 9}), fc.constantFrom(']', ')'))
    .map(([o, low, wide, c]) => `${o}${low}..${low + wide}${c}`);
  const numeric = fc.oneof(
    number.map(String),
    interval,
    fc.tuple(fc.constantFrom('<', '<=', '>', '>='), number).map(([s, n]) => `${s} ${n}`),
  );
  const listOf = (part: fc.Arbitrary<string>) =>
    fc
      .tuple(fc.boolean(), fc.array(part, {minLength: 1, maxLength: 3}))
      .map(([not, parts]) => (not ? `not(${parts.join(', ')})` : parts.join(', ')));

  test('agree with FEEL itself', () => {
    const half = fc.integer({min: -20, max: 20}).map((n) => n / 2);
    fc.assert(
      fc.property(
        fc.oneof(fc.tuple(listOf(numeric), half), fc.tuple(listOf(word), fc.constantFrom('a', 'b', 'c d', 'e'))),
        ([cell, value]) => {
          // FEEL calls an interval that holds nothing an error; that is a finding here.
          expect(valuesOf(cell)).not.toBeNull();
          expect(matches(cell, value), cell).toBe(unaryTest(cell, {'?': value}).value);
        },
      ),
      {numRuns: 300},
    );
  });

  test('sets of values keep the laws of sets', () => {
    const cells = fc.oneof(listOf(numeric), listOf(word));
    const value = fc.oneof(
      fc.integer({min: -20, max: 20}).map((n) => n / 2),
      fc.constantFrom('a', 'b', 'z'),
      fc.constant(null),
    );
    fc.assert(
      fc.property(cells, cells, value, (left, right, of) => {
        const [a, b] = [valuesOf(left), valuesOf(right)];
        if (!a || !b) throw new Error('a plain cell');
        expect(holds(union(a, b), of)).toBe(holds(a, of) || holds(b, of));
        expect(holds(intersection(a, b), of)).toBe(holds(a, of) && holds(b, of));
        expect(holds(complement(a), of)).toBe(!holds(a, of));
        expect(isSubset(intersection(a, b), a)).toBe(true);
        expect(isEverything(union(a, complement(a)))).toBe(true);
      }),
    );
  });
});

describe('what fails in silence', () => {
  const types = new Map<string, Set<AttributeType>>([
    ['segment', new Set(['text'])],
    ['dealValue', new Set(['number'])],
    ['opened', new Set(['date'])],
  ]);
  const findings = (column: string, cell: unknown) =>
    tableFindings(tableOf([column], [[[cell], 'a']], 'b'), {types, spaces: [[null]]}).map(
      ({severity, path, message, hint}) => `${severity} ${path.join('.')}: ${message} | ${hint ?? ''}`,
    );
  test.each([
    ['segment', '"Gold" or "Silver"', 'write: Gold, Silver'],
    ['segment', 'Gold or Silver', 'write: Gold, Silver'],
    ['segment', 'Gold | Silver', 'write: Gold, Silver'],
    ['segment', 'Gold; Silver', 'write: Gold, Silver'],
    ['segment', '"Research and Development" or Gold', 'write: "Research and Development", Gold'],
    ['segment', '== Gold', 'write: Gold'],
    ['segment', '= Gold', 'write: Gold'],
    ['segment', '!Gold', 'write: not(Gold)'],
    ['segment', 'not Gold', 'write: not(Gold)'],
    ['segment', '<> "Gold"', 'write: not(Gold)'],
    ['segment', 'in (Gold, Silver)', 'write: Gold, Silver'],
    ['segment', "'Gold'", 'write: Gold'],
    ['segment', 'Research and Development', 'write: "Research and Development"'],
    ['segment', '"Gold', ''],
    ['segment', 5, 'write: "5"'],
    ['segment', 'Gold, 5', 'write: "Gold", "5"'],
    ['dealValue', '>5000 and <9000', 'write: (5000..9000)'],
    ['dealValue', '> 5000 and <= 9000', 'write: (5000..9000]'],
    ['dealValue', '<9000 && >=5000', 'write: [5000..9000)'],
    ['dealValue', '5000-9000', 'write: [5000..9000]'],
    ['dealValue', '5000..9000', 'write: [5000..9000]'],
    ['dealValue', 'between 5000 and 9000', 'write: [5000..9000]'],
    ['dealValue', '=> 5000', 'write: >= 5000'],
    ['dealValue', '> 5,000', 'write: > 5000'],
    ['dealValue', '> "5000"', 'write: > 5000'],
    ['dealValue', 'Gold', ''],
    ['dealValue', '(9000..5000)', ''],
    ['dealValue', '> dealVale', 'did you mean dealValue?'],
    ['dealValue', 'starts with(?, "G")', ''],
  ])('%s: %s', (column, cell, hint) => {
    const found = findings(column, cell);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^error rules\.0\.if\.0: expected/);
    expect(found[0]?.endsWith(`| ${hint}`) || hint === '', found[0]).toBe(true);
  });
  test.each([
    ['segment', 'Gold, Silver'],
    ['segment', 'not(Gold)'],
    ['segment', 'starts with(?, "G")'],
    ['segment', 'null'],
    ['dealValue', '(5000..9000)'],
    ['dealValue', '? > 3 and ? < 9'],
    ['dealValue', '> 2 * 10'],
    ['dealValue', 'segment = "Gold"'],
    ['opened', '< date("2026-03-02")'],
    ['opened', '[date("2026-03-02")..date("2026-03-09")]'],
  ])('%s: %s is well', (column, cell) => {
    expect(findings(column, cell)).toEqual([]);
  });
  test('a comma means or: everything matches', () => {
    expect(findings('dealValue', '>5000, <9000')).toEqual([
      'warning rules.0.if.0: >5000, <9000 matches every number: a comma means or | both at once is (5000..9000)',
    ]);
  });
  test('a part that the rest holds already', () => {
    expect(findings('dealValue', '>5,500')).toEqual([
      'warning rules.0.if.0: 500 adds nothing to the rest of >5, 500: a comma means or | is it > 5500?',
    ]);
    expect(findings('dealValue', '< 5, 500')).toEqual([]);
  });
  test('columns and rows', () => {
    const table = {...tableOf(['segmnt', 'dealValue'], [[['Gold'], 'a']], 'b')};
    const found = tableFindings(table, {types, spaces: []});
    expect(found.map(({path, hint}) => [path.join('.'), hint])).toEqual([
      ['columns.0', 'did you mean segment?'],
      ['rules.0.if', undefined],
    ]);
    const mixed = new Map([['x', new Set<AttributeType>(['text', 'number'])]]);
    expect(tableFindings(tableOf(['x'], [[['-'], 'a']]), {types: mixed, spaces: []})[0]?.message).toMatch(
      /text and as number/,
    );
  });
});

describe('the table', () => {
  const table = tableOf(
    ['channel', 'segment', 'dealValue'],
    [
      [['voice', '-', '-'], 'calls'],
      [['-', 'Silver', '> 5000'], 'hot'],
      [['-', 'Silver', '-'], 'silver'],
      [['-', 'Gold, Silver', '> 100'], 'rest'],
      [['-', 'Silver', '> 6000'], 'never'],
    ],
    'other',
  );
  const types = new Map<string, Set<AttributeType>>([
    ['channel', new Set(['text'])],
    ['segment', new Set(['text'])],
    ['dealValue', new Set(['number'])],
  ]);

  test('the first rule that matches, else the number of rules', () => {
    const {ruleOf} = compileDecisionTable(table);
    expect(ruleOf({channel: 'voice', segment: 'Silver', dealValue: 6000})).toBe(0);
    expect(ruleOf({channel: 'chat', segment: 'Silver', dealValue: 5001})).toBe(1);
    expect(ruleOf({channel: 'chat', segment: 'Silver', dealValue: 5000})).toBe(2);
    expect(ruleOf({channel: 'chat', segment: 'Silver'})).toBe(2);
    expect(ruleOf({channel: 'chat', segment: 'Gold', dealValue: 101})).toBe(3);
    expect(ruleOf({channel: 'chat'})).toBe(5);
  });
  test('rules never reached, and by whose doing', () => {
    const {rules, complete, exact} = reachedRules(table, types, [[null, null, null]]);
    expect([[...rules].sort(), complete, exact]).toEqual([[0, 1, 2, 3], false, true]);
    expect(shadowedBy(table, 4)).toBe(1);
    expect(tableFindings(table, {types, spaces: [[null, null, null]]}).map(({message}) => message)).toEqual([
      'rule 5 never matches: rule 2 takes everything it could match',
    ]);
  });
  test('only what sources bring counts', () => {
    const found = tableFindings(table, {types, spaces: [[['voice', 'chat'], ['Gold', 'Silvr'], null]]});
    expect(found.map(({severity, path, message, hint}) => [severity, path.join('.'), message, hint])).toContainEqual([
      'warning',
      'rules.1.if.1',
      'no source brings items with segment "Silver"',
      'did you mean Silvr?',
    ]);
    expect(found.some(({message}) => message.startsWith('rule 3 never matches'))).toBe(true);
  });
  test('without otherwise every item must match', () => {
    const gold = tableOf(
      ['segment'],
      [
        [['Gold'], 'a'],
        [['not(Gold)'], 'b'],
      ],
    );
    expect(tableFindings(gold, {types, spaces: [[null]]})).toEqual([]);
    const open = tableOf(['segment'], [[['Gold'], 'a']]);
    expect(tableFindings(open, {types, spaces: [[['Gold']]]})).toEqual([]);
    expect(tableFindings(open, {types, spaces: [[null]]}).map(({severity}) => severity)).toEqual(['error']);
  });
  test('rules that overlap and lead elsewhere', () => {
    expect(overlaps(table).map(String)).toEqual(['0,1', '0,2', '1,2', '0,3', '1,3', '2,3', '0,4', '1,4', '2,4', '3,4']);
    expect(
      overlaps(
        tableOf(
          ['a'],
          [
            [['[1..3]'], 'x'],
            [['(3..5]'], 'y'],
            [['3'], 'x'],
          ],
        ),
      ).map(String),
    ).toEqual([]);
  });
  test('too many combinations: nothing is claimed', () => {
    const columns = ['a', 'b', 'c', 'd', 'e', 'f'];
    const rules = Array.from({length: 12}, (_, i) => [columns.map((c) => `${c}${i}`), 'x'] as const);
    expect(reachedRules(tableOf(columns, rules), new Map(), [columns.map(() => null)]).exact).toBe(false);
  });
});

test('a table from a CSV', () => {
  const csv = {
    file: 'rules.csv',
    header: ['channel', 'segment', 'then', 'agent'],
    rows: [
      {line: 2, cells: ['voice', '', 'calls', '']},
      {line: 3, cells: ['', 'Gold, Silver', 'vip', 'Ana']},
      {line: 4, cells: ['', '', '', '']},
    ],
  };
  const {spec, problems} = decisionTableFrom(csv, {process: 'rest'});
  expect(spec.columns).toEqual(['channel', 'segment']);
  expect(spec.rules.map(({cells, then}) => [cells, then])).toEqual([
    [['"voice"', '-'], {process: 'calls'}],
    [['-', '"Gold", "Silver"'], {process: 'vip', agent: 'Ana'}],
    [['-', '-'], {process: ''}],
  ]);
  expect(problems.map(({at, message}) => [at.line, message])).toEqual([
    [4, 'expected a process in the column then, found nothing'],
  ]);
  expect(decisionTableFrom({...csv, header: ['channel', 'segment', 'thn', 'agent']}, null).problems[0]?.hint).toBe(
    'is it the column thn?',
  );
});
