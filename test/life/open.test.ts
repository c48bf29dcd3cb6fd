/** A run that begins with what is open: by hand, each status of a snapshot; and what may be wrong in one. */
import {describe, expect, test} from 'vitest';
import {itemEventsOf, problemsOf, resultsOf} from '../program/rules/desk.ts';

const HEADER = 'id,opened,status,owner,until,left';
/** The run begins on Monday, 2 March 2026, at midnight; Ann 1 is one agent of one item at a time. */
const desk = (more: {source?: string; group?: string; columns?: string} = {}) => `
demand:
  - source: cases
    channel: workitem
    handleTime: 60s
    open:
      file: open.csv
      columns: { id: id, arrived: opened, status: status, owner: owner, until: until, remaining: left ${more.columns ?? ''} }
    ${more.source ?? ''}
routing: { segmentation: { otherwise: all }, processes: { all: { confirmWithin: 30m } } }
workforce: [ { group: Ann, agents: 1 ${more.group ?? ''} } ]
`;
const rows = (...lines: string[]) => ({'open.csv': [HEADER, ...lines, ''].join('\n')});
const NIGHT = '2026-03-02T00:';
const story = (files: Record<string, string>, more = {}) => itemEventsOf(desk(more), files);

describe('where items stand', () => {
  test('in line with their age, the oldest first, whatever the order of the file', () => {
    const files = rows('1,2026-03-01T23:00,,,,', '2,2026-03-01T22:00,queued,,,');
    expect(story(files)).toEqual([
      '0 cases.1 queued',
      '0 cases.0 queued',
      '0 cases.1 answered by Ann 1 at 0',
      '0 cases.1 assigned',
      '60 cases.1 completed by Ann 1',
      '60 cases.0 answered by Ann 1 at 0',
      '60 cases.0 assigned',
      '120 cases.0 completed by Ann 1',
    ]);
  });

  test('in hand, with what is left to do; nobody is given more than he has room for', () => {
    const files = rows('1,2026-03-01T23:00,,,,', '2,2026-03-01T22:00,assigned,Ann 1,,10');
    expect(story(files)).toEqual([
      '0 cases.1 answered by Ann 1 at 0',
      '0 cases.1 assigned',
      '0 cases.0 queued',
      '10 cases.1 completed by Ann 1',
      '10 cases.0 answered by Ann 1 at 0',
      '10 cases.0 assigned',
      '70 cases.0 completed by Ann 1',
    ]);
  });

  test('in hand of somebody who is not there, or has no room: kept for him, before what is new', () => {
    const files = rows(
      '1,2026-03-01T22:00,,,,',
      '2,2026-03-01T23:00,assigned,Ann 1,,10',
      '3,2026-03-01T23:30,assigned,Ann 1,,20',
    );
    const group = ', shift: early';
    const text = `shifts: { early: { daily: 00:05-08:00 } }\n${desk({group}).replace('agents: 1 , shift', 'agents: 1, shift')}`;
    expect(itemEventsOf(text, files).filter((line) => /answered|completed/.test(line))).toEqual([
      '300 cases.1 answered by Ann 1 at 0',
      '310 cases.1 completed by Ann 1',
      '310 cases.2 answered by Ann 1 at 0',
      '330 cases.2 completed by Ann 1',
      '330 cases.0 answered by Ann 1 at 0',
      '390 cases.0 completed by Ann 1',
    ]);
  });

  test('parked in an agent’s workbin until its time', () => {
    const files = rows(`1,2026-03-01T23:00,parked,Ann 1,${NIGHT}05,30`);
    expect(story(files)).toEqual([
      '0 cases.0 held',
      '0 cases.0 into the workbin of Ann 1',
      '300 cases.0 answered by Ann 1 at 0',
      '300 cases.0 assigned',
      '300 cases.0 out of the workbin of Ann 1',
      '330 cases.0 completed by Ann 1',
    ]);
  });

  test('held until an instant, then in line with its age', () => {
    const files = rows(
      `1,2026-03-01T22:00,held,,${NIGHT}02,`,
      '2,2026-03-01T23:00,,,,',
      '3,2026-03-01T23:59:30,,,,',
      '4,2026-03-01T23:59:40,,,,',
    );
    expect(story(files).filter((line) => / (held|queued|answered)/.test(line))).toEqual([
      '0 cases.0 held',
      '0 cases.1 queued',
      '0 cases.2 queued',
      '0 cases.3 queued',
      '0 cases.1 answered by Ann 1 at 0',
      '60 cases.2 answered by Ann 1 at 0',
      '120 cases.0 queued',
      '120 cases.0 answered by Ann 1 at 0',
      '180 cases.3 answered by Ann 1 at 0',
    ]);
  });

  test('awaiting its source: confirmed when the snapshot says, else back in line after the time of its process', () => {
    const files = rows(
      `1,2026-03-01T22:00,awaiting confirmation,,${NIGHT}10,`,
      '2,2026-03-01T22:30,awaiting confirmation,,,',
    );
    expect(story(files)).toEqual([
      '0 cases.0 awaiting',
      '0 cases.1 awaiting',
      '600 cases.0 completed',
      '1800 cases.1 queued',
      '1800 cases.1 answered by Ann 1 at 0',
      '1800 cases.1 assigned',
      '1860 cases.1 completed by Ann 1',
    ]);
  });

  test('pending: a reply when the snapshot says, else after a draw of the source’s own', () => {
    const files = rows(`1,2026-03-01T22:00,pending,,${NIGHT}01,`, '2,2026-03-01T23:00,pending,,,');
    const source = 'handling: [ { share: 0.01%, then: pending, reply: 10m } ]';
    expect(story(files, {source}).filter((line) => / (held|queued)/.test(line))).toEqual([
      '0 cases.0 held',
      '0 cases.1 held',
      '60 cases.0 queued',
      '600 cases.1 queued',
    ]);
  });

  test('waiting for children: goes on in distribution when all of them are final, whoever comes first in the file', () => {
    const header = 'id,opened,status,parent';
    const text = desk().replace(
      /columns: \{.*\}/,
      'columns: { id: id, arrived: opened, status: status, parent: parent }',
    );
    const files = {
      'open.csv': `${header}\nb,2026-03-01T22:00,,a\na,2026-03-01T20:00,waiting for children,\nc,2026-03-01T19:00,,a\n`,
    };
    expect(itemEventsOf(text, files).filter((line) => !/ assigned/.test(line))).toEqual([
      '0 cases.2 queued',
      '0 cases.1 held',
      '0 cases.0 queued',
      '0 cases.2 answered by Ann 1 at 0',
      '60 cases.2 completed by Ann 1',
      '60 cases.0 answered by Ann 1 at 0',
      '120 cases.0 completed by Ann 1',
      '120 cases.1 queued',
      '120 cases.1 answered by Ann 1 at 0',
      '180 cases.1 completed by Ann 1',
    ]);
  });

  test('an age in place of an arrival, statuses in words of one’s own, and stages of the scenario', () => {
    const text = `stages: { NEW: queued, LATER: held }\n${desk()
      .replace('arrived: opened', 'age: { column: opened, unit: m }')
      .replace('open.csv\n', 'open.csv\n      statuses: { Offen: queued }\n')}`;
    const files = rows(`1,90,LATER,,${NIGHT}02,`, '2,60,Offen,,,', '3,30,NEW,,,');
    expect(itemEventsOf(text, files).filter((line) => / (held|queued)/.test(line))).toEqual([
      '0 cases.0 held',
      '0 cases.1 queued',
      '0 cases.2 queued',
      '120 cases.0 queued',
    ]);
  });
});

