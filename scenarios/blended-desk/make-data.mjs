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
const pick = (weights) => {
  let u = uniform() * Object.values(weights).reduce((a, b) => a + b, 0);
  for (const [name, weight] of Object.entries(weights)) {
    if (u < weight) return name;
    u -= weight;
  }
  return Object.keys(weights)[0];
};
const two = (n) => String(n).padStart(2, '0');
const write = (name, rows) =>
  writeFileSync(new URL(name, import.meta.url), `${rows.map((row) => row.join(',')).join('\n')}\n`);

// Calls per half hour, by weekday: two humps, heavier on Monday, a short Saturday.
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'];
const calls = [['weekday', 'start', 'count']];
weekdays.forEach((day, d) => {
  for (let half = 16; half < 36; half++) {
    const hour = half / 2;
    const shape = 0.55 + 0.6 * Math.exp(-((hour - 10.5) ** 2) / 3) + 0.45 * Math.exp(-((hour - 15.5) ** 2) / 3);
    calls.push([
      day,
      `${two(Math.floor(hour))}:${half % 2 ? '30' : '00'}`,
      (14 * shape * [1.15, 1.03, 1, 0.98, 0.9][d]).toFixed(1),
    ]);
  }
});
for (const start of ['09:00', '09:30', '10:00', '10:30', '11:30', '12:00', '12:30']) calls.push(['sat', start, '4']);
write('billing-calls.csv', calls);

// Cases of the CRM, in order of arrival; times in UTC, two weeks.
const cases = [
  [
    'number',
    'status',
    'opened_on',
    'queued_at',
    'taken_at',
    'effort',
    'owner',
    'due_at',
    'source_priority',
    'wait_s',
    'result',
    'department',
    'customerSegment',
    'dealValue',
    'score',
    'prio',
  ],
];
let number = 70001;
for (let day = 0; day < 14; day++) {
  const date = new Date(Date.UTC(2026, 2, 2 + day));
  const weekend = day % 7 > 4;
  for (
    let at = exponential(weekend ? 4800 : 560) + 6.5 * 3600;
    at < 18 * 3600;
    at += exponential(weekend ? 4800 : 560)
  ) {
    const clock = (s) => `${two(Math.floor(s / 3600) % 24)}:${two(Math.floor(s / 60) % 60)}:${two(Math.floor(s) % 60)}`;
    const dmy = (d) => `${two(d.getUTCDate())}/${two(d.getUTCMonth() + 1)}/${d.getUTCFullYear()}`;
    const department = pick({Finance: 46, Sales: 34, 'Back Office': 14, '': 6});
    const segment = pick({Gold: 20, Silver: 30, Bronze: 50});
    const wait = Math.floor(exponential(segment === 'Gold' ? 1500 : segment === 'Silver' ? 3600 : 7200));
    const due = uniform() < 0.05 ? `${dmy(new Date(date.getTime() + 5 * 86400000))} 12:00:00` : '';
    cases.push([
      number++,
      uniform() < 0.02 ? 'Test' : 'Open',
      dmy(date),
      uniform() < 0.1 ? '0:00:00' : clock(at),
      clock(at),
      uniform() < 0.03
        ? ''
        : Math.max(
            20,
            Math.round(
              540 * Math.exp(0.8 * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()) - 0.32),
            ),
          ),
      uniform() < 0.12 ? `Senior ${1 + Math.floor(uniform() * 3)}` : '',
      due,
      uniform() < 0.04 ? 300 + Math.floor(uniform() * 300) : '',
      wait,
      'DONE',
      department,
      segment,
      department === 'Sales' ? Math.round(exponential(1800)) : '',
      uniform() < 0.8 ? Math.floor(50 + uniform() * 300) : '',
      pick({A: 1, B: 3, C: 6}),
    ]);
  }
}
write('cases.csv', cases);

// Three named specialists, with what they can do; and when one of them was there.
write('agents.csv', [
  ['name', 'group', 'shift', 'Sales Processing', 'Legacy System Processing', 'Voice'],
  ['Senior 1', 'specialists', 'early', '9', '6', '5'],
  ['Senior 2', 'specialists', 'late', '8', '2', '6'],
  ['Senior 3', 'specialists', '', '9', '4', '0'],
]);
const presence = [['agent', 'from', 'to', 'Sales Processing', 'Legacy System Processing', 'Voice']];
for (let day = 0; day < 14; day++) {
  if (day % 7 > 4) continue;
  const date = `2026-03-${two(2 + day)}`;
  presence.push(
    ['Senior 3', `${date} 09:00`, `${date} 13:00`, '9', '4', '0'],
    ['Senior 3', `${date} 14:00`, `${date} 17:30`, '9', '4', day % 2 ? '6' : '0'],
  );
}
write('presence.csv', presence);

// Weekend heads per half hour.
const duty = [['weekday', 'start', 'agents']];
for (let half = 18; half <= 26; half++)
  duty.push(['sat', `${two(Math.floor(half / 2))}:${half % 2 ? '30' : '00'}`, half === 26 ? 0 : half < 20 ? 2 : 3]);
write('duty.csv', duty);
