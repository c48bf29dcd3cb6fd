/** Work that agents take themselves, by hand: whose inbox, in which order, what is seen, when somebody looks. */
import {describe, expect, test} from 'vitest';
import {itemEventsOf, problemsOf, resultsOf} from '../program/rules/desk.ts';

interface Desk {
  readonly pull: string;
  readonly sources?: readonly string[];
  readonly people?: string;
  readonly process?: string;
  readonly more?: string;
}
/** `name at: minutes, handled: minutes` and what else a source has; calls are given, the others pulled. */
const source = (name: string, at: string, handled: number, more = '') =>
  `  - { source: ${name}, channel: ${name === 'call' ? 'voice' : 'workitem'}, arrivals: { at: [ ${at} ] }, handleTime: ${handled}m${more} }`;
const ANN = 'workforce: [ { group: Ann, agents: 1 } ]';
const BOTH = 'workforce: [ { group: Ann, agents: 1 }, { group: Ben, agents: 1 } ]';
const desk = ({pull, sources = [source('w', '0s, 1m, 2m', 10)], people = ANN, process = '', more = ''}: Desk) => `
to: 2d
demand:
${sources.join('\n')}
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ call ], then: calls } ], otherwise: p }
  processes: { p: { ${pull}${process} }, calls: { } }
${more}
${people}
`;
/** In minutes: `10 w.0 Ann`, somebody takes it; `0 w.1 in Ann`, into her inbox. */
const told = (it: Desk): string[] =>
  itemEventsOf(desk({...it, pull: it.pull === '' ? '' : `pull: ${it.pull}`})).flatMap((line) => {
    const [, at = '', item = '', what = '', agent = ''] =
      /^([\d.]+) (\S+) (answered by|taken again by|into the inbox of|abandoned|offered to) ?(\S*)/.exec(line) ?? [];
    if (at === '') return [];
    const how = {'into the inbox of': 'in ', abandoned: 'hangs up', 'offered to': 'rings '}[what] ?? '';
    return [`${Number(at) / 60} ${item} ${how}${agent}`];
  });

describe('an inbox', () => {
  test('his who has least in inbox and hand, the first of those alike; each takes his own alone', () => {
    expect(told({pull: '{ by: owner }', sources: [source('w', '0s, 1m, 2m, 3m', 10)], people: BOTH})).toEqual([
      '0 w.0 in Ann',
      '0 w.0 Ann',
      '1 w.1 in Ben',
      '1 w.1 Ben',
      '2 w.2 in Ann',
      '3 w.3 in Ben',
      '10 w.2 Ann',
      '11 w.3 Ben',
    ]);
  });
  test('in turn, whatever they have', () => {
    const sources = [source('long', '0s', 60), source('w', '1m, 2m, 3m', 1)];
    expect(told({pull: '{ by: owner, assign: roundRobin }', sources, people: BOTH})).toEqual([
      '0 long.0 in Ann',
      '0 long.0 Ann',
      '1 w.0 in Ben',
      '1 w.0 Ben',
      // Ann’s turn, though Ben has nothing to do: it waits for her
      '2 w.1 in Ann',
      '3 w.2 in Ben',
      '3 w.2 Ben',
      '60 w.1 Ann',
    ]);
  });
  test('the preferred agent’s own', () => {
    const sources = [source('w', '0s, 1m', 10, ', preferredAgent: { from: [ Ben ] }')];
    expect(told({pull: '{ by: owner }', sources, people: BOTH})).toEqual([
      '0 w.0 in Ben',
      '0 w.0 Ben',
      '1 w.1 in Ben',
      '10 w.1 Ben',
    ]);
  });
  test('only of those whom its first target reaches', () => {
    const distribution = '  distribution: { d: { targets: [ { skills: law >= 5, for: 1m }, { everyone: true } ] } }';
    const people =
      'workforce: [ { group: Ann, agents: 1 }, { group: Ben, agents: 1, skills: { law: 5 } }, { group: Cid, agents: 1, skills: { law: 1 } } ]';
    const it = {pull: '{ by: owner }', process: ', distribute: d', more: distribution, people};
    expect(told(it).filter((line) => line.includes(' in '))).toEqual(['0 w.0 in Ben', '1 w.1 in Ben', '2 w.2 in Ben']);
  });
});