describe('beside what comes later', () => {
  const both = desk({source: 'arrivals: { at: [ 30s ] }'}).replace(
    'otherwise: all',
    'columns: [ source ], rules: [ { if: [ cases ], then: all } ]',
  );

  test('is a source of its own in reports, and the same to segmentation', async () => {
    const files = rows('1,2026-03-01T23:00,assigned,Ann 1,,10');
    expect(itemEventsOf(both, files).filter((line) => /answered/.test(line))).toEqual([
      '0 cases: open.0 answered by Ann 1 at 0',
      '30 cases.0 answered by Ann 1 at 0',
    ]);
    const {balance, flow} = await resultsOf(both, files);
    expect([balance.created, balance.completed]).toEqual([2, 2]);
    expect(flow.source['cases: open']?.completed?.value).toBe(1);
  });
});

describe('what may be wrong', () => {
  const wrongs = (files: Record<string, string>, text = desk()) =>
    problemsOf(text, files).map(({at, message, hint}) => {
      const file = at.file.split('/').at(-1);
      return `${file}:${at.line}: ${message}${hint === undefined ? '' : ` → ${hint}`}`;
    });

  test('an owner whom the workforce does not have, a status that is none', () => {
    const files = rows(
      '1,2026-03-01T23:00,assigned,Anna 1,,10',
      '2,2026-03-01T23:00,perked,Ann 1,,',
      '3,2026-03-01T23:00,assigned,Anna 1,,10',
    );
    expect(wrongs(files)).toEqual([
      'open.csv:2: expected an agent of the workforce, found "Anna 1" in 2 rows → did you mean Ann 1?',
      'open.csv:3: expected queued, assigned, held, parked, pending, awaiting confirmation, waiting for children, found "perked" → did you mean parked?',
    ]);
  });

  test('children of nobody who waits, and somebody who waits for nobody', () => {
    const text = desk().replace(
      /columns: \{.*\}/,
      'columns: { id: id, arrived: opened, status: status, parent: owner }',
    );
    const files = rows(
      '1,2026-03-01T23:00,waiting for children,,,',
      '2,2026-03-01T23:00,,3,,',
      '3,2026-03-01T23:00,,,,',
    );
    expect(wrongs(files, text)).toEqual([
      'open.csv:2: expected a row whose parent is "1", found none: it would wait for ever',
      'open.csv:3: expected the id of another row that is waiting for children, found "3"',
    ]);
  });

  test('an owner that is missing, an end that is missing: rows left out, and said', async () => {
    const files = rows(
      '1,2026-03-01T23:00,parked,,,10',
      '2,2026-03-01T23:00,held,,,',
      '3,2026-03-01T23:00,pending,,,',
      '4,2026-03-02T01:00,,,,',
      '5,2026-03-01T23:00,,,,',
    );
    const {balance, warnings} = await resultsOf(desk(), files);
    expect(balance.created).toBe(1);
    expect(warnings.flatMap(({examples}) => examples)).toEqual([
      'line 2: parked, and no owner',
      'line 3: held, and not until when',
      'line 4: pending, not until when, and no outcome of cases says how long customers take',
      'line 5: 2026-03-02T01:00:00',
    ]);
  });

  test('a column that is not there, an arrival and an age at once', () => {
    const files = rows('1,2026-03-01T23:00,,,,');
    expect(wrongs(files, desk().replace('owner: owner', 'owner: ownr'))).toEqual([
      'scenario.yaml:12: expected a column of the file, found "ownr" → did you mean owner?',
    ]);
    expect(wrongs(files, desk({columns: ', age: opened'}))).toEqual([
      'scenario.yaml:12: expected `arrived` or `age` among the columns, found both',
    ]);
  });
});

