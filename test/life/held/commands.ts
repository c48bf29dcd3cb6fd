/** What sources say of their items, by hand: each command wherever the item is by then, and what cannot be obeyed. */
import {describe, expect, test} from 'vitest';
import {eventsOf, itemEventsOf, itemsOf, problemsOf, resultsOf} from '../../program/rules/desk.ts';

/** One agent; a, b and c come at 0, 10 and 20 s, of 60 s and 5 s of wrap-up. */
const centre = ({
  columns = 'id: id, arrived: at',
  process = '',
  source = '',
  group = '',
  more = '',
  files = 'commands: { file: commands.csv }',
} = {}) => `
to: 1h
demand:
  - source: log
    channel: workitem
    replay: { file: log.csv, ${files}, columns: { ${columns} } }
    handleTime: 60s
    wrapUp: 5s
${source}
routing:
  segmentation: { otherwise: p }
  processes: { p: { ${process} } }
${more}
workforce: [ { group: Ann, agents: 1 ${group} } ]
`;
const at = (second: number): string =>
  `2026-03-02T00:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`;
const LOG = `id,at\na,${at(0)}\nb,${at(10)}\nc,${at(20)}\n`;
type Row = readonly [second: number, id: string, command: string, until?: number];
const filesOf = (...rows: readonly Row[]) => ({
  'log.csv': LOG,
  'commands.csv': `time,id,command,value\n${rows.map(([s, id, what, until]) => `${at(s)},${id},${what},${until === undefined ? '' : at(until)}\n`).join('')}`,
});
const NAMES: Readonly<Record<string, string>> = {'log.0': 'a', 'log.1': 'b', 'log.2': 'c'};
const told = (lines: readonly string[]) =>
  lines.map((line) =>
    line
      .replace(/log\.\d/, (name) => NAMES[name] ?? name)
      .replaceAll(/(Ann|Bob) 1/g, '$1')
      .replace(/ at 0$/, ''),
  );
const story = (rows: readonly Row[], of: Parameters<typeof centre>[0] = {}) =>
  told(itemEventsOf(centre(of), filesOf(...rows)));
/** The story of one item. */
const of = (id: string, rows: readonly Row[], how: Parameters<typeof centre>[0] = {}) =>
  story(rows, how).flatMap((line) => (line.split(' ')[1] === id ? [line.replace(` ${id}`, '')] : []));
const warningsOf = async (rows: readonly Row[], how: Parameters<typeof centre>[0] = {}) => {
  const {warnings} = await resultsOf(centre(how), filesOf(...rows));
  return warnings.map(({message, count, examples}) => [
    message.replace('demand.log: commands of commands.csv ', ''),
    count,
    ...examples,
  ]);
};

