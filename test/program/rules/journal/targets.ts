/** Who may take it now? What each item waits for, when the next target opens, who is kept away by what. By hand. */
import {describe, expect, test} from 'vitest';
import {problemsOf} from '../desk.ts';
import {THREE_LEVELS} from '../threeLevels.ts';
import {decisionsOf, storyOf, waitsOf} from '../told.ts';

describe('targets', () => {
  test('widen with time, and the last stays open for ever', async () => {
    const [first, second, third] = [
      'Sales Processing > 7 and Legacy System Processing > 1',
      'Sales Processing > 4',
      'Sales Processing > 0',
    ];
    expect(
      await waitsOf(`
demand: [ { source: l, channel: voice, arrivals: { at: [ 0s, 10s, 20s, 30s ] }, handleTime: 200s } ]
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution:
    d: { targets: [ { skills: ${first}, for: 60s }, { skills: ${second}, for: 60s }, { skills: ${third} } ] }
${THREE_LEVELS}`),
    ).toEqual([
      '0s l.0 -> a 1',
      `10s l.1 waits 0 for ${first}, at 70s ${second}: notYetOpen b 1 c 1, full a 1`,
      `20s l.2 waits 0 for ${first}, at 80s ${second}: notYetOpen b 1 c 1, full a 1`,
      `30s l.3 waits 0 for ${first}, at 90s ${second}: notYetOpen b 1 c 1, full a 1`,
      `70s l.1 opens ${second}, 0`,
      '70s l.1 -> b 1',
      `80s l.2 opens ${second}, 0`,
      `80s l.2 waits 0 for ${first}, ${second}, at 140s ${third}: notYetOpen c 1, full a 1 b 1`,
      `90s l.3 opens ${second}, 0`,
      `90s l.3 waits 0 for ${first}, ${second}, at 150s ${third}: notYetOpen c 1, full a 1 b 1`,
      `140s l.2 opens ${third}, 0`,
      '140s l.2 -> c 1',
      `150s l.3 opens ${third}, 0`,
      `150s l.3 waits 0 for ${first}, ${second}, ${third}: full a 1 b 1 c 1`,
      '200s l.3 -> a 1',
    ]);
  });

  test('in shares of the SLA, after the time of the preferred agent', async () => {
    // of 1000 s: 100 for c alone, then 200 for a; who prefers nobody has the 200 from the start
    expect(
      await waitsOf(`
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
      '0s toC.0 -> c 1',
      '0s toA.0 -> a 1',
      '10s l.0 waits 0 for @c 1, at 110s group a: keptForPreferred a 1 b 1, full c 1',
      '10s m.0 waits 0 for group a, at 210s group b: notYetOpen b 1 c 1, full a 1',
      '110s l.0 opens group a, 0',
      '110s l.0 waits 0 for @c 1, group a, at 310s group b: notYetOpen b 1, full a 1 c 1',
      '210s m.0 opens group b, 0',
      '210s m.0 -> b 1',
      '310s l.0 opens group b, 0',
      '310s l.0 -> b 1',
    ]);
  });

  test('on the clock of the process: 20 min from 08:50 end on Tuesday at 08:10', async () => {
    expect(
      (
        await waitsOf(`
to: 3d
calendars: { office: { open: { mon-fri: 08:00-09:00 } } }
demand:
  - { source: long, channel: v, arrivals: { at: [ 0s ] }, handleTime: 70h }
  - { source: x, channel: v, arrivals: { at: [ 8h50m ] }, handleTime: 5m }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ long ], then: { process: p, group: a } } ], otherwise: p }
  processes: { p: { clock: office, distribute: d } }
  distribution: { d: { targets: [ { groups: a, for: 20m }, { everyone: true } ] } }
workforce: [ { group: a, agents: 1 }, { group: b, agents: 1 } ]`)
      ).slice(1),
    ).toEqual([
      `31800s x.0 waits 0 for group a, at ${86_400 + 29_400}s everyone: notYetOpen b 1, full a 1`,
      `${86_400 + 29_400}s x.0 opens everyone, 0`,
      `${86_400 + 29_400}s x.0 -> b 1`,
    ]);
  });

  test('open together: agents of the earlier one first, or whoever the rule prefers', async () => {
    // y is idle since 0, x since 10
    const taken = async (prefer: string) =>
      (
        await decisionsOf(`
demand:
  - { source: first, channel: v, arrivals: { at: [ 0s ] }, handleTime: 10s }
  - { source: next, channel: v, arrivals: { at: [ 20s ] }, handleTime: 7s }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ first ], then: { process: p, group: x } } ], otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: [ { skills: S > 5, for: 0s }, { skills: S > 1 } ], prefer: ${prefer} } }
