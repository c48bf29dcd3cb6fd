/** How urgent is it now? Every form, read off at chosen ages by an agent who comes free then. Worked by hand. */
import {expect, test} from 'vitest';
import {itemsOf} from './desk.ts';

const MS: Record<string, number> = {d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1};
const msOf = (text: string) =>
  [...text.matchAll(/(\d+(?:\.\d+)?)(ms|d|h|m|s)/g)].reduce((sum, [, n, unit]) => sum + Number(n) * MS[unit ?? ''], 0);

interface Curve {
  readonly priority: string;
  readonly process?: string;
  readonly attributes?: string;
  readonly more?: string;
}

/**
 * The priority of an item that arrives with the scenario, at each age: as many such items come at once, and the only
 * agent, who is kept from them until the first age, takes one at each.
 */
function readings(curve: Curve, ages: readonly string[]): Record<string, number> {
  const {priority, process = '', attributes = '{}', more = ''} = curve;
  const times = ages.map(msOf);
  const probes = times.map((at, i) => {
    const lasts = (times[i + 1] ?? at + 1) - at;
    return `  - { source: at${i}, channel: x, arrivals: { at: [ 0s ] }, attributes: ${attributes}, handleTime: ${lasts}ms }`;
  });
  const rows = itemsOf(`
${more}
demand:
  - { source: blocker, channel: x, arrivals: { at: [ 0s ] }, attributes: { score: 1, customerSegment: none }, handleTime: ${Math.max(times[0] ?? 0, 1)}ms }
${probes.join('\n')}
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ blocker ], then: blockers } ], otherwise: read }
  processes:
    blockers: { priority: first }
    read: { priority: ${process.includes('use:') ? process.split('|')[0] : 'curve'}, ${process.split('|').at(-1)} }
  priorities:
    first: { fixed: 1000000 }
    curve: ${priority}
workforce: [ { group: team, agents: 1 } ]
`);
  return Object.fromEntries(
    rows.slice(1).map((row, i) => {
      const [, at, value] = /: team 1 ([\d.]+) to .*, (-?[\d.]+)\]/.exec(row) ?? [];
      return [Number(at) * 1000 === times[i] ? (ages[i] ?? '') : `${at}s, not ${ages[i]}`, Number(value)];
    }),
  );
}
const GOLD =
  '{ initial: 400, atSla: 1000, overdue: { from: 1200, increment: 50, every: 1h, max: 1500 }, reprioritize: [ { every: 30m }, { from: 80%, every: 5m } ] }';
const SILVER =
  '{ initial: 200, increment: 100, reprioritize: [ { every: 4h }, { from: 80%, every: 30m } ], max: 1000 }';
const BRONZE = '{ initial: 100, increment: 5, every: 15m, max: 400 }';
const OFFICE = 'calendars: { office: { open: { mon-fri: 08:00-10:00 } } }';

