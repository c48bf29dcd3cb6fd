/** Who is there? Shifts, breaks, head counts, rosters, presence, ringing, speed: every instant worked by hand. */
import {describe, expect, test} from 'vitest';
import {eventsOf, itemEventsOf, itemsOf, resultsOf} from './desk.ts';

const ONE_PROCESS = 'routing: { segmentation: { otherwise: p }, processes: { p: {} } }';
const calls = (at: string, lasts: string) =>
  `demand: [ { source: c, channel: v, arrivals: { at: [ ${at} ] }, handleTime: ${lasts} } ]`;
const hm = (hours: number, minutes = 0) => hours * 3600 + minutes * 60;

describe('shifts', () => {
  test('across midnight, several a day; what is in hand is finished after the end, nothing new is taken', () => {
    // Monday 22:00 to 02:00, Tuesday 08:00 to 10:00 and 11:00 to 12:00; calls of 20 min
    const night = hm(24);
    expect(
      eventsOf(`
to: 2d
${calls('21h, 25h59m, 33h50m, 34h30m', '20m')}
${ONE_PROCESS}
shifts: { s: { mon: 22:00-02:00+1, tue: [ 08:00-10:00, 11:00-12:00 ] } }
workforce: [ { group: t, agents: 1, shift: s } ]`).filter((line) => !/(created|completed|closed)/.test(line)),
    ).toEqual([
      `${hm(22)} c.0 answered by t 1 at 0`,
      `${hm(22)} @t 1 busy 1`,
      `${hm(22, 20)} @t 1 ready 0`,
      `${night + hm(1, 59)} c.1 answered by t 1 at 0`,
      `${night + hm(1, 59)} @t 1 busy 1`,
      `${night + hm(2)} @t 1 overtime 1`,
      `${night + hm(2, 19)} @t 1 off 0`,
      `${night + hm(8)} @t 1 ready 0`,
      `${night + hm(9, 50)} c.2 answered by t 1 at 0`,
      `${night + hm(9, 50)} @t 1 busy 1`,
      `${night + hm(10)} @t 1 overtime 1`,
      `${night + hm(10, 10)} @t 1 off 0`,
      `${night + hm(11)} c.3 answered by t 1 at 0`,
      `${night + hm(11)} @t 1 busy 1`,
      `${night + hm(11, 20)} @t 1 ready 0`,
      `${night + hm(12)} @t 1 off 0`,
    ]);
  });

  test('are half-open: whoever comes at the end waits', () => {
    expect(
      itemsOf(`
${calls('8h, 12h', '1m')}
atEnd: cut
${ONE_PROCESS}
shifts: { s: { daily: 08:00-12:00 } }
workforce: [ { group: t, agents: 1, shift: s } ]`),
    ).toEqual([`c.0 came ${hm(8)}: t 1 ${hm(8)} to ${hm(8, 1)} [everyone, 0]`, `c.1 came ${hm(12)}: waiting`]);
  });

  test('paid as planned, unpaid breaks off; overtime counts apart', async () => {
    // 8 h less half an hour; busy 11:55 to 12:05, and 15:55 to 16:05, five minutes of it overtime
    const {group} = await resultsOf(`
${calls('11h55m, 15h55m', '10m')}
${ONE_PROCESS}
shifts: { s: { mon: 08:00-16:00, breaks: [ { at: 12:00, for: 30m } ] } }
workforce: [ { group: t, agents: 1, shift: s, cost: 30 } ]`);
    const {paidHours, cost, overtime, utilization} = group.t ?? {};
    expect([paidHours, cost, overtime, utilization].map((estimate) => estimate?.value)).toEqual([
      7.5,
      30 * 7.5,
      300,
      900 / hm(7, 30),
    ]);
  });
});

