/** Whose the time of late items was: by hand, and that it always adds up. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {runReplication} from '../../src/experiment/index.ts';
import {ItemLog, LOG_ROWS, OUTCOME} from '../../src/measure/itemLog.ts';
import {OWNERS} from '../../src/measure/life/owners.ts';
import type {LateTime} from '../../src/measure/results.ts';
import {itemsCsv} from '../../src/report/formats/itemsCsv.ts';
import {opened, resultsOf} from '../program/rules/desk.ts';

/**
 * Due after 3 minutes. The case has Ann for a minute; the back office opens at 5 minutes, Bob comes at 6 and takes 100 s;
 * Ann has another case until 490 s and finishes the first in 20 s.
 */
const HAND = `
to: 1h
calendars: { late: { open: { daily: 00:05-24:00 } } }
demand:
  - source: cases
    channel: workitem
    arrivals: { at: [ 0s, 430s ] }
    handleTime: 60s
    handling: [ { share: 100%, then: workOrder, open: back, handleTime: 100s, finish: 20s } ]
routing:
  segmentation: { otherwise: front }
  processes: { front: { sla: 3m, distribute: front }, back: { sla: 3m, clock: late, distribute: back } }
  distribution: { front: { targets: [ { groups: [ Ann ] } ] }, back: { targets: [ { groups: [ Bob ] } ] } }
shifts: { later: { daily: 00:06-24:00 } }
workforce: [ { group: Ann, agents: 1 }, { group: Bob, agents: 1, shift: later } ]
`;
const seconds = (of: LateTime['wholeSeconds'] | undefined) => OWNERS.map((owner) => of?.[owner].value);

describe('by hand', () => {
  test('front and back, waiting and handling, and the hours in which the back office is closed', async () => {
    const {late, flow} = await resultsOf(HAND);
    expect(late?.map(({process, items}) => [process, items.value])).toEqual([['front', 1]]);
    // front waiting 460 to 490, handling 0 to 60 and 490 to 510; back waiting 300 to 360, handling to 460; closed 60 to 300
    expect(seconds(late?.[0]?.wholeSeconds)).toEqual([30, 80, 60, 100, 0, 240]);
    // of it from 180 s on
    expect(seconds(late?.[0]?.pastDueSeconds)).toEqual([30, 20, 60, 100, 0, 120]);
    // The second is done at 610 s, exactly when it is due; both checks are in time on their own clock.
    expect(flow.process.front?.slaAttainment?.value).toBe(0.5);
    expect(flow.process.back?.slaAttainment?.value).toBe(1);
  });

  test('where it waits in front while nobody is to work there, hours are closed too; work in them is work', async () => {
    const yaml = HAND.replace('front: { sla: 3m,', 'front: { sla: 3m, clock: day,').replace(
      'calendars: {',
      'calendars: { day: { open: { daily: [ 00:00-00:00:30, 00:08-24:00 ] } },',
    );
    const text = yaml.replace('00:00-00:00:30', '00:00-00:01');
    const {late} = await resultsOf(text);
    // Open 0 to 60 s and from 480 s: due at 480 + 120 = 600 s; nothing of the first is late any more.
    expect(late?.[0]?.items.value).toBe(0);
    const shorter = await resultsOf(text.replace('front: { sla: 3m,', 'front: { sla: 70s,'));
    // Due at 490 s; in front it waits 460 to 480 closed, to 490 open.
    expect(seconds(shorter.late?.[0]?.wholeSeconds)).toEqual(
      [10, 80, 60, 100, 0, 260].map((x, i) => x + [0, 80, 0, 100, 0, 0][i]),
    );
  });

  test('several at once: in hand where one of them is, else the first that is open speaks for all', async () => {
    // Bob: the first check 360 to 460; Cy, from 10 minutes on: the second, on calendar time, 600 to 650.
    const order = 'lineItems: [ { open: back, handleTime: 100s }, { open: third, handleTime: 50s } ], finish: none';
    const yaml = HAND.replace('open: back, handleTime: 100s, finish: 20s', order)
      .replace('430s', '3000s')
      .replace('back: { sla', 'third: { distribute: third }, back: { sla')
      .replace('distribution: {', 'distribution: { third: { targets: [ { groups: [ Cy ] } ] },')
      .replace('shifts: {', 'shifts: { latest: { daily: 00:10-24:00 },')
      .replace('workforce: [', 'workforce: [ { group: Cy, agents: 1, shift: latest },');
    const {late} = await resultsOf(yaml);
    const first = seconds(late?.[0]?.wholeSeconds);
    // closed 60 to 300, waiting to 360, in hand to 460, waiting to 600, in hand to 650
    expect(first).toEqual([0, 60, 60 + 140, 150, 0, 240]);
  });

  test('what is still open past due is late too, and each interval has the part that passed in it', async () => {
    // The first is done at 480 s; the second, due at 280 s, is Bob's from 460 s on when the run is over.
    const {late, intervals} = await resultsOf(
      HAND.replace('to: 1h', 'to: 500s\natEnd: cut\nintervals: 100s').replace('430s ]', '100s ]'),
    );
    const row = late?.[0];
    expect([row?.items.value, row?.gaveUp.value, row?.open.value]).toEqual([2, 0, 1]);
    expect(intervals.late?.map(({process, pastDueSeconds}) => [process, pastDueSeconds])).toEqual([
      [
        'front',
        {
          frontOfficeWaiting: [0, 0, 0, 0, 0],
          frontOfficeHandling: [0, 0, 0, 0, 20],
          backOfficeWaiting: [0, 0, 0, 60 + 100, 60],
          backOfficeHandling: [0, 0, 0, 40, 60 + 40],
          customer: [0, 0, 0, 0, 0],
          closedHours: [0, 20, 100 + 20, 0, 0],
        },
      ],
    ]);
    expect(seconds(row?.pastDueSeconds)).toEqual([0, 20, 220, 140, 0, 140]);
  });

  test('items.csv has the opener, and both sums of each', () => {
    const csv = opened(HAND, {}, {}, (loaded) => {
      const log = new ItemLog();
      runReplication(loaded, 0, {log});
      return [...itemsCsv(log, loaded.compiled.model, {localTime: String, idOf: () => ''})].join('');
    });
    const [header = [], ...rows] = csv
      .trim()
      .split('\n')
      .map((line) => line.trim().split(','));
    const of = (row: string[] | undefined) => Object.fromEntries(header.map((name, i) => [name, row?.[i]]));
    expect(header.slice(-13)).toEqual([
      'parent',
      ...['', 'late_'].flatMap((part) =>
        [
          'front_office_waiting',
          'front_office_handling',
          'back_office_waiting',
          'back_office_handling',
          'customer',
          'closed_hours',
        ].map((owner) => `${part}${owner}_s`),
      ),
    ]);
    const first = of(rows[0]);
    const check = rows.map(of).find(({source, number}) => source === 'cases: back' && number === '0');
    expect(first).toMatchObject({parent: '', back_office_waiting_s: '60', late_back_office_waiting_s: '60'});
    expect(first).toMatchObject({closed_hours_s: '240', late_closed_hours_s: '120', visits: '2'});
    expect(check).toMatchObject({
      parent: 'cases.0',
      process: 'back',
      rule: 'work order cases: back',
      closed_hours_s: '',
    });
  });
});