test.each<[string, Curve, Record<string, number>]>([
  [
    'to the SLA, read at ticks: 6 a minute; ticks at 80 % and at due; then 50 an hour from the due instant',
    {priority: GOLD, process: 'sla: 100m'},
    {
      ...{'29m59s': 400, '30m': 580, '60m': 760, '79m59s': 760, '80m': 880, '84m59s': 880, '85m': 910, '99m59s': 970},
      ...{'100m': 1200, '159m59s': 1200, '160m': 1250, '220m': 1300, '460m': 1500, '600m': 1500},
    },
  ],
  [
    'its bounds in a process: every value 2.5 times as far from the low end, overdue values too',
    {priority: GOLD, process: '{ use: curve, from: 500, to: 2000 }|sla: 100m'},
    {'1m': 500, '30m': 950, '80m': 1700, '100m': 2500, '160m': 2625, '460m': 3250, '600m': 3250},
  ],
  [
    'one bound given: the top stays, the way to it is half as long',
    {priority: GOLD, process: '{ use: curve, from: 700 }|sla: 100m'},
    {'1m': 700, '30m': 790, '80m': 940, '100m': 1100, '160m': 1125},
  ],
  [
    'to the SLA without ticks; nothing after it',
    {priority: '{ initial: 400, atSla: 1000 }', process: 'sla: 100m'},
    {'1m': 406, '30m': 580, '50m': 700, '100m': 1000, '160m': 1000},
  ],
  [
    'the due instant is a tick even off the grid',
    {priority: '{ initial: 400, atSla: 1000, reprioritize: { every: 30m } }', process: 'sla: 100m'},
    {'1m': 400, '30m': 580, '99m': 940, '100m': 1000, '120m': 1000},
  ],
  [
    'an increment at each tick, at periods that change: five by 20 h, one at 24 h, then every half hour to the top',
    {priority: SILVER, process: 'sla: 30h'},
    {
      '1h': 200,
      '4h': 300,
      '20h': 700,
      '23h59m': 700,
      '24h': 800,
      '24h29m': 800,
      '24h30m': 900,
      '25h': 1000,
      '40h': 1000,
    },
  ],
  [
    'a tick at due adds one too; overdue without `from` grows from there',
    {
      priority:
        '{ initial: 200, increment: 100, reprioritize: [ { every: 4h }, { from: 75%, every: 45m } ], overdue: { increment: 7, every: 1h } }',
      process: 'sla: 8h',
    },
    {'4h': 300, '5h59m': 300, '6h': 400, '6h45m': 500, '7h30m': 600, '8h': 700, '8h59m': 700, '9h': 707, '10h': 714},
  ],
  [
    'off the grid it is one more, and the grid goes on',
    {priority: '{ initial: 200, increment: 100, reprioritize: [ { every: 3h } ] }', process: 'sla: 8h'},
    {'3h': 300, '6h': 400, '7h59m': 400, '8h': 500, '8h59m': 500, '9h': 600},
  ],
  [
    'an increment for each full period, up to a top',
    {priority: BRONZE},
    {'14m59s': 100, '15m': 105, '30m': 110, '14h59m': 395, '15h': 400, '16h': 400},
  ],
  [
    'the same in half the room',
    {priority: BRONZE, process: '{ use: curve, to: 250 }|'},
    {'14m59s': 100, '15m': 102.5, '30m': 105, '15h': 250, '16h': 250},
  ],
  [
    'without a top the scheme moves as a whole, and `to` is its top',
    {priority: '{ initial: 100, increment: 5, every: 15m }', process: '{ use: curve, from: 50, to: 62 }|'},
    {'14m59s': 50, '15m': 55, '30m': 60, '45m': 62, '15h': 62},
  ],
  ['falling', {priority: '{ initial: 100, increment: -10, every: 1m }'}, {'1m': 90, '150s': 80, '20m': -100}],
  [
    'points around due, as steps',
    {
      priority: '{ points: [ [ 0, 200 ], [ due-2h, 900 ], [ due, 1200 ], [ due+1d, 1500 ] ], between: step }',
      process: 'sla: 8h',
    },
    {'1h': 200, '5h59m': 200, '6h': 900, '7h59m': 900, '8h': 1200, '31h59m': 1200, '32h': 1500, '50h': 1500},
  ],
  [
    'points by share of the SLA, as lines',
    {priority: '{ points: [ [ 0, 100 ], [ 50%, 300 ], [ 100%, 200 ] ], between: line }', process: 'sla: 10m'},
    {'1m': 140, '150s': 200, '5m': 300, '6m': 280, '10m': 200, '20m': 200},
  ],
  [
    'a dip and a bump from day 6 to day 8',
    {
      priority:
        '{ points: [ [ 0, 900 ], [ 2d, 500 ], [ 6d, 1100 ], [ 8d, 300 ] ], between: step, reprioritize: [ { every: 1h } ] }',
      process: 'sla: 8d',
    },
    {'47h59m': 900, '48h': 500, '143h59m': 500, '144h': 1100, '191h59m': 1100, '192h': 300, '200h': 300},
  ],
  [
    'a step between two ticks shows at the next',
    {priority: '{ points: [ [ 0, 900 ], [ 90m, 500 ] ], reprioritize: [ { every: 1h } ] }'},
    {'89m': 900, '91m': 900, '119m': 900, '120m': 500},
  ],
  [
    'a line read at ticks',
    {
      priority: '{ points: [ [ 0, 100 ], [ 10m, 200 ] ], between: line, reprioritize: { every: 3m } }',
      process: 'sla: 10m',
    },
    {'2m59s': 100, '3m': 130, '6m': 160, '9m': 190, '9m59s': 190, '10m': 200, '12m': 200},
  ],
  [
    'gliding from a value of the item',
    {
      priority: '{ initial: { attribute: score, missing: 100 }, perSecond: 0.05, max: 400 }',
      attributes: '{ score: 250 }',
    },
    {'1s': 250.05, '10m': 280, '3000s': 400, '4000s': 400},
  ],
  [
    'gliding where the item has none',
    {priority: '{ initial: { attribute: score, missing: 100 }, perSecond: 0.05, max: 400 }'},
    {'1s': 100.05, '10m': 130, '6000s': 400, '7000s': 400},
  ],
  ['gliding down', {priority: '{ initial: 100, perMinute: -2 }'}, {'30s': 99, '10m': 80, '60m': -20}],
  [
    'a value of the item is not moved by the bounds; the increments are',
    {
      priority: '{ initial: { attribute: score, missing: 100 }, increment: 10, every: 1m, max: 200 }',
      process: '{ use: curve, from: 200, to: 400 }|',
      attributes: '{ score: 7 }',
    },
    {'1s': 7, '1m': 27, '20m': 400, '30m': 400},
  ],
  [
    'a credit: Gold counts as having waited 90 s',
    {
      priority: '{ initial: 800, increment: 1, every: 1s, credit: { customerSegment: { Gold: 90s } } }',
      attributes: '{ customerSegment: Gold }',
    },
    {'500ms': 890, '10s': 900, '10500ms': 900},
  ],
  [
    'no credit for others',
    {
      priority: '{ initial: 800, increment: 1, every: 1s, credit: { customerSegment: { Gold: 90s } } }',
      attributes: '{ customerSegment: Silver }',
    },
    {'500ms': 800, '10s': 810, '10500ms': 810},
  ],
  [
    'from the due instant on overdue increments only, up to their own top',
    {
      priority: '{ initial: 0, increment: 10, every: 1m, overdue: { increment: 100, every: 1m, max: 500 } }',
      process: 'sla: 150s',
    },
    {'1m': 10, '149s': 20, '150s': 20, '3m': 20, '210s': 120, '10m': 500, '20m': 500},
  ],
  ['fixed', {priority: '{ fixed: 5, overdue: { from: 50 } }', process: 'sla: 150s'}, {'149s': 5, '150s': 50, '3m': 50}],
  [
    'on a business clock, 2 h a day from 08:00: 144 min of 180 are Tuesday 08:24, due is Tuesday 09:00',
    {priority: GOLD, process: 'sla: 3h, clock: office', more: OFFICE},
    {
      ...{'7h': 400, '8h29m': 400, '8h30m': 500, '9h30m': 700, '10h': 800, '32h': 800, '32h24m': 880, '32h58m': 980},
      ...{'33h': 1200, '33h59m': 1200, '34h': 1250, '56h59m': 1250, '57h': 1300},
    },
  ],
])('%s', (_, curve, expected) => {
  expect(readings(curve, Object.keys(expected))).toEqual(expected);
});
