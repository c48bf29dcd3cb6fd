// Makes this scenario's CSV files: `node scenarios/blended-desk/make-data.mjs`. Deterministic; nothing here is real.
import {writeFileSync} from 'node:fs';

let state = 20260302;
/** mulberry32: small, seeded, good enough to invent data with. */
function uniform() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const exponential = (mean) => -mean * Math.log(1 - uniform());
const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
/** Lognormal with a coefficient of variation of about 0.95. */
const effort = (mean) => Math.max(20, Math.round(mean * Math.exp(0.8 * normal() - 0.32)));
const pick = (weights) => {
  let u = uniform() * Object.values(weights).reduce((a, b) => a + b, 0);
  for (const [name, weight] of Object.entries(weights)) {
    if (u < weight) return name;
    u -= weight;
  }
  return Object.keys(weights)[0];
};
const CALLS = 14; // in a half hour, were it always alike
const GAP = 560; // seconds between two cases on a working day
const two = (n) => String(n).padStart(2, '0');
const halfHour = (half) => `${two(Math.floor(half / 2))}:${half % 2 ? '30' : '00'}`;
const write = (name, rows) =>
  writeFileSync(new URL(name, import.meta.url), `${rows.map((row) => row.join(',')).join('\n')}\n`);

// Calls per half hour, by weekday: two humps, heavier on Monday, a short Saturday.
const calls = [['weekday', 'start', 'count']];
Object.entries({mon: 1.15, tue: 1.03, wed: 1, thu: 0.98, fri: 0.9}).forEach(([day, heavy]) => {
  for (let half = 16; half < 36; half++) {
    const hour = half / 2;
    const shape = 0.55 + 0.6 * Math.exp(-((hour - 10.5) ** 2) / 3) + 0.45 * Math.exp(-((hour - 15.5) ** 2) / 3);
    calls.push([day, halfHour(half), (CALLS * shape * heavy).toFixed(1)]);
  }
});
for (const half of [18, 19, 20, 21, 23, 24, 25]) calls.push(['sat', halfHour(half), '4']);
write('billing-calls.csv', calls);

// Cases of the CRM, in order of arrival, two weeks; times in UTC, seconds counted from Monday 2 March, 00:00.
const DAY = 86_400;
const weekend = (day) => day % 7 > 4;
const cases = [];
for (let day = 0; day < 14; day++) {
  const gap = weekend(day) ? 4800 : GAP;
  for (let at = 6.5 * 3600 + exponential(gap); at < 18 * 3600; at += exponential(gap)) {
    const department = pick({Finance: 42, Sales: 30, 'Back Office': 22, '': 6});
    cases.push({
      arrived: day * DAY + Math.floor(at),
      department,
      segment: pick({Gold: 20, Silver: 30, Bronze: 50}),
      effort: effort(department === 'Back Office' ? 1080 : 540),
      due: uniform() < 0.05 ? (day + 5) * DAY + DAY / 2 : undefined,
    });
  }
}

// What is recorded is the desk before it was blended: two people did cases and nothing else, Monday to Friday
// from 8:00 to 18:00 in Madrid (UTC+1), in order of arrival.
const OPENS = 7 * 3600;
const CLOSES = 17 * 3600;
const atWork = (at) => {
  let day = Math.floor(at / DAY);
  if (!weekend(day) && at < day * DAY + CLOSES) return Math.max(at, day * DAY + OPENS);
  do day++;
  while (weekend(day));
  return day * DAY + OPENS;
};
const freeFrom = [0, 0];
for (const item of cases) {
  const next = freeFrom.indexOf(Math.min(...freeFrom));
  const taken = atWork(Math.max(item.arrived, freeFrom[next]));
  item.wait = taken - item.arrived;
  freeFrom[next] = taken + item.effort;
}

const clock = (at) => `${two(Math.floor(at / 3600) % 24)}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}`;
const date = (at) => `${two(2 + Math.floor(at / DAY))}/03/2026`;
write('cases.csv', [
  [
    ...['number', 'status', 'opened_on', 'queued_at', 'taken_at', 'effort', 'owner', 'due_at', 'source_priority'],
    ...['wait_s', 'result', 'department', 'customerSegment', 'dealValue', 'score', 'prio'],
  ],
  ...cases.map(({arrived, department, segment, effort, due, wait}, i) => [
    70001 + i,
    uniform() < 0.02 ? 'Test' : 'Open',
    date(arrived),
    uniform() < 0.1 ? '0:00:00' : clock(arrived),
    clock(arrived),
    uniform() < 0.03 ? '' : effort,
    uniform() < 0.12 ? `Senior ${1 + Math.floor(uniform() * 3)}` : '',
    due === undefined ? '' : `${date(due)} ${clock(due)}`,
    uniform() < 0.04 ? 300 + Math.floor(uniform() * 300) : '',
    wait,
    'DONE',
    department,
    segment,
    department === 'Sales' ? Math.round(exponential(1800)) : '',
    uniform() < 0.8 ? Math.floor(50 + uniform() * 300) : '',
    pick({A: 1, B: 3, C: 6}),
  ]),
]);

// Three named specialists, with what they can do; and when one of them was there.
write('agents.csv', [
  ['name', 'group', 'shift', 'Sales Processing', 'Legacy System Processing', 'Voice'],
  ['Senior 1', 'specialists', 'early', '9', '6', '5'],
  ['Senior 2', 'specialists', 'late', '8', '2', '6'],
  ['Senior 3', 'specialists', '', '9', '4', '0'],
]);
const presence = [['agent', 'from', 'to', 'Sales Processing', 'Legacy System Processing', 'Voice']];
for (let day = 0; day < 14; day++) {
  if (weekend(day)) continue;
  const date = `2026-03-${two(2 + day)}`;
  presence.push(
    ['Senior 3', `${date} 09:00`, `${date} 13:00`, '9', '4', '0'],
    ['Senior 3', `${date} 14:00`, `${date} 17:30`, '9', '4', day % 2 ? '6' : '0'],
  );
}
write('presence.csv', presence);

// Weekend heads per half hour.
const duty = [['weekday', 'start', 'agents']];
for (let half = 18; half <= 26; half++) duty.push(['sat', halfHour(half), half === 26 ? 0 : half < 20 ? 2 : 3]);
write('duty.csv', duty);