describe('cancel', () => {
  test('while it waits: nobody gets it', () => {
    expect(of('b', [[30, 'b', 'cancel']])).toEqual(['10 queued', '30 canceled']);
    expect(of('c', [[30, 'b', 'cancel']])).toContain('65 answered by Ann');
  });
  test('while it is in hand: the agent drops it, and is free at once, with no wrap-up', () => {
    expect(story([[30, 'a', 'cancel']]).slice(4, 8)).toEqual([
      '20 c queued',
      '30 a canceled, in hand of Ann',
      '30 b answered by Ann',
      '30 b assigned',
    ]);
    // no gap: a to 30, b to 95, c to 160
    expect(eventsOf(centre(), filesOf([30, 'a', 'cancel'])).filter((line) => / @/.test(line))).toEqual([
      '0 @Ann 1 busy 1',
      '160 @Ann 1 ready 0',
    ]);
  });
  test('while it wraps up it is final already', async () => {
    expect(of('a', [[62, 'a', 'cancel']])).toContain('60 completed by Ann');
    expect(await warningsOf([[62, 'a', 'cancel']])).toEqual([['had no effect', 1, 'line 2: "a", its item is final']]);
  });
  test('at the very end of handling it is too late', () => {
    expect(of('a', [[60, 'a', 'cancel']])).toContain('60 completed by Ann');
  });
  test('while it rings: the offer is withdrawn, and the agent free at once', () => {
    const ringing = {group: ', offers: { answerIn: 8s, ringFor: 20s }'};
    expect(story([[5, 'a', 'cancel']], ringing).slice(0, 6)).toEqual([
      '0 a queued',
      '0 a offered to Ann',
      '5 a canceled',
      '10 b queued',
      '10 b offered to Ann',
      '18 b answered by Ann',
    ]);
  });
  test('while it is paused by a call: what interrupted it goes on', () => {
    const yaml = centre({group: ', capacity: both'}).replace(
      'routing:',
      `  - { source: line, channel: voice, arrivals: { at: [ 20s ] }, handleTime: 30s }
routing:
  capacity: { both: { voice: { max: 1 }, workitem: { max: 1, interruptedBy: [ voice ] } } }`,
    );
    const lines = told(itemEventsOf(yaml, filesOf([30, 'a', 'cancel'])));
    expect(lines.filter((line) => /(line|30)/.test(line))).toEqual([
      '20 line.0 queued',
      '20 line.0 answered by Ann',
      '20 line.0 assigned',
      '30 a canceled, in hand of Ann',
      '50 line.0 completed by Ann',
    ]);
  });
  test('while it is rescheduled, pending or awaiting confirmation', () => {
    const aside = (outcome: string, process = '') =>
      of('a', [[100, 'a', 'cancel']], {source: `    handling: [ { share: 98%, then: ${outcome} } ]`, process}).slice(3);
    expect(aside('reschedule, activate: 5m')).toEqual(['60 handled by Ann', '65 held', '100 canceled']);
    expect(aside('markDone', 'confirmWithin: 5m')).toEqual(['60 handled by Ann', '65 awaiting', '100 canceled']);
    expect(aside('pending, reply: 5m, clock: stopped', 'sla: 10m')).toEqual([
      '60 handled by Ann',
      '65 due Infinity',
      '65 held',
      '100 due 635',
      '100 canceled',
    ]);
  });
  test('while its source holds it', () => {
    expect(
      of('b', [
        [20, 'b', 'hold'],
        [30, 'b', 'cancel'],
        [40, 'b', 'resume'],
      ]),
    ).toEqual(['10 queued', '20 held', '30 canceled']);
  });
  test('is in the balance, the items and the figures; due only where it was overdue', async () => {
    const rows: readonly Row[] = [
      [30, 'a', 'cancel'],
      [40, 'c', 'cancel'],
    ];
    const {balance, flow} = await resultsOf(centre({process: 'sla: 25s'}), filesOf(...rows));
    expect(balance).toMatchObject({created: 3, completed: 1, cancelled: 2, held: 0, waiting: 0, inHand: 0});
    expect(flow.total.canceled?.value).toBe(2);
    // a was overdue at 25, c would have been at 45; b was due at 35 and done at 90
    expect(flow.total.due?.value).toBe(2);
    expect(flow.total.slaAttainment?.value).toBe(0);
    expect(flow.total.overdue?.value).toBe(0);
    expect(flow.total.handleTime?.value).toBe(65);
  });
});

