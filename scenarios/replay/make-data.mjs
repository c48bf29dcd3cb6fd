// Makes this scenario's log: `node scenarios/replay/make-data.mjs`. Deterministic; nothing here is real.
// A week of a small desk is played through in the plainest way (the oldest call, then the oldest chat, goes to the agent
// who has been free longest; cases go to a team of their own), and exported as such systems export: in order of closing.
import {writeFileSync} from 'node:fs';

let state = 20260306;
/** mulberry32: small, seeded, good enough to invent data with. */
function uniform() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const exponential = (mean) => -mean * Math.log(1 - uniform());
const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
const lognormal = (mean, cv) => {
  const variance = Math.log1p(cv * cv);
  return Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * normal());
};

const DAY = 86_400;
const OPENS = 8 * 3600;
const CLOSES = 18 * 3600;
const MEDIA = {
  Call: {perHour: 25, handle: [240, 0.8], wrapUp: 30, patience: 150, team: 'front'},
  'Web chat': {perHour: 9, handle: [400, 0.6], wrapUp: 20, patience: 300, team: 'front'},
  Case: {perHour: 9, handle: [900, 1], wrapUp: 0, patience: Infinity, team: 'back'},
};
/** Busier before noon and in mid-afternoon; mean 1 over the day. */
const shape = (hour) => 0.75 + 0.55 * Math.exp(-((hour - 10.5) ** 2) / 2.5) + 0.35 * Math.exp(-((hour - 15) ** 2) / 3);

const contacts = [];
for (let day = 0; day < 5; day++)
  for (const [media, {perHour, handle, wrapUp, patience}] of Object.entries(MEDIA)) {
    const most = perHour * 1.4;
    for (let at = OPENS + exponential(3600 / most); at < CLOSES; at += exponential(3600 / most)) {
      if (uniform() * 1.4 > shape(at / 3600)) continue;
      contacts.push({
        media,
        arrived: day * DAY + Math.floor(at),
        handle: Math.max(5, Math.round(lognormal(...handle))),
        wrapUp: wrapUp === 0 ? 0 : Math.round(exponential(wrapUp)),
        patience: Math.max(1, Math.round(exponential(patience))),
        segment: uniform() < 0.2 ? 'Gold' : 'Standard',
      });
    }
  }
contacts.sort((a, b) => a.arrived - b.arrived);
contacts.forEach((contact, i) => {
  contact.number = 400_001 + i;
});

const SHIFTS = {early: [8, 16], late: [10, 18]};
const agents = [];
for (const [team, counts] of Object.entries({front: {early: 3, late: 3}, back: {early: 2, late: 2}}))
  for (const [shift, count] of Object.entries(counts))
    for (let i = 0; i < count; i++)
      agents.push({name: `${team} ${shift} ${i + 1}`, team, hours: SHIFTS[shift], freeFrom: 0});

/** Next instant at or after `at` at which the agent is on duty and free. */
function freeAt(agent, at) {
  let from = Math.max(at, agent.freeFrom);
  for (;;) {
    const day = Math.floor(from / DAY);
    const [opens, closes] = agent.hours.map((hour) => day * DAY + hour * 3600);
    if (day >= 5) return Infinity;
    if (from < opens) return opens;
    if (from < closes) return from;
    from = (day + 1) * DAY;
  }
}

// Whoever is free first takes the best of those who wait then.
for (const team of ['front', 'back']) {
  const waiting = contacts.filter(({media}) => MEDIA[media].team === team);
  const crew = agents.filter((agent) => agent.team === team);
  while (waiting.length > 0) {
    const now = Math.min(...crew.map((agent) => freeAt(agent, waiting[0].arrived)));
    if (now === Infinity) break;
    const arrived = waiting.filter((contact) => contact.arrived <= now);
    for (const contact of arrived)
      if (contact.arrived + contact.patience < now) {
        contact.gone = contact.arrived + contact.patience;
        waiting.splice(waiting.indexOf(contact), 1);
      }
    const there = arrived.filter((contact) => contact.gone === undefined);
    if (there.length === 0) continue;
    const next = there.find(({media}) => media === 'Call') ?? there[0];
    const free = crew.filter((agent) => freeAt(agent, now) === now);
    const agent = free.reduce((best, one) => (one.freeFrom < best.freeFrom ? one : best));
    next.answered = now;
    next.agent = agent.name;
    agent.freeFrom = now + next.handle + next.wrapUp;
    waiting.splice(waiting.indexOf(next), 1);
  }
}