describe('breaks', () => {
  const around = (breaks: string, at: string, lasts: string) =>
    eventsOf(`
${calls(at, lasts)}
${ONE_PROCESS}
shifts: { s: { mon: 08:00-16:00, breaks: [ ${breaks} ] } }
workforce: [ { group: t, agents: 1, shift: s } ]`)
      .filter((line) => /@t 1 (resting|ready|off)/.test(line))
      .map((line) => line.replace('@t 1 ', '').replace(/ \d+$/, ''));

  test('wait for what is in hand, then last their full time, or end on time', () => {
    const lunch = (more: string) => around(`{ at: 12:00, for: 30m${more} }`, '11h55m, 12h20m', '10m');
    expect(lunch('')).toEqual([`${hm(8)} ready`, `${hm(12, 5)} resting`, `${hm(12, 45)} ready`, `${hm(16)} off`]);
    expect(lunch(', returns: onTime').slice(1, 3)).toEqual([`${hm(12, 5)} resting`, `${hm(12, 40)} ready`]);
  });

  test('several due at once follow each other; one that ends on time may be over', () => {
    // busy 8:10 to 9:40: the quarter of 8:30 lasts to 9:55, the half hour of 9:00 was to end at 9:30
    const two = '{ at: 08:30, for: 15m }, { at: 09:00, for: 30m, returns: onTime }';
    expect(around(two, '8h10m', '90m')).toEqual([
      `${hm(8)} ready`,
      `${hm(9, 40)} resting`,
      `${hm(9, 55)} ready`,
      `${hm(16)} off`,
    ]);
  });

  test('after midnight; one inside another follows it; one at the end is cut with the shift', () => {
    const lines = eventsOf(`
to: 2d
${calls('0s', '1m')}
atEnd: cut
${ONE_PROCESS}
shifts:
  night: { mon: 20:00-04:00+1, breaks: [ { at: 01:00, for: 30m } ] }
  day: { mon: 08:00-16:00, breaks: [ { at: 12:00, for: 30m }, { at: 12:15, for: 30m }, { at: 15:45, for: 30m } ] }
workforce: [ { group: n, agents: 1, shift: night }, { group: d, agents: 1, shift: day } ]`);
    const of = (agent: string) =>
      lines.filter((line) => line.includes(`@${agent} 1 `)).map((line) => line.replace(`@${agent} 1 `, ''));
    expect(of('n')).toEqual([`${hm(20)} ready 0`, `${hm(25)} resting 0`, `${hm(25, 30)} ready 0`, `${hm(28)} off 0`]);
    expect(of('d').slice(2)).toEqual([
      `${hm(12)} resting 0`,
      `${hm(12, 45)} ready 0`,
      `${hm(15, 45)} resting 0`,
      `${hm(16)} off 0`,
    ]);
  });
});

test('not-ready time by its reason: of breaks, of shrinkage', async () => {
  // lunch runs over into the meeting of 12:30, which lasts its quarter of an hour all the same; shrinkage is drawn
  const {agents} = await resultsOf(`
${calls('12h40m', '1m')}
${ONE_PROCESS}
shifts: { s: { mon: 08:00-16:00, breaks: [ { at: 12:00, for: 30m, reason: Lunch }, { at: 12:30, for: 15m, reason: Meeting } ] } }
workforce:
  - { group: t, agents: 1, shift: s }
  - { group: u, agents: 40, shift: s, shrinkage: { share: 10%, reason: Coaching } }`);
  expect(agents[0]?.restingSecondsByReason).toEqual({Lunch: 1800, Meeting: 900, Coaching: 0});
  const coached = agents.slice(1).reduce((sum, row) => sum + (row.restingSecondsByReason?.Coaching ?? 0), 0);
  expect(coached / (40 * hm(7, 15))).toBeCloseTo(0.1, 2);
  for (const {restingSeconds, restingSecondsByReason} of agents)
    expect(Object.values(restingSecondsByReason ?? {}).reduce((a, b) => a + b, 0)).toBeCloseTo(restingSeconds, 6);
});

describe('head counts', () => {
  const expected = [
    // one from 08:00, two from 09:00, one from 10:00: calls of 40 min
    `c.0 came ${hm(8, 30)}: t 1 ${hm(8, 30)} to ${hm(9, 10)} [everyone, 0]`,
    `c.1 came ${hm(8, 31)}: t 2 ${hm(9)} to ${hm(9, 40)} [everyone, 0]`,
    `c.2 came ${hm(8, 32)}: t 1 ${hm(9, 10)} to ${hm(9, 50)} [everyone, 0]`,
    `c.3 came ${hm(9, 55)}: t 2 ${hm(9, 55)} to ${hm(10, 35)} [everyone, 0]`,
    `c.4 came ${hm(10, 1)}: t 1 ${hm(10, 1)} to ${hm(10, 41)} [everyone, 0]`,
  ];
  const desk = (onDuty: string) => `
${calls('8h30m, 8h31m, 8h32m, 9h55m, 10h1m', '40m')}
${ONE_PROCESS}
workforce: [ { group: t, onDuty: { ${onDuty} } } ]`;

  test('written out by interval', () => {
    expect(itemsOf(desk('interval: 1h, from: 08:00, agents: { mon: [ 1, 2, 1 ] }'))).toEqual(expected);
  });
  test('from a file', () => {
    const rows = 'weekday,start,agents\nmon-fri,08:00,1\nmon-fri,09:00,2\nmon-fri,10:00,1\n';
    expect(itemsOf(desk('file: duty.csv'), {'duty.csv': rows})).toEqual(expected);
  });
});

