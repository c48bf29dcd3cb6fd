// What each shipped scenario's README says of its numbers is what the program says, to the last digit printed.
import {execFileSync} from 'node:child_process';
import {cpSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {OWNERS, type Owner} from '../../src/measure/life/owners.ts';
import type {Estimate, Results} from '../../src/measure/results.ts';
import {emptyFolder, preroute, ROOT} from './preroute.ts';
import {sectionOf, tablesOf} from './readme.ts';

interface Ran {
  readonly results: Results;
  /** Most agents of a group on duty in an interval, out of groups.csv. */
  readonly mostOnDuty: (group: string) => number;
}
type Row = (ran: Ran) => string[];

const count = (value: number): string => Math.round(value).toLocaleString('en');
const percent = (of: Estimate | undefined): string => `${trimmed(100 * (of?.value ?? Number.NaN))} %`;
const within = (of: Estimate | undefined): string => `${percent(of)} ± ${(100 * (of?.halfWidth ?? 0)).toFixed(1)}`;
const trimmed = (value: number): string => String(Number(value.toFixed(1)));

/** Seconds as READMEs write them: `12 s`, `34 min 45 s`, from an hour on `1 h 57 min`. */
function span(of: Estimate | undefined): string {
  const seconds = Math.round(of?.value ?? Number.NaN);
  const minutes = Math.round(seconds / 60);
  if (seconds < 60) return `${seconds} s`;
  const [large, small] =
    seconds < 3600
      ? [`${Math.floor(seconds / 60)} min`, `${seconds % 60} s`]
      : [`${Math.floor(minutes / 60)} h`, `${minutes % 60} min`];
  return small.startsWith('0 ') ? large : `${large} ${small}`;
}

const flow = (ran: Ran, process: string, metric: string) => ran.results.flow.process[process]?.[metric];
const group = (ran: Ran, name: string, metric: string) => ran.results.group[name]?.[metric];
const groupRow =
  (name: string): Row =>
  (ran) => [
    trimmed(ran.mostOnDuty(name)),
    percent(group(ran, name, 'occupancy')),
    percent(group(ran, name, 'utilization')),
  ];
const replayed =
  (process: string, promise: (ran: Ran) => string): Row =>
  (ran) => [
    count(flow(ran, process, 'offered')?.value ?? Number.NaN),
    count(flow(ran, process, 'answered')?.value ?? Number.NaN),
    percent(flow(ran, process, 'abandonment')),
    promise(ran),
    span(flow(ran, process, 'wait')),
  ];
const offered =
  (process: string): Row =>
  (ran) => [count(flow(ran, process, 'offered')?.value ?? Number.NaN)];
const share =
  (process: string, metric: string): Row =>
  (ran) => [percent(flow(ran, process, metric))];
const shareWithin =
  (process: string, metric: string): Row =>
  (ran) => [within(flow(ran, process, metric))];
const wait =
  (process: string, metric: string): Row =>
  (ran) => [span(flow(ran, process, metric))];
const occupancy =
  (name: string): Row =>
  (ran) => [percent(group(ran, name, 'occupancy'))];

/** Verdicts in words: `5 met, 1 undecided (…), 2 missed (…)`; what is in brackets is for people. */
const goals: Row = ({results}) => [
  ['met', 'undecided', 'missed']
    .map((verdict) => [results.goals.filter((goal) => goal.verdict === verdict).length, verdict] as const)
    .filter(([times]) => times > 0)
    .map(([times, verdict]) => `${times} ${verdict}`)
    .join(', '),
];
const warnings: Row = ({results}) => [results.warnings.length === 0 ? 'none' : String(results.warnings.length)];

const milestoneOf = ({results}: Ran, process: string, name: string) =>
  results.milestones?.find((one) => one.process === process && one.milestone === name);
const milestone =
  (process: string, name: string): Row =>
  (ran) => [within(milestoneOf(ran, process, name)?.attainment)];

const lateCases = ({results}: Ran) => results.late?.find(({process}) => process === 'cases');
const pastDueShare =
  (...owners: readonly Owner[]): Row =>
  (ran) => {
    const by = lateCases(ran)?.pastDueSeconds;
    const sum = (of: readonly Owner[]) => of.reduce((total, owner) => total + (by?.[owner].value ?? Number.NaN), 0);
    return [percent({value: sum(owners) / sum(OWNERS), halfWidth: null})];
  };

/** Items that came to a stage, of all processes. */
const reached = ({stages}: Results, name: string): number =>
  (stages?.rows ?? []).reduce((sum, {stage, entered}) => sum + (stage === name ? entered : 0), 0);

/** Every row of the tables of expected numbers, by its label: the cells the program comes to. */
const EXPECTED: Record<string, Record<string, Row>> = {
  'quick-start': {
    'calls offered': offered('support'),
    'within 20 s': shareWithin('support', 'serviceLevel'),
    abandoned: shareWithin('support', 'abandonment'),
    'mean wait': wait('support', 'wait'),
    occupancy: occupancy('support-team'),
    goals,
    warnings,
  },
  'blended-desk': {
    'calls offered': offered('calls'),
    'calls within 20 s': shareWithin('calls', 'serviceLevel'),
    'calls abandoned': share('calls', 'abandonment'),
    'chats within 60 s': share('chats', 'serviceLevel'),
    'finance-silver in time': shareWithin('finance-silver', 'slaAttainment'),
    'back-office-check in time': share('back-office-check', 'slaAttainment'),
    'all that fell due, in time': ({results}) => [percent(results.flow.total.slaAttainment)],
    'mean wait of hot leads': wait('sales-hot', 'wait'),
    'occupancy of finance-seniors': occupancy('finance-seniors'),
    'most backlog at once': ({results}) => [count(results.flow.total.backlogPeak?.value ?? Number.NaN)],
    goals,
    warnings,
  },
  overflow: {
    'cases that fall due, done in time': share('sales-case', 'slaAttainment'),
    'median wait': wait('sales-case', 'waitQuantile50'),
    '95 % wait': wait('sales-case', 'waitQuantile95'),
    'occupancy of experts': occupancy('experts'),
    'occupancy of seniors, juniors': (ran) => {
      const [seniors, juniors] = [occupancy('seniors')(ran), occupancy('juniors')(ran)];
      expect(seniors).toEqual(juniors);
      return seniors;
    },
    'occupancy of trainees': occupancy('trainees'),
    goals,
    warnings,
  },
  'priority-curves': {
    'calls offered': offered('calls'),
    'calls within 20 s': share('calls', 'serviceLevel'),
    'calls abandoned': share('calls', 'abandonment'),
    'claims in time': share('claims', 'slaAttainment'),
    'leads in time': share('leads', 'slaAttainment'),
    'campaign in time': share('campaign', 'slaAttainment'),
    goals,
    warnings,
  },
  'lead-desk': {
    'carts, large, leads offered': (ran) => [
      ['carts', 'large', 'leads']
        .map((process) => count(flow(ran, process, 'offered')?.value ?? Number.NaN))
        .join(', '),
    ],
    'carts that convert': shareWithin('carts', 'conversionRate'),
    'large deals that convert': shareWithin('large', 'conversionRate'),
    'other leads that convert': shareWithin('leads', 'conversionRate'),
    'value won': ({results}) => [count(results.flow.total.valueWon?.value ?? Number.NaN)],
    'value lost to waiting': ({results}) => [count(results.flow.total.valueLost?.value ?? Number.NaN)],
    '90 % wait of large deals': wait('large', 'waitQuantile90'),
    'mean wait of carts': wait('carts', 'wait'),
    'occupancy of sales': occupancy('sales'),
    goals,
    warnings,
  },
  'staffed-day': {
    'billing, within 20 s': (ran) => [
      ...offered('billing')(ran),
      ...share('billing', 'abandonment')(ran),
      ...shareWithin('billing', 'serviceLevel')(ran),
    ],
    'technical, within 60 s': (ran) => [
      ...offered('technical')(ran),
      ...share('technical', 'abandonment')(ran),
      ...shareWithin('technical', 'serviceLevel')(ran),
    ],
    'billing-team': groupRow('billing-team'),
    specialists: groupRow('specialists'),
    students: groupRow('students'),
    goals,
    warnings,
  },
  'back-office': {
    cases: offered('cases'),
    'work orders opened': ({results}) => [count(results.balance.opened ?? Number.NaN)],
    'calls within 30 s': shareWithin('calls', 'serviceLevel'),
    'cases in time, as the service promises': shareWithin('cases', 'slaAttainment'),
    'finance in time, as it promises the service': shareWithin('finance', 'slaAttainment'),
    'orders in time': shareWithin('orders', 'slaAttainment'),
    'late cases': (ran) => [count(lateCases(ran)?.items.value ?? Number.NaN)],
    'past due while the office they waited for was closed': pastDueShare('closedHours'),
    'past due while they waited for finance or orders': pastDueShare('backOfficeWaiting'),
    'past due while they waited for the service': pastDueShare('frontOfficeWaiting'),
    "past due in anybody's hands": pastDueShare('frontOfficeHandling', 'backOfficeHandling'),
    'occupancy of finance': occupancy('finance'),
    goals,
    warnings,
  },
  'case-desk': {
    'Premier cases': offered('premier'),
    'first response, Premier': milestone('premier', 'first response'),
    'next response, Premier': milestone('premier', 'next response'),
    'first response, Standard': milestone('standard', 'first response'),
    'handed over to `late`': (ran) => [count(milestoneOf(ran, 'late', 'rescue')?.started ?? Number.NaN)],
    rescue: milestone('late', 'rescue'),
    'occupancy of desk': occupancy('desk'),
    'occupancy of seniors': occupancy('seniors'),
    goals,
    warnings,
  },
  workbins: {
    'claims that came': offered('claims'),
    'times one was parked': ({results}) => [count(results.flow.process.claims?.parked?.value ?? Number.NaN)],
    'time parked': wait('claims', 'parkedTime'),
    'parked at a time, all agents': ({results}) => [
      trimmed((results.personal?.agents ?? []).reduce((sum, {workbinItems}) => sum + workbinItems, 0)),
    ],
    'times in an agent’s hands': (ran) => [(flow(ran, 'claims', 'visits')?.value ?? Number.NaN).toFixed(2)],
    'claims in time': share('claims', 'slaAttainment'),
    'letters in time': share('letters', 'slaAttainment'),
    'occupancy of the desk': occupancy('desk'),
    goals,
    warnings,
  },
  inbox: {
    'calls within 30 s': share('calls', 'serviceLevel'),
    'calls abandoned': share('calls', 'abandonment'),
    'problems until somebody takes them': wait('problems', 'wait'),
    'problems in time': share('problems', 'slaAttainment'),
    'quizzes until somebody takes them': wait('quizzes', 'wait'),
    'quizzes in time': share('quizzes', 'slaAttainment'),
    'sold, and closed without an answer': ({results}) => [
      ['SOLD', 'CLOSED'].map((stage) => count(reached(results, stage))).join(', '),
    ],
    'most open at once': ({results}) => [count(results.flow.total.backlogPeak?.value ?? Number.NaN)],
    'occupancy of the reps': occupancy('reps'),
    goals,
    warnings,
  },
  'loan-review': {
    reviews: offered('review'),
    'mean time to pickup': wait('review', 'wait'),
    'occupancy of the underwriters': occupancy('underwriters'),
    goals,
    warnings,
  },
  replay: {
    calls: replayed('calls', (ran) => `${percent(flow(ran, 'calls', 'serviceLevel'))} within 20 s`),
    chats: replayed('chats', (ran) => `${percent(flow(ran, 'chats', 'serviceLevel'))} within 60 s`),
    cases: replayed('cases', (ran) => `${percent(flow(ran, 'cases', 'slaAttainment'))} in time`),
    goals,
    warnings,
  },
};

const folderOf = (scenario: string) => join(ROOT, 'scenarios', scenario);
const readmeOf = (scenario: string) => readFileSync(join(folderOf(scenario), 'README.md'), 'utf8');

const RUNS = new Map<string, Promise<Ran>>();

/** A scenario, or it with more options: each is run once. */
function ran(scenario: string, ...more: readonly string[]): Promise<Ran> {
  const key = [scenario, ...more].join(' ');
  const run = RUNS.get(key) ?? runOf(scenario, more);
  RUNS.set(key, run);
  return run;
}

async function runOf(scenario: string, more: readonly string[]): Promise<Ran> {
  const out = emptyFolder();
  const {code, stdout, stderr} = await preroute(
    ['run', join(folderOf(scenario), 'scenario.yaml'), '--json', '--charts', 'none', '--out', out, ...more],
    out,
  );
  expect(code, stderr).toBe(0);
  const results = JSON.parse(stdout) as Results;
  const [header = '', ...lines] = readFileSync(join(out, 'groups.csv'), 'utf8').trim().split('\n');
  const [name, onDuty] = ['group', 'on_duty'].map((column) => header.split(',').indexOf(column));
  const rows = lines.map((line) => line.split(','));
  return {
    results,
    mostOnDuty: (wanted) =>
      Math.max(...rows.filter((row) => row[name ?? -1] === wanted).map((row) => Number(row[onDuty ?? -1]))),
  };
}

test('every shipped scenario is here', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(readdirSync(join(ROOT, 'scenarios')).sort());
});