describe('nothing is lost', () => {
  const WORDS = ['queued', 'assigned', 'held', 'parked', 'pending', 'awaiting confirmation', ''];
  const text = `
to: 12h
shifts: { day: { daily: 02:00-10:00 } }
demand:
  - source: cases
    channel: workitem
    arrivals: { perHour: 8 }
    handleTime: { exponential: { mean: 5m } }
    wrapUp: 20s
    confirmed: { exponential: { mean: 10m } }
    open: { file: open.csv, columns: { id: id, arrived: opened, status: status, owner: owner, until: until, remaining: left } }
    handling:
      - { share: 20%, then: park, for: 30m, returnAfter: 1h }
      - { share: 20%, then: pending, reply: { exponential: { mean: 1h } }, closeAfter: 3h, resume: sameAgent }
routing: { segmentation: { otherwise: all }, processes: { all: { confirmWithin: 15m } } }
workforce: [ { group: Ann, agents: 3 }, { group: Bob, agents: 2, shift: day } ]
`;
  const many = (count: number) =>
    rows(
      ...Array.from({length: count}, (_, i) => {
        const status = WORDS[i % WORDS.length] ?? '';
        const until = status === 'held' || i % 3 === 0 ? `2026-03-02T0${i % 9}:30` : '';
        const owner = i % 5 < 3 ? `Ann ${(i % 3) + 1}` : `Bob ${(i % 2) + 1}`;
        return `${i},2026-03-01T${String(i % 24).padStart(2, '0')}:00,${status},${owner},${until},${i % 4 === 0 ? i : ''}`;
      }),
    );

  test('whatever stood where, drained: all that was there or came is completed', async () => {
    const {balance, stages} = await resultsOf(text, many(84));
    const open = balance.inHand + balance.waiting + balance.held;
    expect([balance.created > 120, balance.rejected, open]).toEqual([true, 0, 0]);
    expect(balance.completed).toBe(balance.created);
    for (const {stage, entered, left} of stages?.rows ?? [])
      expect([stage, entered - left]).toEqual([stage, stage === 'completed' ? balance.created : 0]);
  });

  test('whatever stood where, cut: in hand, waiting and held are what is left of it', async () => {
    const {balance, stages} = await resultsOf(`atEnd: cut\n${text}`.replace('to: 12h', 'to: 20m'), many(84));
    const standing = (status: string) =>
      (stages?.rows ?? []).reduce((sum, row) => {
        const name = stages?.names.find(({stage}) => stage === row.stage);
        return sum + (name?.status === status ? row.entered - row.left : 0);
      }, 0);
    expect(standing('assigned')).toBe(balance.inHand);
    expect(standing('queued')).toBe(balance.waiting);
    expect(standing('held') + standing('awaiting confirmation')).toBe(balance.held);
    expect(balance.held).toBeGreaterThan(10);
  });
});