describe('the order of his own', () => {
  const sources = [
    source('first', '0s', 10),
    source('long', '1m', 30),
    source('short', '2m', 5),
    source('w', '3m', 10),
  ];
  const order = (by: string, more = '') =>
    told({pull: `{ by: ${by}${more} }`, sources})
      .filter((line) => !line.includes(' in '))
      .map((line) => line.split(' ')[1]);
  test.each(['owner', 'anyone'])('%s: oldest, newest, easiest', (by) => {
    expect(order(by)).toEqual(['first.0', 'long.0', 'short.0', 'w.0']);
    expect(order(by, ', order: newest')).toEqual(['first.0', 'w.0', 'short.0', 'long.0']);
    expect(order(by, ', order: easiest')).toEqual(['first.0', 'short.0', 'w.0', 'long.0']);
  });
  test('`cherry-pick` is the easiest first, out of one list', () => {
    expect(told({pull: 'cherry-pick', sources, people: BOTH})).toEqual([
      '0 first.0 Ann',
      '1 long.0 Ben',
      '10 short.0 Ann',
      '15 w.0 Ann',
    ]);
  });
  test.each(['owner', 'anyone'])('%s: by priority, as it is when he takes', (by) => {
    // young items are the most urgent for five minutes, then the least until they are half an hour old
    const more = '  priorities: { odd: { points: [ [ 0, 5 ], [ 5m, 1 ], [ 30m, 9 ] ], between: step } }';
    const waiting = [source('first', '0s', 20), source('w', '1m, 16m', 20)];
    const took = told({pull: `{ by: ${by}, order: priority }`, sources: waiting, process: ', priority: odd', more});
    expect(took.filter((line) => !line.includes(' in '))).toEqual(['0 first.0 Ann', '20 w.1 Ann', '40 w.0 Ann']);
    const later = [source('first', '0s', 32), source('w', '1m, 31m', 20)];
    const then = told({pull: `{ by: ${by}, order: priority }`, sources: later, process: ', priority: odd', more});
    expect(then.filter((line) => !line.includes(' in '))).toEqual(['0 first.0 Ann', '32 w.0 Ann', '52 w.1 Ann']);
  });
});

describe('what is seen', () => {
  const grow = '  priorities: { grow: { initial: 0, increment: 1, every: 1m } }';
  test.each(['owner', 'anyone'])('%s: when its priority is high enough, and not before', (by) => {
    const it = {process: ', priority: grow', more: grow};
    const took = (sees: string) =>
      told({pull: `{ by: ${by}, sees: ${sees} }`, ...it}).filter((line) => !line.includes(' in '));
    expect(took('priority >= 5')).toEqual(['5 w.0 Ann', '15 w.1 Ann', '25 w.2 Ann']);
    expect(took('priority > 5')).toEqual(['6 w.0 Ann', '16 w.1 Ann', '26 w.2 Ann']);
    expect(took('priority >= 0')).toEqual(['0 w.0 Ann', '10 w.1 Ann', '20 w.2 Ann']);
  });
  test.each(['owner', 'anyone'])('%s: what falls out of sight is left, until it is seen again', (by) => {
    const more = '  priorities: { odd: { points: [ [ 0, 5 ], [ 5m, 1 ], [ 30m, 9 ] ], between: step } }';
    const sources = [source('w', '0s, 1m, 6m', 10)];
    const took = told({pull: `{ by: ${by}, sees: priority >= 3 }`, sources, process: ', priority: odd', more});
    // at 10 only the last, four minutes old, is seen; the second at 31
    expect(took.filter((line) => !line.includes(' in '))).toEqual(['0 w.0 Ann', '10 w.2 Ann', '31 w.1 Ann']);
  });
  test('gliding, on the clock of the process', () => {
    // open from 0:10 on, 0.01 a second: 100 s of open time
    const more =
      '  priorities: { glide: { initial: 0, perSecond: 0.01 } }\ncalendars: { c: { open: { mon-fri: 00:10-23:00 } } }';
    const took = told({
      pull: '{ by: anyone, sees: priority >= 1 }',
      process: ', priority: glide, clock: c',
      more,
      sources: [source('w', '0s', 10)],
    });
    expect(took).toEqual([`${10 + 100 / 60} w.0 Ann`]);
  });
});