describe.each(Object.keys(EXPECTED))('scenarios/%s', (scenario) => {
  test('comes to the numbers of its README', async () => {
    const told = tablesOf(sectionOf(readmeOf(scenario), 'Expected', 'Then '))
      .flatMap(({rows}) => rows)
      .map(([label = '', ...rest]) => [label, rest.map((cell) => cell.replace(/ \([^)]*\)/g, ''))] as const);
    expect(told.length).toBeGreaterThan(3);
    const run = await ran(scenario);
    const computed = Object.entries(EXPECTED[scenario] ?? {}).map(([label, row]) => [label, row(run)] as const);
    // Both ways: no figure of the README that nobody checks, none checked that it does not have.
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(computed));
  });

  test('its changed rules are of the language and give no warning of their own', async () => {
    const rows = tablesOf(readmeOf(scenario))
      .filter(({header}) => header[0]?.startsWith('what if'))
      .flatMap(({header, rows}) => rows.map(([what = '']) => changes(header[0] ?? '', what)))
      .filter((sets) => sets.length > 0);
    expect(rows.length).toBeGreaterThan(1);
    const file = join(folderOf(scenario), 'scenario.yaml');
    const [{readScenario}, {textFiles}, {parseTable}] = await Promise.all([
      import('../../src/scenario/read.ts'),
      import('../../src/files/index.ts'),
      import('../../src/csv/table.ts'),
    ]);
    for (const set of rows)
      expect(readScenario(file, {files: textFiles(), parseTable, set}).warnings, set.join(' ')).toEqual([]);
  });

  if (!readdirSync(folderOf(scenario)).includes('make-data.mjs')) return;
  test('its data are what its script makes', () => {
    const folder = emptyFolder();
    cpSync(join(folderOf(scenario), 'make-data.mjs'), join(folder, 'make-data.mjs'));
    execFileSync(process.execPath, [join(folder, 'make-data.mjs')], {stdio: 'ignore'});
    const tables = (of: string) =>
      Object.fromEntries(
        readdirSync(of)
          .filter((name) => name.endsWith('.csv'))
          .map((name) => [name, readFileSync(join(of, name), 'utf8')]),
      );
    expect(Object.keys(tables(folder)).length).toBeGreaterThan(0);
    expect(tables(folder)).toEqual(tables(folderOf(scenario)));
  });
});

