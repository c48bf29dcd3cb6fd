/** Stages of a scenario's own: where items stand in its words, what reaches them, how long, and what is wrong with them. */
import {describe, expect, test} from 'vitest';
import {runReplication} from '../../src/experiment/index.ts';
import {ItemLog} from '../../src/measure/itemLog.ts';
import type {Results} from '../../src/measure/results.ts';
import {itemsCsv} from '../../src/report/formats/itemsCsv.ts';
import {opened, problemsOf, resultsOf} from '../program/rules/desk.ts';

/** One agent; items at 0, 10 and 20 s, 10 s each; every update comes after 5 s. */
const desk = (stages: string, handling: string, more = '') => `
stages: ${stages}
demand:
  - source: work
    channel: email
    arrivals: { at: [ 0s, 10s, 20s ] }
    handleTime: 10s
    handling: ${handling}
    ${more}
routing: { segmentation: { otherwise: all }, processes: { all: { confirmWithin: 20s } } }
workforce: [ { group: team, agents: 1 } ]
`;
const PLAIN = '{ NEW: queued, IN PROGRESS: assigned, RESOLVED: completed, SOLD: completed }';

const flowsOf = ({stages}: Results): string[] =>
  (stages?.flows ?? []).map(({process, from, to, items}) => `${process}: ${from} > ${to} ${items}`);
const staysOf = ({stages}: Results): string[] =>
  (stages?.rows ?? []).map(
    ({stage, entered, left, seconds, meanSeconds}) =>
      `${stage} ${entered} in ${left} out ${seconds} s ${meanSeconds.value}`,
  );
const wrongs = (yaml: string): string[] =>
  problemsOf(yaml).map(({at, message, hint}) => `${at.line}: ${message}${hint === undefined ? '' : ` → ${hint}`}`);

describe('flow and time', () => {
  test('an outcome says where its items end; what it does not name has the name of its status', async () => {
    const results = await resultsOf(
      desk(PLAIN, '[ { share: 100%, then: complete, stage: SOLD } ]').replace(', RESOLVED: completed', ''),
    );
    expect(flowsOf(results)).toEqual(['all: new > NEW 3', 'all: NEW > IN PROGRESS 3', 'all: IN PROGRESS > SOLD 3']);
    expect(staysOf(results)).toEqual([
      'NEW 3 in 3 out 0 s 0',
      'IN PROGRESS 3 in 3 out 30 s 10',
      'SOLD 3 in 0 out 0 s null',
    ]);
  });

  test('a stage named goes along while its status is the item’s: sold once its source has confirmed it', async () => {
    const stages = '{ NEW: queued, IN PROGRESS: assigned, CHECK: awaiting confirmation, SOLD: completed }';
    const handling = '[ { share: 100%, then: complete, stage: [ CHECK, SOLD ] } ]';
    const results = await resultsOf(desk(stages, handling, 'confirmed: 5s'));
    expect(flowsOf(results).slice(1)).toEqual([
      'all: NEW > IN PROGRESS 3',
      'all: IN PROGRESS > CHECK 3',
      'all: CHECK > SOLD 3',
    ]);
    expect(staysOf(results)).toContain('CHECK 3 in 3 out 15 s 5');
  });

  test('items.csv says in which stage each stands at the end', () => {
    const columnOf = (yaml: string) =>
      opened(yaml, {}, {}, (loaded) => {
        const log = new ItemLog();
        runReplication(loaded, 0, {log});
        const lines = [...itemsCsv(log, loaded.compiled.model, {localTime: () => '', idOf: () => ''})]
          .join('')
          .split('\n');
        const [header = [], ...rows] = lines.map((line) => line.split(','));
        return rows.flatMap((row) => row[header.indexOf('stage')]?.trim() ?? []).filter((cell) => cell !== '');
      });
    const yaml = desk(PLAIN, '[ { share: 100%, then: complete, stage: SOLD } ]');
    expect(columnOf(`to: 25s\natEnd: cut${yaml.replace(', RESOLVED: completed', '')}`)).toEqual([
      'SOLD',
      'SOLD',
      'IN PROGRESS',
    ]);
    expect(columnOf(yaml.replace(/^stages:.*$/m, '').replace(', stage: SOLD', ''))).toEqual([]);
  });

  test('what comes back stands in line again: as much goes in as comes out', async () => {
    const results = await resultsOf(desk('{}', '[ { share: 60%, then: markDone } ]'));
    const rows = results.stages?.rows ?? [];
    expect(rows.length).toBeGreaterThan(3);
    for (const {stage, entered, left} of rows)
      expect([stage, entered - left]).toEqual([stage, stage === 'completed' ? 3 : 0]);
    const into = (name: string) => rows.find(({stage}) => stage === name)?.entered ?? 0;
    expect(into('awaiting confirmation')).toBeGreaterThan(0);
    expect(into('queued')).toBe(3 + into('awaiting confirmation'));
    expect(into('assigned')).toBe(into('queued'));
  });

  test('without stages and without a life there is nothing to tell', async () => {
    const {stages} = await resultsOf(desk('{}', '[ { share: 100%, then: complete } ]'));
    expect(stages).toBeUndefined();
  });

  test('captured and new last no time, and are shown where the scenario has a word for them', async () => {
    const results = await resultsOf(desk('{ IN: new, READ: captured }', '[ { share: 100%, then: complete } ]'));
    expect(flowsOf(results)).toEqual([
      'all: IN > READ 3',
      'all: READ > queued 3',
      'all: queued > assigned 3',
      'all: assigned > completed 3',
    ]);
    expect(results.stages?.rows.find(({stage}) => stage === 'READ')?.seconds).toBe(0);
  });

  test('what is still open stands in its stage at the end, and interval by interval', async () => {
    const yaml = `to: 30m\nintervals: 10m\natEnd: cut\n${desk(
      '{ NEW: queued, IN PROGRESS: assigned, CHECK: awaiting confirmation }',
      '[ { share: 100%, then: complete } ]',
      'confirmed: 15m',
    ).replace('confirmWithin: 20s', 'confirmWithin: 1h')}`;
    const {intervals, stages, balance} = await resultsOf(yaml);
    const open = stages?.names.filter(({final}) => !final).map(({stage}) => stage);
    expect(open).toEqual(['new', 'NEW', 'IN PROGRESS', 'CHECK', 'held']);
    expect(intervals.rows[0]?.backlogByStage?.[3]).toEqual([0, 3, 0]);
    expect(balance.completed).toBe(3);
  });
});

