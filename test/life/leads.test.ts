/** Leads by hand and as people write them: conversion by age, what waiting costs, what is noted. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {meaningText} from '../../src/cli/show/meaning.ts';
import {meaningOf} from '../../src/compile/meaning.ts';
import {conversionAt} from '../../src/model/leads.ts';
import {plain} from '../../src/report/text/style.ts';
import {itemEventsOf, opened, problemsOf, resultsOf} from '../program/rules/desk.ts';

const D = 86_400_000;

/** Calls at `at`, one agent, ten minutes each. */
const desk = ({
  conversion = '{ share: 50%, halvesEvery: 1d }',
  at = '0s',
  value = '1000',
  more = '',
  agents = 1,
  lead = '    kind: lead\n',
  goals = '',
} = {}) => `
to: 2d
demand:
  - source: leads
    channel: workitem
${lead}    arrivals: { at: [ ${at} ] }
    attributes: { dealValue: ${value} }
    handleTime: 10m
    conversion: ${conversion}
${more}
routing:
  segmentation: { otherwise: sales }
  processes: { sales: { } }
workforce: [ { group: Ann, agents: ${agents} } ]
${goals}
`;
const said = (...problems: Parameters<typeof problemsOf>) =>
  problemsOf(...problems).map(({at, path, message}) => `${at.line}: ${path}: ${message}`);
const valuesOf = async (yaml: string) => {
  const results = await resultsOf(yaml);
  return {results, value: (key: string) => results.flow.total[key]?.value ?? Number.NaN};
};

describe('the share that converts', () => {
  test('halves every so often, from the first moment', () => {
    const halving = {kind: 'halving', share: 0.12, halvesEveryMs: 2 * D} as const;
    expect([0, 2 * D, 4 * D, D].map((age) => conversionAt(halving, age))).toEqual([0.12, 0.06, 0.03, 0.12 * 2 ** -0.5]);
    expect(conversionAt({...halving, halvesEveryMs: Infinity}, 9 * D)).toBe(0.12);
  });
  test('is the earlier point’s, or on the line between two', () => {
    const table = {kind: 'table', ageMs: [D, 2 * D, 4 * D], share: [0.2, 0.1, 0.3], between: 'step'} as const;
    const ages = [0, D - 1, D, 1.5 * D, 2 * D, 3 * D, 4 * D, 9 * D];
    expect(ages.map((age) => conversionAt(table, age))).toEqual([0.2, 0.2, 0.2, 0.2, 0.1, 0.1, 0.3, 0.3]);
    expect(ages.map((age) => Number(conversionAt({...table, between: 'line'}, age).toFixed(6)))).toEqual([
      0.2, 0.2, 0.2, 0.15, 0.1, 0.2, 0.3, 0.3,
    ]);
  });
});

