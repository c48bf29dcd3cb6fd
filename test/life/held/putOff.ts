/** What is rescheduled, and logs with activation dates, as people write them: what is wrong with it, and what a run reports. */
import {describe, expect, test} from 'vitest';
import {itemEventsOf, itemsOf, problemsOf, resultsOf} from '../../program/rules/desk.ts';

/** One agent; work at 0 s and 30 s, of 60 s; every first visit ends so. */
const centre = (outcome: string, process = 'sla: 1h', more = '') => `
to: 4h
demand:
  - source: work
    channel: workitem
    arrivals: { at: [ 0s, 30s ] }
    handleTime: 60s
    handling: [ ${outcome} ]
${more}
routing:
  segmentation: { otherwise: p }
  processes: { p: { ${process} } }
workforce: [ { group: Ann, agents: 1 } ]
`;
const said = (...problems: Parameters<typeof problemsOf>) =>
  problemsOf(...problems).map(({at, path, message}) => `${at.file.split('/').at(-1)}:${at.line}: ${path}: ${message}`);

describe('problems', () => {
  test.each([
    [
      'neither a date nor an SLA',
      '{ share: 10%, then: reschedule }',
      'demand.work.handling.0.then: expected `activate` or `sla` of what is rescheduled, found neither',
    ],
    [
      'every visit',
      '{ share: 100%, then: reschedule, activate: 1h }',
      'demand.work.handling: expected items to be done at last, found visits without end on average: 100 % of visits come back',
    ],
    [
      'a bare number',
      '{ share: 10%, then: reschedule, activate: 60 }',
      'demand.work.handling.0.activate: expected a duration with a unit, found the bare number 60: write 60s, 60m or 60h',
    ],
  ])('%s', (_, outcome, says) => {
    expect(said(centre(outcome))).toEqual([`scenario.yaml:12: ${says}`]);
  });
});

test('an SLA in days on a business clock is open time: the dates are shown', () => {
  const yaml = centre('{ share: 10%, then: reschedule, activate: 1d, sla: 2d }', 'sla: 10h, clock: office').replace(
    'demand:',
    'calendars: { office: { open: { daily: 00:00-10:00 } } }\ndemand:',
  );
  expect(said(yaml)).toEqual([
    'scenario.yaml:13: demand.work.handling.0.sla: 2d on the clock office of process p is 48h of open time: from 2026-03-02 00:00 it ends 2026-03-06 08:00',
  ]);
});

describe('a run', () => {
  const HALF = '{ share: 50%, then: reschedule, activate: 20m, sla: 30m }';
  test('by luck of the seed the second item is put off twice', () => {
    expect(itemEventsOf(centre(HALF)).filter((line) => line.includes('work.1'))).toEqual([
      '30 work.1 queued',
      '60 work.1 answered by Ann 1 at 0',
      '60 work.1 assigned',
      '120 work.1 handled by Ann 1',
      '120 work.1 due 3120',
      '120 work.1 held',
      '1320 work.1 queued',
      '1320 work.1 taken again by Ann 1 at 0',
      '1320 work.1 assigned',
      '1380 work.1 handled by Ann 1',
      '1380 work.1 due 4380',
      '1380 work.1 held',
      '2580 work.1 queued',
      '2580 work.1 taken again by Ann 1 at 0',
      '2580 work.1 assigned',
      '2640 work.1 completed by Ann 1',
    ]);
  });

  test('its due date is the last one agreed; finish time is from arrival', async () => {
    // With an hour the first date would be kept by both; with 15 s it is missed by both, and the new one kept.
    const attained = async (sla: string) => (await resultsOf(centre(HALF, `sla: ${sla}`))).flow.total;
    expect((await attained('1h')).slaAttainment?.value).toBe(1);
    const {slaAttainment, due, finishTime, overdue} = await attained('15s');
    expect(slaAttainment?.value).toBe(0.5);
    expect(due?.value).toBe(2);
    expect(overdue?.value).toBe(0);
    expect(finishTime?.value).toBe((60 + 2610) / 2);
  });

  test('cut while it is held: in the balance, and judged neither way', async () => {
    const {balance, flow} = await resultsOf(centre(HALF).replace('to: 4h', 'to: 10m\natEnd: cut'));
    expect(balance).toMatchObject({created: 2, completed: 1, held: 1, waiting: 0, inHand: 0});
    expect(flow.total.undetermined?.value).toBe(1);
    expect(flow.total.slaAttainment?.value).toBe(1);
  });
});

describe('a log with activation dates', () => {
  const log = (onBadRow = '') =>
    centre('{ share: 100%, then: complete }').replace(
      'arrivals: { at: [ 0s, 30s ] }',
      `replay: { file: log.csv, columns: { arrived: at, activate: from }${onBadRow} }`,
    );
  const day = '2026-03-02T00:';
  const files = {
    'log.csv': `at,from\n${day}00:00,${day}10:00\n${day}01:00,\n${day}02:00,${day}01:30\n${day}03:00,${day}03:00\n`,
  };

  test('are held until then, due an SLA after it; a date before arrival makes a bad row', () => {
    expect(itemsOf(log(), files)).toEqual([
      'work.0 came 0, due 4200: Ann 1 600 to 660 [everyone, 0]',
      'work.1 came 60, due 3660: Ann 1 60 to 120 [everyone, 0]',
      'work.3 came 180, due 3780: Ann 1 180 to 240 [everyone, 0]',
    ]);
  });
  test('the bad row is counted, with its line', async () => {
    const {warnings} = await resultsOf(log(), files);
    expect(warnings.map(({message, count, examples}) => [message, count, examples])).toEqual([
      [
        'demand.work: rows of log.csv cannot be used and were left out',
        1,
        ['line 4: its activation date is 30s before it arrives'],
      ],
    ]);
  });
  test('or ends the run', async () => {
    await expect(resultsOf(log(', onBadRow: stop'), files)).rejects.toThrow(/activation date is 30s before it arrives/);
  });
  test('a column that is not there', () => {
    expect(said(log().replace('activate: from', 'activate: form'), files)).toEqual([
      'scenario.yaml:10: demand.work.replay.columns.activate: expected a column of the file, found "form"',
    ]);
  });
});