describe('what is wrong with them', () => {
  test('a stage that nothing reaches', () => {
    expect(wrongs(desk(PLAIN, '[ { share: 50%, then: complete } ]'))).toEqual([
      '6: expected an outcome of handling that leads to SOLD, found none: what is completed stands in RESOLVED, the first of its stages → add stage: SOLD to an outcome',
    ]);
    expect(
      wrongs(
        desk('{ PENDING: held, GONE: abandoned, LATE: awaiting confirmation }', '[ { share: 50%, then: complete } ]'),
      ),
    ).toEqual([
      '6: expected something by which an item is held, found nothing',
      '6: expected something by which an item is abandoned, found nothing',
      '6: expected something by which an item is awaiting confirmation, found nothing',
    ]);
    expect(wrongs(desk(PLAIN, '[ { share: 100%, then: complete, stage: SOLD } ]'))).toEqual([
      '6: expected something by which an item is completed, found nothing: every outcome by which one is names another of its stages',
    ]);
  });

  test('a stage that there is not, of another status, or two of one', () => {
    const handling = (stage: string) => `[ { share: 50%, then: complete, stage: ${stage} } ]`;
    expect(wrongs(desk(PLAIN, handling('SOLT')))).toEqual([
      '12: expected a known stage, found "SOLT" → did you mean SOLD?',
    ]);
    expect(wrongs(desk(PLAIN, handling('IN PROGRESS')))).toEqual([
      '12: expected a stage that is completed after complete, found IN PROGRESS, which is assigned → there are RESOLVED, SOLD',
    ]);
    expect(wrongs(desk(PLAIN, handling('[ SOLD, RESOLVED ]')))).toEqual([
      '12: expected one stage of each status, found SOLD and RESOLVED, which are both completed',
    ]);
    expect(wrongs(desk('{ held: assigned }', '[ { share: 50%, then: complete } ]'))).toEqual([
      '6: expected a name of its own: held is a status, and not assigned',
    ]);
    expect(wrongs(desk('{ NEW: queed }', '[ { share: 50%, then: complete } ]'))).toEqual([
      '6: expected new, captured, queued, assigned, awaiting confirmation, held, completed, canceled, rejected or abandoned, found "queed" → did you mean queued?',
    ]);
  });
});
