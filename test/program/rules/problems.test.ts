/** What the program says of slips: what was expected, what was found, what to write; all of it at once, in 80 columns. */
import {expect, test} from 'vitest';
import {renderProblems} from '../../../src/language/render.ts';
import {problemsOf} from './desk.ts';

/** `6 demand.calls.handleTime: expected … → write …`; warnings begin with `?`. Lines count from the scenario's own. */
function said(yaml: string, files: Readonly<Record<string, string>> = {}): string[] {
  const problems = problemsOf(`from: 2026-03-02\natEnd: cut\nreplications: 1${yaml}`, files);
  for (const line of renderProblems(problems).split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  return problems.map(({severity, at, path, message, hint}) => {
    const file = at.file.endsWith('.csv') ? `${at.file.split('/').at(-1)}:${at.line}` : String(at.line - 4);
    return `${severity === 'warning' ? '? ' : ''}${file} ${path}: ${message}${hint === undefined ? '' : ` → ${hint}`}`;
  });
}

const REST = `
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
workforce: [ { group: team, agents: 2, skills: { A: 4 } } ]`;

test('values of a choice, shares above everything, numbers written as shares', () => {
  expect(
    said(`
demand:
  - { source: a, channel: v, arrivals: { at: [ 5, -1s ] }, handleTime: [ 4m ] }
  - { source: b, channel: v, arrivals: { perHour: -3 }, handleTime: { lognormal: { mean: 4m, cv: 50% } } }
  - { source: c, channel: v, arrivals: { perHour: 3 }, handleTime: { zeroShare: 120%, exponential: { mean: 4m } } }
  - { source: d, channel: v, arrivals: { perHour: 3 }, handleTime: 4m, patience: 1m, redial: { share: 140%, after: 1m } }
  - { source: e, channel: v, replay: { file: e.csv, columns: { arrived: at, handleTime: { column: h, unit: x }, due: { date: d } } } }${REST}`),
  ).toEqual([
    '2 demand.a.arrivals.at.0: expected a duration with a unit, found the bare number 5 → write 5s, 5m or 5h',
    '2 demand.a.arrivals.at.1: expected a time of day such as 08:30 or a duration such as 2h, found "-1s"',
    '2 demand.a.handleTime: expected a duration such as 15s, 4m, 1h30m or 2d, found a list',
    '3 demand.b.arrivals.perHour: expected a number that is not negative, found the number -3',
    '3 demand.b.handleTime.lognormal.cv: expected a number, found "50%" → write 0.5',
    '4 demand.c.handleTime.zeroShare: expected a share of at most 100%, found "120%"',
    '5 demand.d.redial.share: expected a share of at most 100%, found "140%"',
    '6 demand.e.replay.columns.handleTime.unit: expected ms, s, m, h or d, found "x"',
    expect.stringMatching(/^6 demand\.e\.replay\.columns\.due\.time: expected the key time, found none/),
  ]);
});

test('words of the routing', () => {
  expect(
    said(`
demand: [ { source: a, channel: v, arrivals: { perHour: 3 }, handleTime: 4m } ]
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d, priority: q } }
  priorities: { q: { points: [ [ 5, 100 ] ], between: lines } }
  distribution:
    d: { preferredAgent: 5, targets: [ { everyone: false } ], agent: longest-idel, prefer: iner }
    e: { targets: { skills: A > 1 | A > 2 & A > 3 } }
    f: { targets: { skills: A > 1 & A < 3 } }
  capacity: { u: { total: 6, weights: { v: 120% } } }
workforce: [ { group: team, agents: 2, skills: { A: 4 } } ]`),
  ).toEqual([
    '5 routing.priorities.q.points.0.0: expected an age such as 0, 2d, 50%, due-2h, due or due+1d, found the bare number 5: write 5s or 5h',
    '5 routing.priorities.q.between: expected step or line, found "lines" → did you mean line?',
    '7 routing.distribution.d.preferredAgent: expected { for: 10% }, or none, found the number 5',
    '7 routing.distribution.d.targets.0.everyone: expected true, found false',
    '7 routing.distribution.d.agent: expected longest-idle, least-active, most-available, least-occupied, best-skilled or random, found "longest-idel" → did you mean longest-idle?',
    '7 routing.distribution.d.prefer: expected inner or any, found "iner" → did you mean inner?',
    '8 routing.distribution.e.targets.0.skills: expected FEEL, found `|`, `&` in "A > 1 | A > 2 & A > 3" → write: A > 1 or A > 2 and A > 3; `and` binds closer than `or`, parentheses say otherwise',
    '9 routing.distribution.f.targets.0.skills: expected FEEL, found `&` in "A > 1 & A < 3" → write: A > 1 and A < 3',
    '10 routing.capacity.u.weights.v: expected a weight of at most the total, 6, found 7.2: no v could ever start → write 100% for an item that takes the whole agent',
  ]);
});

test('cells of the decision table, an unknown column among them', () => {
  expect(
    said(`
demand: [ { source: a, channel: v, arrivals: { perHour: 3 }, handleTime: 4m, attributes: { dept: Sales, value: 7 } } ]
routing:
  segmentation:
    columns: [ channel, dept, valeu, value ]
    rules:
      - { if: [ '-', '"Gold" or "Silver"', '-', '>5000 and <9000' ], then: p }
      - { if: [ '-', '> 5', '-', Gold ], then: p }
      - { if: [ '-', 'Gold, > 5', '-', '5000, Silver' ], then: p }
      - { if: [ '-', '>', '-', '(5000' ], then: p }
      - { if: [ '-', 5000, '-', '"7"' ], then: { process: p, agent: team 7 } }
    otherwise: p
  processes: { p: {} }
workforce: [ { group: team, agents: 2 } ]`),
  ).toEqual([
    '4 routing.segmentation.columns.2: expected an attribute of a source, found "valeu" → did you mean value?',
    '6 routing.segmentation.rules.0.if.1: expected FEEL unary tests such as Gold, > 5000 or [1..9], found `"Gold" or "Silver"`: it would never match → write: Gold, Silver',
    '6 routing.segmentation.rules.0.if.3: expected FEEL unary tests such as Gold, > 5000 or [1..9], found `>5000 and <9000`: it would never match → write: (5000..9000)',
    '7 routing.segmentation.rules.1.if.1: expected text, as dept is text, found `> 5`',
    '7 routing.segmentation.rules.1.if.3: expected numbers, as value is a number, found `"Gold"`',
    '8 routing.segmentation.rules.2.if.1: expected FEEL unary tests such as Gold, > 5000 or [1..9], found `"Gold", > 5`: it mixes text and numbers, and dept is text',
    '8 routing.segmentation.rules.2.if.3: expected FEEL unary tests such as Gold, > 5000 or [1..9], found `5000, "Silver"`: it mixes text and numbers, and value is a number',
    `9 routing.segmentation.rules.3.if.1: expected FEEL unary tests such as Gold, > 5000 or [1..9], found \`>\`: it cannot be read → a text with such characters stands in quotes: '"…"'`,
    '9 routing.segmentation.rules.3.if.3: expected FEEL unary tests such as Gold, > 5000 or [1..9], found `(5000`: it cannot be read',
    '10 routing.segmentation.rules.4.if.1: expected text, as dept is text, found `5000` → write: "5000"',
    '10 routing.segmentation.rules.4.if.3: expected numbers, as value is a number, found `"7"` → write: 7',
    '10 routing.segmentation.rules.4.then.agent: expected a known agent, found "team 7" → did you mean team 1?',
  ]);
});

test('a rule that is none hides nothing of the others, and nothing follows from it', () => {
  expect(
    said(`
demand: [ { source: a, channel: v, arrivals: { perHour: 3 }, handleTime: 4m } ]
routing:
  segmentation:
    columns: [ channel ]
    rules:
      - { if: [ v ], then: p, agnet: team 1 }
      - { if: [ v, w ], then: p }
      - { if: [ '>5' ], then: q }
  processes: { p: {} }
workforce: [ { group: team, agents: 2 } ]`),
  ).toEqual([
    '6 routing.segmentation.rules.0.agnet: expected a known key, found "agnet" → known here: if, then',
    '7 routing.segmentation.rules.1.if: expected 1 cell, one a column, found 2',
    '8 routing.segmentation.rules.2.if.0: expected text, as channel is text, found `>5`',
    '8 routing.segmentation.rules.2.then: expected a known process, found "q" → there are p',
  ]);
});

test('every row of a table is told, those with cells missing too', () => {
  const rates = 'weekday,start,count\nmon,08:10\nmon,08:30,x\nmun,08:30,4\nmon,09:30,-4\n';
  expect(
    said(
      `
demand: [ { source: a, channel: v, arrivals: { perInterval: { file: rates.csv } }, handleTime: 4m } ]${REST}`,
      {'rates.csv': rates},
    ).map((line) => line.replace(/ →.*/, '')),
  ).toEqual([
    'rates.csv:2 demand.a.arrivals.perInterval.file: expected 3 cells as in the header, found 2 cells',
    'rates.csv:3 demand.a.arrivals.perInterval.file: expected a number that is not negative in column "count", found "x"',
    'rates.csv:4 demand.a.arrivals.perInterval.file: expected weekdays such as mon, mon-fri or daily, found "mun"',
    'rates.csv:5 demand.a.arrivals.perInterval.file: expected a number that is not negative in column "count", found "-4"',
  ]);
});

test('dates that are none or lie outside, and values that hold twice', () => {
  expect(
    said(`
demand:
  - { source: a, channel: v, arrivals: { at: [ 25h, 1h, 24h ] }, handleTime: 4m }
  - { source: b, channel: v, arrivals: { perHour: 1 }, handleTime: { byInterval: [ { days: mon-fri, from: 08:00, use: 1m }, { days: tue, from: 08:00, use: 2m } ] } }
calendars: { office: { open: { mon: 08:00-09:00 }, closed: [ 2026-02-30, 2026-3-4, 2026-12-25 ] } }
measureAt: [ 2d, 1h ]
goals: [ { backlog: { at: 9d }, atMost: 3 }, { wait: { quantile: 150% }, atMost: 60s } ]${REST}`),
  ).toEqual([
    '2 demand.a.arrivals.at.0: expected an instant before the end of the scenario, found one at or after it',
    '2 demand.a.arrivals.at.2: expected an instant before the end of the scenario, found one at or after it',
    '3 demand.b.handleTime.byInterval.1: expected each beginning of a weekday once, found tue 08:00 a second time',
    '4 calendars.office.closed.0: there is no such day as 2026-02-30',
    '4 calendars.office.closed.1: expected a date such as 2026-03-19, found "2026-3-4"',
    '5 measureAt.0: expected an instant before the end, found one at or after it',
    '6 goals.0.backlog.at: expected an instant inside the scenario, which lasts 1d, found 9d',
    '6 goals.1.wait.quantile: expected a share of at most 100%, found "150%"',
  ]);
});

test('weekdays cut at a comma', () => {
  expect(
    said(`
calendars: { office: { open: { sat,sun: 08:00-09:00 } } }
demand: [ { source: a, channel: v, arrivals: { perInterval: { counts: { sat,sun: [ 1 ] } } }, handleTime: 4m } ]${REST}`),
  ).toEqual([
    "1 calendars.office.open.sat: expected hours such as 08:00-18:00, found nothing → in braces a name with a comma needs quotes: 'sat,sun'",
    "2 demand.a.arrivals.perInterval.counts.sat: expected a list, found nothing → in braces a name with a comma needs quotes: 'sat,sun'",
  ]);
});

test('an end before the start is one problem', () => {
  expect(
    said(`\nto: 2026-03-01\ndemand: [ { source: a, channel: v, arrivals: { at: [ 0s ] }, handleTime: 4m } ]${REST}`),
  ).toEqual([
    '1 to: expected an end after the start, found "2026-03-01" → the end is not part of the run: one day is from: 2026-03-02, to: 2026-03-03',
  ]);
});

test('what is doubtful: days on a business clock, with the dates they come to; breaks nobody takes', () => {
  expect(
    said(`
to: 14d
calendars: { office: { open: { mon-fri: 08:00-18:00 }, closed: [ 2026-03-04 ] } }
shifts: { early: { mon: 08:00-12:00, breaks: [ { at: 13:00, for: 30m } ] } }
demand: [ { source: a, channel: v, arrivals: { perHour: 1 }, handleTime: 1m, attributes: { seg: Gold } } ]
routing:
  segmentation: { otherwise: p }
  processes: { p: { sla: 2d, clock: office, priority: q, answerWithin: 20s } }
  priorities: { q: { points: [ [ 0, 1 ], [ due-1d, 7 ] ], overdue: { from: 10, increment: 1, every: 1d }, reprioritize: [ { every: 1h }, { from: 1d, every: 5m } ] } }
workforce: [ { group: team, agents: { early: 2 } } ]
goals: [ { serviceLevel: { attribute: { seg: Gld } }, atLeast: 80% } ]`),
  ).toEqual([
    '? 3 shifts.early.breaks.0.at: 13:00 lies outside all hours of the shift early: nobody takes this break',
    // 10 h a day, Wednesday closed: 48 h are Monday, Tuesday, Thursday, Friday and eight hours of the next Monday
    '? 7 routing.processes.p.sla: 2d on the clock office of process p is 48h of open time: from 2026-03-02 08:00 it ends 2026-03-09 16:00 → write it in hours: 48h if that is meant, or the open hours of so many days',
    ...['points.1.0', 'overdue.every', 'reprioritize.1.from'].map(
      (at) =>
        `? 8 routing.priorities.q.${at}: 1d on the clock office of process p is 24h of open time: from 2026-03-02 08:00 it ends 2026-03-05 12:00 → write it in hours: 24h if that is meant, or the open hours of so many days`,
    ),
    '? 10 goals.0.serviceLevel.attribute.seg: no source brings items with seg "Gld" → did you mean Gold?',
  ]);
});

test('times of day where instants count from a start that is not midnight', () => {
  const yaml = `from: 2026-03-02 09:00
timezone: Europe/Madrid
demand:
  - { source: a, channel: v, arrivals: { at: [ 10:30, 2h ] }, handleTime: 4m }
  - { source: b, channel: v, arrivals: { perHour: [ [ 08:00, 1 ] ] }, handleTime: 4m }${REST}`;
  expect(problemsOf(yaml).map(({message, hint}) => `${message} → ${hint}`)).toEqual([
    '10:30 counts from the start of the scenario, 09:00: it is 2026-03-02 19:30 local time → write 1h30m for 10:30 local time',
    '08:00 counts from the start of the scenario, 09:00: it is 2026-03-02 17:00 local time → write 23h for 08:00 local time',
  ]);
});

test('calendars that are closed all the while', () => {
  expect(
    said(`
calendars: { none: { open: {} }, sat: { open: { sat: 08:00-09:00 } } }
demand: [ { source: a, channel: v, arrivals: { perHour: 1 }, handleTime: 1s }, { source: b, channel: w, arrivals: { perHour: 1 }, handleTime: 1s } ]
routing:
  segmentation: { columns: [ channel ], rules: [ { if: [ v ], then: p } ], otherwise: q }
  processes: { p: { clock: none, sla: 1h }, q: { open: sat } }
workforce: [ { group: team, agents: 3 } ]`),
  ).toEqual([
    '? 5 routing.processes.p.clock: the calendar none is never open in the horizon: items of p never age',
    '? 5 routing.processes.q.open: the calendar sat is never open in the horizon: every item of q is rejected',
  ]);
});

test('nobody there, nothing coming, far too much: told, and run all the same', () => {
  expect(
    said(`
calendars: { never: { open: { sat: 08:00-18:00 } } }
demand:
  - { source: a, channel: v, arrivals: { perHour: 0 }, handleTime: 1m }
  - { source: b, channel: v, arrivals: { perHour: 5, during: never }, handleTime: 1m }
  - { source: c, channel: v, arrivals: { perHour: 600 }, handleTime: 10m }
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
workforce: [ { group: team, agents: 3 } ]`),
  ).toEqual([
    '? 3 demand.a.arrivals: no item of a ever arrives → give it a rate above 0, inside the horizon',
    '? 4 demand.b.arrivals: no item of b ever arrives → the calendar never is never open in the horizon',
    '? 5 demand.c.arrivals: the work of c is 33.3 times what all agents who may take it could do: about 2400 hours for 72 → most of it is c, 2400 hours: check its rate, its handle time (mean 10m) and the head counts',
  ]);
  expect(
    said(`
demand: [ { source: a, channel: v, arrivals: { perHour: 3 }, handleTime: 1m } ]
routing: { segmentation: { otherwise: p }, processes: { p: {} } }
workforce: [ { group: team, agents: 0 } ]`),
  ).toEqual(['? 3 workforce: there are no agents at all: nothing will be answered → agents: 10']);
});