describe('a list', () => {
  test('targets widen with time, and only those whom they reach take', () => {
    const more = '  distribution: { d: { targets: [ { skills: law >= 5, for: 5m }, { everyone: true } ] } }';
    const people = 'workforce: [ { group: Ann, agents: 1 }, { group: Ben, agents: 1, skills: { law: 5 } } ]';
    expect(told({pull: '{ by: anyone }', process: ', distribute: d', more, people})).toEqual([
      '0 w.0 Ben',
      '6 w.1 Ann',
      '10 w.2 Ben',
    ]);
  });
  test('no more than he has room for, and what is given goes first', () => {
    const more =
      '  capacity: { both: { voice: { max: 1, notWhile: [ { workitem: 1 } ] }, workitem: { max: 2, notWhile: [ { voice: 1 } ] } } }';
    const people = 'workforce: [ { group: Ann, agents: 1, capacity: both } ]';
    const sources = [source('w', '0s, 1m, 2m, 3m', 10), source('call', '5m', 3)];
    expect(told({pull: '{ by: anyone }', sources, more, people})).toEqual([
      '0 w.0 Ann',
      '1 w.1 Ann',
      // at 10 she still has one, which keeps calls out; she takes the third, and so on: no call while there is any
      '10 w.2 Ann',
      '11 w.3 Ann',
      '21 call.0 Ann',
    ]);
    const single = more.replace('max: 2', 'max: 1');
    expect(told({pull: '{ by: anyone }', sources, more: single, people})).toEqual([
      '0 w.0 Ann',
      '10 call.0 Ann',
      '13 w.1 Ann',
      '23 w.2 Ann',
      '33 w.3 Ann',
    ]);
  });
  test('nothing rings, while what is given does', () => {
    const people = 'workforce: [ { group: Ann, agents: 1, offers: { answerIn: 1m } } ]';
    const sources = [source('w', '0s', 10), source('call', '20m', 3)];
    expect(told({pull: '{ by: anyone }', sources, people})).toEqual([
      '0 w.0 Ann',
      '20 call.0 rings Ann',
      '21 call.0 Ann',
    ]);
  });
});

describe('a look now and then', () => {
  test('after so long with room he looks, takes one, and looks again when he has room', () => {
    expect(told({pull: '{ by: anyone, looksEvery: 7m }'})).toEqual(['7 w.0 Ann', '24 w.1 Ann', '41 w.2 Ann']);
  });
  test('nothing there: he looks again; what is given does not wait for that', () => {
    // looks at 7, 14 and 21; where the call lasts longer than that he looks 7 minutes after it
    const sources = (minutes: number) => [source('w', '15m', 10), source('call', '16m', minutes)];
    const looking = '{ by: anyone, looksEvery: 7m }';
    expect(told({pull: looking, sources: sources(3)})).toEqual(['16 call.0 Ann', '21 w.0 Ann']);
    expect(told({pull: looking, sources: sources(7)})).toEqual(['16 call.0 Ann', '30 w.0 Ann']);
  });
  test('he looks into his inbox likewise; two items lie there when he does', () => {
    expect(told({pull: '{ by: owner, looksEvery: 5m, order: newest }'})).toEqual([
      '0 w.0 in Ann',
      '1 w.1 in Ann',
      '2 w.2 in Ann',
      '5 w.2 Ann',
      '20 w.1 Ann',
      '35 w.0 Ann',
    ]);
  });
  test('where several have room each has a look of his own; a look off duty is none', () => {
    const people =
      'shifts: { s: { mon: 00:10-00:30, tue: 00:10-01:00 } }\nworkforce: [ { group: Ann, agents: { s: 1 } } ]';
    expect(told({pull: '{ by: anyone, looksEvery: 15m }', people})).toEqual([
      '25 w.0 Ann',
      '1465 w.1 Ann',
      '1490 w.2 Ann',
    ]);
  });
});

