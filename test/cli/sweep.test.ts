import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {placesOf, varied} from '../../src/cli/vary.ts';
import {emptyFolder} from '../program/preroute.ts';
import {SCENARIOS, typed} from './program.ts';

const QUICK = join(SCENARIOS, 'quick-start/scenario.yaml');
const EARLY = 'workforce.support-team.agents.early';
const LATE = 'workforce.support-team.agents.late';

describe('--vary', () => {
  test.each([
    ['a.b=2..5', ['2', '3', '4', '5']],
    ['a=0.5..0.8 step 0.1', ['0.5', '0.6', '0.7', '0.8']],
    ['a=10%..30% step 10%', ['10%', '20%', '30%']],
    ['a=30s..90s step 30s', ['30s', '60s', '90s']],
    ['a=8, 10,12', ['8', '10', '12']],
    ['a=[1, 2],{ b: 3, c: 4 },"x,y"', ['[1, 2]', '{ b: 3, c: 4 }', '"x,y"']],
    ['a=-2..0', ['-2', '-1', '0']],
  ])('%s', (text, values) => {
    expect(varied(text).values).toEqual(values);
  });

  test.each(['a', '=3', 'a=', 'a=5..2', 'a=1s..2m', 'a=1..2 step 0', 'a=1..100000'])('%s is wrong', (text) => {
    expect(() => varied(text)).toThrow(/--vary expects/);
  });

  test('a grid has every value with every other, a line the first with the first', () => {
    const axes = [varied('a=1,2'), varied('b=3,4')];
    expect(placesOf(axes, false)).toEqual([
      ['1', '3'],
      ['1', '4'],
      ['2', '3'],
      ['2', '4'],
    ]);
    expect(placesOf(axes, true)).toEqual([
      ['1', '3'],
      ['2', '4'],
    ]);
    expect(() => placesOf([varied('a=1,2'), varied('b=3')], true)).toThrow('as many values of each');
  });
});

describe('preroute sweep', () => {
  const folder = emptyFolder();
  const few = ['--replications', '3', '--workers', '1'];
  const jsonOf = (dir: string) => JSON.parse(readFileSync(join(dir, 'sweep.json'), 'utf8'));

  test('a grid: the point that is the scenario as it is differs by exactly nothing', async () => {
    const out = join(folder, 'grid');
    const words = ['sweep', QUICK, '--vary', `${EARLY}=7,12`, '--vary', `${LATE}=6,11`, ...few, '--out', out];
    const {code, err, out: said} = await typed(...words, '--charts', 'json');
    expect(code, err).toBe(0);
    const {points, current, numbers} = jsonOf(out);
    expect(points.map(({at}: {at: string[]}) => at.join())).toEqual(['7,6', '7,11', '12,6', '12,11']);
    expect(points[0].values).toEqual(current.values);
    for (const difference of points[0].differences) expect(difference).toEqual({value: 0, halfWidth: 0});
    expect(points[3].differences[0].value).toBeGreaterThan(0);
    expect([points[0].standing, points[3].standing]).toEqual(['missed', 'met']);
    expect(said.replaceAll(/\s+/g, ' ')).toMatch(/Every goal is met at: .*agents.early 12, agents.late 11/);
    for (const line of said.split('\n').filter((each) => !each.includes(folder)))
      expect(line.length).toBeLessThanOrEqual(80);
    const csv = readFileSync(join(out, 'sweep.csv'), 'utf8').trim().split('\n');
    expect(csv).toHaveLength(1 + 5 * numbers.length);
    const chart = JSON.parse(readFileSync(join(out, 'charts/sweep.vl.json'), 'utf8'));
    expect(chart.vconcat).toHaveLength(2);

    const before = readFileSync(join(out, 'sweep.csv'), 'utf8');
    expect((await typed(...words, '--charts', 'none', '--resume')).code).toBe(0);
    expect(readFileSync(join(out, 'sweep.csv'), 'utf8')).toBe(before);
  });

  test('a line of what run says of each', async () => {
    const out = join(folder, 'line');
    await typed('sweep', QUICK, '--vary', `${EARLY}=8,9`, ...few, '--out', out, '--charts', 'json');
    const {points} = jsonOf(out);
    for (const {at, values} of points) {
      const run = await typed('run', QUICK, '--set', `${EARLY}=${at[0]}`, '--replications', '3', '--json');
      expect(JSON.parse(run.out).goals.map(({estimate}: {estimate: unknown}) => estimate)).toEqual(values.slice(0, 2));
    }
    expect(JSON.parse(readFileSync(join(out, 'charts/sweep.vl.json'), 'utf8')).vconcat[0].layer).toHaveLength(4);
  });

  test.each([
    {words: [], says: 'Expected what varies'},
    {
      words: ['--vary', 'workforce.suport-team.agents.early=2,3'],
      says: 'did you mean workforce.support-team.agents.early?',
    },
    {words: ['--vary', 'seed'], says: '--vary expects path=values'},
  ])('$says', async ({words, says}) => {
    const {code, err} = await typed('sweep', QUICK, ...words, '--out', join(folder, 'wrong'));
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});