workforce: [ { group: x, agents: 1, skills: { S: 9 } }, { group: y, agents: 1, skills: { S: 2 } } ]`)
      )[1];
    expect(await taken('inner')).toBe(
      '20s next.0 -> x 1 [S > 5, 0] agents; agents x 1 idle 10s | y 1 idle 20s [S > 1]',
    );
    expect(await taken('any')).toBe('20s next.0 -> y 1 [S > 1, 0] agents; agents y 1 idle 20s | x 1 idle 10s [S > 5]');
  });

  test('of an item that comes back go on, or begin again', async () => {
    const back = (onReturn: string) =>
      waitsOf(`
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
  - { group: w, agents: 1 }`);
    const until70 = [
      '0s b.0 -> u 1',
      '0s c.0 waits 0 for group u, at 50s group t: notYetOpen t 1 w 1, full u 1',
      '50s c.0 opens group t, 0',
      '50s c.0 -> t 1',
    ];
    expect(await back('goOn')).toEqual([...until70, '70s c.0 opens group w, 0', '70s c.0 -> w 1']);
    expect(await back('restart')).toEqual([
      ...until70,
      '70s c.0 opens group u, 0',
      '70s c.0 waits 0 for group u, at 120s group t: notYetOpen t 1 w 1, full u 1',
      '120s c.0 opens group t, 0',
      '120s c.0 waits 0 for group u, group t, at 130s group w: notYetOpen w 1, notReady t 1, full u 1',
      '130s c.0 opens group w, 0',
      '130s c.0 -> w 1',
    ]);
  });

  test('leave the patience as it is', async () => {
    expect(
      (
        await storyOf(`