describe('when the owner is not there', () => {
  const shifts = (ann: string) =>
    `shifts: { a: { ${ann} }, b: { mon: 00:00-02:00, tue: 00:00-02:00 } }\nworkforce: [ { group: Ann, agents: { a: 1 } }, { group: Ben, agents: { b: 1 } } ]`;
  test('it waits for him, overnight too', () => {
    const sources = [source('w', '0s, 0s', 10)];
    expect(told({pull: '{ by: owner }', sources, people: shifts('tue: 08:00-09:00')})).toEqual([
      '0 w.0 in Ann',
      '0 w.1 in Ben',
      '0 w.1 Ben',
      `${32 * 60} w.0 Ann`,
    ]);
  });
  test('his who is away for longer than reassignAfter goes to others, as long as there are any', () => {
    // Ann has a spell of five minutes on Monday and comes back on Tuesday; an hour after she has left Ben gets her items.
    const sources = [source('w', '0s, 0s, 0s, 0s', 10, ', preferredAgent: { from: [ Ann ] }')];
    const people = shifts('mon: 00:00-00:05, tue: 08:00-09:00');
    const reassigned = (time: string) =>
      told({pull: `{ by: owner, reassignAfter: ${time} }`, sources, people}).filter((line) => !/^0 .* in /.test(line));
    expect(reassigned('1h')).toEqual([
      '0 w.0 Ann',
      '65 w.1 in Ben',
      '65 w.2 in Ben',
      '65 w.3 in Ben',
      '65 w.1 Ben',
      '75 w.2 Ben',
      '85 w.3 Ben',
    ]);
    // The very moment she leaves; and she is back before that.
    expect(reassigned('0s').slice(0, 5)).toEqual([
      '0 w.0 Ann',
      '5 w.1 in Ben',
      '5 w.2 in Ben',
      '5 w.3 in Ben',
      '5 w.1 Ben',
    ]);
    expect(reassigned('32h').slice(0, 2)).toEqual(['0 w.0 Ann', `${32 * 60} w.1 Ann`]);
    // Nobody else: they stay hers.
    const alone =
      'shifts: { a: { mon: 00:00-00:05, tue: 08:00-09:00 } }\nworkforce: [ { group: Ann, agents: { a: 1 } } ]';
    expect(
      told({pull: '{ by: owner, reassignAfter: 1h }', sources: [source('w', '0s, 0s', 10)], people: alone}),
    ).toEqual(['0 w.0 in Ann', '0 w.1 in Ann', '0 w.0 Ann', `${32 * 60} w.1 Ann`]);
  });
  test('what comes while he is away so long is put into another inbox', () => {
    const sources = [source('w', '30m', 10), source('v', '2h', 10)];
    const people = shifts('mon: 00:00-00:05, tue: 08:00-09:00').replace('mon: 00:00-02:00', 'mon: 00:00-02:30');
    const pull = '{ by: owner, reassignAfter: 1h }';
    expect(told({pull, sources, people})).toEqual([
      '30 w.0 in Ann',
      '65 w.0 in Ben',
      '65 w.0 Ben',
      '120 v.0 in Ben',
      '120 v.0 Ben',
    ]);
  });
  test('who will not be back keeps no inbox: others get it, in its order', () => {
    // one at a time until her shift ends at 0:15
    const sources = [source('w', '0s, 0s, 0s, 0s', 10, ', preferredAgent: { from: [ Ann ] }')];
    const people = `${shifts('mon: 00:00-00:15')}\natEnd: cut`;
    expect(told({pull: '{ by: owner }', sources, people}).slice(4)).toEqual([
      '0 w.0 Ann',
      '10 w.1 Ann',
      '15 w.2 in Ben',
      '15 w.3 in Ben',
      '15 w.2 Ben',
      '25 w.3 Ben',
    ]);
  });
  test('its customer hangs up in the inbox', () => {
    const sources = [source('w', '0s, 1m', 10, ', patience: 5m')];
    expect(told({pull: '{ by: owner }', sources})).toEqual([
      '0 w.0 in Ann',
      '0 w.0 Ann',
      '1 w.1 in Ann',
      '6 w.1 hangs up',
    ]);
  });
});

