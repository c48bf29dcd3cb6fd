import {resolve} from 'node:path';
import {expect, test} from 'vitest';
import {load} from '../../src/cli/load.ts';
import {localTimeOf, runReplication} from '../../src/experiment/index.ts';
import {askedBy} from '../../src/measure/asked.ts';
import {fold} from '../../src/measure/fold.ts';
import {Measures, ratiosOf} from '../../src/measure/measures.ts';
import type {MetricValues, Results} from '../../src/measure/results.ts';
import {ratioEstimate} from '../../src/statistics/index.ts';

const file = resolve(import.meta.dirname, '../../scenarios/overflow/scenario.yaml');
/** Goals of every kind: as shown everywhere, with a limit of their own, a quantile, by day, of one scope twice. */
const goals = `goals=[
  { serviceLevel: { process: sales-case }, atLeast: 80% },
  { serviceLevel: { process: sales-case, within: 2h }, atLeast: 90% },
  { wait: { process: sales-case, quantile: 75% }, atMost: 90m },
  { wait: { process: sales-case, quantile: 90% }, atMost: 3h },
  { slaAttainment: { process: sales-case }, atLeast: 95%, onDays: 90% },
  { slaAttainment: { process: sales-case }, atLeast: 90%, onDays: 90% },
  { backlog: {}, atMost: 20 },
  { abandonment: {}, atMost: 5% },
]`;

const loaded = load({
  file,
  set: [goals, 'to=2026-03-14', 'routing.processes.sales-case.answerWithin=1h', 'routing.processes.sales-case.sla=4h'],
  replications: 4,
});
const {scenario, compiled} = loaded;
const facts = [3, 0, 2, 1].map((replication) => runReplication(loaded, replication));

function measured() {
  const measures = new Measures({model: compiled.model, scenario});
  const ratios = facts.map((one) => measures.add(one));
  return {measures, ratios};
}
const {measures, ratios} = measured();
const estimated = (key: string) => {
  const measure = measures.measures.find((it) => it.key === key);
  const {value, halfWidth} = ratioEstimate(ratiosOf(ratios, key));
  return {value: (measure && measures.pooledQuantile(measure)) ?? value, halfWidth};
};

test('the numbers of replications come to what a rehearsal shows, in every scope', () => {
  const context = {model: compiled.model, scenario, asked: askedBy(scenario.goals), hash: '', version: ''};
  const byNumber = facts.toSorted((a, b) => a.replication - b.replication);
  const results: Results = fold(byNumber, {...context, localTime: localTimeOf(loaded)});
  const scopes: [string, MetricValues][] = [
    ['', results.flow.total],
    ...Object.entries(results.flow.process).map(([name, values]): [string, MetricValues] => [
      ` process=${name}`,
      values,
    ]),
    ...Object.entries(results.flow.source).map(([name, values]): [string, MetricValues] => [` source=${name}`, values]),
    ...Object.entries(results.group).map(([name, values]): [string, MetricValues] => [` group=${name}`, values]),
  ];
  let compared = 0;
  for (const [scope, values] of scopes)
    for (const [metric, {value, halfWidth}] of Object.entries(values)) {
      const own = estimated(`${metric}${scope}`);
      if (value === null) expect([metric, scope, own.value]).toEqual([metric, scope, null]);
      else expect(own.value, `${metric}${scope}`).toBeCloseTo(value, 9);
      // of the pooled quantile the half width is of the replications' own, equal where each has something to judge
      if (halfWidth !== null) expect(own.halfWidth, `${metric}${scope}`).toBeCloseTo(halfWidth, 9);
      compared++;
    }
  expect(compared).toBeGreaterThan(150);
  results.goals.forEach(({estimate, text}, index) => {
    const measure = measures.measures.find((it) => it.goals.includes(index));
    expect(estimated(measure?.key ?? '').value, text).toBeCloseTo(estimate.value ?? Number.NaN, 9);
  });
});

test('a goal is the measure that is shown anyway, or one under a key that says how it differs', () => {
  const keys = scenario.goals.map((_, index) => measures.measures.find((it) => it.goals.includes(index))?.key);
  expect(keys).toEqual([
    'serviceLevel process=sales-case',
    'serviceLevel (withinMs=7200000) process=sales-case',
    'wait (quantile=0.75) process=sales-case',
    'waitQuantile90 process=sales-case',
    'slaAttainment (on days atLeast 0.95) process=sales-case',
    'slaAttainment (on days atLeast 0.9) process=sales-case',
    'backlogAtEnd',
    'abandonment',
  ]);
  expect(new Set(measures.measures.map(({key}) => key)).size).toBe(measures.measures.length);
  const days = ratiosOf(ratios, keys[4] ?? '');
  expect(days.every(([met, judged]) => met <= judged && judged <= 12)).toBe(true);
  expect(days.some(([, judged]) => judged > 0)).toBe(true);
});

test('are plain text and numbers, without what cannot be judged', () => {
  for (const one of ratios) {
    expect(JSON.parse(JSON.stringify([...one]))).toEqual([...one]);
    for (const [, denominator] of one.values()) expect(denominator).toBeGreaterThan(0);
  }
  expect(measured().ratios).toEqual(ratios);
});
