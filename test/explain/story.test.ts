/** Lives of items in scenarios of a few items, worked out by hand, chapter by chapter. */
import {describe, expect, test} from 'vitest';
import {chaptersOf, storyOf} from './stories.ts';

const EVERYBODY = `
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: [ { everyone: true } ] } }
`;

describe('what stood in the way', () => {
  const DESK = `
demand:
  - { source: calls, channel: voice, arrivals: { at: [ 5s, 10s, 12s ] }, handleTime: 30s, wrapUp: 5s }
  - { source: vip, channel: voice, arrivals: { at: [ 20s ] }, handleTime: 30s, attributes: { segment: Gold } }
  - { source: faxes, channel: fax, arrivals: { at: [ 1h ] }, handleTime: 1s }
routing:
  segmentation: { columns: [ channel, segment ], rules: [ { if: [ voice, Gold ], then: gold } ], otherwise: support }
  processes:
    support: { priority: grow, distribute: all }
    gold: { priority: high, distribute: all }
  priorities: { grow: { initial: 100, increment: 10, every: 10s }, high: { initial: 500 } }
  distribution: { all: { targets: [ { skills: Support > 5, for: 40s }, { skills: Support > 0 } ] } }
  capacity: { noVoice: { fax: { max: 1 } } }
workforce:
  - { group: expert, agents: 1, skills: { Support: 7 } }
  - { group: novice, agents: 1, skills: { Support: 1 } }
  - { group: sales, agents: 1, skills: { Sales: 9 } }
  - { group: chatters, agents: 1, skills: { Support: 9 }, capacity: noVoice }
`;

  test('not skilled, another channel, not open yet, busy, outranked; then the next target', async () => {
    expect(await chaptersOf(DESK, 'calls.1')).toEqual([
      '10 arrives support 100',
      '10 to 50 waits [Support > 5] 100..130; never sales 1 notSkilled, chatters 1 notHisChannel; ' +
        'expert 1 full calls.0@100+vip.0@500 (one item at a time), novice 1 notYetOpen idle 1; ' +
        'over 40 expert 1 vip.0 500>130 priority',
      '50 opens Support > 0 140',
      '50 given novice 1 140 of 1 agents, 1 items',
      '50 to 80 handled novice 1 visit 1',
      '80 ends completed novice 1',
      '80 to 85 wrapUp novice 1',
    ]);
  });

  test('in full, another stretch whenever anything changes', async () => {
    const [, wait] = await chaptersOf(DESK, 'calls.1', {full: true});
    expect(wait).toContain(
      '; 10 to 40 expert 1 full calls.0@100 (one item at a time), novice 1 notYetOpen idle 1 | ' +
        '40 to 50 expert 1 full vip.0@500 (one item at a time), novice 1 notYetOpen idle 1; over',
    );
  });

  test('the row that matched, and by which values; who was chosen before whom', async () => {
    const {chapters} = await storyOf(DESK, 'vip.0');
    expect(chapters[0]).toMatchObject({
      rule: {
        row: 1,
        text: 'rule 1: voice, Gold',
        matched: [
          {column: 'channel', cell: '"voice"', value: 'voice'},
          {column: 'segment', cell: '"Gold"', value: 'Gold'},
        ],
      },
    });
    const otherwise = (await storyOf(DESK, 'calls.0')).chapters[0];
    expect(otherwise).toMatchObject({rule: {row: null, text: 'otherwise support', matched: []}});
    expect(chapters.find(({kind}) => kind === 'given')).toMatchObject({
      agent: 'expert 1',
      by: ['longest-idle'],
      items: [
        {item: 'vip.0', priority: 500},
        {item: 'calls.1', priority: 130},
        {item: 'calls.2', priority: 120},
      ],
    });
  });

  test('full by combination, then by the most of its channel', async () => {
    const blended = `
demand:
  - { source: chats, channel: chat, arrivals: { at: [ 1s, 2s ] }, handleTime: 60s }
  - { source: calls, channel: voice, arrivals: { at: [ 5s, 70s ] }, handleTime: 30s }
${EVERYBODY}
  capacity: { blended: { voice: { max: 1, notWhile: [ { chat: 1 } ] }, chat: { max: 2 } } }
workforce: [ { group: a, agents: 1, capacity: blended } ]
`;
    const waits = async (item: string) => (await chaptersOf(blended, item))[1];
    expect(await waits('calls.0')).toBe(
      '5 to 62 waits [everyone] 0; a 1 combination chats.0@0+chats.1@0 (blended: no voice while chat 1)',
    );
    expect(await waits('calls.1')).toBe('70 to 92 waits [everyone] 0; a 1 full calls.0@0 (blended: at most 1 voice)');
  });

  test('no unit free', async () => {
    const units = `
demand:
  - { source: mails, channel: email, arrivals: { at: [ 1s ] }, handleTime: 60s }
  - { source: calls, channel: voice, arrivals: { at: [ 5s ] }, handleTime: 30s }
${EVERYBODY}
  capacity: { units: { total: 4, weights: { voice: 100%, email: 1 } } }
workforce: [ { group: a, agents: 1, capacity: units } ]
`;
    expect((await chaptersOf(units, 'calls.0'))[1]).toBe(
      '5 to 61 waits [everyone] 0; a 1 combination mails.0@0 (units: not enough units free)',
    );
  });

  test('kept for the preferred agent, who is busy, and then for anybody', async () => {
    const preferred = `
demand:
  - { source: calls, channel: voice, arrivals: { at: [ 5s, 10s ] }, handleTime: 30s, preferredAgent: { from: [ a ] } }
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { preferredAgent: { for: 20s }, targets: [ { everyone: true } ] } }
workforce: [ { group: a, agents: 1 }, { group: b, agents: 1 } ]
`;
    expect((await chaptersOf(preferred, 'calls.1')).slice(1, 4)).toEqual([
      '10 to 30 waits [for a 1] 0; a 1 full calls.0@0 (one item at a time), b 1 keptForPreferred idle 1',
      '30 opens everyone 0',
      '30 given b 1 0 of 1 agents, 1 items',
    ]);
  });

  test('rings, missed, not ready, rings elsewhere, and the customer hangs up', async () => {
    const rings = `
demand: [ { source: calls, channel: voice, arrivals: { at: [ 5s, 6s ] }, handleTime: 30s, patience: 20s } ]
${EVERYBODY}
workforce: [ { group: a, agents: 1, offers: { answerIn: 10s, noAnswer: 99.9999%, ringFor: 8s, thenNotReady: 5s } } ]
`;
    expect(await chaptersOf(rings, 'calls.0')).toEqual([
      '5 arrives p 0',
      '5 given a 1 0 of 1 agents, 1 items',
      '5 to 13 rings a 1 missed',
      '13 to 18 waits [everyone] 0; a 1 notReady idle 1',
      '18 given a 1 0 of 1 agents, 2 items',
      '18 to 25 rings a 1 hungUp',
      '25 ends abandoned',
    ]);
    expect((await chaptersOf(rings, 'calls.1'))[1]).toBe(
      '6 to 25 waits [everyone] 0; 6 to 13 a 1 ringing calls.0@0 | 13 to 18 a 1 notReady idle 1 | ' +
        '18 to 25 a 1 ringing calls.0@0; over 18 a 1 calls.0 0>0 longer',
    );
  });

  test('a break, the end of the shift; the customer calls again, and that is a story of its own', async () => {
    const shift = `
to: 2h
atEnd: cut
shifts: { day: { daily: 00:00-01:00, breaks: [ { at: 00:01, for: 5m } ] } }
demand:
  - { source: calls, channel: voice, arrivals: { at: [ 70s, 58m ] }, handleTime: 3m, wrapUp: 30s }
  - { source: late, channel: voice, arrivals: { at: [ 59m ] }, handleTime: 3m, patience: 2m, redial: { share: 99.9999%, after: 10m, atMost: 1 } }
${EVERYBODY}
workforce: [ { group: a, agents: { day: 1 } } ]
`;
    expect((await chaptersOf(shift, 'calls.0')).slice(0, 3)).toEqual([
      '70 arrives p 0',
      '70 to 360 waits [everyone] 0; a 1 resting',
      '360 given a 1 0 of 1 agents, 1 items',
    ]);
    expect(await chaptersOf(shift, 'late.0')).toEqual([
      '3540 arrives p 0',
      '3540 to 3660 waits [everyone] 0; 3540 to 3600 a 1 full calls.1@0 (one item at a time) | 3600 to 3660 a 1 offDuty',
      '3660 ends abandoned',
      '4260 callsAgain late.0#2',
    ]);
    expect(await chaptersOf(shift, 'late.0#2')).toEqual([
      '4260 arrives p 0',
      '4260 to 4380 waits [everyone] 0; a 1 offDuty',
      '4380 ends abandoned',
    ]);
  });
});

