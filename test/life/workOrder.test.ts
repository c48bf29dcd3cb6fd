/** Work orders, by hand: what opens what, who waits, who finishes it. */
import {describe, expect, test} from 'vitest';
import {itemEventsOf, problemsOf, resultsOf} from '../program/rules/desk.ts';

/** Ann and Abe in front, Bob behind; a case at 0 s takes 60 s. */
const centre = (
  order: string,
  {cases = '0s', more = '', source = '', group = '', back = '', agents = '{ group: Ann, agents: 1 }'} = {},
) => `
to: 1h
demand:
  - source: cases
    channel: workitem
    arrivals: { at: [ ${cases} ] }
    handleTime: 60s
${source}
    handling: [ { share: 100%, then: workOrder, ${order} } ]
${more}
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ '"other"' ], then: third } ], otherwise: front }
  processes: { front: { distribute: front }, back: { distribute: back ${back} }, third: { distribute: back } }
  distribution: { front: { targets: [ { groups: [ Ann ${group} ] } ] }, back: { targets: [ { groups: [ Bob ] } ] } }
workforce: [ ${agents}, { group: Bob, agents: 1 } ]
`;
const story = (...of: Parameters<typeof centre>) =>
  itemEventsOf(centre(...of)).map((line) => line.replace(/ at [\d.]+$/, '').replaceAll(' 1', ''));

const OPENED = [
  '0 cases.0 queued',
  '0 cases.0 answered by Ann',
  '0 cases.0 assigned',
  '60 cases.0 handled by Ann',
  '60 cases.0 held',
  '60 cases: back.0 queued',
  '60 cases: back.0 answered by Bob',
  '60 cases: back.0 assigned',
];
const AFTER_OPENING = OPENED.length;

describe('the item waits for what it opened', () => {
  test('held, then finished by the agent who had it', () => {
    expect(story('open: back, handleTime: 100s, finish: 20s')).toEqual([
      ...OPENED,
      '160 cases: back.0 completed by Bob',
      '160 cases.0 queued',
      '160 cases.0 taken again by Ann',
      '160 cases.0 assigned',
      '180 cases.0 completed by Ann',
    ]);
  });

  test('finishing takes what its source says where nothing else is said, and is the end of it', () => {
    expect(story('open: back, handleTime: 100s').slice(AFTER_OPENING)).toEqual([
      '160 cases: back.0 completed by Bob',
      '160 cases.0 queued',
      '160 cases.0 taken again by Ann',
      '160 cases.0 assigned',
      '220 cases.0 completed by Ann',
    ]);
  });

  test('closed at once by the end of what it opened', () => {
    expect(story('open: back, handleTime: 100s, finish: none').slice(AFTER_OPENING)).toEqual([
      '160 cases: back.0 completed by Bob',
      '160 cases.0 completed',
    ]);
  });

  test('closed, and then confirmed by its source, as anything that is complete', () => {
    const source = '    confirmed: 30s';
    expect(story('open: back, handleTime: 100s, finish: none', {source}).slice(AFTER_OPENING)).toEqual([
      '160 cases: back.0 completed by Bob',
      '160 cases.0 awaiting',
      '190 cases.0 completed',
    ]);
  });

  test('it goes on when handling behind ends, not when that is wrapped up; it opens when it is wrapped up itself', () => {
    const source = '    wrapUp: 5s';
    const told = story('open: back, handleTime: 100s, wrapUp: 50s, finish: 20s', {source});
    expect(told.filter((line) => /held|completed|again/.test(line))).toEqual([
      '65 cases.0 held',
      '165 cases: back.0 completed by Bob',
      '165 cases.0 taken again by Ann',
      '185 cases.0 completed by Ann',
    ]);
  });

  test('in nobody’s hands: the agent takes the next item meanwhile, and finishes the first by its age', () => {
    const told = story('open: back, handleTime: 70s, finish: 20s', {cases: '0s, 30s, 40s'});
    expect(told.filter((line) => /(answered|again) by Ann/.test(line))).toEqual([
      '0 cases.0 answered by Ann',
      '60 cases.1 answered by Ann',
      '120 cases.2 answered by Ann',
      '180 cases.0 taken again by Ann',
      '200 cases.1 taken again by Ann',
      '270 cases.2 taken again by Ann',
    ]);
  });
});