test('preroute show tells it by age, and what handling draws', () => {
  const yaml = desk({
    conversion: '{ table: [ [ 0s, 12% ], [ 2d, 6% ] ] }',
    more: '    handling: [ { share: 50%, then: comesBack, after: { exponential: { mean: 3h } } } ]',
  });
  const lines = opened(yaml, {}, {}, ({scenario}) => meaningText(meaningOf(scenario), plain)).split('\n');
  expect(lines.find((line) => /comesBack after/.test(line))).toMatch(/exponential +3h +3h +1.00/);
  const at = lines.findIndex((line) => /that convert, by age/.test(line));
  expect(lines[at + 1]?.trim().split(/ +/)).toEqual([
    'source',
    '0s',
    '1h',
    '4h',
    '8h',
    '1d',
    '2d',
    '4d',
    '6d',
    '8d',
    '14d',
  ]);
  expect(lines[at + 2]?.trim().split(/ +/).slice(1, 7)).toEqual(['12.0%', '12.0%', '12.0%', '12.0%', '12.0%', '6.0%']);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

describe('a run', () => {
  test('certain while new, hopeless later: who waits is lost, with what he was worth', async () => {
    // contacted at 0, 10 and 20 minutes; the table falls at 15 minutes: 2 won, one of 1000 lost
    const {results, value} = await valuesOf(
      desk({
        conversion: '{ table: [ [ 0s, 100% ], [ 15m, 0% ] ] }',
        at: '0s, 0s, 0s',
        goals: 'goals: [ { valueWon: {}, atLeast: 1500 }, { conversionRate: { process: sales }, atLeast: 70% } ]',
      }),
    );
    expect(value('conversions')).toBe(2);
    expect(value('conversionRate')).toBeCloseTo(2 / 3, 12);
    expect(value('valueWon')).toBe(2000);
    expect(value('valueLost')).toBe(1000);
    expect(results.goals.map(({verdict, estimate}) => [verdict, estimate.value])).toEqual([
      ['met', 2000],
      ['missed', 2 / 3],
    ]);
    expect(results.leads?.byGroup).toEqual([
      {process: 'sales', group: 'Ann', contacts: 3, conversions: 2, valueWon: 2000, valueLost: 1000},
    ]);
    expect(results.leads?.byTarget.map(({target, conversions}) => [target, conversions])).toEqual([['everyone', 2]]);
    expect(results.leads?.byAge).toEqual([
      {process: 'sales', fromSeconds: 0, toSeconds: 300, contacts: 1, conversions: 1, valueWon: 1000, valueLost: 0},
      {process: 'sales', fromSeconds: 300, toSeconds: 900, contacts: 1, conversions: 1, valueWon: 1000, valueLost: 0},
      {process: 'sales', fromSeconds: 900, toSeconds: 1800, contacts: 1, conversions: 0, valueWon: 0, valueLost: 1000},
    ]);
  });
  test('who is still waiting at the end has lost by then, who gave up everything', async () => {
    const three = {conversion: '{ share: 80%, halvesEvery: 15m }', at: '0s, 0s, 0s'};
    const cut = (more = '') => `atEnd: cut\n${desk({...three, more}).replace('to: 2d', 'to: 15m')}`;
    // contacted at 0 and 10 minutes, the second in hand at the end; the third has halved at 15 minutes
    const {results, value} = await valuesOf(cut());
    expect(value('valueLost')).toBe(400);
    expect(results.leads?.notContacted).toEqual([{process: 'sales', leads: 1, valueLost: 400}]);
    const gone = await valuesOf(cut('    patience: 5m'));
    expect(gone.results.leads?.notContacted).toEqual([{process: 'sales', leads: 2, valueLost: 1600}]);
    expect(gone.value('valueLost')).toBe(1600);
  });
  test('converted it is complete, whatever handling would make of it; else it comes back with its age', async () => {
    const yaml = desk({
      conversion: '{ table: [ [ 0s, 0% ], [ 6h, 100% ] ] }',
      more: '    handling: [ { share: 99%, then: comesBack, after: 4h } ]',
    });
    expect(itemEventsOf(yaml).filter((line) => /answered|again|held|completed/.test(line))).toEqual([
      '0 leads.0 answered by Ann 1 at 0',
      '600 leads.0 held',
      '15000 leads.0 taken again by Ann 1 at 0',
      '15600 leads.0 held',
      '30000 leads.0 taken again by Ann 1 at 0',
      '30600 leads.0 completed by Ann 1',
    ]);
    const {results, value} = await valuesOf(yaml);
    // the value lost is of the first contact only
    expect([value('conversions'), value('conversionRate'), value('valueWon'), value('valueLost')]).toEqual([
      1, 1, 1000, 0,
    ]);
    expect(results.leads?.byAge.map(({fromSeconds, contacts}) => [fromSeconds, contacts])).toEqual([
      [0, 1],
      [14_400, 1],
      [28_800, 1],
    ]);
  });
  test('dispositions: of what is done, by share; of what converts, that', async () => {
    const at = Array.from({length: 40}, () => '0s').join(', ');
    const {results} = await valuesOf(
      desk({at, conversion: '{ share: 50% }', more: '    dispositions: { noInterest: 60%, noAnswer: 40% }'}),
    );
    const noted = results.leads?.dispositions ?? [];
    expect(noted.map(({disposition}) => disposition)).toEqual(['noInterest', 'noAnswer', 'converted']);
    expect(noted.reduce((sum, {items}) => sum + items, 0)).toBe(40);
    expect(noted.at(-1)?.items).toBe(results.flow.total.conversions?.value);
  });
  test('dispositions need no leads', async () => {
    const yaml = desk({lead: '', more: '    dispositions: { solved: 100% }'}).replace(/ {4}conversion.*\n/, '');
    const {leads, flow} = await resultsOf(yaml);
    expect(leads?.dispositions).toEqual([{process: 'sales', disposition: 'solved', items: 1}]);
    expect(flow.total.conversions?.value).toBe(0);
    expect(flow.total.conversionRate?.value).toBeNull();
  });
  test('a scenario without leads says nothing of them', async () => {
    const {leads} = await resultsOf(desk({lead: ''}).replace(/ {4}conversion.*\n/, ''));
    expect(leads).toBeUndefined();
  });
});

describe('properties', () => {
  const crowd = Array.from({length: 60}, (_, i) => `${i * 3}m`).join(', ');
  test('luck is the item’s own: where conversion does not fall with age, who is quicker wins nothing', async () => {
    const won = async (agents: number) =>
      (await resultsOf(desk({at: crowd, conversion: '{ share: 35% }', agents}))).flow.total.conversions?.value;
    const one = await won(1);
    expect(one).toBeGreaterThan(10);
    expect(await won(3)).toBe(one);
    expect(await won(9)).toBe(one);
  });
  test('where it falls, more agents win no lead less', async () => {
    const won = async (agents: number) =>
      (await resultsOf(desk({at: crowd, conversion: '{ share: 60%, halvesEvery: 2h }', agents}))).flow.total;
    const [one, two, nine] = [await won(1), await won(2), await won(9)];
    const conversions = [one, two, nine].map((flow) => flow.conversions?.value ?? 0);
    expect(conversions).toEqual(conversions.toSorted((a, b) => a - b));
    expect(conversions[2]).toBeGreaterThan(conversions[0]);
    const lost = [one, two, nine].map((flow) => flow.valueLost?.value ?? 0);
    expect(lost).toEqual(lost.toSorted((a, b) => b - a));
  });
  test('half the deal value: half won, half lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({min: 1, max: 5000}), fc.integer({min: 1, max: 4}), async (value, agents) => {
        const of = async (deal: number) => {
          const {flow} = await resultsOf(desk({at: '0s, 0s, 20m, 30m, 1h, 1h', value: String(deal), agents}));
          return [flow.total.valueWon?.value ?? Number.NaN, flow.total.valueLost?.value ?? Number.NaN];
        };
        const [[won, lost], [twiceWon, twiceLost]] = [await of(value), await of(2 * value)];
        expect(twiceWon).toBe(2 * won);
        expect(twiceLost).toBeCloseTo(2 * lost, 9);
      }),
      {numRuns: 4, seed: 7},
    );
  });
  test('what is won by group, by target and at each age is the whole', async () => {
    const {leads, flow} = await resultsOf(
      desk({
        at: crowd,
        value: '{ lognormal: { mean: 900, cv: 1.2 } }',
        agents: 2,
        conversion: '{ share: 60%, halvesEvery: 2h }',
      }),
    );
    for (const rows of [leads?.byGroup, leads?.byTarget, leads?.byAge]) {
      const sum = (of: 'valueWon' | 'valueLost' | 'conversions') =>
        (rows ?? []).reduce((total, row) => total + row[of], 0);
      expect(sum('conversions')).toBe(flow.total.conversions?.value);
      expect(sum('valueWon')).toBeCloseTo(flow.total.valueWon?.value ?? Number.NaN, 6);
      expect(sum('valueLost')).toBeCloseTo(flow.total.valueLost?.value ?? Number.NaN, 6);
    }
  });
});

