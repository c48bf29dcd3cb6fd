import {describe, expect, test} from 'vitest';
import {compile} from '../../src/compile/index.ts';
import type {GroupSpec, Scenario} from '../../src/scenario/scenario.ts';
import {constantTime, groupOf, ms, processOf, routingOf, scenarioOf, sourceOf, tableOf} from './scenarios.ts';

const H = 3_600_000;
const week = (fromMs: number, toMs: number) => {
  const days = [{fromMs, toMs}];
  return {mon: days, tue: days, wed: days, thu: days, fri: days, sat: [], sun: []};
};
const OFFICE = {office: {open: week(8 * H, 18 * H), closed: []}};
const bits = (words: ArrayLike<number>) => Array.from(words, (word) => word >>> 0);

test('the smallest scenario is one route, one profile, one capacity rule', () => {
  const {model, classifier, problems, warnings} = compile(scenarioOf());
  expect([problems, warnings]).toEqual([[], []]);
  expect(model.routes.count).toBe(1);
  expect(model.eligibility.profileCount).toBe(1);
  expect([...model.eligibility.own]).toEqual([1]);
  expect([model.capacity.ruleCount, model.capacity.stateCount]).toEqual([1, 2]);
  expect(Object.values(model.features)).toEqual([false, false, false, false, false, false, false]);
  expect(classifier.classify(0, 'voice', {}, Number.NaN)).toEqual({
    route: 0,
    rule: 0,
    reportClass: 0,
    initial: Number.NaN,
  });
  expect(model.names.rules).toEqual(['otherwise work']);
  expect(model.horizon).toMatchObject({untilMs: 24 * H, arrivals: Number.POSITIVE_INFINITY, drains: false});
});

describe('routes and classes', () => {
  const scenario = scenarioOf({
    demand: [
      sourceOf('calls', 'voice', {attributes: {tier: {kind: 'constant', value: 'Gold'}}}),
      sourceOf('mail', 'email', {
        attributes: {
          tier: {
            kind: 'shares',
            values: [
              {value: 'Silver', share: 0.5},
              {value: 'None', share: 0.5},
            ],
          },
          score: {kind: 'distribution', distribution: constantTime('5ms')},
        },
      }),
    ],
    reportBy: ['tier'],
    routing: routingOf({
      segmentation: tableOf(
        ['channel', 'tier'],
        [
          [['voice', 'Gold'], 'hot'],
          [['-', 'Silver, Bronze'], {process: 'cold', agent: 'b 1'}],
        ],
        'rest',
      ),
      processes: [
        processOf('hot', {priority: {use: 'waited'}}),
        processOf('cold', {priority: {use: 'scored'}}),
        processOf('rest'),
      ],
      priorities: {
        waited: {initial: 1, increment: 1, every: '1s', credit: {tier: {Gold: '90s', Silver: '30s'}}},
        scored: {initial: {attribute: 'score', missing: 7}, perHour: 1},
      },
    }),
    workforce: [groupOf('a', 2), groupOf('b', 2)],
  });
  const {model, classifier} = compile(scenario);
  test('are the combinations that can occur', () => {
    const rows = Array.from({length: model.routes.count}, (_, r) => [
      model.names.processes[model.routes.process[r]],
      model.names.channels[model.routes.channel[r]],
      model.routes.creditMs[r],
    ]);
    expect(rows).toEqual([
      ['hot', 'voice', 0],
      ['hot', 'voice', 90_000],
      ['hot', 'voice', 30_000],
      ['cold', 'email', 0],
      ['rest', 'email', 0],
    ]);
    expect(model.features.ownValues).toBe(true);
  });
  test('classified by the first rule, with credit, own initial value and class', () => {
    const hot = classifier.classify(0, 'voice', {tier: 'Gold'}, Number.NaN);
    expect(hot).toEqual({route: 1, rule: 0, reportClass: 0, initial: Number.NaN});
    expect(classifier.classify(1, 'email', {tier: 'Silver', score: 42}, Number.NaN)).toEqual({
      route: 3,
      rule: 1,
      reportClass: 1,
      initial: 42,
    });
    expect(classifier.classify(1, 'email', {tier: 'Silver', score: null}, Number.NaN).initial).toBeNaN();
    expect(classifier.classify(1, 'email', {tier: 'Silver', score: 42}, 900).initial).toBe(900);
    expect(classifier.classify(1, 'email', {tier: 'None', score: 1}, Number.NaN)).toMatchObject({
      route: 4,
      rule: 2,
      reportClass: 2,
    });
    expect(classifier.classify(0, 'voice', {tier: 'Gold'}, Number.NaN).reportClass).toBe(0);
    expect(['channel', 'tier', 'score'].map((name) => classifier.decides(name))).toEqual([true, true, false]);
    expect([0, 1, 2].map((rule) => classifier.initialFrom(rule))).toEqual([null, 'score', null]);
    expect(model.reporting.classes).toMatchObject({
      count: 3,
      source: [0, 1, 1],
      channel: [0, 1, 1],
      process: [0, 1, 2],
    });
    expect(model.reporting.classes.attributes).toEqual([{tier: 'Gold'}, {tier: 'Silver'}, {tier: 'None'}]);
  });
  test('a row that assigns directly is a target of one agent, whose profile is his own', () => {
    const {eligibility, roster} = model;
    expect(eligibility.profileCount).toBe(2);
    expect([...roster.profile]).toEqual([0, 0, 1, 0]);
    expect(bits(eligibility.union)).toEqual([3, 3, 3, 2, 3]);
    expect(eligibility.stageCount).toEqual(Int32Array.of(1, 1, 1, 1, 1));
  });
});