describe('hold and resume', () => {
  test('while it waits: out of line until the resume, with its age', () => {
    expect(
      of(
        'b',
        [
          [30, 'b', 'hold'],
          [200, 'b', 'resume'],
        ],
        {process: 'sla: 1h, priority: { use: rising }', more: '  priorities: { rising: { initial: 0, perSecond: 1 } }'},
      ),
    ).toEqual([
      '10 queued',
      '30 held',
      '200 queued',
      '200 answered by Ann at 190',
      '200 assigned',
      '260 completed by Ann',
    ]);
  });
  test('until an instant', () => {
    expect(of('b', [[30, 'b', 'hold', 200]])).toContain('200 answered by Ann');
  });
  test('as it arrives', () => {
    expect(of('b', [[10, 'b', 'hold', 200]]).slice(0, 3)).toEqual(['10 queued', '10 held', '200 queued']);
  });
  test('while it rings: the offer is withdrawn', () => {
    expect(of('a', [[5, 'a', 'hold', 100]], {group: ', offers: { answerIn: 8s, ringFor: 20s }'}).slice(0, 4)).toEqual([
      '0 queued',
      '0 offered to Ann',
      '5 held',
      '100 queued',
    ]);
  });
  test('while it is in hand: the agent finishes, and what is complete stays so', () => {
    expect(of('a', [[30, 'a', 'hold', 100]])).toEqual([
      '0 queued',
      '0 answered by Ann',
      '0 assigned',
      '60 completed by Ann',
    ]);
  });
  test('while it is in hand: what would come back waits for the resume', () => {
    const again = {source: '    handling: [ { share: 98%, then: reschedule, sla: 1h } ]'};
    expect(of('a', [[30, 'a', 'hold', 300]], again).slice(3, 7)).toEqual([
      '60 handled by Ann',
      '65 due 3665',
      '65 held',
      '300 queued',
    ]);
  });
  test('while it is pending: the reply does not bring it back before the resume', () => {
    const pending = {source: '    handling: [ { share: 98%, then: pending, reply: 2m } ]'};
    expect(of('a', [[100, 'a', 'hold', 400]], pending).slice(3, 7)).toEqual([
      '60 handled by Ann',
      '65 held',
      '185 held',
      '400 queued',
    ]);
    // resumed before: as if nothing had been said
    expect(of('a', [[100, 'a', 'hold', 150]], pending).slice(4, 6)).toEqual(['65 held', '185 queued']);
  });
  test('the clock runs on, or stands still', () => {
    const how = (clock: string) => ({
      process: 'sla: 4m, priority: { use: rising }',
      more: '  priorities: { rising: { initial: 0, perSecond: 1 } }',
      files: `commands: { file: commands.csv, clock: ${clock} }`,
    });
    expect(of('b', [[30, 'b', 'hold', 200]], how('runs'))).toContain('200 answered by Ann at 190');
    expect(of('b', [[30, 'b', 'hold', 200]], how('stopped')).slice(0, 6)).toEqual([
      '10 queued',
      '30 due Infinity',
      '30 held',
      '200 due 420',
      '200 queued',
      '200 answered by Ann at 20',
    ]);
  });
  test('canceled while its clock stands still: due when it would have been', () => {
    const rows: readonly Row[] = [
      [30, 'b', 'hold'],
      [60, 'b', 'cancel'],
    ];
    expect(
      of('b', rows, {process: 'sla: 4m', files: 'commands: { file: commands.csv, clock: stopped }'}).slice(1),
    ).toEqual(['30 due Infinity', '30 held', '60 due 280', '60 canceled']);
  });
  test('target times begin anew', () => {
    const two = centre({process: 'distribute: two'})
      .replace(
        'routing:',
        'routing:\n  distribution: { two: { targets: [ { groups: [ Ann ], for: 100s }, { everyone: true } ] } }',
      )
      .replace('workforce: [', 'workforce: [ { group: Bob, agents: 1 },')
      .replace('handleTime: 60s', 'handleTime: 600s');
    expect(told(itemEventsOf(two, filesOf())).filter((line) => / b answered/.test(line))).toEqual([
      '110 b answered by Bob',
    ]);
    expect(
      told(itemEventsOf(two, filesOf([30, 'b', 'hold', 50], [40, 'c', 'cancel']))).filter((line) =>
        / b answered/.test(line),
      ),
    ).toEqual(['150 b answered by Bob']);
  });
  test('never resumed: held at the end', async () => {
    const {balance} = await resultsOf(centre(), filesOf([30, 'b', 'hold']));
    expect(balance).toMatchObject({created: 3, completed: 2, held: 1});
  });
});

describe('update', () => {
  test('while it waits it is complete, though nobody has answered it', async () => {
    expect(of('b', [[30, 'b', 'update']])).toEqual(['10 queued', '30 completed']);
    const {balance, flow} = await resultsOf(centre(), filesOf([30, 'b', 'update']));
    expect(balance).toMatchObject({created: 3, completed: 3});
    expect(flow.total.answered?.value).toBe(2);
    expect(flow.total.visits?.value).toBeCloseTo(2 / 3);
    expect(flow.total.handleTime?.value).toBeCloseTo((2 * 65) / 3);
  });
  test('confirms what was marked done', () => {
    const awaited = {source: '    handling: [ { share: 98%, then: markDone } ]', process: 'confirmWithin: 5m'};
    expect(of('a', [[100, 'a', 'update']], awaited).slice(3)).toEqual([
      '60 handled by Ann',
      '65 awaiting',
      '100 completed',
    ]);
  });
  test('while it is in hand the agent finishes, and that is the end of it', () => {
    const again = {source: '    handling: [ { share: 98%, then: reschedule, sla: 1h } ]'};
    expect(of('a', [[30, 'a', 'update']], again).slice(3)).toEqual(['60 completed by Ann']);
  });
});

