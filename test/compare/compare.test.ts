import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type ComparedCandidate, type Comparison, runReplication} from '../../src/experiment/index.ts';
import type {Facts} from '../../src/measure/facts.ts';
import {compared, variant} from './centre.ts';

async function comparisonOf(...given: Parameters<typeof compared>): Promise<Comparison> {
  const {comparison} = await compared(...given);
  if (comparison === null) throw new Error('nothing was compared');
  return comparison;
}
const impactOf = ({impact}: ComparedCandidate, key: string) => {
  const found = impact.find(({measure}) => measure.key === key);
  if (found === undefined)
    throw new Error(`nothing is told of ${key}: ${impact.map(({measure}) => measure.key).join('; ')}`);
  return found;
};

test('compared with itself, a configuration differs by exactly zero everywhere', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        perHour: fc.integer({min: 5, max: 90}),
        agents: fc.integer({min: 1, max: 5}),
        experts: fc.integer({min: 1, max: 2}),
        redials: fc.constantFrom(0, 30, 90),
        absence: fc.constantFrom(0, 20),
        chatsFirst: fc.boolean(),
        seed: fc.nat(1000),
      }),
      async (centre) => {
        const {candidates, judged, stopped, replications} = await comparisonOf(
          variant('current', centre),
          [variant('same', centre)],
          3,
        );
        const [{impact, goals, changes, hands, intervals}] = candidates;
        expect([judged, stopped.by, replications]).toEqual([0, 'precision', 3]);
        expect(changes).toEqual([]);
        expect(impact.length).toBeGreaterThan(10);
        for (const {difference, verdict, measure} of [...impact, ...goals])
          if (verdict !== 'nothing to judge')
            expect([measure.key, difference, verdict]).toEqual([measure.key, {value: 0, halfWidth: 0}, 'identical']);
        expect(hands).toMatchObject({
          untouched: hands.items,
          onlyCurrent: 0,
          onlyCandidate: 0,
          winners: [],
          losers: [],
        });
        const points = intervals.rows.flatMap(({difference}) => difference).filter(({value}) => value !== null);
        expect(points.length).toBeGreaterThan(10);
        for (const point of points) expect(point).toEqual({value: 0, halfWidth: 0});
      },
    ),
    {numRuns: 4, seed: 4},
  );
});

describe('an effect that is there', () => {
  test('is found with its sign, beside what it costs; what does not change is said to be the same', async () => {
    const {candidates, replications, judged} = await comparisonOf(
      variant('current', {agents: 2}),
      [variant('more', {agents: 5}), variant('impatient', {agents: 2, patience: '10s'})],
      10,
    );
    expect(replications).toBe(10);
    const [more, impatient] = candidates;
    const {verdict, difference} = impactOf(more, 'serviceLevel process=phone');
    expect(verdict).toBe('better');
    expect((difference.value ?? 0) - (difference.halfWidth ?? 1)).toBeGreaterThan(0);
    expect(impactOf(more, 'cost')).toMatchObject({verdict: 'worse', difference: {value: 3 * 6 * 20, halfWidth: 0}});
    expect(impactOf(more, 'paidHours group=others').difference.value).toBe(18);
    expect(impactOf(more, 'serviceLevel attribute segment=Gold').verdict).toBe('better');
    expect(more.changes).toEqual([
      {part: 'people', kind: 'changed', text: 'group others: 5 agents always there instead of 2'},
    ]);
    expect(impactOf(impatient, 'abandonment process=phone').verdict).toBe('worse');
    expect(impactOf(impatient, 'paidHours').verdict).toBe('identical');
    expect(judged).toBeGreaterThan(20);
    expect(more.goals.map(({text, verdict: of}) => [text.split(' of ')[0], of])[0]).toEqual([
      'service level',
      'better',
    ]);
  });

  test('goals come first, then what is shown', async () => {
    const {candidates} = await comparisonOf(variant('current'), [variant('more', {agents: 5})], 6);
    const [{impact, goals}] = candidates;
    expect(impact.slice(0, 4).map(({measure}) => measure.goals[0])).toEqual([0, 1, 2, 3]);
    expect(goals).toHaveLength(4);
    const shown = impact.slice(4).map(({verdict}) => ['better', 'worse', 'different'].includes(verdict));
    expect(shown.indexOf(false)).toBeGreaterThan(0);
    expect(shown.slice(shown.indexOf(false))).not.toContain(true);
  });
});