describe('problems', () => {
  test('a goal on value where no lead is worth anything', () => {
    const goals = 'goals: [ { valueWon: {}, atLeast: 1 } ]';
    expect(said(desk({goals}))).toEqual([]);
    expect(said(desk({goals}).replace('dealValue: 1000', 'worth: 1000')).at(-1)).toMatch(
      /^\d+: goals\.0\.valueWon: nothing to judge this goal by: no leads with a conversion and the attribute dealValue$/,
    );
  });
  test.each([
    ['conversion of no lead', desk({lead: ''}), '13: demand.leads.conversion: expected conversion of leads only'],
    [
      'a table out of order',
      desk({conversion: '{ table: [ [ 0s, 12% ], [ 2d, 6% ], [ 1d, 3% ] ] }'}),
      '14: demand.leads.conversion.table.2.0: expected points in order of age, each age once',
    ],
    [
      'a share without percent',
      desk({conversion: '{ share: 0.12 }'}),
      '14: demand.leads.conversion.share: expected a share in percent, found the bare number 0.12: write 12%',
    ],
    [
      'no table at all',
      desk({conversion: '{ table: [] }'}),
      '14: demand.leads.conversion.table: expected at least one point, as in [ [ 0s, 12% ], [ 2d, 6% ] ]',
    ],
    [
      'dispositions above 100 %',
      desk({more: '    dispositions: { a: 70%, b: 40% }'}),
      '15: demand.leads.dispositions: expected shares that come to 100 % at most, found 110 %',
    ],
    [
      'a disposition that is taken',
      desk({more: '    dispositions: { converted: 10% }'}),
      '15: demand.leads.dispositions.converted: expected another word: converted is noted of what converts',
    ],
    [
      'leads that are reclassified',
      desk({more: '    handling: [ { share: 5%, then: reclassify, set: { dealValue: 5 } } ]'}),
      '15: demand.leads.handling.0.then: expected another outcome: leads are not reclassified',
    ],
  ])('%s', (_, yaml, says) => {
    expect(said(yaml)[0]).toBe(says);
  });
});