const CUT_MS = 960_000;
const secs = (max: number) => fc.integer({min: 0, max}).map((n) => `${n}s`);
const centres = fc.record({
  cases: fc.array(fc.integer({min: 0, max: 900}), {minLength: 2, maxLength: 14}),
  handle: fc.integer({min: 5, max: 120}).map((n) => `${n}s`),
  wrapUp: secs(30),
  sla: fc.integer({min: 1, max: 900}).map((n) => `${n}s`),
  finish: fc.oneof(fc.constant('none'), secs(60)),
  resume: fc.constantFrom('sameAgent', 'routed'),
  waitForAgent: secs(300),
  wait: fc.constantFrom('yes', 'yes', 'no'),
  agents: fc.integer({min: 1, max: 3}),
  opensAt: fc.integer({min: 1, max: 20}),
  ring: fc.boolean(),
  confirmed: fc.boolean(),
  patience: fc.boolean(),
  cut: fc.boolean(),
});

test('owners add up to the whole time, and to the time past due, exactly; nothing is lost', async () => {
  let [late, runs] = [0, 0];
  const ways = new Set<string>();
  await fc.assert(
    fc.asyncProperty(centres, async (it) => {
      const {handle, wrapUp, sla, finish, resume, waitForAgent, wait, agents, opensAt, ring, confirmed, patience, cut} =
        it;
      const waits =
        wait === 'no'
          ? ''
          : `finish: ${finish}, resume: ${resume}${resume === 'routed' ? '' : `, waitForAgent: ${waitForAgent}`},`;
      const nested = 'handling: [ { share: 40%, then: workOrder, open: third, handleTime: 30s, finish: 10s } ]';
      const yaml = `
to: ${cut ? '16m' : '1h'}
intervals: 6m
atEnd: ${cut ? 'cut' : 'drain'}
calendars: { late: { open: { daily: [ 00:${String(opensAt).padStart(2, '0')}-00:30, 00:31-24:00 ] } } }
demand:
  - source: cases
    channel: workitem
    arrivals: { at: [ ${it.cases.map((at) => `${at}s`).join(', ')} ] }
    handleTime: { exponential: { mean: ${handle} } }
    wrapUp: ${wrapUp}
    ${confirmed ? 'confirmed: { exponential: { mean: 100s } }' : ''}
    ${patience ? 'patience: { exponential: { mean: 300s } }' : ''}
    handling:
      - { share: 50%, then: workOrder, ${waits} wait: ${wait}, lineItems: [ { open: back, handleTime: { exponential: { mean: 60s } }, ${nested} }, { open: third, handleTime: 20s } ] }
      - { share: 20%, then: workOrder, open: third, handleTime: 40s }
routing:
  segmentation: { otherwise: front }
  processes: { front: { sla: ${sla}, clock: late, confirmWithin: 1m, distribute: front }, back: { sla: 2m, clock: late, distribute: back }, third: { distribute: back } }
  distribution: { front: { targets: [ { groups: [ Ann ] } ] }, back: { targets: [ { groups: [ Bob ] } ] } }
workforce:
  - { group: Ann, agents: ${agents}${ring ? ', offers: { answerIn: 3s, noAnswer: 20%, ringFor: 10s, thenNotReady: 20s }' : ''} }
  - { group: Bob, agents: 1 }
`;
      const log = new ItemLog();
      const {balance} = opened(yaml, {}, {}, (loaded) => ({
        balance: [...(runReplication(loaded, 0, {log}).columns.balance ?? [])],
      }));
      const [created = 0, ...rest] = balance ?? [];
      const [ended, others] = [rest.slice(0, 7), rest[8]];
      expect(created).toBe(log.rows);
      expect(ended.reduce((sum, count) => sum + count, 0)).toBe(created);
      expect(others).toBe(log.chunks.flatMap(({parent}) => [...(parent ?? [])]).filter((row) => row >= 0).length);
      if (!cut) expect((ended[2] ?? 0) + (ended[3] ?? 0)).toBe(created);
      const sums = [0, 0];
      for (const chunk of log.chunks)
        for (let i = 0; i < Math.min(LOG_ROWS, log.rows); i++) {
          if (chunk.parent !== null && (chunk.parent[i] ?? -1) >= 0) continue;
          const [arrived = 0, due = 0] = [chunk.arrivedMs[i], chunk.dueMs[i]];
          const outcome = chunk.outcome[i];
          const isOpen = outcome !== OUTCOME.completed && outcome !== OUTCOME.abandoned;
          const ended = isOpen ? CUT_MS : (chunk.endedMs[i] ?? 0);
          ways.add(isOpen ? 'open' : outcome === OUTCOME.abandoned ? 'abandoned' : 'completed');
          const own = [...(chunk.owners?.subarray(i * 12, i * 12 + 12) ?? [])];
          const sum = (part: number[]) => part.reduce((total, ms) => total + ms, 0);
          expect(own.every((ms) => ms >= 0)).toBe(true);
          expect(sum(own.slice(0, 6))).toBe(ended - arrived);
          expect(sum(own.slice(6))).toBe(Math.max(0, ended - due));
          if (ended <= due) continue;
          late++;
          sums[0] = (sums[0] ?? 0) + ended - arrived;
          sums[1] = (sums[1] ?? 0) + ended - due;
        }
      // A few are enough to see that what is told is their sum.
      if (runs++ > 4) return;
      const results = await resultsOf(yaml);
      const told = (key: 'wholeSeconds' | 'pastDueSeconds') =>
        OWNERS.reduce((total, owner) => total + (results.late?.[0]?.[key][owner].value ?? 0), 0) * 1000;
      expect([told('wholeSeconds'), told('pastDueSeconds')].map(Math.round)).toEqual(sums);
      const byInterval = (results.intervals.late ?? []).flatMap(({pastDueSeconds}) =>
        Object.values(pastDueSeconds).flat(),
      );
      if (cut) expect(Math.round(byInterval.reduce((total, one) => total + one, 0) * 1000)).toBe(sums[1]);
    }),
    {numRuns: 16, seed: 7},
  );
  expect(late).toBeGreaterThan(10);
  expect([...ways].sort()).toEqual(['abandoned', 'completed', 'open']);
}, 30_000);