test('pushed and pulled, all is accounted for; inboxes by agent', async () => {
  const text = desk({
    pull: 'pull: { by: owner, assign: roundRobin }',
    sources: [source('w', '0s, 1m, 2m, 3m, 4m', 10)],
    people: BOTH,
  });
  const {balance, flow, personal} = await resultsOf(text);
  expect(balance).toMatchObject({created: 5, completed: 5, waiting: 0, inHand: 0, held: 0});
  // Ann 0, 2 and 4: waits 0, 8, 16 minutes; Ben 1 and 3: 0 and 8
  expect(flow.total.wait?.value).toBe((60 * (0 + 8 + 16 + 0 + 8)) / 5);
  expect(personal?.agents.map(({assigned}) => assigned)).toEqual([3, 2]);
  expect(personal?.agents[0]?.inboxItems).toBeCloseTo((8 + 16) / 48 / 60, 9);
  const cut = await resultsOf(`${text.replace('to: 2d', 'to: 15m')}\natEnd: cut`);
  expect(cut.balance).toMatchObject({created: 5, completed: 2, waiting: 1, inHand: 2});
  expect(cut.personal?.agents.map(({inboxAtEnd}) => inboxAtEnd)).toEqual([1, 0]);
});

test('everybody’s easiest first, given or pulled, is another day’s work', () => {
  // the same items given: the oldest first
  const sources = [source('long', '0s, 1m', 30), source('short', '2m', 5)];
  expect(told({pull: '', sources})).toEqual(['0 long.0 Ann', '30 long.1 Ann', '60 short.0 Ann']);
  expect(told({pull: 'cherry-pick', sources})).toEqual(['0 long.0 Ann', '30 short.0 Ann', '35 long.1 Ann']);
});

describe('problems', () => {
  const said = (pull: string) =>
    problemsOf(desk({pull: `pull: ${pull}`, sources: [source('w', '0s', 10), source('call', '0s', 1)]})).map(
      ({at, path, message}) => `${at.line}: ${path}: ${message}`,
    );
  test.each([
    [
      '{ by: owner, sees: priority = 3 }',
      'sees: expected a condition on the priority, such as priority >= 800, found "priority = 3"',
    ],
    ['{ by: owner, sees: 800 }', 'sees: expected a condition such as priority >= 800, found the number 800'],
    ['{ by: anyone, looksEvery: 0s }', 'looksEvery: expected a time above 0 between two looks, found none'],
    ['{ by: anyone, assign: roundRobin }', 'assign: expected `assign` with `by: owner` only: a list has no owner'],
    [
      '{ by: anyone, reassignAfter: 1d }',
      'reassignAfter: expected `reassignAfter` with `by: owner` only: a list has no owner',
    ],
    [
      '{ by: owner, reassignAfter: soon }',
      'reassignAfter: expected a duration such as 15s, 4m, 1h30m or 2d, found "soon"',
    ],
    ['{ by: boss }', 'by: expected owner or anyone, found "boss"'],
    ['{ by: owner, order: hardest }', 'order: expected oldest, newest, easiest or priority, found "hardest"'],
  ])('%s', (pull, says) => {
    expect(said(pull)).toEqual([`12: routing.processes.p.pull.${says}`]);
  });
  test('a priority that is never reached is a doubt', () => {
    const low = (curve: string, sees: string) =>
      problemsOf(
        desk({
          pull: `pull: { by: owner, sees: priority ${sees} }`,
          process: ', priority: low',
          more: `  priorities: { low: ${curve} }`,
          sources: [source('w', '0s', 10), source('call', '0s', 1)],
        }),
      ).map(({at, path, message}) => `${at.line}: ${path}: ${message}`);
    expect(low('{ initial: 5, increment: 1, every: 1m, max: 20 }', '> 20')).toEqual([
      '12: routing.processes.p.pull.sees: nobody ever sees anything of p: its priority is 20 at most',
    ]);
    expect(low('{ initial: 5, increment: 1, every: 1m, max: 20 }', '>= 20')).toEqual([]);
    expect(low('{ initial: 5, increment: 1, every: 1m }', '> 2000')).toEqual([]);
  });
  test('neither cherry-pick nor keys', () => {
    expect(said('cherrypick')).toEqual(['12: routing.processes.p.pull: expected cherry-pick, found "cherrypick"']);
  });
});