test('scenarios/loan-review: claimed against pushed, as its README has it', async () => {
  const rows: Record<string, Row> = {
    'mean time to pickup': wait('review', 'wait'),
    'half are picked up within': wait('review', 'waitQuantile50'),
    '95 % are picked up within': wait('review', 'waitQuantile95'),
    'done within their eight office hours': share('review', 'slaAttainment'),
    'most open at once': ({results}) => [count(results.flow.total.backlogPeak?.value ?? Number.NaN)],
    'occupancy of the underwriters': occupancy('underwriters'),
  };
  const table = tablesOf(readmeOf('loan-review')).find(({header}) => header.includes('pushed'));
  const [claimed, pushed] = [
    await ran('loan-review'),
    await ran('loan-review', '--routing', join(folderOf('loan-review'), 'pushed.yaml')),
  ];
  expect(table?.rows).toEqual(Object.entries(rows).map(([label, row]) => [label, ...row(claimed), ...row(pushed)]));
});

/** The `--set` values of a row of what-ifs: in backticks, below a path of the header where that names one. */
function changes(header: string, what: string): string[] {
  const under = /`--set '?([\w.-]*?)…/.exec(header)?.[1] ?? '';
  return [...what.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => {
    const words = code.split(/(?:^| )--set /);
    return words.length > 1 ? words.slice(1).map((word) => word.trim().replace(/^'|'$/g, '')) : [under + code];
  });
}
