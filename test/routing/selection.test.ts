import {expect, test} from 'vitest';
import {AGENT_CRITERIA, criterionOf} from '../../src/routing/selection/index.ts';

test('every criterion ranks by what it looks at and by nothing else', () => {
  const states = [
    {active: 0, used: 0, free: 6},
    {active: 1, used: 4, free: 2},
    {active: 2, used: 2, free: 4},
  ];
  const ranks = Object.fromEntries(
    AGENT_CRITERIA.map(({key, looksAt, rankOfLoad, rankOfLevel}) => [
      key,
      [looksAt, states.map(rankOfLoad), [3, 9].map(rankOfLevel)],
    ]),
  );
  expect(ranks).toEqual({
    'longest-idle': ['agent', [0, 0, 0], [0, 0]],
    'least-active': ['load', [0, 1, 2], [0, 0]],
    'most-available': ['load', [-6, -2, -4], [0, 0]],
    'least-occupied': ['agent', [0, 0, 0], [0, 0]],
    'best-skilled': ['profile', [0, 0, 0], [-3, -9]],
    random: ['agent', [0, 0, 0], [0, 0]],
  });
  for (const {key, doc} of AGENT_CRITERIA) {
    expect(criterionOf(key).key).toBe(key);
    expect(doc).toMatch(/\.$/);
  }
});
