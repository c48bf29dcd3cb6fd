/** Who may take it now? Every start worked by hand. */
import {describe, expect, test} from 'vitest';
import {itemEventsOf, itemsOf, problemsOf} from './desk.ts';
import {THREE_LEVELS} from './threeLevels.ts';

describe('targets', () => {
  test('widen with time, each standing alone for its own, and the last waits for ever', () => {
    // b joins 60 s after arrival, c 120 s; a comes free at 200
    const [primary, secondary] = ['Sales Processing > 7 and Legacy System Processing > 1', 'Sales Processing > 4'];
    expect(
      itemsOf(`
demand: [ { source: l, channel: voice, arrivals: { at: [ 0s, 10s, 20s, 30s ] }, handleTime: 200s } ]
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution:
    d: { targets: [ { skills: ${primary}, for: 60s }, { skills: ${secondary}, for: 60s }, { skills: Sales Processing > 0 } ] }
${THREE_LEVELS}`),
    ).toEqual([
      `l.0 came 0: a 1 0 to 200 [${primary}, 0]`,
      `l.1 came 10: b 1 70 to 270 [${secondary}, 0]`,
      'l.2 came 20: c 1 140 to 340 [Sales Processing > 0, 0]',
      `l.3 came 30: a 1 200 to 400 [${primary}, 0]`,
    ]);
  });

  test('in shares of the SLA: 10 % for the preferred agent, then 20 % for the first target', () => {
    // of 1000 s; all of a and the preferred c 1 are busy, so b takes l at 10 + 100 + 200 and m, who prefers nobody, at 10 + 200
    expect(
      itemsOf(`
demand:
  - { source: toC, channel: v, arrivals: { at: [ 0s ] }, attributes: { to: c }, handleTime: 5000s }
  - { source: toA, channel: v, arrivals: { at: [ 0s ] }, attributes: { to: a }, handleTime: 5000s }
  - { source: l, channel: v, arrivals: { at: [ 10s ] }, handleTime: 20s, preferredAgent: { from: [ c ] } }
  - { source: m, channel: v, arrivals: { at: [ 10s ] }, handleTime: 20s }
routing:
  segmentation: { columns: [ to ], rules: [ { if: [ c ], then: { process: q, group: c } }, { if: [ a ], then: { process: q, group: a } } ], otherwise: p }
  processes: { p: { sla: 1000s, distribute: d }, q: {} }
  distribution:
    d: { preferredAgent: { for: 10% }, targets: [ { groups: [ a ], for: 20% }, { groups: [ b ], for: 40% }, { everyone: true } ] }
${THREE_LEVELS}`),
    ).toEqual([
      'toC.0 came 0: c 1 0 to 5000 [group c, 0]',
      'toA.0 came 0: a 1 0 to 5000 [group a, 0]',
      'l.0 came 10, due 1010: b 1 310 to 330 [group b, 0]',
      'm.0 came 10, due 1010: b 1 210 to 230 [group b, 0]',
    ]);
  });

  test('on the clock of the process: 20 min from 08:50 are ten of Monday and ten of Tuesday', () => {
    expect(
      itemsOf(`
to: 3d
calendars: { office: { open: { mon-fri: 08:00-09:00 } } }
demand:
  - { source: long, channel: v, arrivals: { at: [ 0s ] }, handleTime: 70h }
  - { source: x, channel: v, arrivals: { at: [ 8h50m ] }, handleTime: 5m }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ long ], then: { process: p, group: a } } ], otherwise: p }
  processes: { p: { clock: office, distribute: d } }
  distribution: { d: { targets: [ { groups: a, for: 20m }, { everyone: true } ] } }
workforce: [ { group: a, agents: 1 }, { group: b, agents: 1 } ]`)[1],
    ).toBe(`x.0 came 31800: b 1 ${24 * 3600 + 8 * 3600 + 600} to 116100 [everyone, 0]`);
  });

  test('by agent, by group, everyone', () => {
    expect(
      itemsOf(`
demand: [ { source: x, channel: v, arrivals: { at: [ 0s, 0s, 0s ] }, handleTime: 60s } ]
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: [ { agents: [ b 2 ], for: 10s }, { groups: [ b ], for: 10s }, { everyone: true } ] } }
workforce: [ { group: a, agents: 1 }, { group: b, agents: 2 } ]`),
    ).toEqual([
      'x.0 came 0: b 2 0 to 60 [agent b 2, 0]',
      'x.1 came 0: b 1 10 to 70 [group b, 0]',
      'x.2 came 0: a 1 20 to 80 [everyone, 0]',
    ]);
  });

  test('open together with a time of 0: the earlier one first, or all alike', () => {
    // y is idle since 0, x since 10
    const taken = (prefer: string) =>
      itemsOf(`
demand:
  - { source: first, channel: v, arrivals: { at: [ 0s ] }, handleTime: 10s }
  - { source: next, channel: v, arrivals: { at: [ 20s ] }, handleTime: 7s }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ first ], then: { process: p, group: x } } ], otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: [ { skills: S > 5, for: 0s }, { skills: S > 1 } ], prefer: ${prefer} } }
workforce: [ { group: x, agents: 1, skills: { S: 9 } }, { group: y, agents: 1, skills: { S: 2 } } ]`)[1];
    expect(taken('inner')).toBe('next.0 came 20: x 1 20 to 27 [S > 5, 0]');
    expect(taken('any')).toBe('next.0 came 20: y 1 20 to 27 [S > 1, 0]');
  });

  test('of an item that comes back go on, or begin again', () => {
    // t misses the offer of 50 s at 70 s; w opens at 60, or 60 after the return
    const back = (onReturn: string) =>
      itemEventsOf(`
demand:
  - { source: b, channel: v, arrivals: { at: [ 0s ] }, handleTime: 200s }
  - { source: c, channel: v, arrivals: { at: [ 0s ] }, handleTime: 100s }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ b ], then: { process: p, group: u } } ], otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { onReturn: ${onReturn}, targets: [ { groups: u, for: 50s }, { groups: t, for: 10s }, { groups: w } ] } }
workforce:
  - { group: t, agents: 1, offers: { noAnswer: 99.9999%, ringFor: 20s, thenNotReady: 1000s } }
  - { group: u, agents: 1 }
  - { group: w, agents: 1 }`).filter((line) => line.includes(' c.0 '));
    expect(back('goOn')).toEqual([
      '50 c.0 offered to t 1',
      '70 c.0 missed by t 1',
      '70 c.0 answered by w 1 at 0',
      '170 c.0 completed by w 1',
    ]);
    expect(back('restart')[2]).toBe('130 c.0 answered by w 1 at 0');
  });

  test('patience is not renewed where a target opens', () => {
    expect(
      itemsOf(`
demand:
  - { source: b, channel: v, arrivals: { at: [ 0s, 0s ] }, handleTime: 200s }
  - { source: c, channel: v, arrivals: { at: [ 1s ] }, handleTime: 100s, patience: 55s }
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: [ { groups: u, for: 30s }, { everyone: true } ] } }
workforce: [ { group: u, agents: 1 }, { group: w, agents: 1 } ]`),
    ).toEqual([
      'b.0 came 0: u 1 0 to 200 [group u, 0]',
      'b.1 came 0: w 1 30 to 230 [everyone, 0]',
      'c.0 came 1: abandoned 56',
    ]);
  });
});