describe('restart', () => {
  test('of a completed item: a new life, which begins now', () => {
    expect(of('a', [[300, 'a', 'restart']], {process: 'sla: 10m'})).toEqual([
      '0 queued',
      '0 answered by Ann',
      '0 assigned',
      '60 completed by Ann',
      '300 queued',
      '300 answered by Ann',
      '300 assigned',
      '360 completed by Ann',
    ]);
    expect(itemsOf(centre({process: 'sla: 10m'}), filesOf([300, 'a', 'restart']))[3]).toBe(
      'log.0 came 300, due 900: Ann 1 300 to 360 wrapping to 365 [everyone, 0]',
    );
  });
  test('of a canceled one, twice', async () => {
    const rows: readonly Row[] = [
      [30, 'b', 'cancel'],
      [300, 'b', 'restart'],
      [400, 'b', 'restart'],
      [410, 'b', 'restart'],
    ];
    expect(of('b', rows).filter((line) => line.endsWith('queued'))).toEqual(['10 queued', '300 queued', '400 queued']);
    const {balance, flow} = await resultsOf(centre(), filesOf(...rows));
    expect(balance).toMatchObject({created: 5, completed: 4, cancelled: 1});
    expect(flow.total.visits?.value).toBe(1);
    expect(await warningsOf(rows)).toEqual([
      ['had no effect', 1, 'line 5: "b", its item is open: there is nothing to restart'],
    ]);
  });
});

describe('what cannot be obeyed is counted and listed', () => {
  test('a restart, where there is nothing to draw its work from', async () => {
    const log = 'id,at,lasts\na,2026-03-02T00:00:00,60\n';
    const files = {...filesOf([300, 'a', 'restart']), 'log.csv': log};
    const yaml = centre({columns: 'id: id, arrived: at, handleTime: lasts'});
    expect((await resultsOf(yaml, files)).balance).toMatchObject({completed: 2});
    const {balance, warnings} = await resultsOf(yaml.replace('    handleTime: 60s\n', ''), files);
    expect(balance).toMatchObject({completed: 1});
    expect(warnings.map(({message, examples}) => [message, examples])).toEqual([
      [
        'demand.log: commands of commands.csv restart items of which the log has the first visit only: write handleTime',
        ['line 2: "a"'],
      ],
    ]);
  });

  test('of unknown ids, early, or about nothing', async () => {
    expect(
      await warningsOf([
        [30, 'd', 'cancel'],
        [5, 'b', 'cancel'],
        [40, 'b', 'resume'],
        [50, 'b', 'hold'],
        [55, 'b', 'hold'],
        [3000, 'a', 'update'],
      ]),
    ).toEqual([
      ['speak of ids that no item has', 1, 'line 2: "d"'],
      ['come before their items arrive', 1, 'line 3: "b", 5s before'],
      [
        'had no effect',
        3,
        'line 4: "b", its source does not hold the item',
        'line 6: "b", its source holds the item already',
        'line 7: "a", its item is final',
      ],
    ]);
  });
  test('rows that say nothing', async () => {
    const files = {
      'log.csv': LOG,
      'commands.csv': `command,time,id,value\nhalt,${at(1)},a,\ncancel,noon,a,\ncancel,${at(1)},,\ncancel,${at(1)},a,${at(9)}\nhold,${at(9)},a,${at(9)}\n`,
    };
    const {warnings} = await resultsOf(centre(), files);
    expect(warnings.flatMap(({examples}) => examples)).toEqual([
      'line 2: command "halt" is none of hold, resume, cancel, restart, update: hold?',
      'line 3: time "noon" is no time of the format given',
      'line 4: no id',
      'line 5: cancel takes no value',
      'line 6: held until an instant that is not after its time',
    ]);
  });
});

describe('problems', () => {
  const said = (yaml: string, files: Readonly<Record<string, string>>) =>
    problemsOf(yaml, files).map(({at: {line}, path, message}) => `${line}: ${path}: ${message}`);
  test('a log without ids', () => {
    expect(said(centre({columns: 'arrived: at'}), filesOf())).toEqual([
      '10: demand.log.replay.commands: expected the column `id`: commands name items by it',
    ]);
  });
  test('a column that is not there', () => {
    expect(said(centre(), {...filesOf(), 'commands.csv': 'time,number,command\n'})).toEqual([
      '10: demand.log.replay.commands.file: expected a column of the file, found "id"',
    ]);
  });
  test('a file that is not there', () => {
    expect(said(centre(), {'log.csv': LOG}).join()).toContain('commands.csv');
  });
});