demand:
  - { source: b, channel: v, arrivals: { at: [ 0s, 0s ] }, handleTime: 200s }
  - { source: c, channel: v, arrivals: { at: [ 1s ] }, handleTime: 100s, patience: 55s }
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: [ { groups: u, for: 30s }, { everyone: true } ] } }
workforce: [ { group: u, agents: 1 }, { group: w, agents: 1 } ]`)
      ).filter((line) => line.includes('c.0')),
    ).toEqual(['1s c.0 created', '1s c.0 waits', '31s c.0 opens', '31s c.0 waits', '56s c.0 abandoned']);
  });
});

describe('the preferred agent', () => {
  test('is waited for alone, and is the first choice within his time', async () => {
    expect(
      await waitsOf(`
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
      '0s b.0 -> b 1',
      '5s l.0 waits 0 for @b 1, at 35s everyone: keptForPreferred a 1, full b 1',
      '35s l.0 opens everyone, 0',
      '35s l.0 -> a 1',
      '80s l.1 waits 0 for @b 1, at 110s everyone: keptForPreferred a 1, full b 1',
      '100s l.1 -> b 1',
      '200s l.2 -> b 1',
    ]);
  });

  test('away: waited for or skipped; there: the first choice even of agents idle longer', async () => {
    // b works from 01:00 to 02:00; at 4000 s he is idle since 3600, and a, who took the call of 100 s at 130, since 150
    const text = `
demand:
  - { source: skip, channel: v, arrivals: { at: [ 0s ] }, handleTime: 20s, preferredAgent: { from: [ b ] } }
  - { source: wait, channel: v, arrivals: { at: [ 100s ] }, handleTime: 20s, preferredAgent: { from: [ b ] } }
  - { source: first, channel: v, arrivals: { at: [ 4000s ] }, handleTime: 20s, preferredAgent: { from: [ b ] } }
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ skip ], then: skip }, { if: [ wait ], then: wait } ], otherwise: first }
  processes: { skip: { distribute: skip }, wait: { distribute: wait }, first: { distribute: first } }
  distribution:
    skip: { preferredAgent: { for: 30s, ifAway: skip }, targets: [ { everyone: true } ] }
    wait: { preferredAgent: { for: 30s }, targets: [ { everyone: true } ] }
    first: { targets: [ { everyone: true } ] }
shifts: { hour: { mon: 01:00-02:00 } }
workforce: [ { group: a, agents: 1 }, { group: b, agents: 1, shift: hour } ]`;
    expect(await waitsOf(text)).toEqual([
      '0s skip.0 -> a 1',
      '100s wait.0 waits 0 for @b 1, at 130s everyone: offDuty b 1, keptForPreferred a 1',
      '130s wait.0 opens everyone, 0',
      '130s wait.0 -> a 1',
      '4000s first.0 -> b 1',
    ]);
    expect((await decisionsOf(text)).at(-1)).toBe(
      '4000s first.0 -> b 1 [everyone, 0] agents; agents b 1 idle 400s | a 1 idle 3850s',
    );
  });

  test('who leaves is skipped from then on; a break is not away', async () => {
    const desk = (shift: string, more: string) => `
demand:
  - { source: x, channel: v, arrivals: { at: [ 50m ] }, handleTime: 5m, preferredAgent: { from: [ b ] } }
${more}
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ x ], then: p } ], otherwise: { process: q, group: b } }
  processes: { p: { distribute: d }, q: {} }
  distribution: { d: { preferredAgent: { for: 30m, ifAway: skip }, targets: [ { everyone: true } ] } }
shifts: { s: ${shift} }
workforce: [ { group: a, agents: 1 }, { group: b, agents: 1, shift: s } ]`;
    const busy = '  - { source: long, channel: v, arrivals: { at: [ 0s ] }, handleTime: 70m }';
    expect((await waitsOf(desk('{ mon: 00:00-01:00 }', busy))).slice(1)).toEqual([
      '3000s x.0 waits 0 for @b 1, at 4800s everyone: keptForPreferred a 1, full b 1',
      '3600s x.0 opens everyone, 0',
      '3600s x.0 -> a 1',
    ]);
    const none = '  - { source: none, channel: v, arrivals: { at: [ 8h ] }, handleTime: 1m }';
    const broken = desk('{ mon: 00:00-08:00, breaks: [ { at: 00:45, for: 20m } ] }', none);
    expect((await waitsOf(broken)).slice(0, 2)).toEqual([
      '3000s x.0 waits 0 for @b 1, at 4800s everyone: keptForPreferred a 1, resting b 1',
      '3900s x.0 -> b 1',
    ]);
  });

  test('who has just missed the offer is like any other', async () => {
    // t rings from 0 to 20; u, in the first target, takes it then
    expect(
      await waitsOf(`
demand: [ { source: c, channel: v, arrivals: { at: [ 0s ] }, handleTime: 100s, preferredAgent: { from: [ t ] } } ]
routing:
  segmentation: { otherwise: p }
  preferredAgent: { for: 60s }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: [ { groups: u, for: 50s }, { everyone: true } ] } }
workforce:
  - { group: t, agents: 1, offers: { noAnswer: 99.9999%, ringFor: 20s, thenNotReady: 10s } }
  - { group: u, agents: 1 }`),
    ).toEqual(['0s c.0 -> t 1', '20s c.0 opens group u, 0', '20s c.0 -> u 1']);
  });
});

test('in a skill expression `and` binds closer than `or`, as in FEEL; parentheses say otherwise', async () => {
  // s has A alone. Genesys reads `A | B & C` from left to right: whoever writes that is told how to say it here
  const desk = (skills: string) => `
demand: [ { source: l, channel: v, arrivals: { at: [ 0s ] }, handleTime: 10s } ]
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: { skills: '${skills}' } } }
workforce:
  - { group: s, agents: 1, skills: { A: 1 } }
  - { group: v, agents: 1, skills: { B: 1, C: 1 } }
  - { group: w, agents: 1, skills: { A: 1, C: 1 } }`;
  expect(await decisionsOf(desk('A > 0 or B > 0 and C > 0'))).toEqual([
    '0s l.0 -> s 1 [A > 0 or B > 0 and C > 0, 0] pairs; agents s 1 idle 0s | v 1 idle 0s | w 1 idle 0s',
  ]);
  expect(await decisionsOf(desk('(A > 0 or B > 0) and C > 0'))).toEqual([
    '0s l.0 -> v 1 [(A > 0 or B > 0) and C > 0, 0] pairs; agents v 1 idle 0s | w 1 idle 0s',
  ]);
  expect(problemsOf(desk('A > 0 | B > 0 & C > 0')).map(({hint}) => hint)).toEqual([
    'write: A > 0 or B > 0 and C > 0; `and` binds closer than `or`, parentheses say otherwise',
  ]);
});