const two = (n) => String(n).padStart(2, '0');
const date = (at) => `${two(2 + Math.floor(at / DAY))}/03/2026`;
const time = (at) => `${two(Math.floor((at % DAY) / 3600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}`;
const HEADER = [
  'number',
  'status',
  'media',
  'segment',
  'opened_on',
  'opened_at',
  'answered_at',
  'wait_s',
  'talk_s',
  'wrapup_s',
  'agent',
  'due',
  'result',
];
const row = (contact) => {
  const {number, media, segment, arrived, answered, gone, handle, wrapUp, agent} = contact;
  const wait = (answered ?? gone ?? Number.NaN) - arrived;
  const due = media === 'Case' && segment === 'Gold' ? `${date(arrived + 4 * 3600)} ${time(arrived + 4 * 3600)}` : '';
  const result = answered !== undefined ? 'DONE' : gone !== undefined ? 'HUNG UP' : 'OPEN';
  return [
    number,
    'Live',
    media,
    segment,
    date(arrived),
    time(arrived),
    answered === undefined ? '' : time(answered),
    Number.isNaN(wait) ? '' : wait,
    answered !== undefined ? handle : gone !== undefined ? 0 : '',
    answered === undefined ? '' : wrapUp,
    agent ?? 'NONE',
    due,
    result,
  ];
};
const closedAt = ({arrived, answered, gone, handle, wrapUp}) =>
  answered !== undefined ? answered + handle + wrapUp : (gone ?? arrived + DAY);
const rows = contacts.toSorted((a, b) => closedAt(a) - closedAt(b) || a.number - b.number).map(row);
// What real exports have: tests of the telephone system, and rows that cannot be used.
rows.splice(100, 0, [
  900_001,
  'Test',
  'Call',
  '',
  '02/03/2026',
  '09:00:00',
  '09:00:01',
  1,
  3,
  0,
  'front early 1',
  '',
  'DONE',
]);
rows.splice(700, 0, [
  900_002,
  'Test',
  'Call',
  '',
  '03/03/2026',
  '13:00:00',
  '13:00:01',
  1,
  3,
  0,
  'front late 1',
  '',
  'DONE',
]);
rows.splice(300, 0, [900_003, 'Live', 'Call', 'Standard', '', '', '', '', 60, 5, 'front early 2', '', 'DONE']);
rows.splice(800, 0, [
  900_004,
  'Live',
  'Fax',
  'Standard',
  '03/03/2026',
  '15:10:00',
  '15:12:00',
  120,
  60,
  5,
  'back late 1',
  '',
  'DONE',
]);
rows.splice(1500, 0, [
  900_005,
  'Live',
  'Call',
  'Gold',
  '05/03/2026',
  '11:00:00',
  '11:00:09',
  9,
  -60,
  5,
  'front late 2',
  '',
  'DONE',
]);
writeFileSync(
  new URL('contacts.csv', import.meta.url),
  `${[HEADER, ...rows].map((cells) => cells.join(';')).join('\n')}\n`,
);

const answered = contacts.filter((contact) => contact.answered !== undefined);
for (const media of Object.keys(MEDIA)) {
  const all = contacts.filter((contact) => contact.media === media);
  const taken = answered.filter((contact) => contact.media === media);
  const gone = all.filter((contact) => contact.gone !== undefined);
  const wait = taken.reduce((sum, contact) => sum + contact.answered - contact.arrived, 0) / taken.length;
  console.log(media, all.length, 'answered', taken.length, 'gone', gone.length, 'mean wait', wait.toFixed(1));
}
