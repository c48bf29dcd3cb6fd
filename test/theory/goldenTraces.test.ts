/** The reference's hand-worked traces, through the text of a scenario, as a person would write it. */
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {goldenTraces} from '../reference/cases.ts';
import {scenarioOf} from '../reference/convert.ts';
import {loadedFrom, loadedOf} from '../reference/loaded.ts';
import {expectedOf, inOrder, traceOf} from '../reference/trace.ts';

const traces = goldenTraces(join(import.meta.dirname, '../reference'));

describe('hand-worked traces', () => {
  test('there are nine', () => {
    expect(traces.map(({id}) => id)).toEqual(['T1', 'T2', 'T3', 'T5', 'T6', 'T7', 'T8', 'T10', 'T12']);
  });

  test.each(traces.map((trace) => [trace.id, trace] as const))('%s', (_id, trace) => {
    const told = traceOf(loadedOf(trace.sim));
    expect(inOrder(told)).toEqual(inOrder(expectedOf(trace)));
    const decided = told.filter((line) => / (start|abandon) /.test(line));
    expect(decided).toEqual(
      trace.expect.map(([cls, number, what, t, agent]) => `${t} ${what} ${cls} ${number}${agent ? ` ${agent}` : ''}`),
    );
  });

  test.each([
    ['T3', 'another priority', 'max: 650', 'max: 640'],
    ['T5', 'a target a second later', 'for: 120s', 'for: 121s'],
    ['T6', 'the first come first', 'fixed: 200', 'fixed: 100'],
    ['T7', 'nobody preferred', 'share: 100%', 'share: 0%'],
    ['T10', 'a call beside a chat', '- chat: 1', '- chat: 2'],
  ])('%s is found wrong with %s', (id, _what, right, wrong) => {
    const trace = traces.find((one) => one.id === id);
    if (trace === undefined) throw new Error(`no trace ${id}`);
    const text = scenarioOf(trace.sim);
    expect(text).toContain(right);
    expect(inOrder(traceOf(loadedFrom(text.replaceAll(right, wrong))))).not.toEqual(inOrder(expectedOf(trace)));
  });
});
