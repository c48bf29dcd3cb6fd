import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {SCENARIOS, typed} from './program.ts';

const SCENARIO = join(SCENARIOS, 'quick-start/scenario.yaml');
const STAFFING = join(SCENARIOS, 'quick-start/staffing.yaml');
const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'preroute-cmp-'));
const FEW = ['--max-replications', '3', '--charts', 'none'];

const compareTo = (out: string, ...words: string[]) =>
  typed('compare', SCENARIO, '--with', STAFFING, ...words, '--out', out);
const filesOf = (dir: string) =>
  Object.fromEntries(
    ['comparison.json', 'comparison.csv', 'items-changed.csv', 'compare.html'].map((name) => [
      name,
      readFileSync(join(dir, name), 'utf8'),
    ]),
  );

describe('preroute compare', () => {
  test('says what differs, who wins and who changed hands, in 80 columns, and writes it down', async () => {
    const dir = temporaryFolder();
    const {code, out, err} = await compareTo(dir, ...FEW);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').filter((line) => line.length > 80 && !line.includes(dir))).toEqual([]);
    expect(out).toContain('~ group support-team: 8 agents on shift early instead of 7');
    expect(out).toMatch(/Service level of support +\d+\.\d% +\d+\.\d% +\+\d/);
    expect(out).toMatch(/Paid hours +97\.5 +105 +\+7\.5 worse/);
    expect(out).toContain('In replication 1, ');
    expect(out).toContain('First difference: support-line.7, ');
    const files = filesOf(dir);
    const {replications, candidates, stopped} = JSON.parse(files['comparison.json'] ?? '');
    expect([replications, stopped.by]).toEqual([3, 'max-replications']);
    expect(candidates[0].hands.items).toBeGreaterThan(500);
    const rows = files['comparison.csv']?.trimEnd().split('\n') ?? [];
    expect(rows).toHaveLength(1 + candidates[0].impact.length);
    const changed = files['items-changed.csv']?.trimEnd().split('\n') ?? [];
    expect(changed).toHaveLength(1 + candidates[0].hands.items - candidates[0].hands.untouched);
    expect(files['compare.html']).toMatch(/^<!doctype html>[\s\S]*8 agents on shift early[\s\S]*<\/html>\n$/);
    // its own script aside, which knows addresses that it never asks for
    const markup = files['compare.html']?.replace(/<script type="application\/json"[\s\S]*<\/script>/, '');
    expect(markup).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  test('goes on from its folder to what it would have been at once', async () => {
    const [dir, whole] = [temporaryFolder(), temporaryFolder()];
    await compareTo(dir, '--max-replications', '2', '--charts', 'none');
    const kept = join(dir, 'replications');
    expect(readdirSync(kept)).toHaveLength(4);
    const [first = ''] = readdirSync(kept);
    writeFileSync(join(kept, first), 'damaged');
    const {code, err} = await compareTo(dir, ...FEW, '--resume');
    expect([code, err]).toEqual([0, '1 kept replication was damaged and run again.\n']);
    expect(readdirSync(kept)).toHaveLength(6);
    await compareTo(whole, ...FEW);
    expect(filesOf(dir)).toEqual(filesOf(whole));
  });

  test('of several candidates each has its own name, values and charts', async () => {
    const dir = temporaryFolder();
    const words = [
      '--set',
      'demand.support-line.arrivals.perHour=40',
      '--with',
      SCENARIO,
      '--name',
      'nine',
      '--set',
      'workforce.support-team.agents.early=9',
    ];
    const {code, out} = await typed(
      'compare',
      SCENARIO,
      ...words,
      '--with',
      STAFFING,
      '--max-replications',
      '2',
      '--charts',
      'svg',
      '--out',
      dir,
    );
    expect(code).toBe(0);
    expect(out).toContain('What differs in nine\n~ group support-team: 9 agents on shift early instead of 7\n');
    expect(out).toContain('What differs in staffing\n~ group support-team: 8 agents on shift early instead of 7\n');
    for (const chart of ['goal-slopes', 'interval-differences', 'waits-overlaid'])
      expect(readFileSync(join(dir, `charts/${chart}.svg`), 'utf8')).toContain('nine');
    expect(readFileSync(join(dir, 'compare.html'), 'utf8').match(/<figure/g)).toHaveLength(3);
  });

  test('prints the document alone with --json', async () => {
    const {code, out} = await typed(
      'compare',
      SCENARIO,
      '--with',
      SCENARIO,
      '--name',
      'same',
      '--max-replications',
      '2',
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({schema: 1, judged: 0, candidates: [{name: 'same', changes: []}]});
  });
});

describe('a line that cannot be meant', () => {
  test.each([
    [[], 'Expected a candidate: --with and a file'],
    [['--with', STAFFING, '--precision', '2'], '--precision expects a percentage such as 0.5%, found "2".'],
    [['--name', 'x', '--with', STAFFING], '--name stands after the --with that it names.'],
    [['--with', 'gone.yaml'], 'gone.yaml'],
  ])('%j', async (words, says) => {
    const {code, err} = await typed('compare', SCENARIO, ...words);
    expect(code).toBe(2);
    expect(err.replaceAll('\n', ' ')).toContain(says);
  });

  test('a candidate of another time says where', async () => {
    const dir = temporaryFolder();
    const file = join(dir, 'later.yaml');
    writeFileSync(file, 'to: 2026-03-04\n');
    const {code, err} = await typed('compare', SCENARIO, '--with', file);
    expect(code).toBe(2);
    expect(err).toContain(`${file}:1`);
    expect(err).toContain('expected the same to in current and later, found another');
  });
});
