/** What is turned away when it arrives: of a process that has expired, or without the id its source owes. */
import {describe, expect, test} from 'vitest';
import {itemsOf, problemsOf, resultsOf} from '../../program/rules/desk.ts';

const centre = (process: string, calendars = '', from = '2026-03-02') => `
from: ${from}
to: 4h
${calendars}
demand:
  - source: work
    channel: workitem
    arrivals: { at: [ 0s, 30m, 1h, 90m ] }
    handleTime: 60s
routing:
  segmentation: { otherwise: p }
  processes: { p: { ${process} } }
workforce: [ { group: Ann, agents: 1 } ]
`;
const ends = (...of: Parameters<typeof centre>) =>
  itemsOf(centre(...of)).map((line) =>
    line
      .replace(/.*came \S+ /, '')
      .replace(/ \[.*/, '')
      .replace('Ann 1 ', ''),
  );
const said = (...of: Parameters<typeof centre>) =>
  problemsOf(centre(...of)).map(({at: {line}, path, message}) => `${line}: ${path}: ${message}`);

describe('a process that expires', () => {
  test('rejects what arrives from that instant on, and finishes what came before', () => {
    expect(ends('expires: 2026-03-02T01:00')).toEqual(['0 to 60', '1800 to 1860', 'rejected', 'rejected']);
  });
  test('on a date: at its beginning, in the zone of the scenario', () => {
    expect(ends('expires: 2026-03-03', 'timezone: Europe/Madrid', '2026-03-02T23:00')).toEqual([
      '0 to 60',
      '1800 to 1860',
      'rejected',
      'rejected',
    ]);
  });
  test('before the start: of a department that is closed nothing is taken', async () => {
    expect(ends('expires: 2025-12-31')).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
    const {balance, flow} = await resultsOf(centre('expires: 2025-12-31'));
    expect(balance).toMatchObject({created: 4, rejected: 4});
    expect(flow.total.rejected?.value).toBe(4);
    expect(flow.total.offered?.value).toBe(0);
  });
  const OPEN = 'calendars: { early: { open: { daily: 00:00-00:40 } }, late: { open: { daily: 00:40-02:00 } } }';
  test('is closed besides when its calendar says so', () => {
    expect(ends('expires: 2026-03-02T01:00, open: late', OPEN)).toEqual([
      'rejected',
      'rejected',
      'rejected',
      'rejected',
    ]);
    expect(ends('expires: 2026-03-02T01:30, open: late', OPEN)).toEqual([
      'rejected',
      'rejected',
      '3600 to 3660',
      'rejected',
    ]);
  });
  test('that queues while it is closed, does so until it expires', () => {
    expect(ends('expires: 2026-03-02T01:30, open: early, whenClosed: queue', OPEN)).toEqual([
      '0 to 60',
      '1800 to 1860',
      '3600 to 3660',
      'rejected',
    ]);
  });
  test('what is no date, and a date that comes too late', () => {
    expect(said('expires: soon').join()).toMatch(/^15: routing.processes.p.expires: expected/);
    expect(said('expires: 2026-03-03')).toEqual([
      '15: routing.processes.p.expires: it expires at or after the end of the scenario: that has no effect',
    ]);
  });
});

describe('a row without an id', () => {
  const log = (more: string) =>
    centre('').replace(
      'arrivals: { at: [ 0s, 30m, 1h, 90m ] }',
      `replay: { file: log.csv, columns: { id: id, arrived: at }${more} }`,
    );
  const files = {'log.csv': 'id,at\na,2026-03-02T00:00:00\n,2026-03-02T00:00:10\n,2026-03-02T00:00:20\n'};
  const warned = async (more: string) =>
    (await resultsOf(log(more), files)).warnings.map(({message, count, examples}) => [message, count, ...examples]);
  test('is left out, counted and listed', async () => {
    expect(itemsOf(log(''), files)).toHaveLength(1);
    expect(await warned('')).toEqual([
      ['demand.work: rows of log.csv cannot be used and were left out', 2, 'line 3: no id', 'line 4: no id'],
    ]);
  });
  test('is rejected, counted and listed, where the scenario says so', async () => {
    expect(itemsOf(log(', withoutId: reject'), files).map((line) => line.replace(/.*: /, ''))).toEqual([
      expect.stringContaining('Ann 1 0 to 60'),
      'rejected',
      'rejected',
    ]);
    expect(await warned(', withoutId: reject')).toEqual([
      ['demand.work: rows of log.csv have no id: their items are rejected', 2, 'line 3', 'line 4'],
    ]);
    const {balance} = await resultsOf(log(', withoutId: reject'), files);
    expect(balance).toMatchObject({created: 3, rejected: 2, completed: 1});
  });
});
