import {expect, test, vi} from 'vitest';
import {report} from '../../src/report/report.ts';
import {fixture} from './fixture.ts';

vi.mock('../../src/report/charts/render.ts', () => {
  throw new Error('the renderer was loaded');
});

test('without pictures the renderer is not loaded; the page and the documents are there', async () => {
  const files = await report(fixture, new Set());
  expect(files.map(({path}) => path)).toEqual([
    'summary.json',
    'series.json',
    'intervals.csv',
    'groups.csv',
    'agents.csv',
    'milestones.csv',
    'stages.csv',
    'flows.csv',
    'process-flows.csv',
    'late.csv',
    'report.html',
  ]);
});

test('with pictures it is', async () => {
  await expect(report(fixture, new Set(['svg']))).rejects.toThrow();
});
