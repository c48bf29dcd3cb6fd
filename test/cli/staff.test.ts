import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {load} from '../../src/cli/load.ts';
import {load as restaffed} from '../../src/cli/restaff.ts';
import {emptyFolder} from '../program/preroute.ts';
import {SCENARIOS, typed} from './program.ts';

const QUICK = join(SCENARIOS, 'quick-start/scenario.yaml');
const BOUNDS = [
  '--set',
  'workforce.support-team.between.early=[5,10]',
  '--set',
  'workforce.support-team.between.late=[4,9]',
];
const FEW = ['--replications', '4', '--workers', '1', '--charts', 'none'];

describe('preroute staff', () => {
  const folder = emptyFolder();
  const out = join(folder, 'report');
  const applied = join(folder, 'staffed.yaml');
  const words = ['staff', QUICK, ...BOUNDS, ...FEW, '--out', out];

  test('finds, verifies, writes, and goes on from what it kept to the same bytes', async () => {
    const first = await typed(...words, '--apply', applied);
    expect(first.code, first.err).toBe(0);
    expect(first.out).toContain('The cheapest staffing found that meets every goal:');
    expect(first.out).toMatch(/One agent more[\s\S]+What promises cost/);
    expect(first.out).toContain(`Workforce written to ${applied}.`);
    for (const line of first.out.split('\n').filter((each) => !each.includes(folder)))
      expect(line.length).toBeLessThanOrEqual(80);
    const staffing = readFileSync(join(out, 'staffing.json'), 'utf8');
    const again = await typed(...words, '--resume', '--apply', applied);
    expect(again.err).toMatch(/Going on with [\d,]+ replications/);
    expect(again.out).toContain(`${applied}; what was there is replaced.`);
    expect(readFileSync(join(out, 'staffing.json'), 'utf8')).toBe(staffing);
    expect(readFileSync(join(out, 'tried.csv'), 'utf8').split('\n').length).toBeGreaterThan(8);
  });

  test('what is applied is what was found, and run shows the verified figures', async () => {
    const {staffing, verified} = JSON.parse(readFileSync(join(out, 'staffing.json'), 'utf8'));
    const {scenario} = load({file: QUICK, workforce: applied});
    const blocks = scenario.workforce.flatMap(({agents}) =>
      agents.map((block) => block.kind === 'shift' && block.count),
    );
    expect(blocks).toEqual(staffing);
    const run = await typed(
      'run',
      QUICK,
      '--workforce',
      applied,
      '--replications',
      String(verified.replications),
      '--json',
    );
    const {goals} = JSON.parse(run.out);
    expect(goals.map(({estimate}: {estimate: {value: number}}) => estimate.value)).toEqual(
      verified.values.map(({value}: {value: number}) => value),
    );
  });

  test('out of reach: which goal, by whom, and the nearest', async () => {
    const tight = [
      '--set',
      'workforce.support-team.between.early=[3,4]',
      '--set',
      'workforce.support-team.between.late=[3,4]',
    ];
    const {code, out: said} = await typed('staff', QUICK, ...tight, ...FEW, '--out', join(folder, 'tight'));
    expect(code).toBe(1);
    expect(said).toContain('No staffing within these bounds meets every goal.');
    expect(said.replaceAll(/\s+/g, ' ')).toMatch(/Out of reach: service level .* Who would help: support-team/);
  });

  test.each([
    {set: [], says: 'expected `between` on a group whose agents may vary'},
    {set: ['workforce.support-team.between=[3,9]'], says: 'expected a range for each shift'},
    {set: ['workforce.support-team.between.early=[9,3]'], says: 'expected the least before the most'},
    {
      set: ['workforce.support-team.between.early=[3,9]', 'goals=[]'],
      says: 'expected goals that the staffing must meet',
    },
    {set: ['workforce.support-team.between.early=[3,9]', 'to={arrivals: 500}'], says: 'paid hours need an end'},
  ])('$says', async ({set, says}) => {
    const {code, err} = await typed(
      'staff',
      QUICK,
      ...set.flatMap((each) => ['--set', each]),
      '--out',
      join(folder, 'wrong'),
    );
    expect(code).toBe(2);
    expect(err.replaceAll(/\s+/g, ' ')).toContain(says);
  });

  test('a staffing that worker threads load is the one that was asked, read once', () => {
    const base = {file: join(SCENARIOS, 'blended-desk/scenario.yaml')};
    const plan = (staffing: number[]) => restaffed({base, plan: {staffing}}).compiled.model.roster.agentCount;
    const {compiled} = load(base);
    expect(plan([6, 4, 2])).toBe(compiled.model.roster.agentCount);
    expect(plan([7, 4, 5])).toBe(compiled.model.roster.agentCount + 4);
    const trained = restaffed({base, plan: {staffing: [6, 4, 2], trained: {post: 2, as: 'finance-seniors'}}});
    const desk = trained.compiled.people.agents.filter(({name}) => name.startsWith('back-office'));
    expect(desk.map(({skillsets}) => skillsets[0]['Sales Processing'])).toEqual([9, 1]);
  });
});

describe('what is applied of intervals and files', () => {
  test('reads back as it was staffed, from another folder', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'line.yaml');
    writeFileSync(file, LINE);
    const applied = join(folder, 'plans/staffed.yaml');
    const {code, err} = await typed('staff', file, ...FEW, '--out', join(folder, 'report'), '--apply', applied);
    expect(code, err).toBe(0);
    expect(readFileSync(applied, 'utf8')).toContain('mon-fri: [');
    const {staffing} = JSON.parse(readFileSync(join(folder, 'report/staffing.json'), 'utf8'));
    const {scenario} = load({file, workforce: applied});
    const [block] = scenario.workforce[0].agents;
    expect(block.kind === 'headCount' && block.rows.map(({agents}) => agents)).toEqual(staffing);
  });

  test('a roster keeps its files', async () => {
    const {workforceText} = await import('../../src/scenario/workforceText.ts');
    const {textFiles} = await import('../../src/files/index.ts');
    const {parseTable} = await import('../../src/csv/table.ts');
    const file = join(SCENARIOS, 'blended-desk/scenario.yaml');
    const {scenario} = load({file});
    const text = workforceText(file, {files: textFiles(), parseTable}, scenario.workforce, (base, written) =>
      resolve(base, '..', written),
    );
    const path = join(emptyFolder(), 'same.yaml');
    writeFileSync(path, text);
    expect(existsSync(join(SCENARIOS, 'blended-desk/agents.csv'))).toBe(true);
    expect(load({file, workforce: path}).scenario.workforce).toEqual(scenario.workforce);
  });
});

const LINE = `
name: Morning line
from: 2026-03-02
to: 2026-03-03
demand:
  - source: line
    channel: voice
    arrivals: { perHour: [[0s, 0], [8h, 40], [10h, 0]] }
    handleTime: { exponential: { mean: 4m } }
    patience: { exponential: { mean: 3m } }
routing:
  segmentation: { otherwise: support }
  processes: { support: { answerWithin: 20s } }
workforce:
  - { group: team, onDuty: { from: 08:00, interval: 1h, agents: { mon-fri: [5, 6] } }, between: [2, 8], cost: 20 }
goals:
  - { serviceLevel: { process: support }, atLeast: 70% }
`;