describe('rosters and presence', () => {
  test('a roster has names, groups, shifts and levels; presence brings hours and levels by spell', () => {
    // Ann has twice the speed of her group; Cid is there Monday from 9 with level 6, Tuesday with his own 4
    expect(
      itemsOf(
        `
to: 2d
${calls('8h30m, 9h, 32h, 32h', '10m')}
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: [ { skills: Voice > 5, for: 30m }, { skills: Voice > 0 } ] } }
shifts: { early: { daily: 08:00-09:00 } }
workforce:
  - { group: seniors, agents: 0, skills: { Voice: 1 }, speed: 2 }
  - { roster: agents.csv, presence: presence.csv }`,
        {
          'agents.csv': 'name,group,shift,Voice\nAnn,seniors,early,9\nBob,seniors,early,\nCid,extra,,4\n',
          'presence.csv':
            'agent,from,to,Voice\nCid,2026-03-02 09:00,2026-03-02 17:00,6\nCid,2026-03-03 08:00,2026-03-03 12:00,\n',
        },
      ),
    ).toEqual([
      `c.0 came ${hm(8, 30)}: Ann ${hm(8, 30)} to ${hm(8, 35)} [Voice > 5, 0]`,
      `c.1 came ${hm(9)}: Cid ${hm(9)} to ${hm(9, 10)} [Voice > 5, 0]`,
      `c.2 came ${hm(32)}: Ann ${hm(32)} to ${hm(32, 5)} [Voice > 5, 0]`,
      `c.3 came ${hm(32)}: Ann ${hm(32, 5)} to ${hm(32, 10)} [Voice > 5, 0]`,
    ]);
  });

  test('presence alone names the agents of a group', () => {
    // Ann has V to 9, then W; Bob comes at 8:30 with both
    expect(
      itemsOf(
        `
demand:
  - { source: x, channel: v, arrivals: { at: [ 8h, 10h ] }, handleTime: 1m }
  - { source: y, channel: w, arrivals: { at: [ 8h, 10h ] }, handleTime: 1m }
routing:
  segmentation: { columns: [ channel ], rules: [ { if: [ v ], then: v } ], otherwise: w }
  processes: { v: { distribute: v }, w: { distribute: w } }
  distribution: { v: { targets: { skills: V >= 1 } }, w: { targets: { skills: W >= 1 } } }
workforce: [ { group: a, presence: p.csv } ]`,
        {
          'p.csv':
            'agent,from,to,V,W\nAnn,2026-03-02T08:00,2026-03-02T09:00,1,\nAnn,2026-03-02T09:00,2026-03-02T12:00,,1\nBob,2026-03-02T08:30,2026-03-02T12:00,1,1\n',
        },
      ).map((line) => line.replace(/ to .*/, '')),
    ).toEqual([
      `x.0 came ${hm(8)}: Ann ${hm(8)}`,
      `y.0 came ${hm(8)}: Bob ${hm(8, 30)}`,
      `x.1 came ${hm(10)}: Bob ${hm(10)}`,
      `y.1 came ${hm(10)}: Ann ${hm(10)}`,
    ]);
  });
});