describe('who finishes it', () => {
  /** Ann has taken a second case at 60 s, Abe is free. */
  const two = {cases: '0s, 60s', group: ', Abe', agents: '{ group: Ann, agents: 1 }, { group: Abe, agents: 0 }'};
  const busy = {...two, agents: '{ group: Ann, agents: 1 }, { group: Abe, agents: 1, skills: { x: 1 } }'};
  const again = (order: string) =>
    story(`open: back, handleTime: 10s, finish: 20s, ${order}`, busy).filter((line) => /by (Ann|Abe)/.test(line));

  test('routing finds whoever is free', () => {
    // At 60 s Abe has been free for longest: the second case is his; Ann is free when the first comes back.
    expect(again('resume: routed')).toEqual([
      '0 cases.0 answered by Ann',
      '60 cases.0 handled by Ann',
      '60 cases.1 answered by Abe',
      '70 cases.0 taken again by Ann',
      '90 cases.0 completed by Ann',
      '120 cases.1 handled by Abe',
      '130 cases.1 taken again by Ann',
      '150 cases.1 completed by Ann',
    ]);
  });

  test('the agent who had it, though another has been free for longer', () => {
    expect(again('resume: sameAgent').filter((line) => /again/.test(line))).toEqual([
      '70 cases.0 taken again by Ann',
      '130 cases.1 taken again by Abe',
    ]);
  });
  const late = {...busy, cases: '0s, 60s, 61s, 62s'};
  const whoIn = (order: string) =>
    story(`open: back, handleTime: 10s, finish: 20s, ${order}`, late).filter((line) => /again/.test(line))[0];

  test('busy, he is waited for as long as it is said, then routing finds somebody', () => {
    // 61 s: Ann takes the third case until 121 s. Abe is busy with the second until 120 s.
    expect(whoIn('resume: sameAgent')).toBe('121 cases.0 taken again by Ann');
    expect(whoIn('resume: sameAgent, waitForAgent: 40s')).toBe('120 cases.0 taken again by Abe');
    expect(whoIn('resume: routed')).toBe('120 cases.0 taken again by Abe');
  });

  const shifts = (until: string) => `shifts: { all: { daily: 00:00-24:00 }, short: { daily: 00:00-${until} } }`;
  test('he has gone for good: routing finds somebody at once, though he was to be waited for', () => {
    const gone = {
      ...busy,
      agents: '{ group: Ann, agents: 1, shift: short }, { group: Abe, agents: 1 }',
    };
    const yaml = centre('open: back, handleTime: 100s, finish: 20s', gone);
    const again = (text: string) =>
      itemEventsOf(`${shifts(text)}\n${yaml}`).filter((line) => /cases.0 taken again/.test(line));
    // Off duty at 60 s (the case comes back at 160 s), and at 300 s.
    expect(again('00:01')).toEqual(['160 cases.0 taken again by Abe 1 at 0']);
    expect(again('00:05')).toEqual(['160 cases.0 taken again by Ann 1 at 0']);
  });

  test('he goes for good while it waits for him', () => {
    const gone = {
      ...busy,
      cases: '0s, 60s, 61s',
      agents: '{ group: Ann, agents: 1, shift: short }, { group: Abe, agents: 1 }',
    };
    const yaml = `${shifts('00:02')}\n${centre('open: back, handleTime: 10s, finish: 20s', gone)}`;
    // Ann has the third case from 61 s, Abe the second to 120 s, when Ann's shift ends.
    expect(itemEventsOf(yaml).filter((line) => /cases.0 taken again/.test(line))).toEqual([
      '120 cases.0 taken again by Abe 1 at 0',
    ]);
  });
});

