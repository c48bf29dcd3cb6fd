import {expect, test} from 'vitest';
import {compile} from '../../src/compile/index.ts';
import {groupOf, processOf, routingOf, scenarioOf, sourceOf, tableOf} from './scenarios.ts';

test('the smallest scenario is one route, one profile, one capacity rule', () => {
  const {model, classifier, problems} = compile(scenarioOf());
  expect(problems).toEqual([]);
  expect(model.routes.count).toBe(1);
  expect(model.eligibility.profileCount).toBe(1);
  expect([...model.eligibility.own]).toEqual([1]);
  expect(model.capacity.ruleCount).toBe(1);
  expect(model.capacity.stateCount).toBe(2);
  expect(model.features).toEqual({
    preferred: false,
    ringing: false,
    retiming: false,
    holdBack: false,
    ownValues: false,
    duty: false,
    redial: false,
  });
  expect(classifier.classify(0, 'voice', {}, Number.NaN)).toEqual({
    route: 0,
    rule: 0,
    reportClass: 0,
    initial: Number.NaN,
  });
  expect(model.names.rules).toEqual(['otherwise work']);
});

test('routes are the combinations that can occur', () => {
  const {model} = compile(
    scenarioOf({
      demand: [
        sourceOf('calls', 'voice', {attributes: {tier: {kind: 'constant', value: 'Gold'}}}),
        sourceOf('mail', 'email', {attributes: {tier: {kind: 'shares', values: [{value: 'Silver', share: 1}]}}}),
      ],
      routing: routingOf({
        segmentation: tableOf(
          ['channel', 'tier'],
          [
            [['voice', 'Gold'], 'hot'],
            [['-', 'Silver, Bronze'], 'cold'],
          ],
          'rest',
        ),
        processes: [processOf('hot', {priority: {use: 'waited'}}), processOf('cold'), processOf('rest')],
        priorities: {waited: {initial: 1, increment: 1, every: '1s', credit: {tier: {Gold: '90s', Silver: '30s'}}}},
      }),
      workforce: [groupOf('a', 2, {skills: {Voice: 3}}), groupOf('b', 1, {skills: {Voice: 3}})],
    }),
  );
  const rows = Array.from({length: model.routes.count}, (_, r) => [
    model.names.processes[model.routes.process[r]],
    model.names.channels[model.routes.channel[r]],
    model.routes.creditMs[r],
  ]);
  expect(rows).toEqual([
    ['hot', 'voice', 0],
    ['hot', 'voice', 90_000],
    ['hot', 'voice', 30_000],
    ['rest', 'voice', 0],
    ['cold', 'email', 0],
    ['rest', 'email', 0],
  ]);
  expect(model.eligibility.profileCount).toBe(1);
});
