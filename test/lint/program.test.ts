// preroute lint as typed: formats, exit codes, wrong input, the width of a terminal; and every shipped scenario.
import {cpSync, mkdtempSync, readdirSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {load} from '../../src/cli/load.ts';
import {lint as lintLoaded} from '../../src/index.ts';
import {LISTED_KINDS} from '../../src/lint/lint.ts';
import {SCENARIOS, typed} from '../cli/program.ts';
import {changed, DESK} from './desk.ts';
import {prove} from './proof.ts';

const folder = mkdtempSync(join(tmpdir(), 'lint-'));
const put = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const clean = put('clean.yaml', DESK);
const late = put(
  'late.yaml',
  changed(['for: 30s', 'for: 60s'], ['skills: { Voice: 2 }', 'skills: { Voice: 2, French: 3 }']),
);
const noted = put('noted.yaml', changed(['skills: { Voice: 2 }', 'skills: { Voice: 2, French: 3 }']));
const allowed = put(
  'allowed.yaml',
  changed(
    ['for: 30s', 'for: 60s'],
    ['    phones: {', '    # lint: allow late-target (long waits only)\n    phones: {'],
  ),
);

describe('exit codes', () => {
  test('0 where nothing is found, 0 where there are only notes, 1 where something is', async () => {
    expect(await typed('lint', clean)).toEqual({code: 0, out: `${clean}: clean\n`, err: ''});
    expect((await typed('lint', noted)).code).toBe(0);
    expect((await typed('lint', late)).code).toBe(1);
    expect((await typed('lint', clean, late)).code).toBe(1);
    expect((await typed('lint', late, '--skip', 'late-target')).code).toBe(0);
    expect((await typed('lint', late, '--only', 'late-target,starvation')).code).toBe(1);
    expect((await typed('lint', clean, '--set', 'routing.distribution.phones.targets.0.for=2m')).code).toBe(1);
  });

  test.each([
    [['lint'], 'Expected the path of a file'],
    [['lint', join(folder, 'none.yaml')], 'expected a file to read'],
    [['lint', late, '--only', 'late-tarjet'], 'There is no finding late-tarjet. Did you mean late-target?'],
    [['lint', late, '--skip', 'qqqqqqqqqq'], 'There is no finding qqqqqqqqqq. docs/lint.md has them all.'],
    [['lint', late, '--format', 'xml'], 'Invalid values'],
    [['lint', put('wrong.yaml', DESK.replace('calls:', 'calls: 5 #'))], 'expected'],
  ])('2 of wrong input: %j', async (words, says) => {
    const {code, out, err} = await typed(...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });
});

test('what is wrong with several scenarios is told at once', async () => {
  const wrong = ['one.yaml', 'two.yaml'].map((name) =>
    put(name, DESK.replace('priority: calls,', `priority: ${name},`)),
  );
  const {code, out, err} = await typed('lint', clean, ...wrong);
  expect([code, out]).toEqual([2, '']);
  for (const name of wrong) expect(err).toContain(`${name}:28:`);
});

test('text: findings first, then notes, then what is accepted, then how many; in 80 columns', async () => {
  const {out} = await typed('lint', late, allowed);
  expect(out).toContain('  warning late-target: target 2 of phones opens for calls after 1m,');
  expect(out).toContain('→ open it earlier');
  expect(out.replaceAll(/\s+/g, ' ')).toContain(
    'unasked-skill: nothing asks for the skill French. Example: novices 1 of novices',
  );
  expect(out).toContain(`${late}: 1 finding, 1 note\n`);
  expect(out.replaceAll(/\s+/g, ' ')).toContain('late-target: long waits only');
  expect(out).toContain(`${allowed}: clean, 1 accepted\n`);
  // A path is one word, however long.
  const wide = out.split('\n').filter((line) => [...line].length > 80 && !line.includes(folder));
  expect(wide).toEqual([]);
});

test('JSON: every finding with place, path and example', async () => {
  const {code, out} = await typed('lint', late, clean, '--format', 'json');
  const {scenarios} = JSON.parse(out);
  expect(code).toBe(1);
  expect(scenarios).toMatchObject([
    {scenario: late, failing: 1, accepted: []},
    {scenario: clean, failing: 0, findings: []},
  ]);
  expect(scenarios[0].findings[0]).toMatchObject({
    code: 'late-target',
    severity: 'warning',
    at: {file: late, line: 36},
    path: 'routing.distribution.phones.targets.1',
    counterExample: {kind: 'times', ms: 60_000, limitMs: 60_000, limit: 'answerWithin'},
  });
});

/** What the published schema of SARIF 2.1.0 requires of the parts that are written here, and allows as values. */
function sarifFaults(log: unknown): string[] {
  const faults: string[] = [];
  const needs = (where: string, value: unknown, ...names: string[]) => {
    const map = (value ?? {}) as Record<string, unknown>;
    for (const name of names) if (map[name] === undefined) faults.push(`${where} has no ${name}`);
    return map;
  };
  const list = (value: unknown) => (Array.isArray(value) ? value : []);
  const levels = ['none', 'note', 'warning', 'error'];
  const top = needs('log', log, 'version', 'runs');
  if (top.version !== '2.1.0') faults.push('version');
  for (const run of list(top.runs)) {
    const {tool, results, columnKind} = needs('run', run, 'tool');
    if (columnKind !== 'utf16CodeUnits' && columnKind !== 'unicodeCodePoints') faults.push('columnKind');
    const driver = needs('driver', needs('tool', tool, 'driver').driver, 'name');
    const rules = list(driver.rules).map((rule) => needs('rule', rule, 'id'));
    for (const {shortDescription, fullDescription, defaultConfiguration} of rules) {
      needs('shortDescription', shortDescription, 'text');
      needs('fullDescription', fullDescription, 'text');
      if (!levels.includes(String(needs('configuration', defaultConfiguration).level))) faults.push('level of a rule');
    }
    for (const result of list(results)) {
      const {message, level, ruleId, ruleIndex, locations, suppressions} = needs('result', result, 'message');
      needs('message', message, 'text');
      if (!levels.includes(String(level))) faults.push('level');
      if (rules[Number(ruleIndex)]?.id !== ruleId) faults.push('ruleIndex');
      for (const location of list(locations)) {
        const {physicalLocation} = needs('location', location);
        const {artifactLocation, region} = needs('physicalLocation', physicalLocation, 'artifactLocation');
        const {uri} = needs('artifactLocation', artifactLocation, 'uri');
        if (/[\s\\]/.test(String(uri))) faults.push('uri');
        const {startLine, startColumn} = needs('region', region, 'startLine');
        if (Number(startLine) < 1 || Number(startColumn ?? 1) < 1) faults.push('region');
      }
      for (const suppression of list(suppressions))
        if (!['inSource', 'external'].includes(String(needs('suppression', suppression, 'kind').kind)))
          faults.push('kind');
    }
  }
  return faults;
}

test('SARIF 2.1.0: what its schema requires, what is accepted as suppressed', async () => {
  const {code, out} = await typed('lint', late, allowed, '--format', 'sarif');
  const log = JSON.parse(out);
  expect(code).toBe(1);
  expect(sarifFaults(log)).toEqual([]);
  const [{tool, results}] = log.runs;
  expect(tool.driver.rules).toHaveLength(LISTED_KINDS.length);
  expect(results.map(({ruleId}: {ruleId: string}) => ruleId)).toEqual(['late-target', 'unasked-skill', 'late-target']);
  expect(results[2].suppressions).toEqual([{kind: 'inSource', justification: 'long waits only'}]);
  expect(results[0].locations[0].physicalLocation.region).toEqual({startLine: 36, startColumn: 59});
});

test('the check of SARIF can fail', () => {
  expect(
    sarifFaults({version: '2.1.0', runs: [{tool: {driver: {}}, results: [{ruleId: 'x'}]}]}).length,
  ).toBeGreaterThan(3);
});

describe('shipped scenarios', () => {
  const files = readdirSync(SCENARIOS).map((name) => join(SCENARIOS, name, 'scenario.yaml'));

  test('are there', () => expect(files.length).toBeGreaterThan(10));

  test.each(files)('%s is clean, or says why not; every example is true', (file) => {
    const input = load({file, tolerant: true});
    const {findings, accepted, failing} = lintLoaded(input);
    expect(findings.filter(({severity}) => severity !== 'note')).toEqual([]);
    expect(failing).toBe(0);
    expect(accepted.filter(({reason}) => reason === '')).toEqual([]);
    for (const finding of [...findings, ...accepted]) prove(input, finding);
  });

  test('what may be swapped in is as clean', async () => {
    const copy = join(folder, 'scenarios');
    cpSync(SCENARIOS, copy, {recursive: true});
    const swapped = [
      ['loan-review', '--routing', 'pushed.yaml'],
      ['replay', '--routing', 'candidate.yaml'],
      ['quick-start', '--workforce', 'staffing.yaml'],
    ];
    for (const [name = '', option = '', part = ''] of swapped) {
      const {code, out} = await typed('lint', join(copy, name, 'scenario.yaml'), option, join(copy, name, part));
      expect([code, out]).toEqual([0, expect.stringContaining('clean')]);
    }
  });
});
