/** The first decision that two scenarios take differently, worked out by hand. */
import {describe, expect, test} from 'vitest';
import {explainAgainst, type FirstDifference, firstDifference} from '../../src/explain/index.ts';
import {differenceText} from '../../src/report/explain/difference.ts';
import {opened} from '../program/rules/desk.ts';
import {chapterLine, keyOf} from './stories.ts';

const DESK = `
demand:
  - { source: calls, channel: voice, arrivals: { at: [ 5s, 10s, 20s ] }, handleTime: 30s }
  - { source: vip, channel: voice, arrivals: { at: [ 25s ] }, handleTime: 30s, attributes: { segment: Gold } }
routing:
  segmentation: { columns: [ segment ], rules: [ { if: [ Gold ], then: gold } ], otherwise: support }
  processes: { support: { priority: low, distribute: d }, gold: { priority: high, distribute: d } }
  priorities: { low: { initial: 100, increment: 10, every: 10s }, high: { initial: 500 } }
  distribution: { d: { targets: [ { skills: Support > 5, for: 40s }, { skills: Support > 0 } ] } }
workforce:
  - { group: expert, agents: 1, skills: { Support: 7 } }
  - { group: novice, agents: 1, skills: { Support: 1 } }
`;

const differing = (set: string[]): Promise<FirstDifference | null> =>
  opened(DESK, {}, {}, (current) =>
    opened(
      DESK,
      {},
      {set},
      async (candidate) => (await firstDifference({current, candidate, replication: 0})).difference,
    ),
  );

const said = async (set: string): Promise<string[]> => {
  const difference = await differing([set]);
  if (difference === null) throw new Error('nothing differs');
  return differenceText(difference, ['current', 'candidate']);
};

describe('the first difference', () => {
  test('a scenario does not differ from itself, nor by what decides nothing', async () => {
    expect(await differing([])).toBeNull();
    expect(await differing(['routing.priorities.high.initial=600'])).toBeNull();
  });

  test('another item goes first', async () => {
    // at 35 the expert is free: 500 of the vip against 120
    expect(await said('routing.priorities.high.initial=50')).toEqual([
      'First difference: vip.0, 2026-03-02 00:00:35. 1 before it went to the same',
      '  agents.',
      '  current    vip.0 goes to expert 1 (priority 500, Support > 5)',
      '             of items by priority and time in routing: vip.0 (500, 10s); calls.1',
      '               (120, 25s); calls.2 (110, 15s)',
      '  candidate  calls.1 goes to expert 1 (priority 120, Support > 5)',
      '             of items by priority and time in routing: calls.1 (120, 25s);',
      '               calls.2 (110, 15s); vip.0 (50, 10s)',
    ]);
  });

  test('another agent, whose target opens sooner', async () => {
    const difference = await differing(['routing.distribution.d.targets.0.for=10s']);
    expect(difference).toMatchObject({
      at: {ms: 20_000},
      alike: 1,
      kind: 'given',
      item: 'calls.1',
      current: {events: [], whereabouts: {is: 'waiting'}, kept: {agent: 'novice 1', why: 'notYetOpen'}},
      candidate: {whereabouts: {is: 'inHand', agent: 'novice 1'}},
    });
  });

  test('classified otherwise: told where it comes', async () => {
    expect(await said('routing.segmentation.otherwise=gold')).toEqual([
      'First difference: calls.0, 2026-03-02 00:00:05. None before it went to the same',
      '  agents.',
      '  current    calls.0 comes by voice: support, by otherwise, priority 100',
      '  candidate  calls.0 comes by voice: gold, by otherwise, priority 500',
    ]);
  });

  test('one who is not there in the other, and longer work', async () => {
    expect(await said('demand.vip.arrivals.at.0=12s')).toContain('  current    vip.0 is not there');
    const longer = await differing(['demand.calls.handleTime=40s']);
    expect(longer).toMatchObject({at: {ms: 35_000}, kind: 'given', item: 'vip.0', candidate: {kept: {why: 'full'}}});
  });

  test('asked to stop', async () => {
    const stopped = await opened(DESK, {}, {set: ['to=3d', 'demand.vip.arrivals.at.0=2d']}, (loaded) =>
      firstDifference({current: loaded, candidate: loaded, replication: 0}, async () => false),
    );
    expect(stopped).toEqual({complete: false, difference: null});
  });
});

test('both lives: the same up to the first chapter that differs', async () => {
  const both = await opened(DESK, {}, {}, (current) =>
    opened(DESK, {}, {set: ['routing.distribution.d.targets.0.for=10s']}, (candidate) =>
      explainAgainst({current, candidate, replication: 0, item: keyOf('calls.1', current)}),
    ),
  );
  expect(both.same).toBe(1);
  expect(both.current?.chapters.map(chapterLine).slice(1, 3)).toEqual([
    '10 to 50 waits [Support > 5] 100..130; expert 1 full calls.0@100+vip.0@500 (one item at a time), novice 1 notYetOpen idle 1; over 35 expert 1 vip.0 500>120 priority',
    '50 opens Support > 0 140',
  ]);
  expect(both.candidate?.chapters.map(chapterLine).slice(2, 4)).toEqual([
    '20 opens Support > 0 110',
    '20 given novice 1 110 of 1 agents, 1 items',
  ]);
});
