/** Mark Done disabled, by hand: only the source completes, and until then the item is in the agent's hands. */
import {describe, expect, test} from 'vitest';
import {eventsOf, problemsOf, resultsOf} from '../../program/rules/desk.ts';

/** One agent; work at 0 s and 10 s, of 60 s and 5 s of wrap-up; the source confirms after 20 s. */
const centre = ({source = 'confirmed: 20s', process = '', group = '', more = ''} = {}) => `
to: 1h
demand:
  - source: work
    channel: workitem
    arrivals: { at: [ 0s, 10s ] }
    handleTime: 60s
    wrapUp: 5s
    markDone: disabled
    ${source}
${more}
routing:
  segmentation: { columns: [ source ], rules: [ { if: [ '"line"' ], then: q } ], otherwise: p }
  processes: { p: { ${process} }, q: { } }
  capacity: { both: { voice: { max: 1 }, workitem: { max: 2, interruptedBy: [ voice ] } } }
workforce: [ { group: Ann, agents: 1 ${group} } ]
`;
const story = (...of: Parameters<typeof centre>) =>
  eventsOf(centre(...of)).flatMap((line) =>
    /(created|closed)/.test(line) ? [] : [line.replace('Ann 1', 'Ann').replace(/ at 0$/, '')],
  );

describe('the agent', () => {
  test('has it in hand until the update comes, and the next one only then', () => {
    expect(story()).toEqual([
      '0 work.0 queued',
      '0 work.0 answered by Ann',
      '0 work.0 assigned',
      '0 @Ann busy 1',
      '10 work.1 queued',
      '60 work.0 handled by Ann',
      '85 work.0 completed',
      '85 work.1 answered by Ann',
      '85 work.1 assigned',
      '145 work.1 handled by Ann',
      '170 work.1 completed',
      '170 @Ann ready 0',
    ]);
  });
  test('no time runs against it', () => {
    expect(story({process: 'confirmWithin: 1s'})).toEqual(story());
  });
  test('takes what interrupts meanwhile, and works on something else where he has room', () => {
    const lines = story({
      group: ', capacity: both',
      more: '  - { source: line, channel: voice, arrivals: { at: [ 70s ] }, handleTime: 30s }',
    });
    expect(lines.filter((line) => /line|completed|paused|resumed/.test(line))).toEqual([
      '70 line.0 queued',
      '70 line.0 answered by Ann',
      '70 line.0 assigned',
      '85 work.0 completed',
      '100 line.0 completed by Ann',
      // its wrap-up was interrupted at 70 and is over at 105
      '125 work.1 completed',
    ]);
  });
  test('is busy; what he does is no effort', async () => {
    const {balance, flow} = await resultsOf(centre());
    expect(balance).toMatchObject({created: 2, completed: 2});
    expect(flow.total.handleTime?.value).toBe(65);
    expect(flow.total.finishTime?.value).toBe((85 + 160) / 2);
    expect(flow.total.visits?.value).toBe(1);
  });
  test('has it in hand at the end, where that comes first', async () => {
    const {balance} = await resultsOf(centre().replace('to: 1h', 'to: 80s\natEnd: cut'));
    expect(balance).toMatchObject({created: 2, inHand: 1, waiting: 1});
  });
});

test('other ends of a visit are as ever', () => {
  const lines = story({source: 'confirmed: 20s\n    handling: [ { share: 98%, then: reschedule, activate: 5m } ]'});
  expect(lines.slice(5, 9)).toEqual([
    '60 work.0 handled by Ann',
    '65 work.0 held',
    '65 work.1 answered by Ann',
    '65 work.1 assigned',
  ]);
});

describe('a log with commands', () => {
  const at = (second: number) => `2026-03-02T00:0${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}`;
  const yaml = centre({source: ''}).replace(
    'arrivals: { at: [ 0s, 10s ] }',
    'replay: { file: log.csv, columns: { id: id, arrived: at }, commands: { file: said.csv } }',
  );
  const files = (rows: string) => ({
    'log.csv': `id,at\na,${at(0)}\nb,${at(10)}\n`,
    'said.csv': `time,id,command\n${rows}`,
  });
  const told = (rows: string) => eventsOf(yaml, files(rows)).filter((line) => /answered|completed|canceled/.test(line));
  test('an update completes it, a cancel calls it off: the agent is free at once', () => {
    expect(told(`${at(100)},a,update\n${at(200)},b,cancel\n`)).toEqual([
      '0 work.0 answered by Ann 1 at 0',
      '100 work.0 completed',
      '100 work.1 answered by Ann 1 at 0',
      '200 work.1 canceled, in hand of Ann 1',
    ]);
  });
  test('an update that came before ends it with its handling', () => {
    expect(told(`${at(30)},a,update\n${at(200)},b,update\n`)).toEqual([
      '0 work.0 answered by Ann 1 at 0',
      '60 work.0 completed by Ann 1',
      '65 work.1 answered by Ann 1 at 0',
      '200 work.1 completed',
    ]);
  });
});

describe('problems', () => {
  const said = (...of: Parameters<typeof centre>) =>
    problemsOf(centre(...of)).flatMap(({at: {line}, path, message}) =>
      path.includes('markDone') ? [`${line}: ${path}: ${message}`] : [],
    );
  test('nobody completes', () => {
    expect(said({source: ''})).toEqual([
      '13: demand.work.markDone: expected `confirmed`, or commands beside the log: nobody else completes these items',
    ]);
  });
  test('an accident that cannot happen', () => {
    expect(said({source: 'confirmed: 20s\n    handling: [ { share: 10%, then: markDone } ]'})).toEqual([
      '13: demand.work.markDone: nobody marks an item done by accident: `then: markDone` is as complete here',
    ]);
  });
});