describe('several, and none to wait for', () => {
  const LINES = 'lineItems: [ { open: back, handleTime: 30s }, { open: third, handleTime: 50s } ], finish: 20s';
  test('line items in two processes: the last that is final has it go on', () => {
    expect(
      story(LINES)
        .slice(5)
        .filter((line) => !/queued|assigned/.test(line)),
    ).toEqual([
      '60 cases: back.0 answered by Bob',
      '90 cases: back.0 completed by Bob',
      '90 cases: third.0 answered by Bob',
      '140 cases: third.0 completed by Bob',
      '140 cases.0 taken again by Ann',
      '160 cases.0 completed by Ann',
    ]);
  });

  test('two of one process are two sources, told apart by their names', () => {
    const order = 'lineItems: [ { open: back, handleTime: 30s }, { open: back, handleTime: 50s } ], finish: none';
    expect(story(order).filter((line) => /completed/.test(line))).toEqual([
      '90 cases: back.0 completed by Bob',
      '140 cases: back 2.0 completed by Bob',
      '140 cases.0 completed',
    ]);
  });

  test('it does not wait: complete when handling ends, what it opens lives on', () => {
    expect(story('open: back, handleTime: 100s, wait: no', {source: '    wrapUp: 5s'})).toEqual([
      ...OPENED.slice(0, 3),
      '60 cases.0 completed by Ann',
      '65 cases: back.0 queued',
      '65 cases: back.0 answered by Bob',
      '65 cases: back.0 assigned',
      '165 cases: back.0 completed by Bob',
    ]);
  });

  test('it does not wait, and what it opens is turned away at once', () => {
    const calendars = 'calendars: { night: { open: { daily: 01:00-02:00 } } }';
    const yaml = `${calendars}\n${centre('open: back, handleTime: 100s, wait: no', {back: ', open: night'})}`;
    expect(itemEventsOf(yaml).slice(-2)).toEqual(['60 cases.0 completed by Ann 1', '60 cases: back.0 rejected']);
  });

  test('a work order of a work order', () => {
    const order =
      'open: back, handleTime: 30s, finish: 20s, handling: [ { share: 100%, then: workOrder, open: third, handleTime: 50s, finish: none } ]';
    expect(story(order).filter((line) => /completed|held/.test(line))).toEqual([
      '60 cases.0 held',
      '90 cases: back.0 held',
      '140 cases: back: third.0 completed by Bob',
      '140 cases: back.0 completed',
      '160 cases.0 completed by Ann',
    ]);
  });

  test('a customer who would call again after the end is nobody whom an order waits for', () => {
    const line =
      '  - { source: line, channel: voice, arrivals: { at: [ 59.5m ] }, handleTime: 60s, patience: 10s, redial: { share: 99.9999%, after: 5m, atMost: 1 } }';
    const yaml = centre('open: back, handleTime: 10m, finish: none', {cases: '59m', more: line});
    expect(
      itemEventsOf(yaml.replace('to: 1h', 'to: 1h\natEnd: drain')).filter((line) => !/assigned|queued/.test(line)),
    ).toEqual([
      '3540 cases.0 answered by Ann 1 at 0',
      '3580 line.0 abandoned',
      '3600 cases.0 handled by Ann 1',
      '3600 cases.0 held',
      '3600 cases: back.0 answered by Bob 1 at 0',
      '4200 cases: back.0 completed by Bob 1',
      '4200 cases.0 completed',
    ]);
  });

  test('rejected because nobody is there: the item goes on without it', () => {
    const closed = {back: ', open: night, whenClosed: reject'};
    const calendars = 'calendars: { night: { open: { daily: 01:00-02:00 } } }';
    expect(
      itemEventsOf(`${calendars}\n${centre(LINES, closed)}`).filter((line) => /rejected|held|again/.test(line)),
    ).toEqual(['60 cases.0 held', '60 cases: back.0 rejected', '110 cases.0 taken again by Ann 1 at 0']);
    const only = centre('open: back, handleTime: 30s, finish: 20s', closed);
    expect(itemEventsOf(`${calendars}\n${only}`).filter((line) => /rejected|held|again/.test(line))).toEqual([
      '60 cases.0 held',
      '60 cases: back.0 rejected',
      '60 cases.0 taken again by Ann 1 at 0',
    ]);
  });
});