describe('offers', () => {
  const missing = 'offers: { noAnswer: 99.9999%, ringFor: 20s, thenNotReady: 2m }';

  test('ring until answered; unanswered they go to another, and the agent is not ready for a while', () => {
    const text = `
${calls('0s, 30s, 135s', '100s')}
${ONE_PROCESS}
workforce: [ { group: t, agents: 1, ${missing} }, { group: u, agents: 1, offers: { answerIn: 5s } } ]`;
    expect(itemEventsOf(text)).toEqual([
      '0 c.0 offered to t 1',
      '20 c.0 missed by t 1',
      '20 c.0 offered to u 1',
      '25 c.0 answered by u 1 at 0',
      '125 c.0 completed by u 1',
      '125 c.1 offered to u 1',
      '130 c.1 answered by u 1 at 0',
      // t 1 is ready again from 140 on
      '140 c.2 offered to t 1',
      '160 c.2 missed by t 1',
      '230 c.1 completed by u 1',
      '230 c.2 offered to u 1',
      '235 c.2 answered by u 1 at 0',
      '335 c.2 completed by u 1',
    ]);
    expect(itemsOf(text)[0]).toBe('c.0 came 0: u 1 25 to 125 [everyone, 0], missed 1');
  });

  test('end where the customer hangs up', () => {
    expect(
      itemEventsOf(`
demand:
  - { source: c, channel: v, arrivals: { at: [ 0s ] }, handleTime: 100s, patience: 10s }
  - { source: d, channel: v, arrivals: { at: [ 5s ] }, handleTime: 100s }
${ONE_PROCESS}
workforce: [ { group: t, agents: 1, offers: { answerIn: 15s } } ]`),
    ).toEqual([
      '0 c.0 offered to t 1',
      '10 c.0 abandoned',
      '10 d.0 offered to t 1',
      '25 d.0 answered by t 1 at 0',
      '125 d.0 completed by t 1',
    ]);
  });

  test('ring on past the end of the shift', () => {
    const ringing = (offers: string) =>
      eventsOf(`
${calls('8h59m50s', '100s')}
atEnd: cut
${ONE_PROCESS}
shifts: { s: { daily: 08:00-09:00 } }
workforce: [ { group: t, agents: 1, shift: s, ${offers} } ]`).slice(3, -1);
    expect(ringing('offers: { answerIn: 15s }')).toEqual([
      `${hm(9) - 10} @t 1 ringing 1`,
      `${hm(9) + 5} c.0 answered by t 1 at 0`,
      `${hm(9) + 5} @t 1 overtime 1`,
      `${hm(9) + 105} c.0 completed by t 1`,
      `${hm(9) + 105} @t 1 off 0`,
    ]);
    expect(ringing(missing)).toEqual([
      `${hm(9) - 10} @t 1 ringing 1`,
      `${hm(9) + 10} c.0 missed by t 1`,
      `${hm(9) + 10} @t 1 off 0`,
    ]);
  });

  test('let other work come meanwhile, or not', () => {
    const chats = (more: string) =>
      itemEventsOf(`
demand: [ { source: c, channel: chat, arrivals: { at: [ 0s, 5s ] }, handleTime: 100s } ]
routing: { segmentation: { otherwise: p }, processes: { p: {} }, capacity: { two: { chat: { max: 2 } } } }
workforce: [ { group: t, agents: 1, capacity: two, offers: { answerIn: 10s${more} } } ]`).filter((line) =>
        /offered|answered/.test(line),
      );
    expect(chats('')).toEqual([
      '0 c.0 offered to t 1',
      '5 c.1 offered to t 1',
      '10 c.0 answered by t 1 at 0',
      '15 c.1 answered by t 1 at 0',
    ]);
    expect(chats(', whileRinging: takesNothing')).toEqual([
      '0 c.0 offered to t 1',
      '10 c.0 answered by t 1 at 0',
      '10 c.1 offered to t 1',
      '20 c.1 answered by t 1 at 0',
    ]);
  });
});

test('speed: a factor, or by level with straight lines between; handle time and wrap-up alike', () => {
  // 1 to 0.5 and 9 to 1.5: level 5 is 1, no level is held at 0.5, 12 at 1.5; whole ms
  const bySkill = 'speed: { skill: S, levels: { 1: 0.5, 9: 1.5 } }';
  const rows = itemsOf(`
demand: [ { source: c, channel: v, arrivals: { at: [ 0s, 0s, 0s, 0s ] }, handleTime: 100s, wrapUp: 10s } ]
${ONE_PROCESS}
workforce:
  - { group: a, agents: 1, speed: 1.25 }
  - { group: b, agents: 1, skills: { S: 5 }, ${bySkill} }
  - { group: c, agents: 1, ${bySkill} }
  - { group: d, agents: 1, skills: { S: 12 }, ${bySkill} }`);
  expect(rows.map((row) => row.replace(/^.*: /, '').replace(/ \[.*/, ''))).toEqual([
    'a 1 0 to 80 wrapping to 88',
    'b 1 0 to 100 wrapping to 110',
    'c 1 0 to 200 wrapping to 220',
    'd 1 0 to 66.667 wrapping to 73.334',
  ]);
});

test('shrinkage takes its share of paid time, absence its share of agent-days', async () => {
  // 60 agents, 8 h, 5 days: shrinkage is spread evenly, absence binomial over 300 agent-days
  const {group, agents} = await resultsOf(`
to: 5d
${calls('11h', '1m')}
${ONE_PROCESS}
shifts: { s: { mon-fri: 08:00-16:00 } }
workforce:
  - { group: shrunk, agents: 60, shift: s, shrinkage: { share: 25%, spells: 30m } }
  - { group: absent, agents: 60, shift: s, absence: 20% }`);
  const paid = 60 * 40;
  expect([group.shrunk?.paidHours?.value, group.absent?.paidHours?.value]).toEqual([paid, paid]);
  const hours = (name: string, seconds: 'onDutySeconds' | 'restingSeconds') =>
    agents.filter((agent) => agent.group === name).reduce((sum, agent) => sum + agent[seconds], 0) / 3600;
  expect(hours('shrunk', 'restingSeconds') / paid).toBeCloseTo(0.25, 2);
  // 3.5 standard errors of a share of 0.2 in 300
  expect(Math.abs(1 - hours('absent', 'onDutySeconds') / paid - 0.2)).toBeLessThan(3.5 * Math.sqrt((0.2 * 0.8) / 300));
});
