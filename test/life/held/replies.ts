/** Pending as people write it: replies that are items of their own, the agent who had it, what is wrong with it, what is reported. */
import {describe, expect, test} from 'vitest';
import {itemEventsOf, problemsOf, resultsOf} from '../../program/rules/desk.ts';

/** Ann in front, Bob for the mail; a case at 0 s takes 60 s, then a second visit 60 s. */
const centre = (pending: string, {process = 'sla: 1h', cases = '0s', share = '98%'} = {}) => `
to: 4h
demand:
  - source: cases
    channel: workitem
    arrivals: { at: [ ${cases} ] }
    handleTime: 60s
    handling: [ { share: ${share}, then: pending, ${pending} } ]
routing:
  segmentation: { otherwise: front }
  processes: { front: { distribute: front, ${process} }, mail: { distribute: mail, sla: 10m } }
  distribution: { front: { targets: [ { groups: [ Ann, Abe ] } ] }, mail: { targets: [ { groups: [ Bob ] } ] } }
workforce: [ { group: Ann, agents: 1 }, { group: Abe, agents: 1 }, { group: Bob, agents: 1 } ]
`;
const story = (...of: Parameters<typeof centre>) =>
  itemEventsOf(centre(...of)).map((line) => line.replaceAll(/(Ann|Abe|Bob) 1/g, '$1').replace(/ at 0$/, ''));
const AS_MAIL = 'replyAs: { open: mail, handleTime: 90s }';
/** By luck of the seed, with 50 % the second visit of the first case is its last. */
const HALF = {share: '50%'};

describe('a reply that somebody has to handle', () => {
  test('is an item of its own; the case goes on when it is done', () => {
    const lines = story(`reply: 5m, ${AS_MAIL}`, {cases: '0s, 1h'});
    expect(lines.slice(0, 12)).toEqual([
      '0 cases.0 queued',
      '0 cases.0 answered by Ann',
      '0 cases.0 assigned',
      '60 cases.0 handled by Ann',
      '60 cases.0 held',
      '360 cases: mail.0 queued',
      '360 cases: mail.0 answered by Bob',
      '360 cases: mail.0 assigned',
      '450 cases: mail.0 completed by Bob',
      '450 cases.0 queued',
      '450 cases.0 taken again by Abe',
      '450 cases.0 assigned',
    ]);
  });
  test('in time stops the time to the closing, however long it is handled', () => {
    const lines = story('reply: 5m, closeAfter: 5m, replyAs: { open: mail, handleTime: 20m }');
    expect(lines).toContain('1560 cases.0 queued');
  });
  test('too late is no item at all', async () => {
    const lines = story(
      'reply: { uniform: { min: 5m, max: 10m } }, closeAfter: 5m, replyAs: { open: mail, handleTime: 20m }',
    );
    expect(lines.slice(-3)).toEqual(['60 cases.0 held', '360 cases.0 lapses', '360 cases.0 completed']);
  });
  test('the clock stands still until it is done', () => {
    const lines = story(`reply: 5m, clock: stopped, ${AS_MAIL}`);
    expect(lines.slice(4, 11)).toEqual([
      '60 cases.0 due Infinity',
      '60 cases.0 held',
      '360 cases: mail.0 queued',
      '360 cases: mail.0 answered by Bob',
      '360 cases: mail.0 assigned',
      '450 cases: mail.0 completed by Bob',
      '450 cases.0 due 3990',
    ]);
  });
  test('cut while it is handled: the case is held', async () => {
    const {balance} = await resultsOf(centre(`reply: 5m, ${AS_MAIL}`).replace('to: 4h', 'to: 400s\natEnd: cut'));
    expect(balance).toMatchObject({created: 2, opened: 1, held: 1, inHand: 1, completed: 0});
  });
});

describe('who goes on with it', () => {
  // Abe has another case from 300 to 360 s, Ann from 305 to 365 s
  const three = {cases: '0s, 300s, 305s'};
  const again = (pending: string) => story(pending, three).find((line) => /cases.0 taken again/.test(line));
  test('whoever routing finds', () => {
    expect(again('reply: 250s')).toBe('360 cases.0 taken again by Abe');
  });
  test('the agent who had it', () => {
    expect(again('reply: 250s, resume: sameAgent')).toBe('365 cases.0 taken again by Ann');
  });
  test('the agent who had it, for a while', () => {
    expect(again('reply: 250s, resume: sameAgent, waitForAgent: 52s')).toBe('362 cases.0 taken again by Abe');
  });
});

describe('what is reported', () => {
  test('closed by inactivity: complete, counted apart', async () => {
    const yaml = centre('reply: { uniform: { min: 5m, max: 10m } }, closeAfter: 5m', {
      cases: '0s, 10s, 20s',
      share: '100%',
    });
    const {balance, flow} = await resultsOf(yaml.replace('100%', '98%'));
    expect(balance).toMatchObject({created: 3, completed: 3, held: 0});
    expect(flow.total.closedByInactivity?.value).toBe(3);
    expect(flow.total.completed?.value).toBe(3);
    expect(flow.total.slaAttainment?.value).toBe(1);
    expect(flow.total.visits?.value).toBe(1);
  });
  test('the SLA that runs on while the customer is waited for is missed; that which stands still is kept', async () => {
    const attained = async (clock: string) =>
      (await resultsOf(centre(`reply: 30m, clock: ${clock}`, {process: 'sla: 20m', ...HALF}))).flow.total.slaAttainment
        ?.value;
    expect(await attained('runs')).toBe(0);
    expect(await attained('stopped')).toBe(1);
  });
  test('what stands still at the end is due at no time', async () => {
    const yaml = centre('reply: 30m, clock: stopped', {process: 'sla: 5m'}).replace('to: 4h', 'to: 10m\natEnd: cut');
    const {flow} = await resultsOf(yaml);
    expect(flow.total.due?.value).toBe(0);
    expect(flow.total.undetermined?.value).toBe(0);
  });
});

describe('problems', () => {
  const said = (...of: Parameters<typeof centre>) =>
    problemsOf(centre(...of)).map(
      ({at: {line}, path, message}) => `${line}: ${path.replace('demand.cases.handling.', '')}: ${message}`,
    );
  test.each([
    [
      'closeAfter: 4m',
      'reply: { uniform: { min: 5m, max: 10m } }, closeAfter: 4m',
      '0.closeAfter: expected at least the shortest time to a reply, 5m, found 4m: nobody would reply in time',
    ],
    [
      'a constant reply',
      'reply: 5m, closeAfter: 4m',
      '0.closeAfter: expected at least the shortest time to a reply, 5m, found 4m: nobody would reply in time',
    ],
    [
      'an agent to wait for, and routing',
      'reply: 5m, waitForAgent: 1h',
      '0.waitForAgent: expected no waitForAgent where routing finds somebody',
    ],
    ['another clock', 'reply: 5m, clock: stop', '0.clock: expected runs or stopped, found "stop"'],
    ['no reply', 'closeAfter: 14d', '0.reply: expected the key reply, found none'],
  ])('%s', (_, pending, says) => {
    expect(said(pending)).toEqual([`12: ${says}`]);
  });
  test('an exponential reply may come at once', () => {
    expect(said(`reply: { exponential: { mean: 5h } }, closeAfter: 4m, ${AS_MAIL}`)).toEqual([]);
  });
  test('a process that there is not', () => {
    expect(said('reply: 5m, replyAs: { open: post, handleTime: 1m }').join()).toMatch(
      /expected a process|known process/,
    );
  });
});