test('what agents take themselves: in an inbox of its own, then taken by its owner', async () => {
  const inbox = `
demand: [ { source: w, channel: work, arrivals: { at: [ 0s, 1s, 2s ] }, handleTime: 60s } ]
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d, pull: { by: owner } } }
  distribution: { d: { targets: [ { everyone: true } ] } }
workforce: [ { group: a, agents: 2 } ]
`;
  expect(await chaptersOf(inbox, 'w.2')).toEqual([
    '2 arrives p 0',
    '2 inboxed a 1',
    '2 to 60 waits [inbox a 1, everyone] 0; never a 2 anothersInbox; a 1 full w.0@0 (one item at a time)',
    '60 to 120 handled a 1 visit 1',
    '120 ends completed a 1',
  ]);
});

describe('its priority', () => {
  const curve = (priority: string, sla = '') => `
to: 3h
atEnd: cut
calendars: { office: { open: { daily: 00:00-01:00 } } }
demand: [ { source: w, channel: work, arrivals: { at: [ 0s, 1s ] }, handleTime: 110m } ]
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d, priority: c, ${sla} } }
  priorities: { c: ${priority} }
  distribution: { d: { targets: [ { everyone: true } ] } }
workforce: [ { group: a, agents: 1 } ]
`;
  const piecesOf = async (yaml: string) => {
    const wait = (await storyOf(yaml, 'w.1')).chapters.find(({kind}) => kind === 'waits');
    if (wait?.kind !== 'waits') throw new Error('it does not wait');
    return wait.priority.map(({from, to, starts, ends, step, everyMs}) => [
      from.ms / 1000,
      to.ms / 1000,
      starts,
      ends,
      step,
      everyMs / 1000,
    ]);
  };

  test('ticks, and the limit they stop at', async () => {
    expect(await piecesOf(curve('{ initial: 10, increment: 5, every: 10m, max: 30 }'))).toEqual([
      [1, 2401, 10, 25, 5, 600],
      [2401, 6600, 30, 30, 0, 0],
    ]);
  });

  test('on the clock of its process, which stands still outside', async () => {
    expect(await piecesOf(curve('{ initial: 10, increment: 5, every: 10m }', 'clock: office'))).toEqual([
      [1, 6600, 10, 35, 5, 600],
    ]);
  });

  test('gliding, by the hour', async () => {
    expect(await piecesOf(curve('{ initial: 0, perSecond: 0.01, max: 36 }'))).toEqual([
      [1, 3601, 0, expect.closeTo(36, 3), 36, 0],
      [3601, 6600, 36, 36, 0, 0],
    ]);
  });
});

