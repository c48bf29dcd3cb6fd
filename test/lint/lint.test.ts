// What lint makes of findings: those told elsewhere, those accepted, what is looked for; and the decision table at random.
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {FINDING_KINDS} from '../../src/lint/index.ts';
import {LISTED_KINDS} from '../../src/lint/lint.ts';
import {readingsOf} from '../../src/lint/reading.ts';
import {TOLD} from '../../src/lint/told.ts';
import {PART_CHECKS, WHOLE_CHECKS} from '../../src/scenario/checks/index.ts';
import {type Change, changed, linted} from './desk.ts';
import {awake, matchesRow, prove, ruleOf} from './proof.ts';

const codesOf = (...changes: readonly Change[]) => linted(changed(...changes)).findings.map(({code}) => code);
const RULE = '- { if: [email, Silver, "> 5000"], then: large }';

describe('the register', () => {
  test('codes are kebab, and each once', () => {
    const codes = LISTED_KINDS.map(({code}) => code);
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('checks that lint names are there, and what a kind covers is one of them', () => {
    const checks = new Set([...Object.keys(PART_CHECKS), ...Object.keys(WHOLE_CHECKS), 'afterHold', 'unseen']);
    expect(Object.keys(TOLD).filter((check) => !checks.has(check))).toEqual([]);
    const covered = FINDING_KINDS.flatMap(({covers = []}) => covers);
    expect(covered.filter((check) => !checks.has(check))).toEqual([]);
  });
});

describe('what validation warns of', () => {
  test('is among the findings, with a code, and with its own hint', () => {
    const {findings} = linted(changed(['shifts:', 'shifts:\n  spare: { mon: 08:00-12:00 }']));
    expect(findings).toMatchObject([
      {code: 'unused', severity: 'warning', path: 'shifts.spare', message: 'nothing uses the shift spare'},
    ]);
    expect(findings[0]?.suggestion).toBe('use it or leave it out');
  });

  test('is left out where lint says more of the same line', () => {
    expect(codesOf([RULE, `- { if: [email, "-", "-"], then: mails }\n      ${RULE}`])).toEqual([
      'shadowed-row',
      'unreached-process',
    ]);
    expect(codesOf(['skills: Voice >= 5', 'skills: Voice >= 9'])).toEqual(['unsatisfied-target']);
  });

  test('stays where lint has nothing to add: a text that no source brings', () => {
    const {findings} = linted(changed(['[email, Gold, "-"]', '[email, Golt, "-"]']));
    expect(findings.map(({code, suggestion}) => [code, suggestion])).toContainEqual([
      'idle-cell',
      'did you mean Gold?',
    ]);
    expect(findings.filter(({code}) => code === 'impossible-row')).toEqual([]);
  });
});

test('what is the same of several processes is one finding', () => {
  const {findings} = linted(
    changed(
      [
        '    calls: { answerWithin',
        '    vip: { answerWithin: 60s, priority: calls, distribute: phones }\n    calls: { answerWithin',
      ],
      ['- { if: [voice, "-", "-"]', '- { if: [voice, Gold, "-"], then: vip }\n      - { if: [voice, "-", "-"]'],
      ['for: 30s', 'for: 90s'],
      ['day: { mon-fri: 08:00-18:00 }', 'day: { mon-fri: 08:00-17:30 }'],
    ),
    {only: ['starvation', 'late-target']},
  );
  expect(findings.map(({message}) => message)).toEqual([
    'nobody who may take vip and calls is on duty, mon-fri 17:30-18:00, when 5 % of their items arrive',
    'target 2 of phones opens for vip and calls after 1m30s, answerWithin is 1m: it cannot help the service level',
  ]);
});

describe('accepting', () => {
  const LATE: Change = ['for: 30s', 'for: 60s'];
  const LINE = '    phones: {';

  test.each([
    ['on the line', [LATE, ['Voice >= 1 }] }', 'Voice >= 1 }] } # lint: allow late-target (long waits only)']]],
    ['above it', [LATE, [LINE, `    # lint: allow late-target (long waits only)\n${LINE}`]]],
    [
      'above it, further comments between',
      [LATE, [LINE, `    # lint: allow late-target (long waits only)\n    # phones\n\n${LINE}`]],
    ],
    ['with a dash', [LATE, [LINE, `    # lint: allow late-target – long waits only\n${LINE}`]]],
  ] as const)('%s', (_, changes) => {
    const {findings, accepted, failing} = linted(changed(...(changes as readonly Change[])));
    expect([findings, failing]).toEqual([[], 0]);
    expect(accepted).toMatchObject([{code: 'late-target', reason: 'long waits only'}]);
  });

  test('several codes at once', () => {
    const {findings, accepted} = linted(
      changed(
        ['for: 30s', 'for: 20m'],
        ['Voice >= 1 }] }', 'Voice >= 7 }] }'],
        [LINE, `    # lint: allow late-target, idle-target\n${LINE}`],
      ),
    );
    expect(findings.map(({code}) => code)).toEqual(['idle-agents']);
    expect(accepted.map(({code, reason}) => [code, reason])).toEqual([
      ['idle-target', ''],
      ['late-target', ''],
    ]);
  });

  test('one that is not used is a finding, and so is a code that there is not', () => {
    const {findings, failing} = linted(changed([LINE, `    # lint: allow late-target, late-tarjet\n${LINE}`]));
    expect(findings.map(({code, message, suggestion}) => [code, message, suggestion])).toEqual([
      ['unused-allow', 'nothing to allow: no late-target is found here', 'leave it out'],
      ['unused-allow', 'there is no finding called late-tarjet', 'did you mean late-target?'],
    ]);
    expect([failing, findings[0]?.at.line]).toEqual([2, 36]);
  });

  test('is not judged of what is not looked for', () => {
    const text = changed([LINE, `    # lint: allow late-target\n${LINE}`]);
    expect(linted(text, {skip: ['late-target']}).findings).toEqual([]);
    expect(linted(text, {only: ['starvation', 'unused-allow']}).findings).toEqual([]);
  });
});

test('only and skip', () => {
  const text = changed(['for: 30s', 'for: 60s'], ['skills: { Voice: 2 }', 'skills: { Voice: 2, French: 3 }']);
  expect(linted(text, {only: ['unasked-skill']}).findings.map(({code}) => code)).toEqual(['unasked-skill']);
  expect(linted(text, {skip: ['unasked-skill']}).findings.map(({code}) => code)).toEqual(['late-target']);
  expect(linted(text).failing).toBe(1);
});

test('a table in a CSV: the finding has its line there', () => {
  const text = changed(
    ['    columns: [channel, segment, value]\n    rules:\n', '    file: rules.csv\n'],
    ['      - { if: [voice, "-", "-"], then: calls }\n', ''],
    ['      - { if: [email, Gold, "-"], then: gold }\n', ''],
    ['      - { if: [email, Silver, "> 5000"], then: large }\n', ''],
  );
  const csv = 'channel,segment,value,then\nvoice,-,-,calls\nemail,-,-,gold\nemail,-,> 5000,large\n';
  const {findings} = linted(text, {}, {'rules.csv': csv});
  expect(findings.find(({code}) => code === 'shadowed-row')?.at).toEqual({file: 'rules.csv', line: 4, column: 1});
});

test.each([
  ['a or b and c', 'a or (b and c)', '(a or b) and c'],
  ['a and b or c and d', '(a and b) or (c and d)', '((a and b) or c) and d'],
  ['x between 1 and 2 or a and b', 'x between 1 and 2 or (a and b)', '(x between 1 and 2 or a) and b'],
  ['(a or b and c) and d', '(a or (b and c)) and d', '((a or b) and c) and d'],
  ['not(a or b and c)', 'not(a or (b and c))', 'not((a or b) and c)'],
])('%s is read with brackets', (text, feel, leftToRight) => {
  expect(readingsOf(text)).toEqual({feel, leftToRight});
});

test.each(['a and b or c', 'a or (b and c)', 'a or b or c', 'x between 1 and 2 or a', '"a or b and c"', ''])(
  '%s surprises nobody',
  (text) => {
    expect(readingsOf(text)).toBeNull();
  },
);

describe('decision tables at random', () => {
  const cell = fc.constantFrom('"-"', 'A', 'B', 'C', 'not(A)', '"A, B"');
  const value = fc.constantFrom('"-"', '"> 5"', '"<= 3"', '"[2..7]"', '"> 20"', '"4"');
  const process = fc.constantFrom('calls', 'gold', 'large', 'mails');
  const row = fc.tuple(fc.constantFrom('voice', 'email', '"-"'), cell, value, process);
  /** Every kind of item the sources bring, values by the half from 0 to 10. */
  const ITEMS = [
    ...['A', 'B', 'C'].map((segment) => ({source: 'line', channel: 'voice', attributes: {segment, value: null}})),
    ...['A', 'B'].flatMap((segment) =>
      Array.from({length: 21}, (_, half) => ({
        source: 'mail',
        channel: 'email',
        attributes: {segment, value: half / 2},
      })),
    ),
  ];

  test('rows that are said never to match are those that no item reaches, and no others; every example is true', () => {
    let shadowed = 0;
    let impossible = 0;
    fc.assert(
      fc.property(fc.array(row, {minLength: 1, maxLength: 7}), (rules) => {
        const lines = rules.map(
          ([channel, segment, number, then]) => `      - { if: [${channel}, ${segment}, ${number}], then: ${then} }`,
        );
        const result = linted(
          changed(
            ['{ Gold: 20%, Silver: 80% }', '{ A: 20%, B: 40%, C: 40% }'],
            ['{ Gold: 50%, Silver: 50% }', '{ A: 50%, B: 50% }'],
            ['max: 9000', 'max: 10'],
            ['      - { if: [voice, "-", "-"], then: calls }\n', ''],
            ['      - { if: [email, Gold, "-"], then: gold }\n', ''],
            [`      ${RULE}`, lines.join('\n')],
          ),
        );
        const {findings, input} = result;
        for (const finding of findings) prove(input, finding);
        const taken = ITEMS.map((item) => ruleOf(input, item));
        const never = [...rules.keys()].filter((index) => !taken.includes(index));
        const said = (codes: readonly string[]) =>
          findings.flatMap(({code, path, at}) => (codes.includes(code) ? [Number(path.split('.')[3] ?? at.line)] : []));
        const told = said(['shadowed-row', 'impossible-row']);
        const strange = findings.flatMap(({code, path}) => (code === 'idle-cell' ? [Number(path.split('.')[3])] : []));
        expect([...new Set([...told, ...strange])].filter((index) => !never.includes(index))).toEqual([]);
        expect(never.filter((index) => !told.includes(index) && !strange.includes(index))).toEqual([]);
        const crossing = findings.filter(({code}) => code === 'overlapping-rows');
        for (const {counterExample} of crossing)
          if (counterExample?.kind === 'item') {
            const [first, second] = counterExample.matches;
            expect(
              matchesRow(input, counterExample.item, first - 1) && matchesRow(input, counterExample.item, second - 1),
            ).toBe(true);
          }
        shadowed += said(['shadowed-row']).length;
        impossible += said(['impossible-row']).length;
      }),
      {numRuns: 25, seed: 11},
    );
    expect(shadowed).toBeGreaterThan(5);
    expect(impossible).toBeGreaterThan(3);
  });
});

test('stretches without anybody are those in which the engine has nobody on duty, whatever the shifts', () => {
  let starving = 0;
  const quarter = fc.integer({min: 32, max: 71});
  const time = (quarters: number) =>
    `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;
  const shift = fc.tuple(quarter, quarter, quarter).map((three) => [...three].sort((a, b) => a - b));
  fc.assert(
    fc.property(shift, shift, ([from = 0, pause = 0, to = 0], [late = 0, rest = 0, end = 0]) => {
      const text = changed(
        [
          'day: { mon-fri: 08:00-18:00 }',
          `day: { mon-fri: ${time(from)}-${time(to + 1)}, breaks: [{ at: ${time(pause)}, for: 20m }] }\n` +
            `  late: { mon-fri: ${time(late)}-${time(end + 1)}, breaks: [{ at: ${time(rest)}, for: 40m }] }`,
        ],
        ['novices, agents: { day: 2 }', 'novices, agents: { late: 2 }'],
        ['for: 30s', 'for: 0s'],
      );
      const {findings, input} = linted(text, {only: ['starvation']});
      const found = findings.find(({path}) => path === 'routing.processes.calls')?.counterExample;
      const windows = found?.kind === 'windows' ? found.windows : [];
      starving += windows.length > 0 ? 1 : 0;
      const minutes = Array.from({length: 120}, (_, part) => 8 * 3_600_000 + part * 300_000 + 60_000);
      const inside = minutes.filter((at) => windows.some(({fromMs, toMs}) => fromMs <= at && at < toMs));
      expect(inside).toEqual(minutes.filter((at) => awake(input, 'calls', at, false) === 0));
    }),
    {numRuns: 15, seed: 5},
  );
  expect(starving).toBeGreaterThan(5);
});