describe('what is promised', () => {
  test('each on its own clock: the case day and night, its check when the back office is open', async () => {
    const calendars = 'calendars: { late: { open: { daily: 00:10-24:00 } } }';
    const yaml = `${calendars}\n${centre('open: back, handleTime: 2m, finish: 20s', {
      back: ', sla: 3m, clock: late',
    }).replace('front: {', 'front: { sla: 3m, ')}`;
    const {flow, balance} = await resultsOf(yaml);
    // Done at 60 + 120 + 20 = 200 s, due at 180 s; the check is done at 180 s, due at 10 m + 3 m.
    expect(flow.process.front?.slaAttainment?.value).toBe(0);
    expect(flow.process.back?.slaAttainment?.value).toBe(1);
    expect(balance).toMatchObject({created: 2, completed: 2});
  });

  test('what outlives the horizon is in the balance, and its item is held', async () => {
    const {balance} = await resultsOf(`atEnd: cut\n${centre('open: back, handleTime: 2h')}`);
    expect(balance).toMatchObject({created: 2, completed: 0, inHand: 1, held: 1, waiting: 0});
  });
});

test('reported with the attributes of what opened it, and under values of its own', async () => {
  const yaml = (own: string) =>
    `reportBy: [ segment ]\n${centre(`open: back, handleTime: 10s ${own}`, {source: '    attributes: { segment: Gold }'})}`;
  const offered = async (text: string) =>
    Object.entries((await resultsOf(text)).flow.attribute.segment ?? {}).map(([value, of]) => [
      value,
      of.offered?.value,
    ]);
  expect(await offered(yaml(''))).toEqual([['Gold', 2]]);
  expect(await offered(yaml(', attributes: { segment: Internal }'))).toEqual([
    ['Gold', 1],
    ['Internal', 1],
  ]);
});

test('what is opened counts as load, and a process only work orders reach is used', () => {
  const yaml = centre('open: back, handleTime: 3h', {cases: '0s, 1s, 2s'}).replace(
    'arrivals: { at: [ 0s, 1s, 2s ] }',
    'arrivals: { perHour: 10 }',
  );
  const found = problemsOf(yaml).map(({message}) => message);
  expect(found.filter((message) => /what all agents/.test(message))).toEqual([
    'the work of cases: back is 30.0 times what all agents who may take it could do: about 30 hours for 1',
  ]);
  expect(found.filter((message) => /nothing uses/.test(message))).toEqual([]);
});

describe('called off', () => {
  /** A log of one case, and what its source says of it at an instant. */
  const canceled = (at: string, order: string) => {
    const yaml = centre(order, {cases: '0s'}).replace(
      / {4}arrivals: .*\n/,
      '    replay: { file: log.csv, commands: { file: commands.csv }, columns: { id: id, arrived: at } }\n',
    );
    const files = {
      'log.csv': 'id,at\na,2026-03-02T00:00:00\n',
      'commands.csv': `time,id,command,value\n2026-03-02T00:0${at},a,cancel,\n`,
    };
    return {yaml, files};
  };
  const LINES = 'lineItems: [ { open: back, handleTime: 100s }, { open: third, handleTime: 50s } ], finish: 20s';

  test('with all that it waits for: what is in hand is dropped, what waits is gone', async () => {
    const {yaml, files} = canceled('1:30', LINES);
    expect(itemEventsOf(yaml, files).filter((line) => /canceled|completed|again/.test(line))).toEqual([
      '90 cases.0 canceled',
      '90 cases: back.0 canceled, in hand of Bob 1',
      '90 cases: third.0 canceled',
    ]);
    const {balance} = await resultsOf(yaml, files);
    expect(balance).toMatchObject({created: 3, cancelled: 3, completed: 0, opened: 2});
  });

  test('what it does not wait for lives on', () => {
    const {yaml, files} = canceled('1:30', 'open: back, handleTime: 100s, wait: no');
    expect(itemEventsOf(yaml, files).filter((line) => /canceled|completed/.test(line))).toEqual([
      '60 cases.0 completed by Ann 1',
      '160 cases: back.0 completed by Bob 1',
    ]);
  });
});

