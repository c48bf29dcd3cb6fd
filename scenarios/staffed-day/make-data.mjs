// Makes this scenario's CSV files: `node scenarios/staffed-day/make-data.mjs`. Deterministic; nothing here is real.
import {writeFileSync} from 'node:fs';

const write = (name, rows) =>
  writeFileSync(new URL(name, import.meta.url), `${rows.map((row) => row.join(',')).join('\n')}\n`);
const clock = (half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`;
const bump = (hour, at, width) => Math.exp(-((hour - at) ** 2) / width);

// Calls per half hour, 08:00 to 20:00: billing peaks before noon and after lunch, technical in the evening too.
const WEEKDAYS = {mon: 1.15, tue: 1, wed: 0.97, thu: 0.98, fri: 0.9};
const calls = (peak, shape) => [
  ['weekday', 'start', 'count'],
  ...Object.entries(WEEKDAYS).flatMap(([day, factor]) =>
    Array.from({length: 24}, (_, i) => [day, clock(16 + i), (peak * factor * shape(8.25 + i / 2)).toFixed(1)]),
  ),
];
write(
  'billing-calls.csv',
  calls(60, (hour) => 0.35 + 0.65 * bump(hour, 11, 4) + 0.5 * bump(hour, 16, 5)),
);
write(
  'technical-calls.csv',
  calls(17.4, (hour) => 0.4 + 0.45 * bump(hour, 10.5, 5) + 0.6 * bump(hour, 18, 4)),
);

// The roster: name, group, shift, levels 0 to 9.
write('agents.csv', [
  ['name', 'group', 'shift', 'Technical', 'Billing'],
  ['Alba', 'specialists', 'early', 9, 3],
  ['Bruno', 'specialists', 'early', 7, 3],
  ['Carla', 'specialists', 'early', 5, 2],
  ['Diego', 'specialists', 'early', 4, 0],
  ['Elena', 'specialists', 'mid', 8, 4],
  ['Fermin', 'specialists', 'mid', 3, 3],
  ['Gloria', 'specialists', 'late', 9, 0],
  ['Hugo', 'specialists', 'late', 6, 3],
  ['Irene', 'specialists', 'late', 6, 2],
  ['Jorge', 'specialists', 'late', 2, 4],
  ['Karim', 'specialists', 'split', 5, 5],
  ['Lucia', 'specialists', '', 6, 2],
  ['Mateo', 'specialists', '', 4, 4],
]);

// Part-timers: Lucia takes technical calls only in the morning; Mateo comes for the evening peak.
const part = [['agent', 'from', 'to', 'Technical', 'Billing']];
for (const date of ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13'])
  part.push(
    ['Lucia', `${date} 09:00`, `${date} 11:00`, 6, 0],
    ['Lucia', `${date} 11:00`, `${date} 13:30`, 6, 2],
    ['Mateo', `${date} 16:30`, `${date} 20:00`, 4, 4],
  );
write('presence.csv', part);

// Students at the peak, per half hour.
const students = [['weekday', 'start', 'agents']];
for (let half = 19; half < 28; half++)
  students.push(['mon-fri', clock(half), half < 20 || half >= 26 ? 2 : half < 22 ? 4 : 5]);
write('students.csv', students);
