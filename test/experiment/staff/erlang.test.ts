import {expect, test} from 'vitest';
import {abandonmentA, erlangC} from './centres.ts';
import {erlangTable, simulatedStaffing} from './erlangTable.ts';

test('the exact values are those of the books', () => {
  expect(erlangC(8, 10)).toBeCloseTo(0.4092, 4);
  // patience as long as handling: as many leave as with an agent for each, M/M/∞, and so Poisson
  const poisson = [Math.exp(-8)];
  for (let n = 1; n < 60; n++) poisson.push(((poisson[n - 1] ?? 0) * 8) / n);
  const waiting = poisson.reduce((sum, p, n) => sum + p * Math.max(0, n - 7), 0);
  expect(abandonmentA(8, 7, 240)).toBeCloseTo(waiting / 8, 12);
});

test('the table is long, and each of its goals is clearly kept by one number of agents and missed by one fewer', () => {
  const table = erlangTable();
  expect(table.length).toBeGreaterThanOrEqual(50);
  for (const {exact, limit, fewer, kind} of table) {
    const [good, bad] = kind === 'C' ? [exact - limit, limit - fewer] : [limit - exact, fewer - limit];
    expect(Math.min(good, bad)).toBeGreaterThanOrEqual(kind === 'C' ? 0.02 : 0.0075);
  }
});

/** The whole table is simulated by `PREROUTE_LONG=1 vitest run test/experiment/staff/long.test.ts`. */
test.each(erlangTable().filter((_, index) => index % 30 === 1))('$kind: load $load needs $agents', async (row) => {
  expect(await simulatedStaffing(row)).toBe(row.agents);
});