describe('targets, profiles, selection', () => {
  const skilled = (name: string, level: number, rest: Partial<GroupSpec> = {}) =>
    groupOf(name, 2, {skills: {Sales: level}, ...rest});
  const scenario = scenarioOf({
    routing: routingOf({
      processes: [processOf('work', {slaMs: 10 * H, distribute: 'widening'}), processOf('open', {slaMs: H})],
      segmentation: tableOf(['channel'], [[['voice'], 'work']], 'open'),
      distribution: {
        widening: {
          preferredAgent: {for: '10%', ifAway: 'skip'},
          targets: [
            {skills: 'Sales > 7', for: '20%'},
            {skills: 'Sales > 4', for: '5m'},
            {groups: ['slow'], for: '0s'},
            {everyone: true},
          ],
          agent: ['best-skilled', 'longest-idle'],
          prefer: 'any',
          onReturn: {missed: 'restart', handled: 'restart'},
        },
      },
      capacity: {two: {voice: {max: 2}}},
    }),
    workforce: [
      skilled('seniors', 9),
      skilled('juniors', 5),
      skilled('slow', 5, {
        speed: {
          kind: 'bySkill',
          skill: 'Sales',
          levels: [
            {level: 1, factor: 0.8},
            {level: 9, factor: 1.2},
          ],
        },
      }),
      skilled('double', 9, {capacity: 'two'}),
      groupOf('none', 1),
    ],
    demand: [sourceOf('calls', 'voice', {preferredAgent: {share: 1, groups: ['seniors'], agents: []}})],
  });
  const {model, profileOf, people} = compile(scenario);

  test('agents alike are one profile; group, speed and capacity rule tell them apart where they matter', () => {
    expect([...model.roster.profile]).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4]);
    expect([...model.roster.profileSpeed]).toEqual([1, 1, 1, 1, 1]);
    expect([...model.roster.capacityRule]).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 1]);
    expect(profileOf(2, 0)).toBe(1);
    expect(people.agents).toHaveLength(9);
  });
  test('stages: own, union, and when they open', () => {
    const {eligibility} = model;
    expect(eligibility.maxStages).toBe(4);
    expect(bits(eligibility.own)).toEqual([0b01001, 0b01111, 0b00100, 0b11111]);
    expect(bits(eligibility.union)).toEqual([0b01001, 0b01111, 0b01111, 0b11111]);
    expect([...eligibility.opensShare]).toEqual([0, 0.2, 0.2, 0.2]);
    expect([...eligibility.opensMs]).toEqual([0, 0, ms('5m'), ms('5m')]);
    expect([...eligibility.preferredShare, ...eligibility.preferredMs]).toEqual([0.1, 0]);
    expect([
      eligibility.usesPreferred[0],
      eligibility.skipsAway[0],
      eligibility.prefersInner[0],
      eligibility.restarts[0],
    ]).toEqual([1, 1, 0, 1]);
    expect(model.features.preferred).toBe(true);
  });
  test('levels that count for the best skilled', () => {
    expect(model.selection.rules).toEqual([['best-skilled', 'longest-idle']]);
    expect([...model.selection.skillLevel]).toEqual([9, 5, 5, 9, 0, 9, 5, 5, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

test('speed by skill level is a line between the levels given', () => {
  const speeds = [0, 1, 3, 9, 12].map((level) => {
    const speed = {
      kind: 'bySkill',
      skill: 'Sales',
      levels: [
        {level: 9, factor: 1.2},
        {level: 1, factor: 0.8},
      ],
    } as const;
    const {model} = compile(scenarioOf({workforce: [groupOf('a', 1, {skills: {Sales: level}, speed})]}));
    return Number(model.roster.profileSpeed[0]?.toFixed(9));
  });
  expect(speeds).toEqual([0.8, 0.8, 0.9, 1.2, 1.2]);
});

describe('processes, clocks, curves', () => {
  const scenario = scenarioOf({
    calendars: OFFICE,
    routing: routingOf({
      processes: [
        processOf('work', {
          slaMs: 20 * H,
          clock: 'office',
          open: 'office',
          whenClosed: 'queue',
          priority: {use: 'gold', from: 500, to: 2000},
        }),
        processOf('calls', {answerWithinMs: 20_000, priority: {use: 'climbing'}}),
      ],
      segmentation: tableOf(['channel'], [[['voice'], 'calls']], 'work'),
      priorities: {
        gold: {initial: 400, atSla: 1000, overdue: {from: 1200}},
        climbing: {initial: 800, increment: 1, every: '1s'},
      },
    }),
  });
  const {model} = compile(scenario);
  test('clock 0 is calendar time', () => {
    expect(model.clocks.map(({open}) => open === null)).toEqual([true, false]);
    const {processes} = model;
    expect([[...processes.clock], [...processes.openClock], [...processes.rejectsWhenClosed]]).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
    expect([[...processes.slaMs], [...processes.answerWithinMs]]).toEqual([
      [20 * H, Number.NaN],
      [Number.NaN, 20_000],
    ]);
    const open = model.clocks[1]?.open;
    const monday = open?.fromMs.indexOf(8 * H) ?? -1;
    expect(open?.toMs[monday]).toBe(18 * H);
    expect(open?.fromMs[0]).toBeLessThan(-300 * 24 * H);
    expect(open?.toMs.at(-1)).toBeGreaterThan(700 * 24 * H);
  });
  test('shared and own curves', () => {
    expect(model.curves.shared.map((pieces) => pieces.map(({fromMs, value}) => [fromMs, value]))).toEqual([
      [
        [0, 500],
        [20 * H, 2500],
      ],
      [[0, 800]],
    ]);
    expect([[...model.curves.additive], [...model.curves.initial]]).toEqual([
      [0, 1],
      [500, 800],
    ]);
    const own = model.curves.ownCurve(0, {initial: 700, allowedMs: 10 * H});
    expect(own.map(({fromMs, value}) => [fromMs, value])).toEqual([
      [0, 700],
      [10 * H, 2500],
    ]);
    expect(model.curves.ownCurve(0, {initial: Number.NaN, allowedMs: -1})[0]?.value).toBe(2500);
    expect(model.curves.ownCurve(1, {initial: 5, allowedMs: Number.NaN})[0]?.value).toBe(5);
  });
});

test('days of the horizon: local, the first may begin before the start', () => {
  const madrid: Partial<Scenario> = {
    zone: 'Europe/Madrid',
    fromEpochMs: Date.UTC(2026, 2, 28, 8),
    until: {epochMs: Date.UTC(2026, 2, 30, 8)},
  };
  const {reporting} = compile(scenarioOf(madrid)).model;
  expect(reporting.dayNames).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
  expect([...reporting.dayStartsMs]).toEqual([-9 * H, 15 * H, 38 * H]);
});

test('features are what the scenario uses', () => {
  const {model} = compile(
    scenarioOf({
      demand: [
        sourceOf('calls', 'voice', {
          redial: {share: 0.4, after: constantTime('1m'), atMost: 2},
          concurrency: {slowdown: 0.25},
        }),
      ],
      routing: routingOf({capacity: {held: {voice: {max: 1}, holdBackFor: 'voice', afterHold: 'items'}}}),
      workforce: [
        groupOf('a', 1, {
          capacity: 'held',
          offers: {
            answerIn: null,
            noAnswer: 0.1,
            ringFor: constantTime('20s'),
            thenNotReady: constantTime('2m'),
            whileRinging: 'takesNothing',
          },
        }),
        groupOf('b', 0, {agents: [{kind: 'headCount', widthMs: H, rows: [{weekdays: ['mon'], fromMs: 0, agents: 1}]}]}),
      ],
    }),
  );
  expect(model.features).toEqual({
    preferred: false,
    ringing: true,
    retiming: true,
    holdBack: true,
    ownValues: false,
    duty: true,
    redial: true,
  });
  expect(model.roster.offers[0]).toEqual({
    rings: true,
    noAnswerShare: 0.1,
    ringForMs: 20_000,
    notReadyMs: 120_000,
    takesOthers: false,
  });
  expect(model.capacity.afterHold).toBe('items');
  expect([
    model.sources.slowdown[0],
    model.sources.concurrent[0],
    model.sources.redialShare[0],
    model.sources.redialAtMost[0],
  ]).toEqual([0.25, 1, 0.4, 2]);
});

test('what only compiling sees', () => {
  const {problems, warnings} = compile(
    scenarioOf({
      routing: routingOf({
        processes: [processOf('work', {priority: {use: 'plain', to: 500}})],
        capacity: {
          a: {voice: {max: 1}, holdBackFor: 'voice'},
          b: {voice: {max: 1}, holdBackFor: 'voice', afterHold: 'items'},
        },
      }),
      workforce: [groupOf('a', 1, {capacity: 'a'}), groupOf('b', 1, {capacity: 'b'})],
    }),
  );
  expect(problems.map(({path, message}) => [path, message])).toEqual([
    ['routing.processes.work.priority.to', 'expected no `to`: the priority plain has no top that it could replace'],
  ]);
  expect(warnings.map(({path}) => path)).toEqual(['routing.capacity.b.afterHold']);
});

test('the same scenario compiles to the same model', () => {
  const plain = (scenario: Scenario) => JSON.stringify(compile(scenario).model);
  expect(plain(scenarioOf({calendars: OFFICE}))).toBe(plain(scenarioOf({calendars: OFFICE})));
});

test('an item is classified by itself, whatever has been met before it', () => {
  const LONG = 'a text long enough to be a view of its file';
  const values = [LONG, '1', '2', '3'];
  const any = {kind: 'shares' as const, values: values.map((value) => ({value, share: 0.25}))};
  const scenario = scenarioOf({
    demand: [sourceOf('mail', 'email', {attributes: {tier: any, other: any, score: any, note: any}})],
    reportBy: ['tier'],
    routing: routingOf({
      segmentation: tableOf(
        ['tier', 'tier'],
        [
          [['? = other', '-'], 'same'],
          [['-', LONG], 'long'],
        ],
        'rest',
      ),
      processes: [processOf('same'), processOf('long'), processOf('rest', {priority: {use: 'scored'}})],
      priorities: {scored: {initial: {attribute: 'score', missing: 7}, perHour: 1}},
    }),
    workforce: [groupOf('a', 2)],
  });
  const {model, classifier} = compile(scenario);
  for (const tier of values)
    for (const other of values)
      for (const score of [5, null, 6]) {
        const attributes = {tier, other, score, note: `${score}`};
        const process = tier === other ? 'same' : tier === LONG ? 'long' : 'rest';
        const initial = process === 'rest' ? (score ?? Number.NaN) : Number.NaN;
        const classified = classifier.classify(0, 'email', attributes, Number.NaN);
        expect(classified).toMatchObject({rule: ['same', 'long', 'rest'].indexOf(process), initial});
        expect(model.names.processes[model.routes.process[classified.route]]).toBe(process);
        expect(model.reporting.classes.attributes[classified.reportClass]).toEqual({tier: `${tier}`});
        expect(classifier.classify(0, 'email', attributes, 30)).toEqual({...classified, initial: 30});
      }
  const names = ['tier', 'other', 'score', 'note'];
  expect(names.filter((name) => classifier.decides(name))).toEqual(['tier', 'other']);
});
