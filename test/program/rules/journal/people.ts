/** Who is there? Coming, leaving, breaks, ringing, as the journal tells them. By hand. */
import {describe, expect, test} from 'vitest';
import {presenceOf, storyOf, waitsOf} from '../told.ts';

const ONE_PROCESS = 'routing: { segmentation: { otherwise: p }, processes: { p: {} } }';
const calls = (at: string, lasts: string) =>
  `demand: [ { source: c, channel: v, arrivals: { at: [ ${at} ] }, handleTime: ${lasts} } ]`;
const hm = (hours: number, minutes = 0, seconds = 0) => `${hours * 3600 + minutes * 60 + seconds}s`;

describe('shifts', () => {
  test('end with what is in hand, which is finished; who comes back with full hands takes nothing new', async () => {
    // 20 min of work begun at 08:55 reach over the end at 09:00 into the spell of 09:10; the call of 09:12 waits for it
    const text = `
${calls('8h55m, 9h12m', '20m')}
${ONE_PROCESS}
shifts: { s: { mon: [ 08:00-09:00, 09:10-10:00 ] } }
workforce: [ { group: t, agents: 1, shift: s } ]`;
    expect(await presenceOf(text)).toEqual([
      `${hm(8)} t 1 comes`,
      `${hm(9)} t 1 leaves, holds 1`,
      `${hm(9, 10)} t 1 comes, holds 1`,
      `${hm(10)} t 1 leaves`,
    ]);
    expect(await waitsOf(text)).toEqual([
      `${hm(8, 55)} c.0 -> t 1`,
      `${hm(9, 12)} c.1 waits 0 for everyone: full t 1`,
      `${hm(9, 15)} c.1 -> t 1`,
    ]);
  });

  test('are half-open: who comes at the end finds him off duty', async () => {
    expect(
      await waitsOf(`
${calls('8h, 12h', '1m')}
atEnd: cut
${ONE_PROCESS}
shifts: { s: { daily: 08:00-12:00 } }
workforce: [ { group: t, agents: 1, shift: s } ]`),
    ).toEqual([`${hm(8)} c.0 -> t 1`, `${hm(12)} c.1 waits 0 for everyone: offDuty t 1`]);
  });

  test('change what he can: other skills in the next spell', async () => {
    const text = `
${calls('8h, 8h30m', '1m')}
routing: { segmentation: { otherwise: p }, processes: { p: { distribute: d } }, distribution: { d: { targets: { skills: S > 1 } } } }
workforce: [ { group: a, presence: who.csv } ]`;
    const who = 'agent,from,to,S\nAnn,2026-03-02T08:00,2026-03-02T08:20,1\nAnn,2026-03-02T08:20,2026-03-02T09:00,2\n';
    expect(await presenceOf(text, {'who.csv': who})).toEqual([
      `${hm(8)} Ann comes`,
      `${hm(8, 20)} Ann otherSkills`,
      `${hm(9)} Ann leaves`,
    ]);
    expect((await waitsOf(text, {'who.csv': who})).slice(0, 2)).toEqual([
      `${hm(8)} c.0 waits 0 for S > 1: notSkilled Ann`,
      `${hm(8, 20)} c.0 -> Ann`,
    ]);
  });
});

test('a break waits for what is in hand; two that are due follow each other', async () => {
  // busy 8:10 to 9:40: the quarter of 8:30 lasts to 9:55; the one of 9:00 lasts from then to 10:25
  const text = `
${calls('8h10m, 8h31m', '90m')}
${ONE_PROCESS}
shifts: { s: { mon: 08:00-16:00, breaks: [ { at: 08:30, for: 15m, reason: Tea }, { at: 09:00, for: 30m, reason: Meeting } ] } }
workforce: [ { group: t, agents: 1, shift: s } ]`;
  expect(await presenceOf(text)).toEqual([
    `${hm(8)} t 1 comes`,
    `${hm(8, 30)} t 1 restDue, holds 1`,
    `${hm(9, 40)} t 1 rests Tea`,
    `${hm(9, 55)} t 1 rests Meeting`,
    `${hm(10, 25)} t 1 returns`,
    `${hm(16)} t 1 leaves`,
  ]);
  expect(await waitsOf(text)).toEqual([
    `${hm(8, 10)} c.0 -> t 1`,
    `${hm(8, 31)} c.1 waits 0 for everyone: resting t 1`,
    `${hm(10, 25)} c.1 -> t 1`,
  ]);
});

describe('offers that ring', () => {
  const missing = 'offers: { noAnswer: 99.9999%, ringFor: 20s, thenNotReady: 2m }';

  test('unanswered: to another, and he is not ready for a while', async () => {
    const text = `
${calls('0s, 30s', '100s')}
${ONE_PROCESS}
workforce: [ { group: t, agents: 1, ${missing} }, { group: u, agents: 1, offers: { answerIn: 5s } } ]`;
    expect((await storyOf(text)).filter((line) => line.includes('c.0'))).toEqual([
      '0s c.0 created',
      '0s c.0 decided t 1',
      '0s c.0 rings t 1',
      '20s c.0 missed t 1',
      '20s c.0 decided u 1',
      '20s c.0 rings u 1',
      '25s c.0 answered u 1',
      '125s c.0 completed u 1',
    ]);
    expect((await waitsOf(text)).slice(2, 4)).toEqual([
      '30s c.1 waits 0 for everyone: notReady t 1, full u 1',
      '125s c.1 -> u 1',
    ]);
    expect(await presenceOf(text)).toEqual(['20s t 1 notReady 140s', '140s t 1 ready']);
  });

  test('given up by the customer: the agent is free at once', async () => {
    expect(
      await storyOf(`
demand:
  - { source: c, channel: v, arrivals: { at: [ 0s ] }, handleTime: 100s, patience: 10s }
  - { source: d, channel: v, arrivals: { at: [ 5s ] }, handleTime: 100s }
${ONE_PROCESS}
workforce: [ { group: t, agents: 1, offers: { answerIn: 15s } } ]`),
    ).toEqual([
      '0s c.0 created',
      '0s c.0 decided t 1',
      '0s c.0 rings t 1',
      '5s d.0 created',
      '5s d.0 waits',
      '10s c.0 abandoned',
      '10s d.0 decided t 1',
      '10s d.0 rings t 1',
      '25s d.0 answered t 1',
      '125s d.0 completed t 1',
    ]);
  });

  test('ring on past the end of the shift: answered after it, or missed and left to the others', async () => {
    const ringing = async (offers: string) => {
      const text = `
${calls('8h59m50s', '100s')}
atEnd: cut
${ONE_PROCESS}
shifts: { s: { daily: 08:00-09:00 } }
workforce: [ { group: t, agents: 1, shift: s, ${offers} } ]`;
      return [...(await storyOf(text)).slice(3), ...(await presenceOf(text)).slice(1)];
    };
    expect(await ringing('offers: { answerIn: 15s }')).toEqual([
      `${hm(9, 0, 5)} c.0 answered t 1`,
      `${hm(9, 1, 45)} c.0 completed t 1`,
      `${hm(9)} t 1 leaves, holds 1`,
    ]);
    expect(await ringing(missing)).toEqual([
      `${hm(9, 0, 10)} c.0 missed t 1`,
      `${hm(9, 0, 10)} c.0 waits`,
      `${hm(9)} t 1 leaves, holds 1`,
    ]);
  });
});
