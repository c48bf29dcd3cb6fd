import {describe, expect, test} from 'vitest';
import type {Scenario, SourceSpec} from '../../src/scenario/scenario.ts';
import {processOf, routingOf, scenarioOf, sourceOf, tableOf} from '../compile/scenarios.ts';
import {HOUR, MINUTE, Play, SECOND} from './play.ts';

const log = (name: string, channel: string): SourceSpec =>
  sourceOf(name, channel, {
    arrivals: {
      kind: 'replay',
      replay: {
        file: 'log.csv',
        path: 'log.csv',
        time: {format: null, zone: 'UTC'},
        columns: {
          id: [],
          arrived: {kind: 'instant', column: ['arrived']},
          handleTime: null,
          wrapUp: null,
          patience: null,
          preferredAgent: [],
          due: null,
          priority: [],
          recorded: {wait: null, outcome: ['outcome'], abandoned: [], agent: []},
        },
        attributes: [],
        empty: [],
        sorted: {kind: 'yes'},
        onRepeat: 'visit',
        onBadRow: 'count',
        separator: null,
      },
    },
  });

/** Calls and chats from logs, and mail that nobody recorded; hours for intervals. */
const centre: Scenario = scenarioOf({
  until: {epochMs: Date.UTC(2026, 2, 2, 3)},
  intervalMs: HOUR,
  demand: [log('calls', 'voice'), log('chats', 'chat'), sourceOf('mail', 'email')],
  routing: routingOf({
    processes: [processOf('calls', {answerWithinMs: 20 * SECOND}), processOf('rest')],
    segmentation: tableOf(['channel'], [[['voice'], 'calls']], 'rest'),
  }),
});

function play() {
  const it = new Play(centre);
  const [calls, chats] = [it.classOf({source: 0}).reportClass, it.classOf({source: 1}).reportClass];
  it.recorded.record(calls, 0, 10 * SECOND, false);
  it.recorded.record(calls, MINUTE, 40 * SECOND, false);
  it.recorded.record(calls, HOUR, 70 * SECOND, true);
  it.recorded.record(chats, HOUR, Number.NaN, false);
  it.recorded.record(calls, 3 * HOUR, 9 * HOUR, true); // after the horizon: not compared
  const first = it.arrive(0);
  it.answer(first, 5 * SECOND);
  const second = it.arrive(MINUTE);
  it.answer(second, MINUTE + 15 * SECOND);
  it.arrive(MINUTE, {source: 2}); // recorded nowhere: not compared
  const third = it.arrive(HOUR);
  const chat = it.arrive(HOUR, {source: 1});
  it.answer(third, HOUR + 40 * SECOND);
  it.answer(chat, HOUR + 60 * SECOND);
  return it;
}

describe('simulated against recorded', () => {
  const {recorded} = play().results(3 * HOUR);

  test('all, then by process and by channel, over the items of logs', () => {
    expect(recorded?.rows.map(({scope, offered}) => [scope, offered])).toEqual([
      ['everything', 4],
      ['process calls', 3],
      ['process rest', 1],
      ['channel voice', 3],
      ['channel chat', 1],
    ]);
    const [all, , rest] = recorded?.rows ?? [];
    expect(all?.recorded).toMatchObject({
      meanWaitSeconds: (10 + 40 + 70) / 3,
      meanWaitAnsweredSeconds: 25,
      withinSeconds: 20,
      within: 1 / 3,
      abandonment: 1 / 4,
    });
    expect(all?.simulated).toMatchObject({
      meanWaitSeconds: (5 + 15 + 40 + 60) / 4,
      meanWaitAnsweredSeconds: 30,
      within: 2 / 3,
      abandonment: 0,
    });
    const near = [10, 40, 70].map((seconds) => expect.closeTo(seconds, 0));
    expect([all?.recorded.waitQuantilesSeconds[0], ...(all?.recorded.waitQuantilesSeconds.slice(1) ?? [])]).toEqual([
      near[1],
      near[2],
      near[2],
    ]);
    expect(rest?.recorded).toMatchObject({meanWaitSeconds: null, within: null, withinSeconds: null, abandonment: 0});
  });

  test('by interval and hour of day', () => {
    expect(recorded?.byInterval.map((row) => [row.recordedMeanWaitSeconds, row.simulatedMeanWaitSeconds])).toEqual([
      [25, 10],
      [70, 50],
      [null, null],
    ]);
    expect(recorded?.byInterval.map((row) => [row.recordedOffered, row.simulatedOffered])).toEqual([
      [2, 2],
      [2, 2],
      [0, 0],
    ]);
    expect(recorded?.byHourOfDay).toMatchObject([
      {hour: 0, recordedWithin: 1 / 2, simulatedWithin: 1, recordedAbandonment: 0},
      {hour: 1, recordedWithin: 0, simulatedWithin: 0, recordedAbandonment: 1 / 2},
    ]);
  });

  test('in one sentence', () => {
    expect(recorded?.sentence).toBe(
      'Of 4 items the mean wait is 30.0 s simulated against 40.0 s recorded (-25 %); ' +
        'answered within 20 s are 66.7 % against 33.3 % (+33.3 points); abandoned are 0.0 % against 25.0 % (-25.0 points).',
    );
  });

  test('several replications are averaged, what is recorded is not', () => {
    const [one, two] = [play(), play()];
    two.replication = 1;
    const both = one.fold([one.facts(3 * HOUR), two.facts(3 * HOUR)]);
    expect(both.recorded).toEqual(recorded);
  });

  test('where no log says anything there is no comparison', () => {
    const it = new Play(centre);
    it.arrive(0);
    expect(it.results(3 * HOUR).recorded).toBeNull();
  });
});
