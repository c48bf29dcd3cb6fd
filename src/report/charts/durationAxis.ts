import {span} from '../quantities.ts';

const MARKS = [1, 5, 20, 60, 300, 900, 3600, 4 * 3600, 86_400, 3 * 86_400, 7 * 86_400, 30 * 86_400];

/** A logarithmic axis of durations from one second on, ticks at durations people say. */
export function durationAxis(seconds: readonly number[], title: string): Record<string, unknown> {
  const most = seconds.reduce((a, b) => Math.max(a, b), 60);
  const marks = MARKS.filter((mark) => mark <= most * 1.01);
  const labels = Object.fromEntries(marks.map((mark) => [mark, span(mark)]));
  return {
    scale: {type: 'log', domain: [1, most], nice: false},
    axis: {title, values: marks, labelExpr: `(${JSON.stringify(labels)})[datum.value]`, grid: true},
  };
}
