/** The life of items as people write it: what is wrong with it, and what a whole run reports. */
import {describe, expect, test} from 'vitest';
import {eventsOf, itemsOf, problemsOf, resultsOf} from '../program/rules/desk.ts';

const HANDLING = '[ { share: 50%, then: markDone } ]';
/** One agent; work at 0 s and 30 s, of 60 s and 10 s of wrap-up. */
const centre = (handling = HANDLING, more = '', process = 'confirmWithin: 5m') => `
to: 1h
demand:
  - source: work
    channel: workitem
    arrivals: { at: [ 0s, 30s ] }
    handleTime: 60s
    wrapUp: 10s
    handling: ${handling}
${more}
routing:
  segmentation: { otherwise: p }
  processes: { p: { ${process} } }
workforce: [ { group: Ann, agents: 1 } ]
`;
const said = (...problems: Parameters<typeof problemsOf>) =>
  problemsOf(...problems).map(({at, path, message}) => `${at.line}: ${path}: ${message}`);

describe('problems', () => {
  test.each([
    [
      'shares above 100 %',
      centre('[ { share: 60%, then: markDone }, { share: 50%, then: complete } ]'),
      'demand.work.handling: expected shares that come to 100 % at most, found 110 %',
    ],
    [
      'a loop without end',
      centre('[ { share: 100%, then: markDone } ]'),
      'demand.work.handling: expected items to be done at last, found visits without end on average: 100 % of visits come back',
    ],
    [
      'a loop that hardly ever ends',
      centre('[ { share: 99.5%, then: markDone } ]'),
      'demand.work.handling: expected items to be done at last, found 200 visits of an item on average: 99.5 % of visits come back',
    ],
    [
      'no time for the confirmation',
      centre(HANDLING, '', 'sla: 8h'),
      'demand.work.handling.0.then: expected `confirmWithin` in the process: what is never confirmed would never come back',
    ],
    [
      'no outcome at all',
      centre('[]'),
      'demand.work.handling: expected at least one outcome, as in [ { share: 100%, then: complete } ]',
    ],
  ])('%s', (_, yaml, says) => {
    expect(said(yaml)).toEqual([`13: ${says}`]);
  });

  test('99 % may come back: a hundred visits', () => {
    expect(said(centre('[ { share: 99%, then: markDone } ]'))).toEqual([]);
  });

  test('a process without a time for the confirmation beside one that has it is a doubt', () => {
    const yaml = centre()
      .replace('{ otherwise: p }', '{ columns: [ kind ], rules: [ { if: [ a ], then: q } ], otherwise: p }')
      .replace('processes: {', 'processes: { q: { },')
      .replace('    handleTime', '    attributes: { kind: { a: 50%, b: 50% } }\n    handleTime');
    expect(said(yaml)).toEqual([
      '14: demand.work.handling.0.then: items of q that the source never confirms stay open for ever',
    ]);
  });

  test('a log that has handle times and nothing to draw those of later visits from', () => {
    const log = (more: string) =>
      `${centre().replace(/ {4}arrivals.*\n {4}handleTime.*\n/, `    replay: { file: log.csv, columns: { arrived: at, handleTime: { column: h, unit: s${more} } } }\n`)}`;
    const files = {'log.csv': 'at,h\n2026-03-02T00:00:00,60\n'};
    expect(said(log(''), files)).toEqual([
      '12: demand.work.handling: expected a distribution of handle time: the log has that of the first visit only',
    ]);
    expect(said(log(', missing: 2m'), files)).toEqual([]);
  });
});

describe('a run', () => {
  // by luck of the seed the second item is not confirmed twice: 130 + 10 + 300, 500 + 10 + 300
  test('visits, queueing and the time to the end, in summary and items', async () => {
    expect(eventsOf(centre()).filter((line) => / (completed|again|queued)/.test(line))).toEqual([
      '0 work.0 queued',
      '30 work.1 queued',
      '60 work.0 completed by Ann 1',
      '440 work.1 queued',
      '440 work.1 taken again by Ann 1 at 0',
      '810 work.1 queued',
      '810 work.1 taken again by Ann 1 at 0',
      '870 work.1 completed by Ann 1',
    ]);
    const {flow} = await resultsOf(centre());
    const value = (key: string) => flow.total[key]?.value;
    expect(value('visits')).toBe(2);
    expect(value('wait')).toBe(20);
    expect(value('queueTime')).toBe(20);
    expect(value('finishTime')).toBe((60 + 840) / 2);
    expect(value('handleTime')).toBe((70 + 3 * 70) / 2);
    expect(value('answered')).toBe(2);
    expect(value('completed')).toBe(2);
  });

  test('what comes back queues again', async () => {
    // two marked done, both back while somebody else is in hand
    const yaml = centre().replace('0s, 30s', '0s, 30s, 430s');
    expect(
      eventsOf(yaml)
        .filter((line) => /work.1 (taken|queued)|work.2 answered/.test(line))
        .slice(0, 4),
    ).toEqual([
      '30 work.1 queued',
      '430 work.2 answered by Ann 1 at 0',
      '440 work.1 queued',
      '500 work.1 taken again by Ann 1 at 0',
    ]);
    const {flow} = await resultsOf(yaml);
    expect(flow.total.queueTime?.value).toBeGreaterThan(flow.total.wait?.value ?? Infinity);
  });

  test('cut at the horizon: held while awaited, in the balance and the log', async () => {
    const yaml = centre().replace('to: 1h', 'to: 5m\natEnd: cut');
    const {balance} = await resultsOf(yaml);
    expect(balance).toMatchObject({created: 2, completed: 1, held: 1, inHand: 0, waiting: 0});
  });
  test('cut while it waits again', async () => {
    const yaml = centre().replace('to: 1h', 'to: 445s\natEnd: cut').replace('0s, 30s', '0s, 30s, 430s');
    const {balance} = await resultsOf(yaml);
    expect(balance).toMatchObject({created: 3, completed: 1, held: 0, inHand: 1, waiting: 1});
  });

  test('a scenario in which everything is complete is told as ever', () => {
    const items = itemsOf(centre('[ { share: 100%, then: complete } ]'));
    expect(items).toEqual(itemsOf(centre('[ { share: 0%, then: markDone } ]')));
    expect(eventsOf(centre('[ { share: 100%, then: complete } ]')).join()).not.toContain('queued');
  });
});