describe('the preferred agent', () => {
  test('with a default for all distributions: waited for, first choice afterwards', () => {
    // at 5 he is busy until 100: others at 35; at 80 he comes free within his time; at 200 he is free
    expect(
      itemsOf(`
demand:
  - { source: b, channel: v, arrivals: { at: [ 0s ] }, handleTime: 100s }
  - { source: l, channel: v, arrivals: { at: [ 5s, 80s, 200s ] }, handleTime: 20s, preferredAgent: { from: [ b ] } }
routing:
  preferredAgent: { for: 30s }
  segmentation: { columns: [ source ], rules: [ { if: [ b ], then: { process: p, group: b } } ], otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: [ { everyone: true } ] } }
workforce: [ { group: a, agents: 1 }, { group: b, agents: 1 } ]`),
    ).toEqual([
      'b.0 came 0: b 1 0 to 100 [group b, 0]',
      'l.0 came 5: a 1 35 to 55 [everyone, 0]',
      'l.1 came 80: b 1 100 to 120 [preferred, 0]',
      'l.2 came 200: b 1 200 to 220 [preferred, 0]',
    ]);
  });

  test('skipped or waited for when he is away, or not asked for at all', () => {
    // b works from 01:00 to 02:00; by 4000 s he is idle since 3600 and a since 3720: he is the first choice without a time too
    expect(
      itemsOf(`
demand:
  - { source: skip, channel: v, arrivals: { at: [ 0s ] }, handleTime: 20s, preferredAgent: { from: [ b ] } }
  - { source: wait, channel: v, arrivals: { at: [ 100s ] }, handleTime: 20s, preferredAgent: { from: [ b ] } }
  - { source: none, channel: v, arrivals: { at: [ 200s, 3700s ] }, handleTime: 20s, preferredAgent: { from: [ b ] } }
  - { source: first, channel: v, arrivals: { at: [ 4000s ] }, handleTime: 20s, preferredAgent: { from: [ b ] } }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ skip ], then: skip }, { if: [ wait ], then: wait }, { if: [ none ], then: none } ], otherwise: first }
  processes: { skip: { distribute: skip }, wait: { distribute: wait }, none: { distribute: none }, first: { distribute: first } }
  distribution:
    skip: { preferredAgent: { for: 30s, ifAway: skip }, targets: [ { everyone: true } ] }
    wait: { preferredAgent: { for: 30s }, targets: [ { everyone: true } ] }
    none: { preferredAgent: none, targets: [ { everyone: true } ] }
    first: { targets: [ { everyone: true } ] }
shifts: { hour: { mon: 01:00-02:00 } }
workforce: [ { group: a, agents: 1 }, { group: b, agents: 1, shift: hour } ]`),
    ).toEqual([
      'skip.0 came 0: a 1 0 to 20 [everyone, 0]',
      'wait.0 came 100: a 1 130 to 150 [everyone, 0]',
      'none.0 came 200: a 1 200 to 220 [everyone, 0]',
      'none.1 came 3700: a 1 3700 to 3720 [everyone, 0]',
      'first.0 came 4000: b 1 4000 to 4020 [everyone, 0]',
    ]);
  });

  const skipping = (shift: string, more: string) => `
demand:
  - { source: x, channel: v, arrivals: { at: [ 50m ] }, handleTime: 5m, preferredAgent: { from: [ b ] } }
${more}
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ x ], then: p } ], otherwise: { process: q, group: b } }
  processes: { p: { distribute: d }, q: {} }
  distribution: { d: { preferredAgent: { for: 30m, ifAway: skip }, targets: [ { everyone: true } ] } }
shifts: { s: ${shift} }
workforce: [ { group: a, agents: 1 }, { group: b, agents: 1, shift: s } ]`;

  test('who leaves while he is waited for is skipped from then on', () => {
    const busy = '  - { source: long, channel: v, arrivals: { at: [ 0s ] }, handleTime: 70m }';
    expect(itemsOf(skipping('{ mon: 00:00-01:00 }', busy))).toEqual([
      'long.0 came 0: b 1 0 to 4200 [group b, 0]',
      'x.0 came 3000: a 1 3600 to 3900 [everyone, 0]',
    ]);
  });

  test('a break is not away', () => {
    const shift = '{ mon: 00:00-08:00, breaks: [ { at: 00:45, for: 20m } ] }';
    const none = '  - { source: none, channel: v, arrivals: { at: [ 8h ] }, handleTime: 1m }';
    expect(itemsOf(skipping(shift, none))[0]).toBe('x.0 came 3000: b 1 3900 to 4200 [preferred, 0]');
  });

  test('needs no skill; without room for the channel he is waited for in vain', () => {
    expect(
      itemsOf(`
demand:
  - { source: x, channel: v, arrivals: { at: [ 0s ] }, handleTime: 5m, preferredAgent: { from: [ b ] } }
  - { source: y, channel: w, arrivals: { at: [ 10s ] }, handleTime: 5m, preferredAgent: { from: [ b ] } }
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { preferredAgent: { for: 30s }, targets: [ { skills: S > 1 } ] } }
  capacity: { onlyV: { v: { max: 1 } } }
workforce: [ { group: a, agents: 1, skills: { S: 3 } }, { group: b, agents: 1, capacity: onlyV } ]`),
    ).toEqual(['x.0 came 0: b 1 0 to 300 [preferred, 0]', 'y.0 came 10: a 1 40 to 340 [S > 1, 0]']);
  });

  test('who missed the offer is treated like any other', () => {
    expect(
      itemEventsOf(`
demand: [ { source: c, channel: v, arrivals: { at: [ 0s ] }, handleTime: 100s, preferredAgent: { from: [ t ] } } ]
routing:
  segmentation: { otherwise: p }
  preferredAgent: { for: 60s }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: [ { groups: u, for: 50s }, { everyone: true } ] } }
workforce:
  - { group: t, agents: 1, offers: { noAnswer: 99.9999%, ringFor: 20s, thenNotReady: 10s } }
  - { group: u, agents: 1 }`),
    ).toEqual([
      '0 c.0 offered to t 1',
      '20 c.0 missed by t 1',
      '20 c.0 answered by u 1 at 0',
      '120 c.0 completed by u 1',
    ]);
  });
});

