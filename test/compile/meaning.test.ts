import {expect, test} from 'vitest';
import {meaningOf, priorityCurvesOf} from '../../src/compile/index.ts';
import {constantTime, groupOf, processOf, routingOf, scenarioOf, sourceOf, tableOf} from './scenarios.ts';

const H = 3_600_000;
const days = [{fromMs: 8 * H, toMs: 18 * H}];
const open = {mon: days, tue: days, wed: days, thu: days, fri: days, sat: [], sun: []};

/** Two weeks in Madrid from a Wednesday noon on. */
const scenario = scenarioOf({
  zone: 'Europe/Madrid',
  fromEpochMs: Date.UTC(2026, 2, 4, 11),
  until: {epochMs: Date.UTC(2026, 2, 18, 11)},
  calendars: {office: {open, closed: []}},
  demand: [
    sourceOf('mail', 'email', {
      arrivals: {kind: 'perHour', rate: 12, swing: 0, periodMs: 24 * H, peakMs: 0, during: 'office'},
      attributes: {
        tier: {
          kind: 'shares',
          values: [
            {value: 'Gold', share: 0.25},
            {value: 'Silver', share: 0.75},
          ],
        },
        value: {
          kind: 'distribution',
          distribution: {...constantTime('900ms'), kind: 'exponential', params: {mean: 900}},
        },
      },
      handleTime: {fixed: constantTime('5m')},
      wrapUp: {fixed: constantTime('1m')},
    }),
  ],
  routing: routingOf({
    segmentation: tableOf(
      ['tier', 'value'],
      [
        [['Gold', '-'], 'gold'],
        [['-', '> 900'], 'rich'],
      ],
      'silver',
    ),
    processes: [
      processOf('gold', {slaMs: 12 * H, clock: 'office', priority: {use: 'gold'}, distribute: 'widening'}),
      processOf('rich'),
      processOf('silver', {slaMs: 12 * H, clock: 'office', priority: {use: 'silver'}}),
    ],
    priorities: {
      gold: {initial: 400, atSla: 1000, reprioritize: [{every: '4h'}]},
      silver: {initial: 450, perHour: 10},
    },
    distribution: {
      widening: {preferredAgent: {for: '1h'}, targets: [{skills: 'Sales > 5', for: '50%'}, {everyone: true}]},
    },
  }),
  shifts: {early: {week: open, breaks: [{atMs: 12 * H, forMs: H / 2, paid: false, reason: 'Lunch', returns: 'full'}]}},
  workforce: [
    groupOf('seniors', 0, {agents: [{kind: 'shift', shift: 'early', count: 4}], skills: {Sales: 9}}),
    groupOf('rest', 2),
  ],
});
const meaning = meaningOf(scenario);

test('the week is the first whole one', () => {
  expect(meaning.dates).toEqual([
    '2026-03-09',
    '2026-03-10',
    '2026-03-11',
    '2026-03-12',
    '2026-03-13',
    '2026-03-14',
    '2026-03-15',
  ]);
});

test('offered load by process and hour: exact where shares decide, by draws where a distribution does', () => {
  const [gold, rich, silver] = meaning.load;
  expect(gold).toMatchObject({process: 'gold', channels: ['email'], logs: []});
  expect([7, 8, 17, 18].map((hour) => Number(gold?.items[hour]?.toFixed(9)))).toEqual([0, 3, 3, 0]);
  expect(gold?.workHours[9]).toBeCloseTo(0.3, 9);
  // P(exponential > its mean) = 1/e of the other nine an hour; the error of 4000 draws is sqrt(p (1 - p) / 4000) = 0.0076.
  expect(Math.abs((rich?.items[9] ?? 0) / 9 - Math.exp(-1))).toBeLessThan(4.5 * 0.0076);
  expect((rich?.items[9] ?? 0) + (silver?.items[9] ?? 0)).toBeCloseTo(9, 9);
});

test('who is there and who can take what', () => {
  const [seniors, rest] = meaning.staff.groups;
  expect([7, 8, 12, 17, 18].map((hour) => seniors?.agents[hour])).toEqual([0, 4, 2, 4, 0]);
  expect(rest?.agents[3]).toBe(2);
  const gold = meaning.staff.reach.find(({process}) => process === 'gold');
  expect(gold?.targets.map(({text, groups, agents}) => [text, groups, agents[8]])).toEqual([
    ['Sales > 5', ['seniors'], 4],
    ['everyone', ['seniors', 'rest'], 6],
  ]);
});

test('a Monday at nine: due, targets and ticks on the clock of the process', () => {
  const [gold, rich] = meaning.timelines;
  expect(gold).toMatchObject({
    clock: 'office',
    arrives: '2026-03-09T09:00:00',
    due: {ageMs: 12 * H, at: '2026-03-10T11:00:00'},
    preferredUntil: {at: '2026-03-09T10:00:00'},
  });
  expect(gold?.targets.map(({text, at}) => [text, at])).toEqual([
    ['Sales > 5', '2026-03-09T09:00:00'],
    ['everyone', '2026-03-09T15:00:00'],
  ]);
  expect(gold?.curve.map(({at, priority, moves}) => [at, priority, moves.kind])).toEqual([
    ['2026-03-09T09:00:00', 400, 'ticks'],
    ['2026-03-10T11:00:00', 1000, 'steady'],
  ]);
  const first = gold?.curve[0]?.moves;
  expect(first?.kind === 'ticks' && first.ticks.map(({at, priority}) => [at, priority])).toEqual([
    ['2026-03-09T13:00:00', 600],
    ['2026-03-09T17:00:00', 800],
  ]);
  expect(rich).toMatchObject({clock: null, due: null, preferredUntil: null});
});

test('moments of what is drawn', () => {
  expect(meaning.sources[0]?.draws.map(({what, unit, mean}) => [what, unit, mean])).toEqual([
    ['handle time', 'ms', 300_000],
    ['wrap-up', 'ms', 60_000],
    ['value', 'number', 900],
  ]);
});

test('curves as corners, and where those of one clock cross', () => {
  const {curves, crossings} = priorityCurvesOf(scenario);
  expect(curves.map(({process, clock, slaSeconds}) => [process, clock, slaSeconds])).toEqual([
    ['gold', 'office', 43_200],
    ['rich', null, null],
    ['silver', 'office', 43_200],
  ]);
  const [gold] = curves;
  expect(gold?.ageSeconds).toEqual([0, 14_400, 14_400, 28_800, 28_800, 43_200, 43_200, 64_800]);
  expect(gold?.priority.map(Math.round)).toEqual([400, 400, 600, 600, 800, 800, 1000, 1000]);
  expect(crossings).toEqual([{over: 'gold', under: 'silver', atAgeSeconds: 14_400, priority: 600}]);
});

test('an arrival out of hours counts from the opening', () => {
  const weekend = meaningOf({
    ...scenario,
    calendars: {office: {open: {...open, mon: [{fromMs: 10 * H, toMs: 18 * H}]}, closed: []}},
  });
  expect(weekend.timelines[0]?.due?.at).toBe('2026-03-10T12:00:00');
  expect(weekend.timelines[0]?.targets[0]?.at).toBe('2026-03-09T09:00:00');
});