describe('after handling', () => {
  test('parked, waiting for its agent alone, and gone on with', async () => {
    const parked = `
seed: 2
to: 20m
atEnd: cut
demand: [ { source: w, channel: work, arrivals: { at: [ 10s, 80s ] }, handleTime: 60s, handling: [ { share: 50%, then: park, for: 1m, left: 50% } ] } ]
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d, sla: 3m } }
  distribution: { d: { targets: [ { everyone: true } ] } }
workforce: [ { group: a, agents: 1 } ]
`;
    expect((await chaptersOf(parked, 'w.0')).slice(2)).toEqual([
      '10 to 40 handled a 1 visit 1',
      '40 to 100 aside workbin a 1',
      '100 to 140 waits [for a 1] 0; a 1 full w.1@0 (one item at a time)',
      '140 given a 1 0 of 1 agents, 1 items',
      '140 to 170 handled a 1 visit 2',
      '170 ends completed a 1, late -20',
    ]);
  });

  const desk = (source: string) => `
to: 1h
demand:
  - { source: w, channel: workitem, arrivals: { at: [ 0s ] }, handleTime: 60s, attributes: { kind: a }, ${source} }
routing:
  segmentation: { columns: [ kind ], rules: [ { if: [ a ], then: p } ], otherwise: q }
  processes: { p: { sla: 20m }, q: { sla: 30m, distribute: bob }, back: { distribute: bob } }
  distribution: { bob: { targets: [ { groups: [ Bob ] } ] } }
workforce: [ { group: Ann, agents: 1 }, { group: Bob, agents: 1 } ]`;

  test('reclassified: another process, another due date, another visit', async () => {
    const reclassified = desk('handling: [ { share: 99%, then: reclassify, set: { kind: b } } ]');
    expect((await chaptersOf(reclassified, 'w.0')).slice(2, 8)).toEqual([
      '0 to 60 handled Ann 1 visit 1',
      '60 dueMoves',
      '60 moves q: group Bob',
      '60 comesBack',
      '60 given Bob 1 0 of 1 agents, 1 items',
      '60 to 120 handled Bob 1 visit 2',
    ]);
  });

  test('what it opens, and that it is put aside meanwhile', async () => {
    const opens = desk('handling: [ { share: 100%, then: workOrder, open: back, handleTime: 100s, finish: 20s } ]');
    expect((await chaptersOf(opens, 'w.0')).slice(2)).toEqual([
      '0 to 60 handled Ann 1 visit 1',
      '60 opensItem w: back.0',
      '60 to 160 aside held',
      '160 childEnds w: back.0',
      '160 comesBack',
      '160 opens preferred agent 0',
      '160 given Ann 1 0 of 1 agents, 1 items',
      '160 to 180 handled Ann 1 visit 2',
      '180 ends completed Ann 1, late -1020',
    ]);
    const opened = await storyOf(opens, 'w: back.0');
    expect(opened.chapters[0]).toMatchObject({
      process: 'back',
      openedBy: 'w.0',
      rule: {row: null, text: 'work order w: back', matched: []},
    });
  });

  test('of a log, by its id, with its milestones', async () => {
    const logged = `
to: 1h
demand:
  - { source: log, channel: case, replay: { file: log.csv, columns: { id: nr, arrived: at }, attributes: { plan: text } }, handleTime: 10m }
routing:
  segmentation: { columns: [ plan ], rules: [ { if: [ Gold ], then: p } ], otherwise: p }
  processes: { p: { sla: 30m, milestones: [ { name: first, within: 5m, when: assigned, clock: always } ] } }
workforce: [ { group: Ann, agents: 1 } ]`;
    const files = {'log.csv': 'nr,at,plan\nK-1,2026-03-02T00:00:10,Iron\nK-2,2026-03-02T00:00:20,Gold\n'};
    const story = await storyOf(logged, 'log.1', {files});
    expect([story.item, story.id]).toEqual(['log.1', 'K-2']);
    expect(story.chapters[0]).toMatchObject({rule: {matched: [{column: 'plan', cell: '"Gold"', value: 'Gold'}]}});
    expect((await chaptersOf(logged, 'log.1', {files})).slice(1)).toEqual([
      '20 to 610 waits [everyone] 0; Ann 1 full log.0@0 (one item at a time)',
      '320 milestone first violated',
      '610 given Ann 1 0 of 1 agents, 1 items',
      '610 milestone first reachedLate',
      '610 to 1210 handled Ann 1 visit 1',
      '1210 ends completed Ann 1, late -610',
    ]);
  });
});