describe('skill expressions', () => {
  const desk = (expression: string) => `
demand: [ { source: l, channel: v, arrivals: { at: [ 0s, 0s, 0s ] }, handleTime: 10s } ]
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: { skills: '${expression}' } } }
workforce:
  - { group: a, agents: 1, skills: { 'C++ (senior)': 2, 'R&D': 4, 'Français - écrit': 4, 'Ünïcode & more': 1, '5G': 3, order: 1 } }
  - { group: b, agents: 1, skills: { 'C++ (senior)': 1, 'R&D': 4, 'Français - écrit': 3, 'Ünïcode & more': 1, '24/7 not sold or lent': 2 } }
  - { group: c, agents: 1, skills: { order: 1.5, android: 0 } }`;
  /** The groups that take it: three items come at once, for one agent in each. */
  const inTarget = (expression: string) => [
    ...new Set(itemsOf(desk(expression)).flatMap((line) => / ([abc]) 1 0 to/.exec(line)?.[1] ?? [])),
  ];

  test.each([
    ['C++ (senior) >= 2', 'a'],
    ['(C++ (senior) >= 2 or Ünïcode & more = 1) and not(Français - écrit > 3)', 'b'],
    ['R&D between 1 and 4', 'ab'],
    ['R&D != 4', 'c'],
    ['24/7 not sold or lent > 1', 'b'],
    ['order > 1 or 5G < 3 and order < 1', 'bc'],
    ['(order > 1 or 5G < 3) and order < 1', 'b'],
    ['not(order = 0)', 'ac'],
    ['order <= 1', 'ab'],
    ['5G > order', 'a'],
    // who lacks a skill has level 0 of it
    ['android >= 0', 'abc'],
  ])('%s', (expression, groups) => {
    expect(inTarget(expression).sort().join('')).toBe(groups);
  });

  test.each([
    ['order > 1 AND 5G > 1', 'order > 1 and 5G > 1'],
    ['order == 1 && R&D > 1', 'order = 1 and R&D > 1'],
    ['order > 1 || not 5G > 1', 'order > 1 or not(5G > 1)'],
  ])('%s is spelled in FEEL', (expression, spelled) => {
    const hints = problemsOf(desk(expression)).map(({hint}) => hint);
    expect(hints).toEqual([`write: ${spelled}`]);
  });
});