describe('replications', () => {
  test('go on until every difference is as precise as asked, or to the most allowed', async () => {
    const request = {current: variant('current'), candidates: [variant('more', {agents: 4})], version: '0'};
    const {compare} = await import('../../src/experiment/index.ts');
    const wide = await compare({...request, precision: {ratio: 0.9, share: 9}}, {workers: 1});
    expect(wide.comparison).toMatchObject({replications: 10, stopped: {by: 'precision'}});
    expect(wide.comparison?.stopped.widest?.timesAsked).toBeLessThanOrEqual(1);
    const fine = await compare({...request, precision: {ratio: 1e-6, share: 1e-6}, maxReplications: 12}, {workers: 1});
    expect(fine.comparison).toMatchObject({replications: 12, stopped: {by: 'max-replications'}});
    expect(fine.comparison?.stopped.widest?.timesAsked).toBeGreaterThan(1);
  });

  test('stopped on the way, what is complete for all sides is told, and a store goes on to the same', async () => {
    const kept = new Map<string, Facts>();
    const keyOf = ({variant: {loaded}, replication}: {variant: {loaded: {hash: string}}; replication: number}) =>
      `${loaded.hash} ${replication}`;
    const store = {
      get: (job: Parameters<typeof keyOf>[0]) => kept.get(keyOf(job)) ?? null,
      put: (job: Parameters<typeof keyOf>[0], facts: Facts) => void kept.set(keyOf(job), facts),
    };
    const sides = [variant('current'), [variant('more', {agents: 4})]] as const;
    const controller = new AbortController();
    const onProgress = (done: number) => {
      if (done === 5) controller.abort();
    };
    const halfway = await comparisonOf(...sides, 6, {
      store,
      signal: controller.signal,
      onProgress,
    });
    expect(halfway).toMatchObject({replications: 2, stopped: {by: 'interrupt'}});
    expect(kept.size).toBe(5);
    const all = await comparisonOf(...sides, 6, {store});
    expect(kept.size).toBe(12);
    expect(JSON.stringify(all)).toBe(JSON.stringify(await comparisonOf(...sides, 6)));
  });
});

test('a candidate of another time is refused where it says so', async () => {
  const later = variant('later', {}, ['from=2026-03-03', 'to=7h']);
  await expect(compared(variant('current'), [later], 2)).rejects.toThrow(
    /same from in current and later[\s\S]*same to in/,
  );
});

describe('common random numbers', () => {
  const factsOf = (of: ReturnType<typeof variant>) => runReplication(of.loaded, 1);
  const columns = (facts: Facts) => facts.columns;

  test('agent k of a group is as he was when the group grows', () => {
    // nobody comes: what agents do is their own
    const idle = (agents: number) =>
      columns(factsOf(variant('idle', {agents, perHour: 0, absence: 40}, ['demand.chats.arrivals.perHour=0'])))
        .agentTimes;
    const [few, many] = [idle(3), idle(6)];
    expect(few.some((time) => time > 0)).toBe(true);
    expect([...many.subarray(0, few.length)]).toEqual([...few]);
    expect([...many.subarray(few.length)]).not.toEqual([...few]);
  });

  test('who arrives does not depend on who is there', () => {
    const arrived = (agents: number) => {
      const facts = factsOf(variant('x', {agents, redials: 0}));
      return [facts.classKeys.toSorted(), facts.columns.balance[0]];
    };
    expect(arrived(1)).toEqual(arrived(6));
  });
});
