// What takes minutes: `PREROUTE_LONG=1 npx vitest run test/experiment/staff/long.test.ts`. docs/staff.md names it.
import {describe, expect, test} from 'vitest';
import {type ErlangRow, erlangTable, simulatedStaffing} from './erlangTable.ts';
import {byChance, cheapestOfAll, searched, taskOf} from './searched.ts';
import {type Group, skillCentre} from './skills.ts';

describe.skipIf(!process.env.PREROUTE_LONG)('staffing, at length', () => {
  test('single queues: what theory says, row by row', {timeout: 1_200_000}, async () => {
    const wrong: (ErlangRow & {found: number | undefined})[] = [];
    for (const row of erlangTable()) {
      const found = await simulatedStaffing(row);
      if (found !== row.agents) wrong.push({...row, found});
    }
    expect(wrong).toEqual([]);
  });

  test('two skills: the cheapest of all staffings', {timeout: 1_200_000}, async () => {
    for (const [first, second, generalist] of [
      [40, 25, 12],
      [25, 40, 14],
      [30, 30, 16],
      [45, 15, 20],
      [15, 30, 22],
    ] as const) {
      const groups: Group[] = [
        {takes: [0], cost: 10, between: [0, 6]},
        {takes: [1], cost: 11, between: [0, 6]},
        {takes: [0, 1], cost: generalist, between: [0, 5]},
      ];
      const scenario = skillCentre([first, second], groups, 0.8, 8, 20);
      expect((await searched(taskOf(scenario))).cost).toBe(await cheapestOfAll(taskOf(scenario)));
    }
  });

  test('five types, ten groups: no dearer than chance with ten times the work', {timeout: 1_200_000}, async () => {
    const single = [0, 1, 2, 3, 4].map((type): Group => ({takes: [type], cost: 10, between: [0, 6]}));
    const double = [0, 1, 2, 3, 4].map((type): Group => ({takes: [type, (type + 1) % 5], cost: 11, between: [0, 6]}));
    const scenario = skillCentre([30, 24, 36, 18, 27], [...single, ...double], 0.8, 8, 20);
    const {cost, simulations} = await searched(taskOf(scenario));
    const chance = [];
    for (const seed of [1, 2]) chance.push(await byChance(taskOf(scenario), 10 * simulations, seed));
    console.log({cost, simulations, chance});
    expect(cost).toBeLessThanOrEqual(Math.min(...chance));
  });
});