test('routing and other items change no draw: handle times of the checks of two rosters', () => {
  const order = 'open: back, handleTime: { exponential: { mean: 100s } }, finish: { exponential: { mean: 50s } }';
  const lasts = (yaml: string) => {
    const lines = itemEventsOf(yaml).map((line) => line.split(' '));
    const of = (name: RegExp, what: RegExp) =>
      lines.filter((line) => name.test(line.join(' ')) && what.test(line.join(' '))).map(([time]) => Number(time));
    const [begins, ends] = [of(/cases: back\.1 /, /answered/), of(/cases: back\.1 /, /completed/)];
    const [again, done] = [of(/cases\.1 /, /taken again/), of(/cases\.1 /, /completed/)];
    return [begins, ends, again, done].map(([time = Number.NaN]) => time);
  };
  const span = ([a = 0, b = 0, c = 0, d = 0]: number[]) => [(b - a).toFixed(3), (d - c).toFixed(3)];
  const one = lasts(centre(order, {cases: '0s, 10s, 20s'}));
  const other = lasts(
    centre(`resume: routed, ${order}`, {
      cases: '0s, 10s, 20s',
      group: ', Abe',
      agents: '{ group: Ann, agents: 1 }, { group: Abe, agents: 3 }',
    }),
  );
  expect(other).not.toEqual(one);
  expect(span(other)).toEqual(span(one));
});

describe('problems', () => {
  const said = (order: string, of: Parameters<typeof centre>[1] = {}) =>
    problemsOf(centre(order, of)).map(({at, path, message}) => `${at.line}: ${path}: ${message}`);
  const AT = '13: demand.cases.handling.0';

  test.each([
    [
      'its own process',
      'open: front, handleTime: 10s',
      `${AT}.open: expected another process than its own, found "front": items of cases may be in it`,
    ],
    ['an unknown process', 'open: bakc, handleTime: 10s', `${AT}.open: expected a known process, found "bakc"`],
    [
      'a circle',
      'open: back, handleTime: 10s, handling: [ { share: 50%, then: workOrder, open: front, handleTime: 10s } ]',
      `${AT}.handling.0.open: expected a process that nobody who waits for it is in, found "front": cases`,
    ],
    ['no process', 'handleTime: 10s', `${AT}.open: expected the key open, or lineItems, found none`],
    ['no handle time', 'open: back', `${AT}.handleTime: expected the key handleTime, or lineItems, found none`],
    [
      'line items, and one beside them',
      'open: back, lineItems: [ { open: back, handleTime: 10s } ]',
      `${AT}.open: expected open in each of lineItems, found it beside them`,
    ],
    ['no line items', 'lineItems: []', `${AT}.lineItems: expected at least one line item`],
    [
      'an agent is waited for and is not',
      'open: back, handleTime: 10s, resume: routed, waitForAgent: 5m',
      `${AT}.waitForAgent: expected no waitForAgent with resume: routed, which waits for nobody`,
    ],
    [
      'finished, though it is complete',
      'open: back, handleTime: 10s, wait: no, finish: 5m',
      `${AT}.finish: expected no finish where the item does not wait: it is complete at once`,
    ],
    ['neither yes nor no', 'open: back, handleTime: 10s, wait: maybe', `${AT}.wait: expected yes or no, found "maybe"`],
    [
      'a slip in what becomes of it',
      'open: back, handleTime: 10s, handling: [ { share: 5, then: complete } ]',
      `${AT}.handling.0.share: expected a share in percent, found the bare number 5: write 5%`,
    ],
  ])('%s', (_, order, says) => {
    expect(said(order)[0]).toBe(says);
  });

  test('rejected while closed is a doubt', () => {
    const calendars = 'calendars: { night: { open: { daily: 01:00-02:00 } } }';
    const found = problemsOf(`${calendars}\n${centre('open: back, handleTime: 10s', {back: ', open: night'})}`);
    expect(found.map(({severity, message}) => [severity, message])).toContainEqual([
      'warning',
      'what is opened while back is closed is rejected, and its item goes on without it',
    ]);
  });
});
